/** The line that is being read: which letter it is, and where it is on the screen. */

/** A letter of the report, and where its line is on the screen, in pixels from its upper edge. */
export interface Anchor { node: Text; offset: number; top: number }

type PointFinder = Document & {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
};

function letterAt(x: number, y: number): { node: Node; offset: number } | undefined {
  const page = document as PointFinder;
  const position = page.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/** @returns where the line of a letter is on the screen, in pixels from its upper edge */
export function topOf(node: Text, offset: number): number {
  const range = document.createRange();
  const at = Math.min(offset, Math.max(0, node.length - 1));
  range.setStart(node, at);
  range.setEnd(node, Math.min(at + 1, node.length));
  return range.getBoundingClientRect().top;
}

/** The first line below a third of the screen, or else above, that no panel hides and whose letters are wanted. */
function lineThat(isWanted: (letters: Element) => boolean): Anchor | undefined {
  for (let y = innerHeight / 3; y > 0; y -= 12) {
    for (const x of [innerWidth / 3, innerWidth / 2, innerWidth / 6]) {
      const letter = letterAt(x, y);
      if (!(letter?.node instanceof Text) || !letter.node.data.trim() || !letter.node.parentElement?.closest('main') || !isWanted(letter.node.parentElement)) continue;
      const top = topOf(letter.node, letter.offset);
      // Beside a short line the nearest letter may be far away.
      if (Math.abs(top - y) < innerHeight / 4) return { node: letter.node, offset: letter.offset, top };
    }
  }
  return undefined;
}

/**
 * The line being read is taken to be the first line of the report below a third of the screen that no panel hides; one of our
 * own words only where no other is there, because they change with the language. At the very top of the page it is the page's
 * beginning, which needs no keeping.
 */
export const lineBeingRead = (): Anchor | undefined => (scrollY < 1 ? undefined : lineThat(letters => !letters.closest('[data-ours]')) ?? lineThat(() => true));

/** Puts a line back to where it was on the screen. */
export function putBack({ node, offset, top }: Anchor): void {
  if (node.isConnected) scrollBy({ top: topOf(node, offset) - top, behavior: 'instant' });
}
