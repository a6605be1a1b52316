/** The line that is being read: which letter it is, and where it is on the screen. */

/** A letter of the report, and where its line is on the screen, in pixels from its upper edge. */
export interface Anchor {
  node: Text;
  offset: number;
  top: number;
}

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

/**
 * @returns the first line at a third of the screen, or else above it, that no panel hides and whose letters are wanted,
 * and move with the page, unlike a heading that stays beside its story; at the very top of the page there is none to
 * keep
 */
function lineThat(isWanted: (letters: Element) => boolean): Anchor | undefined {
  if (scrollY < 1) return undefined;
  for (let y = innerHeight / 3; y > 0; y -= 12) {
    for (const x of [innerWidth / 3, innerWidth / 2, innerWidth / 6]) {
      const letter = letterAt(x, y);
      if (
        !(letter?.node instanceof Text) ||
        !letter.node.data.trim() ||
        !letter.node.parentElement?.closest('main, footer') ||
        getComputedStyle(letter.node.parentElement).position === 'sticky' ||
        !isWanted(letter.node.parentElement)
      )
        continue;
      const top = topOf(letter.node, letter.offset);
      // Beside a short line the nearest letter may be far away.
      if (Math.abs(top - y) < innerHeight / 4) return { node: letter.node, offset: letter.offset, top };
    }
  }
  return undefined;
}

/** @returns the line that is on the screen where one reads, be it the report's or ours */
export const lineOnScreen = (): Anchor | undefined => lineThat(() => true);

/**
 * @returns the line of the report that is being read; one of our own only where no other is there, because they change
 * with the language
 */
export const lineBeingRead = (): Anchor | undefined =>
  lineThat(letters => !letters.closest('[data-ours]')) ?? lineOnScreen();

/** @returns whether the page stands at its very end */
export const isAtEnd = (): boolean => scrollY > Math.max(0, document.documentElement.scrollHeight - innerHeight - 2);

/**
 * Puts a line back to where it was on the screen. Where it still is there, nothing is scrolled: that would end a
 * movement of the reader's finger.
 */
export function putBack({ node, offset, top }: Anchor): void {
  const by = topOf(node, offset) - top;
  if (by && node.isConnected) scrollBy({ top: by, behavior: 'instant' });
}
