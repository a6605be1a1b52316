/**
 * What the reader chose in the report, or else what is being read: the passages, the words, and the heading they stand
 * under.
 */
import { highlighted, matchName } from '../../core/dom/highlight.js';
import { lineBeingRead } from '../../core/position/line.js';
import type { Delivered } from '../../core/position/original-words.js';
import { passageOf, passagesIn } from '../../core/position/passages.js';
import { isAsDelivered } from '../../core/language.js';
import type { Chosen } from './parts.js';

const report = () => document.querySelector('main')!;
const headings = 'h1, h2, h3, h4';

/** @returns a text with one space between any two words */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @returns the report's own words within a range, without ours */
function wordsIn(range: Range): string {
  const copy = range.cloneContents();
  for (const ours of copy.querySelectorAll('[data-ours]')) ours.remove();
  return copy.textContent ?? '';
}

/** @returns the part of a range that lies within a passage; nothing where it holds no word of it */
export function partIn(passage: Node, range: Range): Range | undefined {
  if (!range.intersectsNode(passage)) return undefined;
  const part = document.createRange();
  part.selectNodeContents(passage);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return wordsIn(part).trim() ? part : undefined;
}

/** @returns the words of each passage, or of the part of it that a range chose */
export const wordsOfEach = ({ passages, range }: Pick<Chosen, 'passages' | 'range'>): string[] =>
  passages.map(passage => {
    const whole = document.createRange();
    whole.selectNodeContents(passage);
    return spaced(wordsIn((range && partIn(passage, range)) ?? whole));
  });

const headingOver = (passage: HTMLElement) =>
  passage.matches(headings) ? passage : passage.closest('[id]')?.querySelector<HTMLElement>(headings);

/** @returns these passages, or the words that a range chose in them, as what was chosen */
export const chosenFrom = (passages: HTMLElement[], range?: Range): Chosen => ({
  passages,
  ...(range && { range }),
  words: wordsOfEach({ passages, ...(range && { range }) }).join(' '),
  heading: spaced(headingOver(passages[0]!)?.textContent ?? ''),
  id: passages[0]!.closest('[id]')?.id ?? 'main',
});

/**
 * @returns what was chosen in the words that were delivered: in a translated page the passages whole, because its
 * letters are others
 */
export function asDelivered(chosen: Chosen, delivered: Delivered): Chosen {
  if (isAsDelivered()) return chosen;
  const { passages, id } = chosen,
    wordsOf = (passage?: HTMLElement | null) => spaced((passage && delivered.get(passage)) ?? '');
  return { passages, id, words: passages.map(wordsOf).join(' '), heading: wordsOf(headingOver(passages[0]!)) };
}

/** @returns what a range chose of the report; nothing where it holds none of its words */
export function chosenIn(range: Range): Chosen | undefined {
  const passages = passagesIn(report()).filter(passage => partIn(passage, range));
  return passages.length ? chosenFrom(passages, range) : undefined;
}

/** @returns the words that are selected in the page, as a range of their own; nothing where none are */
export function selectedRange(): Range | undefined {
  const selection = getSelection();
  return selection?.rangeCount &&
    !selection.isCollapsed &&
    report().contains(selection.getRangeAt(0).commonAncestorContainer)
    ? selection.getRangeAt(0).cloneRange()
    : undefined;
}

/** @returns the passages that are shown, in order */
export const shownPassages = (): HTMLElement[] =>
  passagesIn(report()).filter(passage => passage.getClientRects().length);

/** @returns how far down text can be seen, in pixels: as far as the bar, where that lies over it */
function lowerEdge(): number {
  const bar = document.querySelector('nav.bar');
  return bar && getComputedStyle(bar).position === 'fixed' ? bar.getBoundingClientRect().top : innerHeight;
}

/** @returns the passage of the match that was gone to last, while that is on the screen */
function passageFound(edge: number): HTMLElement | undefined {
  const [match] = highlighted(matchName),
    { top, bottom } = match?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return match && bottom > 0 && top < edge ? passageOf(match.startContainer) : undefined;
}

/** @returns the first passage that can be seen whole */
const passageWhole = (edge: number): HTMLElement | undefined =>
  shownPassages().find(passage => {
    const { top, bottom } = passage.getBoundingClientRect();
    return top >= 0 && bottom <= edge;
  });

/**
 * The passage with the focus, or that of the match that was gone to last, or the first that can be seen whole, or that
 * in which the line being read stands, or the first one on the screen.
 */
function passageBeingRead(): HTMLElement | undefined {
  const focused = document.activeElement,
    edge = lowerEdge(),
    known = (focused && passageOf(focused)) ?? passageFound(edge) ?? passageWhole(edge),
    line = known ? undefined : lineBeingRead();
  return (
    known ??
    (line && passageOf(line.node)) ??
    shownPassages().find(passage => passage.getBoundingClientRect().bottom > 0) ??
    shownPassages().pop()
  );
}

/**
 * @param about a range or an element of the report, where that is known
 * @returns what is meant now; nothing only where the page has no report
 */
export function chosenNow(about?: unknown): Chosen | undefined {
  if (about instanceof HTMLElement) {
    const passage = passageOf(about);
    if (passage) return chosenFrom([passage]);
  }
  const range = about instanceof Range ? about : selectedRange(),
    chosen = range && chosenIn(range);
  if (chosen) return chosen;
  const passage = passageBeingRead();
  return passage && chosenFrom([passage]);
}
