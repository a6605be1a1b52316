/**
 * While words of the report are selected, a notice offers what can be done with them. It takes neither the focus nor
 * the selection, and it does not go while a sheet is open above it.
 */
import { askFor } from '../../core/panel/ask.js';
import { control, settle, showNotice, type Notice } from '../../core/notice/notice.js';
import { chosenIn, selectedRange } from './chosen-passage.js';
import { passageWords } from './words.js';

/**
 * How long a selection must stand before it is offered, and be gone before the offer goes, in milliseconds: a finger's
 * press ends a selection before it counts.
 */
const delayMs = 400;

/** Watches from now on what is selected. */
export async function startSelected(): Promise<void> {
  if (!document.querySelector('report-section')) return;
  const t = await passageWords();
  let chosen: Range | undefined, later: ReturnType<typeof setTimeout> | undefined;
  const press = () => {
    chosen = selectedRange() ?? chosen;
    if (!chosen) return;
    // Some browsers end a selection with the press.
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(chosen);
    askFor('passage', chosen);
  };
  const offered = () => {
    const range = selectedRange();
    return range && chosenIn(range) ? range : undefined;
  };
  const notice: Notice = {
    content: [control([t('selected.offer')], press)],
    said: t('selected.said'),
    isOver: () => !offered(),
  };
  const look = () => {
    const range = offered();
    chosen = range ?? chosen;
    if (range) showNotice('selected', notice);
    else settle();
  };
  const soon = () => {
    // A quick press means what is selected now, not what was offered a moment ago.
    chosen = selectedRange() ?? chosen;
    clearTimeout(later);
    later = setTimeout(look, delayMs);
  };
  document.addEventListener('selectionchange', soon);
  soon();
}
