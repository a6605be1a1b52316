/** Combinations of keys: as they are pressed, which of them may be used, and what they are called. */

type Press = Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'code'>;

/** @returns the combination that is pressed, as it is kept */
export const pressed = ({ ctrlKey, altKey, shiftKey, metaKey, code }: Press): string =>
  [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta', code].filter(Boolean).join('+');

/** What Chrome and Edge do with Alt and Shift: their toolbar, their dialogs, bookmarks, and letters to the makers. */
const browsers = new Set(['A', 'B', 'I', 'T'].map(letter => `Alt+Shift+Key${letter}`));

/** Whether a combination may be used, and if not, why. */
type Verdict = 'good' | 'letter' | 'browser' | 'unusable';

/**
 * Speech input and a slipping hand easily press a single letter, so that it must be asked for (WCAG 2.1.4). Ctrl or Alt
 * alone, and the Command or Windows key, belong to browsers and devices.
 * @param combination as it is kept
 * @param letters whether single letters are allowed
 */
export function verdictOn(combination: string, letters: boolean): Verdict {
  if (/^Key[A-Z]$/.test(combination)) return letters ? 'good' : 'letter';
  if (/^(Ctrl\+)?Alt\+Shift\+(Key[A-Z]|Digit\d)$/.test(combination) && !browsers.has(combination)) return 'good';
  return /^(Ctrl|Alt|Meta|Shift\+Meta)\+|^F\d/.test(combination) ? 'browser' : 'unusable';
}

/** @returns what a combination is called on the reader's keyboard, such as "Alt + Shift + L" */
export function inWords(combination: string, mac = /^(Mac|iP)/.test(navigator.platform)): string {
  const names: Record<string, string> = mac ? { Alt: 'Option', Ctrl: 'Control' } : {};
  return combination
    .split('+')
    .map(key => names[key] ?? key.replace(/^(Key|Digit)/, ''))
    .join(' + ');
}
