/** Steps from part to part, from story to story, and from screen to screen. */
import { goTo, notePosition } from './jump.js';

/** What a step leads to: where one begins, and its heading. */
const units = { part: ['main > section', 'h2'], story: ['.run > section', 'h4'] } as const;
export type Unit = keyof typeof units;

/** Where on the page the last step led. Several in a row have one way back, to where the first began. */
let landed: number | undefined;

/** @returns how far from the top of the screen a link brings what it leads to, in pixels */
export const edge = (): number => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
const topOf = (element: Element) => element.getBoundingClientRect().top;

/**
 * Goes to the part or story that begins next, or that began last, as seen from the top of the screen; what is hidden is
 * passed over.
 * @returns whether there was one
 */
export function step(unit: Unit, by: 1 | -1): boolean {
  const [each, headingIn] = units[unit],
    from = edge();
  const all = [...document.querySelectorAll(each)].filter(element => element.getClientRects().length);
  const headingOf = (element: Element) => element.querySelector<HTMLElement>(headingIn)!;
  // A heading that moves along beside its story is always in view; whether its story has begun is told by the story.
  const beginning = (element: Element) =>
    getComputedStyle(headingOf(element)).position === 'sticky' ? element : headingOf(element);
  const found =
    by > 0
      ? all.find(element => topOf(element) > from + 2)
      : all.filter(element => topOf(beginning(element)) < from - 2).pop();
  if (!found) return false;
  if (scrollY !== landed) notePosition();
  goTo(headingOf(found));
  landed = scrollY;
  return true;
}

/** @returns whether a sheet leaves enough of the text in view to go on reading above it */
export const leavesText = (sheet: Element): boolean => topOf(sheet) > innerHeight / 5;

/**
 * @returns the height of the screen above what lies over it, in pixels: the bar, and a sheet that is open above it. One
 * that fills the screen or stands beside the text is not counted
 */
function visibleHeight(): number {
  // A closed sheet may have a place too (HTML, `::details-content`), though nothing of it is seen.
  const over = [...document.querySelectorAll('nav.bar, nav.bar [open] > .sheet, nav.bar .panel:not([hidden])')]
    .filter(each => each.matches('nav') || leavesText(each))
    .map(topOf);
  return Math.min(innerHeight, ...over);
}

/**
 * Goes on or back by what is seen of the text, less two lines, so that the eye finds them again.
 * @returns whether the page moved
 */
export function turnScreen(by: 1 | -1): boolean {
  const before = scrollY,
    line = parseFloat(getComputedStyle(document.body).lineHeight) || 0,
    seen = visibleHeight();
  scrollBy({ top: by * Math.max(seen - 2 * line, seen / 2), behavior: 'instant' });
  return Math.abs(scrollY - before) > 1;
}
