/** Keeps the line that is being read where it is on the screen while everything around it changes size. */
import { deferFarLayout, layOutNear, layOutNext, showOnScreen } from './far-off.js';
import { isAtEnd, lineOnScreen, putBack, type Anchor } from './line.js';

/** Changes that are still settling; while there are any, the browser's own way of holding the page is off. */
let settling = 0;

// Changes that settle at the same time share these: each would take what another has scrolled for the reader's own moving on, and hold a line in a page that is half changed.
let line: Anchor | undefined, findLine = lineOnScreen, place = 0;

// The frame's own callback comes before it is painted; the next task comes after.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
// A typeface begins to load only with the next drawing of the page.
const drawn = () => new Promise(done => setTimeout(done, 50));

/** @returns whether the reader has moved on. When the page gets shorter, the browser itself moves it up to its new end; it never moves it down */
const hasMovedOn = () => scrollY > place + 2 || (scrollY < place - 2 && !isAtEnd());

/** Does a piece of work and puts the line back: the first one, or that which is being read now where the reader has moved on. @returns what the work returns */
function withLineKept<Done>(work: () => Done): Done {
  if (hasMovedOn()) {
    showOnScreen();
    line = findLine();
  }
  const done = work();
  if (line) putBack(line);
  place = scrollY;
  return done;
}

/** @returns what the work returns; what it brought near is set anew as well, because the browser would do that unasked, after the line was put back */
function again<Done>(work: () => Done): Done {
  const done = withLineKept(work);
  while (withLineKept(layOutNear));
  return done;
}

/**
 * Changes how the page looks. The line being read stays where it is, and the screen is painted before what is far off
 * is laid out anew.
 * @param change makes the change, at once; where styles are still on their way, it gives a promise of them
 * @param find tells which line is to stay
 * @returns a promise that the page has settled
 */
export async function keepLine(change: () => Promise<unknown> | undefined, find = lineOnScreen): Promise<void> {
  // What an earlier change has moved by now is put back before it is asked which line is being read.
  if (settling) withLineKept(() => undefined);
  findLine = find;
  line = find();
  const { dataset } = document.documentElement;
  // Too much room is kept for what the first frames left out (page.css): whoever has moved on already needs the true heights first; below the first screen it waits with the rest.
  if (line && 'later' in dataset) {
    delete dataset['later'];
    putBack(line);
  }
  deferFarLayout();
  delete dataset['later'];
  const { style } = document.documentElement;
  // The browser would hold the first thing on the screen in its place, which is not the line being read.
  settling += 1;
  style.setProperty('overflow-anchor', 'none');
  const styles = change();
  place = scrollY;
  again(() => undefined);
  if (styles) {
    await styles;
    again(() => undefined);
  }
  do await painted(); while (again(layOutNext));
  await drawn();
  // Typefaces come later and change the page again.
  await document.fonts.ready;
  again(() => undefined);
  if (!(settling -= 1)) style.removeProperty('overflow-anchor');
}

/** Lets the reader go to the very beginning or end of the page: all is laid out at once, and no line is put back, which would stop the browser on its way. */
export function letGo(): void {
  if (settling) withLineKept(() => layOutNext(Infinity));
  line = undefined;
  findLine = () => undefined;
}
