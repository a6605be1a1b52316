/** Marks what was found in the text, by the CSS Custom Highlight API: no element is added and no text changed. */

const all = 'found', now = 'found-now';

const canMark = () => 'Highlight' in globalThis && 'highlights' in CSS;

/** Marks all that was found, and what of it the reader is at. Where the browser cannot mark, the latter is selected instead. */
export function markInText(found: readonly Range[], current: readonly Range[]): void {
  if (!canMark()) return selectInstead(current);
  const highlight = new Highlight(...current);
  highlight.priority = 1;
  CSS.highlights.set(all, new Highlight(...found));
  CSS.highlights.set(now, highlight);
}

function selectInstead(current: readonly Range[]): void {
  const selection = getSelection(), [first] = current;
  if (!selection || !first) return;
  selection.removeAllRanges();
  selection.addRange(first);
}

/** Takes all marks away. */
export function clearMarks(): void {
  if (!canMark()) return getSelection()?.removeAllRanges();
  CSS.highlights.delete(all);
  CSS.highlights.delete(now);
}
