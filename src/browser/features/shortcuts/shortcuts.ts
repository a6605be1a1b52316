/** Listens for the reader's keys, everywhere but where something is being typed. */
import { actions } from './catalogue.js';
import { pressed } from './combinations.js';
import { doing } from './doing.js';
import { currentShortcuts, takeKeptShortcuts } from './kept-keys.js';

const typing =
  'textarea, select, [contenteditable], ' +
  'input:not([type=radio], [type=checkbox], [type=range], [type=color], [type=file])';

function press(event: KeyboardEvent): void {
  const { on, keys } = currentShortcuts();
  if (!on || event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  const combination = pressed(event);
  const action = actions.find(({ name }) => keys[name] === combination);
  if (!action) return;
  event.preventDefault();
  doing[action.name]();
}

/** Called once. */
export function startShortcuts(): void {
  addEventListener('keydown', press);
  addEventListener('storage', takeKeptShortcuts);
}
