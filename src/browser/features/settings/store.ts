/** The reader's choices while the page is open: one place that changes, shows, keeps, says and takes them back. */
import type { Key, Translate } from '../../../model/words/translate.js';
import { keepLine } from '../../core/position/keep-line.js';
import { keepsNothing } from '../../core/storage/storage.js';
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { settingNamed, type Choices, type SettingName } from '../../../model/settings/catalogue.js';
import { checked, keepChoices, keptChoices } from './choices.js';
import { valueName } from '../../../model/settings/value-name.js';
import { applyChoices } from './apply-choices.js';
import { listeners } from '../../core/listeners.js';

let choices: Choices = {};
let kept = true;
const before: { choices: Choices; what: string }[] = [];
const { tell, follow } = listeners();

/** @returns what is chosen now, checked; settings that stand at their usual are absent */
export const current = (): Readonly<Choices> => choices;
/** @returns whether this device keeps the choices beyond this visit */
export const areKept = (): boolean => kept;
/** @returns whether there is a change to take back */
export const canUndo = (): boolean => before.length > 0;

/** @param listener is called after every change @returns a function that ends it */
export const whenChanged = follow;

/**
 * Whether the page was made to show the choices; until then it shows what was kept, as it found it before first paint.
 */
let isApplied = false;

function apply(next: Choices): void {
  choices = checked(next);
  if (isApplied) void keepLine(() => applyChoices(choices));
  else void applyChoices(choices);
  isApplied = true;
  tell();
}

/** @returns a sentence for why nothing is kept: the reader asked so, or the browser refuses */
export const notKeptWords = (t: Translate): string => t(keepsNothing() ? 'settings.nothingKept' : 'settings.notKept');

/** Keeps the choices. When they are not kept for the first time, that is said, because no control tells of it. */
function keep(): void {
  const could = kept;
  kept = keepChoices(choices);
  if (could && !kept) void announce('kept', notKeptWords);
}

/**
 * Takes what is kept on the device: when the page starts, comes back, or another tab changed it. Corrects what should
 * not have been kept.
 */
export function takeKept(): void {
  if (!kept) return;
  const found = keptChoices();
  if (!isApplied || JSON.stringify(found) !== JSON.stringify(choices)) apply(found);
  keepChoices(choices);
}

/** Takes what another tab has kept, and says so, because nothing was pressed here. */
export function takeFromOtherTab(): void {
  const mine = JSON.stringify(choices);
  takeKept();
  if (JSON.stringify(choices) !== mine) void announce('settings', t => t('settings.saidElsewhere'));
}

/**
 * Changes the choices: shows them at once and keeps them.
 * @param next all choices
 * @param what names the change; changes of the same name that follow each other are taken back together
 * @param sentence what is said; nothing where the control that was used says it, or it would be heard twice
 */
export function change(next: Choices, what: string, sentence?: (t: Translate) => string): void {
  if (before.at(-1)?.what !== what) before.push({ choices, what });
  if (sentence) void announce('settings', sentence);
  // Kept first, so that whoever listens to the change knows whether it was.
  choices = checked(next);
  keep();
  apply(choices);
}

/** Shows a value while a slider is being moved, without keeping or saying it yet. */
export function tryOut(name: SettingName, value: string): void {
  if (before.at(-1)?.what !== name) before.push({ choices, what: name });
  apply({ ...choices, [name]: value });
}

/**
 * Changes one setting, by a control that says its new value itself: radio buttons, a slider, a check box.
 * @param value one that the setting allows
 */
export const choose = (name: SettingName, value: string): void => change({ ...choices, [name]: value }, name);

/**
 * Changes one setting and says so: by a key, or by a button that has a name of its own.
 * @param value one that the setting allows
 */
export function chooseAloud(name: SettingName, value: string): void {
  change({ ...choices, [name]: value }, name, t =>
    t('settings.said', { setting: t(`settings.${name}` as Key), option: valueName(settingNamed(name), value, t) }),
  );
}

/** Everything back to its usual. */
export const reset = (): void => change({}, `reset ${before.length}`, t => t('settings.saidReset'));

/** Takes the last change back. */
export function undo(): void {
  const last = before.pop();
  if (!last) return;
  void announce('settings', t => t('settings.saidUndo'));
  choices = last.choices;
  keep();
  apply(choices);
}

/** @returns a sentence for where the choices are, for the panel */
export async function whereKept(): Promise<string> {
  const t = await interfaceWords();
  return kept && !keepsNothing() ? t('settings.kept') : notKeptWords(t);
}
