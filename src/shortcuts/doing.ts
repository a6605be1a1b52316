/** What each action does: the same as the controls, or a way to a place in the report. */
import { settingNamed, sizeTiles, type Choice } from '../settings/catalogue.js';
import { canUndo, chooseAloud, current, undo } from '../settings/store.js';
import { say } from '../voice/say.js';
import type { ActionName } from './catalogue.js';

/** Something at its end is told, so that nobody wonders whether the key works. */
const tell = (key: 'largest' | 'smallest' | 'nothing' | 'lastStory' | 'firstStory') => say('settings', t => t(`shortcuts.${key}`));

function resize(by: 1 | -1): void {
  const now = Number(current().size ?? settingNamed('size').usual);
  const next = by > 0 ? sizeTiles.find(size => Number(size) > now) : sizeTiles.filter(size => Number(size) < now).pop();
  if (next) chooseAloud('size', next);
  else void tell(by > 0 ? 'largest' : 'smallest');
}

function nextTheme(): void {
  // The reader's own colours are mixed in the settings.
  const themes = (settingNamed('theme') as Choice).options.filter(theme => theme !== 'own');
  chooseAloud('theme', themes[(themes.indexOf(current().theme ?? settingNamed('theme').usual) + 1) % themes.length]!);
}

function toggleSettings(): void {
  const panel = document.querySelector<HTMLDetailsElement>('reader-settings > details');
  if (!panel) return;
  panel.open = !panel.open;
  panel.querySelector('summary')!.focus();
}

/** Brings a heading to the top of the screen and reads on from there; it can hold the focus only as long as it has it. */
function goTo(heading: HTMLElement, passage: Element = heading): void {
  passage.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.tabIndex = -1;
  heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true });
  heading.focus({ preventScroll: true });
}

/** The story that begins next, or began last, as seen from the top of the screen. A passage counts, not its heading, which may move along beside it. */
function goToStory(by: 1 | -1): void {
  const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const stories = [...document.querySelectorAll('.run > section')].filter(story => story.getClientRects().length);
  const top = (story: Element) => story.getBoundingClientRect().top;
  const story = by > 0 ? stories.find(story => top(story) > edge + 2) : stories.filter(story => top(story) < edge - 2).pop();
  const heading = story?.querySelector<HTMLElement>('h4');
  if (heading) goTo(heading, story);
  else void tell(by > 0 ? 'lastStory' : 'firstStory');
}

export const doing: Readonly<Record<ActionName, () => void>> = {
  larger: () => resize(1),
  smaller: () => resize(-1),
  theme: nextTheme,
  undo: () => (canUndo() ? undo() : void tell('nothing')),
  settings: toggleSettings,
  contents() { const heading = document.getElementById('contents'); if (heading) goTo(heading); },
  next: () => goToStory(1),
  previous: () => goToStory(-1),
};
