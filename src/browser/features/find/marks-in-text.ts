/** Marks what was found in the text. */
import { canHighlight, endHighlight, highlight, matchName } from '../../core/dom/highlight.js';

const all = 'found';

/**
 * Marks all that was found, and what of it the reader is at. Where the browser cannot mark, the latter is selected
 * instead.
 */
export function markInText(found: readonly Range[], current: readonly Range[]): void {
  if (!canHighlight()) return selectInstead(current);
  highlight(all, found);
  highlight(matchName, current, 1);
}

function selectInstead(current: readonly Range[]): void {
  const selection = getSelection(),
    [first] = current;
  if (!selection || !first) return;
  selection.removeAllRanges();
  selection.addRange(first);
}

/** Takes all marks away. */
export function clearMarks(): void {
  if (!canHighlight()) return getSelection()?.removeAllRanges();
  endHighlight(all);
  endHighlight(matchName);
}
