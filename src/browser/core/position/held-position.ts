/** Holds the position through a reload, by passage and not by pixel. */
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

/** Where a session holds the position while its page is being replaced. */
const storeName = 'reader-place';

/**
 * A position in the report: the passage, the letter within it, and where that letter's line was on the screen, in
 * pixels.
 */
export interface Position extends PassageName {
  letter: number;
  top: number;
}

/** @returns whether something kept is a position */
export const isPosition = (given: unknown): given is Position =>
  isPassageName(given) &&
  [(given as Position).letter, (given as Position).top].every(Number.isFinite) &&
  (given as Position).letter >= 0;

/** @returns the position of a line; nothing where it is not the report's */
function positionOf({ node, offset, top }: Anchor): Position | undefined {
  const passage = passageOf(node);
  return passage && { ...nameOf(passage), letter: letterOf(passage, node, offset), top };
}

/** @returns the position that is being read; nothing at the very top of the page */
export function positionNow(): Position | undefined {
  if (scrollY < 1) return undefined;
  const line = lineBeingRead(),
    position = line && positionOf(line);
  if (position) return position;
  // Something lies over the line, as a panel in a small window does, or it is not the report's.
  const passage = passageAt(innerHeight / 3),
    first = passage && letterAt(passage, 0);
  return first && positionOf({ ...first, top: topOf(first.node, first.offset) });
}

/** @returns whether two positions are in the same passage */
export const isSamePassage = (one: Position, other: Position): boolean =>
  one.id === other.id && one.index === other.index;

/** Brings a position to where it was on the screen. */
export function goToPosition(position: Position): void {
  const passage = findPassage(position),
    found = passage && letterAt(passage, position.letter);
  if (found) putBack({ ...found, top: position.top });
}

/**
 * Changes what stands above the text, such as a list. The text that is being read stays where it is; Safari does not
 * hold it by itself.
 */
export function withPositionHeld(change: () => void): void {
  const position = positionNow();
  change();
  if (position) goToPosition(position);
}

/**
 * Holds the position in this session, for the page that comes next. Where the session keeps nothing, the browser's own
 * way must do.
 */
export function holdPosition(): void {
  const position = positionNow();
  if (!position) return;
  try {
    sessionStorage.setItem(storeName, JSON.stringify(position));
    history.scrollRestoration = 'manual';
  } catch {
    /* Nothing is held. */
  }
}

function heldPosition(): Position | undefined {
  try {
    const position: unknown = JSON.parse(sessionStorage.getItem(storeName) ?? 'null');
    sessionStorage.removeItem(storeName);
    if (isPosition(position)) return position;
  } catch {
    /* Not ours, or refused. */
  }
  return undefined;
}

/** Goes back to the position that was held, if there is one. @returns whether there was */
export function takeHeldPosition(): boolean {
  const position = heldPosition();
  if (!position) return false;
  layOutAll();
  goToPosition(position);
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
