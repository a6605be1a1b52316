/**
 * Keeps the position by itself, on this device, for the reader to come back to (come-back.ts): at another size, in the
 * other language, after a correction. Looking around does not lose it: the position of the visit before stays kept
 * until the reader has come to it or past it, or has really read on elsewhere, which is counted in passages that were
 * rested on. What comes before the first part, the cover and its quotations, is no position.
 */
import { isPosition, positionNow, type Position } from '../../core/position/held-position.js';
import { isAtEnd } from '../../core/position/line.js';
import { findPassage } from '../../core/position/passages.js';
import { keepsNothing, read, write } from '../../core/storage/storage.js';

const storeName = 'reader-kept-place';

/** How long a position must be read before it is kept, in milliseconds. */
const rest = 1500;

/** Whoever rests on so many passages in one visit reads there, and does not only look around. */
const enoughPassages = 5;

const isInPart = ({ id }: Position) => Boolean(document.getElementById(id)?.closest('main > section'));

/** A position that was kept far down a longer screen is not below this one. */
function keptPosition(): Position | undefined {
  try {
    const position: unknown = JSON.parse(read(storeName) ?? 'null');
    return isPosition(position) && isInPart(position)
      ? { ...position, top: Math.min(Math.max(0, position.top), innerHeight / 2) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The position of the visit before, as long as another may not take its place. */
let before: Position | undefined;
const restedOn = new Set<HTMLElement>();

/** @returns whether a passage is the one of the visit before, or stands after it */
function isThereOrPast(passage: Node): boolean {
  const kept = before && findPassage(before);
  return !kept || passage === kept || kept.compareDocumentPosition(passage) === Node.DOCUMENT_POSITION_FOLLOWING;
}

let moved = false;
/**
 * Keeps the position, but neither the beginning, where everybody arrives, nor the very end, where nothing is left to go
 * on with.
 */
function keep(): void {
  if (!document.querySelector('main')) {
    // Whoever left fast leaves no trace of what was read.
    write(storeName, '');
    return;
  }
  if (!moved || scrollY < innerHeight || isAtEnd()) return;
  moved = false;
  const position = positionNow(),
    passage = position && findPassage(position);
  if (!passage || !isInPart(position)) return;
  restedOn.add(passage);
  if (restedOn.size < enoughPassages && !isThereOrPast(passage)) return;
  before = undefined;
  write(storeName, JSON.stringify(position));
}

/** Called once. While nothing is to be kept, nothing is kept and nothing offered. */
export function keepPosition(): void {
  if (keepsNothing()) return;
  before = keptPosition();
  const now = positionNow(),
    passage = now && findPassage(now);
  // A page that was loaded anew stands where it stood: the visit goes on.
  if (passage && isThereOrPast(passage)) before = undefined;
  let hasRested: () => void = () => undefined;
  // It may not come, where the connection went before all of the copy was there: the next visit offers it.
  if (before)
    import('./come-back.js')
      .then(({ comeBack }) => {
        if (before)
          hasRested = comeBack(before, () => {
            before = undefined;
          });
      })
      .catch(() => undefined);
  let resting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      moved = true;
      clearTimeout(resting);
      resting = setTimeout(() => {
        hasRested();
        keep();
      }, rest);
    },
    { passive: true },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  addEventListener('pagehide', keep);
}
