/** Holds the place through a reload, by passage and not by pixel. */
import { layOutAll } from './keep-line.js';
import { lineBeingRead, putBack, topOf, type Anchor } from './line.js';
import {
  findPassage,
  isPassageName,
  letterAt,
  letterOf,
  nameOf,
  passageAt,
  passageOf,
  type PassageName,
} from './passages.js';

/** Where a session holds the place while its page is being replaced. */
const storeName = 'reader-place';

/**
 * A place in the report: the passage, the letter within it, and where that letter's line was on the screen, in pixels.
 */
export interface Place extends PassageName {
  letter: number;
  top: number;
}

/** @returns whether something kept is a place */
export const isPlace = (given: unknown): given is Place =>
  isPassageName(given) &&
  [(given as Place).letter, (given as Place).top].every(Number.isFinite) &&
  (given as Place).letter >= 0;

/** @returns the place of a line; nothing where it is not the report's */
function placeOf({ node, offset, top }: Anchor): Place | undefined {
  const passage = passageOf(node);
  return passage && { ...nameOf(passage), letter: letterOf(passage, node, offset), top };
}

/** @returns the place that is being read; nothing at the very top of the page */
export function placeNow(): Place | undefined {
  if (scrollY < 1) return undefined;
  const line = lineBeingRead(),
    place = line && placeOf(line);
  if (place) return place;
  // Something lies over the line, as a panel in a short window does, or it is not the report's.
  const passage = passageAt(innerHeight / 3),
    first = passage && letterAt(passage, 0);
  return first && placeOf({ ...first, top: topOf(first.node, first.offset) });
}

/** @returns whether two places are in the same passage */
export const isSamePassage = (one: Place, other: Place): boolean => one.id === other.id && one.index === other.index;

/** Brings a place to where it was on the screen. */
export function goToPlace(place: Place): void {
  const passage = findPassage(place),
    found = passage && letterAt(passage, place.letter);
  if (found) putBack({ ...found, top: place.top });
}

/**
 * Changes what may stand above the text: a list before it, or a row of the bar, which a low window has up there. The
 * text that is being read stays where it is; Safari does not hold it by itself.
 */
export function withPlaceHeld(change: () => void): void {
  const place = placeNow();
  change();
  if (place) goToPlace(place);
}

/**
 * Holds the place in this session, for the page that comes next. Where the session keeps nothing, the browser's own way
 * must do.
 */
export function holdPlace(): void {
  const place = placeNow();
  if (!place) return;
  try {
    sessionStorage.setItem(storeName, JSON.stringify(place));
    history.scrollRestoration = 'manual';
  } catch {
    /* Nothing is held. */
  }
}

function heldPlace(): Place | undefined {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(storeName) ?? 'null');
    sessionStorage.removeItem(storeName);
    if (isPlace(place)) return place;
  } catch {
    /* Not ours, or refused. */
  }
  return undefined;
}

/** Goes back to the place that was held, if there is one. @returns whether there was */
export function takePlace(): boolean {
  const place = heldPlace();
  if (!place) return false;
  layOutAll();
  goToPlace(place);
  // Until all is loaded, the browser would still put its own memory, in pixels, in the place of ours.
  addEventListener(
    'load',
    () =>
      setTimeout(() => {
        history.scrollRestoration = 'auto';
      }),
    { once: true },
  );
  return true;
}
