/** Finds the lines of text as they stand on the screen. */
import { isColumn } from '../../core/position/column.js';

/** The box of a line, as tall as its line height, in pixels from the screen's upper left corner. */
export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const middleOf = ({ top, bottom }: Line): number => (top + bottom) / 2;

/** @returns whether two lines stand at the same height: pieces of one line, or lines side by side in two columns */
const level = (one: Line, other: Line): boolean =>
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >
  Math.min(one.bottom - one.top, other.bottom - other.top) / 2;

/**
 * @param root whose text
 * @param from the upper end of a stretch of the screen, in pixels
 * @param to its lower end
 * @returns the lines near that stretch, in the order of reading
 */
export function linesIn(root: Element, from: number, to: number): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  // Whole sections that are far away are passed over, so that a long report costs no more than a short one.
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node => {
    if (node instanceof Text) return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    // Beside the text, the contents are not read line by line with it.
    if ((node as Element).localName === 'contents-list' && isColumn()) return NodeFilter.FILTER_REJECT;
    const { top, bottom } = (node as Element).getBoundingClientRect();
    return bottom < from || top > to ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    const lineHeight = parseFloat(getComputedStyle(walker.currentNode.parentElement!).lineHeight);
    // A quotation mark that hangs beside its paragraph has no line of its own.
    if (lineHeight === 0) continue;
    range.selectNodeContents(walker.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left === right) continue;
      const middle = (top + bottom) / 2,
        half = (lineHeight || bottom - top) / 2;
      const line = { left, right, top: middle - half, bottom: middle + half };
      const last = lines.at(-1);
      if (last && level(last, line))
        Object.assign(last, {
          left: Math.min(last.left, left),
          right: Math.max(last.right, right),
          top: Math.min(last.top, line.top),
          bottom: Math.max(last.bottom, line.bottom),
        });
      else lines.push(line);
    }
  }
  return lines;
}

/**
 * @returns the line that is nearest to a point. What stands beside the point counts little: the end of a short line is
 * often far from the pointer
 */
export function nearest(lines: readonly Line[], x: number, y: number): Line | undefined {
  const distance = (line: Line) => Math.abs(middleOf(line) - y) + Math.max(line.left - x, x - line.right, 0) / 20;
  return lines.reduce<Line | undefined>(
    (best, line) => (best && distance(best) <= distance(line) ? best : line),
    undefined,
  );
}
