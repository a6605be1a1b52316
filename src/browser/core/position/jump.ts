/**
 * Jumps within the report, and the way back from each, several steps: kept for this window, so that a reload or the
 * other language does not lose it. The browser's own Back leads to the same positions: each jump is an entry of its
 * history.
 */
import { keepsNothing } from '../storage/storage.js';
import { goToPosition, isPosition, isSamePassage, positionNow, type Position } from './held-position.js';
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

/** What the browser keeps of an entry of its history: whether a jump made it, and where the next jump began. */
interface Entry {
  isJump?: true;
  position?: Position;
}
const entry = (): Entry => (history.state as Entry | null) ?? {};
const change = (more: Entry) => history.replaceState({ ...entry(), ...more }, '');

/**
 * Notes where the reader is, before a jump.
 * @param isLink whether a link makes the jump, and with it the entry of the browser's history
 */
export function notePosition(isLink = false): void {
  const position = positionNow() ?? top;
  keep([...positionsBefore(), position]);
  change({ position });
  if (!isLink) history.pushState({ isJump: true }, '');
}

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

/** Brings the reader to a position from which they jumped, and the focus along; it is forgotten, with all after it. */
function comeBackTo(position: Position): void {
  const before = positionsBefore(),
    index = before.findLastIndex(each => isSamePassage(each, position) && each.begins === position.begins);
  if (index >= 0) keep(before.slice(0, index));
  if (isTop(position)) scrollTo({ top: 0, behavior: 'instant' });
  else {
    layOutAll();
    goToPosition(position);
  }
  const passage = findPassage(position);
  if (passage) focusOn(passage);
}

/**
 * Goes back to where the reader was before the last jump, and brings the focus along.
 * @returns whether there was a position to go to
 */
export function goBack(): boolean {
  const position = positionsBefore().slice(-1)[0];
  // By the browser's own Back, where it leads there: whoever uses both would else come to the same place twice.
  if (position && entry().isJump) history.back();
  else if (position) comeBackTo(position);
  return Boolean(position);
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
    ) {
      // To the place that the address names already, a link makes no entry.
      const makesEntry = link.hash !== location.hash;
      notePosition(makesEntry);
      if (makesEntry) addEventListener('hashchange', () => change({ isJump: true }), { once: true });
    }
  });
  // In the next frame, when the browser has put its own memory, in pixels.
  addEventListener('popstate', () => {
    const { position } = entry();
    if (isPosition(position)) requestAnimationFrame(() => comeBackTo(position));
  });
  whenJumped(show);
  if (positionsBefore().length) show();
}
