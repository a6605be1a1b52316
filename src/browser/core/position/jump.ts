/**
 * Jumps within the report, and the way back from each, several steps: kept for this window, so that a reload or the
 * other language does not lose it.
 */
import { keepsNothing } from '../storage/storage.js';
import { goToPosition, isPosition, positionNow, type Position } from './held-position.js';
import { layOutAll } from './keep-line.js';
import { findPassage } from './passages.js';

/** Where a window keeps the positions from which it jumped. */
const storeName = 'reader-back';
/** No reader goes back further. */
const most = 50;

/** The very top of the page has no passage. */
const top: Position = { id: 'main', index: 0, begins: '', letter: 0, top: 0 };
/** @returns whether a position is the very top of the page */
export const isTop = ({ id, begins }: Position): boolean => id === top.id && !begins;

let positions: Position[] | undefined;
const listeners = new Set<() => void>();

function kept(): Position[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storeName) ?? '[]');
    return Array.isArray(found) ? found.filter(isPosition).slice(-most) : [];
  } catch {
    return [];
  }
}

function keep(next: Position[]): void {
  positions = next.slice(-most);
  // Where it may not be kept, the way back holds while the page is open.
  try {
    if (!keepsNothing()) sessionStorage.setItem(storeName, JSON.stringify(positions));
  } catch {
    /* Refused, or full. */
  }
  for (const listener of listeners) listener();
}

/** @returns the positions from which the reader jumped, the last one last */
export const positionsBefore = (): readonly Position[] => (positions ??= kept());

/**
 * @param listener is called whenever there is one position more or less to go back to
 * @returns a function that ends it
 */
function whenJumped(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes where the reader is, before a jump. */
export const notePosition = (): void => keep([...positionsBefore(), positionNow() ?? top]);

/** Forgets the last of these positions, because the reader is there again. */
export const dropPosition = (): void => keep(positionsBefore().slice(0, -1));

/** Lets something hold the focus only as long as it has it, so that reading goes on from there. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

const toTheTop = (element: Element) => element.scrollIntoView({ block: 'start', behavior: 'instant' });

/**
 * Brings a passage or a heading to the top of the screen, and the focus along; nothing is noted.
 * @param line where in it, if not at its beginning
 */
export function goTo(passage: HTMLElement, line?: Range): void {
  layOutAll();
  // A heading comes with its section, as by a link, unless the room above it fills a small screen. Beside its story it
  // may even move along.
  const heading = /^H[2-4]$/.test(passage.tagName);
  toTheTop(heading ? passage.closest('[id]')! : passage);
  if (heading && passage.getBoundingClientRect().top > innerHeight / 3) toTheTop(passage);
  if (line) scrollBy({ top: line.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
  focusOn(passage);
}

/**
 * Jumps to a passage or a heading, notes where the reader was, and brings the focus along.
 * @param line where in it, if not at its beginning
 */
export function jumpTo(passage: HTMLElement, line?: Range): void {
  notePosition();
  goTo(passage, line);
}

/**
 * Goes back to where the reader was before the last jump, and brings the focus along.
 * @returns whether there was a position to go to
 */
export function goBack(): boolean {
  const position = positionsBefore().slice(-1)[0];
  if (!position) return false;
  dropPosition();
  if (isTop(position)) scrollTo({ top: 0, behavior: 'instant' });
  else {
    layOutAll();
    goToPosition(position);
  }
  const passage = findPassage(position);
  if (passage) focusOn(passage);
  return true;
}

/**
 * Notes where the reader is whenever a link leads to another position of the report.
 * @param show shows the way back: after each jump, and at once where this window has jumped before
 */
export function noteJumps(show: () => void): void {
  if (!document.querySelector('report-section')) return;
  document.addEventListener('click', ({ target, defaultPrevented }) => {
    const link = (target as Element).closest?.('a');
    if (
      link?.hash &&
      !defaultPrevented &&
      link.origin + link.pathname === location.origin + location.pathname &&
      !link.matches('.skip')
    )
      notePosition();
  });
  whenJumped(show);
  if (positionsBefore().length) show();
}
