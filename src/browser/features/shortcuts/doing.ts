/** What each action does: the same as the controls, or a way to a place in the report. */
import { fetchPart } from '../../core/loading/fetch-part.js';
import { askFor } from '../../core/panel/ask.js';
import { goBack } from '../../core/position/jump.js';
import { step, turnScreen } from '../../core/position/steps.js';
import { settingNamed, sizeTiles, type Choice } from '../../../model/settings/catalogue.js';
import { openSettings } from '../../core/panel/open-settings.js';
import { canUndo, chooseAloud, current, undo } from '../settings/store.js';
import { announce } from '../../core/announcements/announce.js';
import type { ActionName } from './catalogue.js';

/** Something at its end is told, so that nobody wonders whether the key works. */
const tell = (
  key: 'largest' | 'smallest' | 'nothing' | 'lastStory' | 'firstStory' | 'noWayBack' | 'lastScreen' | 'firstScreen',
) => announce('settings', t => t(`shortcuts.${key}`));

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

export const doing: Readonly<Record<ActionName, () => void>> = {
  larger: () => resize(1),
  smaller: () => resize(-1),
  theme: nextTheme,
  undo: () => (canUndo() ? undo() : void tell('nothing')),
  settings: openSettings,
  contents: () => {
    askFor('contents');
  },
  next: () => {
    if (!step('story', 1)) void tell('lastStory');
  },
  previous: () => {
    if (!step('story', -1)) void tell('firstStory');
  },
  where: () => fetchPart(async () => (await import('../contents/say-where.js')).sayWhere),
  back: () => {
    if (!goBack()) void tell('noWayBack');
  },
  screenOn: () => {
    if (!turnScreen(1)) void tell('lastScreen');
  },
  screenBack: () => {
    if (!turnScreen(-1)) void tell('firstScreen');
  },
  find: () => {
    askFor('find');
  },
  passage: () => {
    askFor('passage');
  },
  marks: () => {
    askFor('marks');
  },
};
