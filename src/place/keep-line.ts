/** Keeps the line that is being read where it is on the screen while everything around it changes size. */

import { letFarOffWait, setNearAnew, setNextAnew } from './far-off.js';

interface Anchor { node: Text; offset: number; top: number }

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
function topOf(node: Text, offset: number): number {
  const range = document.createRange();
  const at = Math.min(offset, Math.max(0, node.length - 1));
  range.setStart(node, at);
  range.setEnd(node, Math.min(at + 1, node.length));
  return range.getBoundingClientRect().top;
}

/**
 * The line being read is taken to be the first line of the report below a third of the screen that no panel hides;
 * at the very top of the page it is the page's beginning, which needs no keeping.
 */
function lineBeingRead(): Anchor | undefined {
  if (scrollY < 1) return undefined;
  for (let y = innerHeight / 3; y > 0; y -= 12) {
    for (const x of [innerWidth / 3, innerWidth / 2, innerWidth / 6]) {
      const letter = letterAt(x, y);
      if (!(letter?.node instanceof Text) || !letter.node.data.trim() || !letter.node.parentElement?.closest('main')) continue;
      const top = topOf(letter.node, letter.offset);
      // Beside a short line the nearest letter may be far away.
      if (Math.abs(top - y) < innerHeight / 4) return { node: letter.node, offset: letter.offset, top };
    }
  }
  return undefined;
}

function putBack({ node, offset, top }: Anchor): void {
  if (node.isConnected) scrollBy({ top: topOf(node, offset) - top, behavior: 'instant' });
}

/** Changes that are still settling; while there are any, the browser's own way of holding the page is off. */
let settling = 0;

// The frame's own callback comes before it is painted; the next task comes after.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
// A typeface begins to load only with the next drawing of the page.
const drawn = () => new Promise(done => setTimeout(done, 50));

/** When the reader last did something that may have moved the page. Where it gets shorter, the browser moves it as well. */
let lastDone = 0;
for (const deed of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(deed, () => { lastDone = performance.now(); }, { capture: true, passive: true });

/**
 * Changes how the page looks. The line being read stays where it is, and the screen is painted before what is far off
 * is laid out anew.
 * @param change makes the change, at once; where styles are still on their way, it gives a promise of them
 * @returns a promise that the page has settled
 */
export async function keepLine(change: () => Promise<unknown> | undefined): Promise<void> {
  let line = lineBeingRead();
  const { style } = document.documentElement;
  // The browser would hold the first thing on the screen in its place, which is not the line being read.
  settling += 1;
  style.setProperty('overflow-anchor', 'none');
  letFarOffWait();
  const styles = change();
  let place = scrollY, since = performance.now();
  /** Does a piece of work and puts the line back: the first one, or that which is being read now where the reader has moved on. */
  const keeping = <Done>(work: () => Done): Done => {
    if (lastDone > since && Math.abs(scrollY - place) > 2) line = lineBeingRead();
    const done = work();
    if (line) putBack(line);
    place = scrollY;
    since = performance.now();
    return done;
  };
  const again = () => {
    keeping(() => undefined);
    while (keeping(setNearAnew));
  };
  again();
  if (styles) {
    await styles;
    again();
  }
  do await painted(); while (keeping(setNextAnew));
  await drawn();
  // Typefaces come later and change the page again.
  await document.fonts.ready;
  again();
  if (!(settling -= 1)) style.removeProperty('overflow-anchor');
}
