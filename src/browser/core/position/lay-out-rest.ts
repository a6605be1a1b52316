/** Lays out the lines that the first frames left out (page.css). */
import { makeRoom } from './bar-room.js';
import { keepLine, letGo } from './keep-line.js';

/**
 * Lays out the rest as soon as the page stands still. What moves by itself, as to the end of the page, would lose its way when the page gets shorter.
 * @param before where the page stood a moment ago, in pixels
 */
export function layOutRest(before?: number): void {
  // Nothing was left out, or the reader left meanwhile, and the page is empty.
  if (!document.querySelector('[data-later] main')) return;
  if (scrollY === before) void keepLine(() => undefined);
  else setTimeout(layOutRest, 100, scrollY);
}

/** Lays out the rest at once, and makes the room that the bar needs, for a reader who goes to the very beginning or end by its key: on its way through a page that gets longer or shorter, the browser would lose it. */
export const layOutForEnds = (): void => addEventListener('keydown', ({ key, metaKey }) => {
  if (!/^(End|Home)$/.test(key) && !(metaKey && /^Arrow(Down|Up)$/.test(key))) return;
  delete document.documentElement.dataset['later'];
  letGo();
  makeRoom();
});
