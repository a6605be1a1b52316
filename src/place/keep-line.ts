/** Keeps the line that is being read where it is on the screen while everything around it changes size. */
import { letFarOffWait, setNearAnew, setNextAnew } from './far-off.js';
import { lineOnScreen, putBack } from './line.js';

/** Changes that are still settling; while there are any, the browser's own way of holding the page is off. */
let settling = 0;

// The frame's own callback comes before it is painted; the next task comes after.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
// A typeface begins to load only with the next drawing of the page.
const drawn = () => new Promise(done => setTimeout(done, 50));

/** @returns whether the page stands at its very end: there the browser itself moves it when it gets shorter, and nobody has moved on */
const isAtEnd = () => scrollY > document.documentElement.scrollHeight - innerHeight - 2;

/**
 * Changes how the page looks. The line being read stays where it is, and the screen is painted before what is far off
 * is laid out anew.
 * @param change makes the change, at once; where styles are still on their way, it gives a promise of them
 * @param find tells which line is to stay
 * @returns a promise that the page has settled
 */
export async function keepLine(change: () => Promise<unknown> | undefined, find = lineOnScreen): Promise<void> {
  let line = find();
  letFarOffWait();
  const { style } = document.documentElement;
  // The browser would hold the first thing on the screen in its place, which is not the line being read.
  settling += 1;
  style.setProperty('overflow-anchor', 'none');
  const styles = change();
  let place = scrollY;
  /** Does a piece of work and puts the line back: the first one, or that which is being read now where the reader has moved on. */
  const keeping = <Done>(work: () => Done): Done => {
    if (Math.abs(scrollY - place) > 2 && !isAtEnd()) line = find();
    const done = work();
    if (line) putBack(line);
    place = scrollY;
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
