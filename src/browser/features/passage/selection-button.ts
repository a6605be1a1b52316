/** While words of the report are selected, a button in the bar offers what can be done with them. It takes neither the focus nor the selection, and it does not go while a sheet is open above it. */
import { askFor } from '../../core/panel/ask.js';
import { make } from '../../core/dom/make.js';
import { panelStyles } from '../../core/panel/panel.js';
import { withPlaceHeld } from '../../core/position/held-place.js';
import { announce } from '../../core/announcements/announce.js';
import { whenNoSheet } from '../../core/notice/sheets.js';
import { chosenIn, selectedRange } from './chosen-passage.js';
import { passageWords } from './words.js';

/** How long a selection must stand before it is offered, and be gone before the offer goes, in milliseconds: a finger's press ends a selection before it counts. */
const delayMs = 400;

let said = false;

/** Watches from now on what is selected. */
export async function startSelected(): Promise<void> {
  const bar = document.querySelector('nav.bar');
  if (!bar || !document.querySelector('report-section')) return;
  const [t] = await Promise.all([passageWords(), panelStyles()]);
  let chosen: Range | undefined, later: ReturnType<typeof setTimeout> | undefined, leaving = false;
  const press = () => {
    chosen = selectedRange() ?? chosen;
    if (!chosen) return;
    // Some browsers end a selection with the press.
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(chosen);
    askFor('passage', chosen);
  };
  const button = make('button', { type: 'button', textContent: t('selected.offer'), onclick: press });
  const row = make('p', { className: 'selected-words' }, button);
  const offered = () => { const range = selectedRange(); return range && chosenIn(range) ? range : undefined; };
  const leave = () => {
    leaving = false;
    if (!offered() && !row.contains(document.activeElement)) withPlaceHeld(() => row.remove());
  };
  const look = () => {
    const range = offered();
    if (range) {
      chosen = range;
      if (!row.isConnected) withPlaceHeld(() => bar.prepend(row));
      if (!said) void announce('selected', t('selected.said'));
      said = true;
    } else if (row.isConnected && !leaving) {
      leaving = true;
      void whenNoSheet().then(leave);
    }
  };
  const soon = () => {
    // A quick press means what is selected now, not what was offered a moment ago.
    chosen = selectedRange() ?? chosen;
    clearTimeout(later);
    later = setTimeout(look, delayMs);
  };
  document.addEventListener('selectionchange', soon);
  row.addEventListener('focusout', soon);
  soon();
}
