/**
 * Keeps the line that is being read where it is on the screen while what stands around it changes size. What is far off
 * is left out meanwhile, and laid out while the browser is idle; it keeps its height, and stays in the accessibility
 * tree (CSS Containment 2, content-visibility: auto). What moves the text then, the browser makes up for (CSS Scroll
 * Anchoring).
 */
import { whenIdle } from '../loading/when-idle.js';
import { makeRoom } from './bar-room.js';
import { isAtEnd, lineOnScreen, putBack, type Anchor } from './line.js';

const root = (): HTMLElement => document.documentElement;

/**
 * How near to the screen nothing is left out, in screens: Chromium lays out a little less of that by itself, but only
 * with the next frame, after the line was put back.
 */
const near = 1.75;
/** How much is laid out before the screen is painted again, in letters: some ten milliseconds on a slow phone. */
const lettersAtATime = 6000;

/** What holds from a change until the page rests; changes that come meanwhile share it. */
const state = {
  /** The line that stays, while there is one. */
  line: undefined as Anchor | undefined,
  /** Where the page stood after the last step, in pixels. */
  scroll: 0,
  /** What is left out. */
  out: new Set<HTMLElement>(),
  /** How many changes are still settling, and how many there have been. */
  settling: 0,
  changes: 0,
};

// The frame's own callback comes before it is painted; the next task comes after.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
const idle = () =>
  new Promise<void>(done => {
    whenIdle(done);
  });

const isNear = ({ top, bottom }: DOMRect) => Math.max(top - innerHeight, -bottom) < near * innerHeight;

/** @returns how high all is that stands in an element, in pixels: without what is around it */
function heightInside(element: HTMLElement, { height }: DOMRect): number {
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(element),
    borders = element.offsetHeight - element.clientHeight;
  return height - borders - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
}

/** @returns the pieces of the page far off the screen, as large as can be, with the heights of what is in them */
function farOff(element: Element): [HTMLElement, number][] {
  const box = element.getBoundingClientRect();
  if (isNear(box) || !box.height) return [...element.children].flatMap(farOff);
  return box.height > innerHeight / 8 && element instanceof HTMLElement ? [[element, heightInside(element, box)]] : [];
}

/**
 * Leaves out what is far off, from now on by this script and not by the styles (page.css). All is measured before
 * anything is changed: a measure after a change lays the page out again.
 */
function leaveOut(): void {
  // Nothing is left of a page that somebody left fast.
  const main = document.querySelector('main');
  // Safari does not make up for what moves the text.
  for (const [piece, height] of main && CSS.supports('overflow-anchor', 'auto') ? farOff(main) : []) {
    piece.style.containIntrinsicBlockSize = `${height}px`;
    piece.style.contentVisibility = 'auto';
    state.out.add(piece);
  }
  root().classList.remove('far');
}

function layOut(some: Iterable<HTMLElement>): void {
  for (const piece of some) {
    piece.style.containIntrinsicBlockSize = piece.style.contentVisibility = '';
    if (!piece.getAttribute('style')) piece.removeAttribute('style');
    state.out.delete(piece);
  }
}

/** Lays out all of the page at once, so that a jump leads to its very place. */
export function layOutAll(): void {
  layOut(state.out);
  root().classList.remove('far');
}

/**
 * Lays out what was left out, unless a change comes.
 * @param find tells which line is to stay. Without it the browser makes up for what moves; but Chromium does not soon
 * after the text has got another container, as in a window that has no room for the contents beside it any more.
 */
async function layOutRest(find?: () => Anchor | undefined): Promise<void> {
  for (const { changes } = state; state.out.size; ) {
    await idle();
    if (changes !== state.changes) return;
    let letters = 0;
    const line = find?.();
    layOut([...state.out].filter(piece => letters < lettersAtATime && (letters += piece.textContent.length)));
    if (line) putBack(line);
    await painted();
  }
}

/** Lays out what the styles left out of the first frames. */
export async function layOutWhenIdle(): Promise<void> {
  await idle();
  if (root().classList.contains('far')) {
    const line = lineOnScreen();
    leaveOut();
    if (line) putBack(line);
  }
  await layOutRest();
}

/** Holds a line instead of what the browser would hold, the first thing on the screen; or leaves it to the browser. */
function hold(line?: Anchor): void {
  state.line = line;
  state.scroll = scrollY;
  root().style.overflowAnchor = line ? 'none' : '';
}

/**
 * @returns whether the reader has moved on. When the page gets shorter, the browser itself moves it up to its new end;
 * it never moves it down
 */
const hasMovedOn = () => scrollY > state.scroll + 2 || (scrollY < state.scroll - 2 && !isAtEnd());

/** Puts the line back, unless the reader has moved on, with what came near by that. */
function putLineBack(): void {
  if (!state.line || hasMovedOn()) return hold();
  for (let come: HTMLElement[] = []; ; ) {
    putBack(state.line);
    come = [...state.out].filter(piece => isNear(piece.getBoundingClientRect()));
    if (!come.length) break;
    layOut(come);
  }
  state.scroll = scrollY;
}

/**
 * Changes how the page looks. The line being read stays where it is, and the screen is painted before what is far off
 * is laid out anew.
 * @param change makes the change, at once; where styles are still on their way, it gives a promise of them
 * @param find tells which line is to stay
 * @returns a promise that the line is no longer moved by the change
 */
export async function keepLine(change: () => Promise<unknown> | undefined, find = lineOnScreen): Promise<void> {
  // What an earlier change has moved by now is put back before it is asked which line is being read.
  putLineBack();
  state.settling += 1;
  state.changes += 1;
  hold(find());
  leaveOut();
  const styles = change();
  putLineBack();
  await styles;
  putLineBack();
  // A typeface begins to load only with the next drawing of the page, and changes it again.
  await painted();
  await painted();
  await document.fonts.ready;
  putLineBack();
  if ((state.settling -= 1)) return;
  hold();
  void layOutRest(find);
}

/** Lays out all before the browser goes where a link leads. */
function beforeLink({ target }: Event): void {
  if ((target as Element).closest?.('a[href*="#"]')) layOutAll();
}

/** Brings to the screen what takes the focus: where it was left out, the browser did not know its place. */
function afterFocus({ target }: FocusEvent): void {
  const element = target as Element;
  if (!element.closest?.('.far .run > section, [style*="content-visibility"]')) return;
  layOutAll();
  hold();
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/**
 * Before the browser goes to the very beginning or end by a key. On its way through a page that gets longer or shorter
 * it would lose them, and a line that is put back would stop it; the bar needs its room at once.
 */
function beforeEnds({ key, metaKey }: KeyboardEvent): void {
  if (!/^(End|Home)$/.test(key) && !(metaKey && /^Arrow(Down|Up)$/.test(key))) return;
  layOutAll();
  hold();
  makeRoom();
}

/** Lets the browser's own jumps lead to their very place. */
export function followJumps(): void {
  addEventListener('click', beforeLink, true);
  addEventListener('focusin', afterFocus);
  addEventListener('keydown', beforeEnds);
}
