/**
 * The report's passages (headings, paragraphs, list items), each found again by its words, so that another text size,
 * language, width or a corrected text does not lose it.
 */

/** What a passage is found again by: the nearest id around it, its number within that, and how it begins. */
export interface PassageName {
  id: string;
  index: number;
  begins: string;
}

const names = 'h1, h2, h3, h4, p, li';
const isPassage = (element: Element) => !element.closest('[data-ours]') && !element.querySelector('p, li');

/** @returns the report's passages in order, within an element: its headings, paragraphs and list items */
export const passagesIn = (within: ParentNode): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(names)].filter(isPassage);

const report = () => document.querySelector('main')!;
const owner = (passage: Element) => passage.closest('[id]')!;
const beginningOf = (passage: Element) => passage.textContent.trim().slice(0, 60);

/** @returns the passage in which a node of the report stands; nothing for our own words */
export function passageOf(node: Node): HTMLElement | undefined {
  // The nearest one, and not the first of all that holds it: this is asked whenever a reader rests.
  const nearest = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(names);
  return nearest?.closest('main') && isPassage(nearest) ? nearest : undefined;
}

/**
 * @returns the passage at a height of the screen, in pixels from its upper edge, whatever lies over it: the last one
 * that begins above; nothing where none does
 */
export const passageAt = (height: number): HTMLElement | undefined =>
  passagesIn(report())
    .filter(passage => (passage.getClientRects()[0]?.top ?? Infinity) <= height)
    .pop();

/** @returns what the passage is found again by */
export const nameOf = (passage: HTMLElement): PassageName => ({
  id: owner(passage).id,
  index: passagesIn(owner(passage)).indexOf(passage),
  begins: beginningOf(passage),
});

/** @returns the passage of that name: the one that begins so, or else the one that now stands where it stood */
export function findPassage({ id, index, begins }: PassageName): HTMLElement | undefined {
  const around = passagesIn(document.getElementById(id) ?? report());
  const same = around.filter(passage => beginningOf(passage) === begins);
  const near = same.includes(around[index]!) ? around[index] : same[0];
  return (
    near ??
    passagesIn(report()).find(passage => beginningOf(passage) === begins) ??
    around[Math.min(index, around.length - 1)]
  );
}

/** @returns how many letters of the passage stand before a point in it */
export function letterOf(passage: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** @returns the text and the letter in it that stand at a number of letters from the passage's beginning */
export function letterAt(passage: HTMLElement, letter: number): { node: Text; offset: number } | undefined {
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  let left = letter,
    last: Text | undefined;
  while (texts.nextNode()) {
    last = texts.currentNode as Text;
    if (left < last.length) return { node: last, offset: left };
    left -= last.length;
  }
  return last && { node: last, offset: last.length };
}

/** @returns whether something kept names a passage */
export const isPassageName = (given: unknown): given is PassageName => {
  const { id, index, begins } = (given ?? {}) as Partial<PassageName>;
  return typeof id === 'string' && typeof begins === 'string' && Number.isInteger(index) && index! >= 0;
};
