/** Holds the place through a reload by the words that stand there, so that another text size, width or a corrected text does not lose it. */
import { lineBeingRead, putBack, type Anchor } from './line.js';

/** Where a session holds the place while its page is being replaced. */
const storeName = 'reader-place';

/**
 * A place in the report: the passage, by how it begins and by its number within the nearest element that has an id; the
 * letter within it; and where that letter's line was on the screen, in pixels.
 */
interface Place { id: string; index: number; begins: string; letter: number; top: number }

/** @returns the report's passages in order, within an element: its headings, paragraphs and list items */
export const passagesIn = (within: ParentNode): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, li')].filter(passage => !passage.closest('[data-ours]') && !passage.querySelector('p, li'));

const owner = (passage: Element) => passage.closest('[id]')!;
const beginningOf = (passage: Element) => passage.textContent.trim().slice(0, 60);

function placeOf({ node, offset, top }: Anchor): Place | undefined {
  const passage = passagesIn(document.querySelector('main')!).find(each => each.contains(node));
  if (!passage) return undefined;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return { id: owner(passage).id, index: passagesIn(owner(passage)).indexOf(passage), begins: beginningOf(passage), letter: before.toString().length, top };
}

/** @returns the passage of a place: the one that begins so, or else the one that now stands where it stood */
function passageAt({ id, index, begins }: Place): HTMLElement | undefined {
  const around = passagesIn(document.getElementById(id) ?? document.querySelector('main')!);
  const same = around.filter(passage => beginningOf(passage) === begins);
  const near = same.includes(around[index]!) ? around[index] : same[0];
  return near ?? passagesIn(document.querySelector('main')!).find(passage => beginningOf(passage) === begins) ?? around[Math.min(index, around.length - 1)];
}

/** @returns the text and the letter in it that stand at a number of letters from the passage's beginning */
function letterAt(passage: HTMLElement, letter: number): { node: Text; offset: number } | undefined {
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  let left = letter, last: Text | undefined;
  while (texts.nextNode()) {
    last = texts.currentNode as Text;
    if (left < last.length) return { node: last, offset: left };
    left -= last.length;
  }
  return last && { node: last, offset: last.length };
}

/** Holds the place in this session, for the page that comes next. Where the session keeps nothing, the browser's own way must do. */
export function holdPlace(): void {
  const line = lineBeingRead(), place = line && placeOf(line);
  if (!place) return;
  try {
    sessionStorage.setItem(storeName, JSON.stringify(place));
    history.scrollRestoration = 'manual';
  } catch { /* Nothing is held. */ }
}

function heldPlace(): Place | undefined {
  try {
    const place = JSON.parse(sessionStorage.getItem(storeName) ?? 'null') as Partial<Place> | null;
    sessionStorage.removeItem(storeName);
    const { id, index, begins, letter, top } = place ?? {};
    if (typeof id === 'string' && typeof begins === 'string' && [index, letter, top].every(Number.isFinite) && letter! >= 0) return place as Place;
  } catch { /* Not ours, or refused. */ }
  return undefined;
}

/** Goes back to the place that was held, if there is one. */
export function takePlace(): void {
  const place = heldPlace();
  if (!place) return;
  const passage = passageAt(place), found = passage && letterAt(passage, place.letter);
  if (found) putBack({ ...found, top: place.top });
  history.scrollRestoration = 'auto';
}
