/** Where hard words stand in the report. No text of the page is changed by looking. */
import { rangeOf, textOf } from '../find/passage-text.js';
import { passagesIn } from '../../core/position/passages.js';
import { termsIn, type Term } from '../../../model/explanations.js';

/** A hard word where it is first used. */
export interface Use {
  term: Term;
  range: Range;
}
/** The hard words of a passage or two, and what their explanations stand after. */
interface Explained {
  after: Element;
  uses: Use[];
}

/**
 * The part, section or story that a passage is about: each has its words explained anew, because nobody need read from
 * the beginning.
 */
const owner = (passage: Element) => passage.closest('[id]')!;

const usesIn = (passage: HTMLElement): Use[] => {
  const text = textOf(passage);
  return termsIn(text.text).flatMap(({ term, start, end }) => {
    const range = rangeOf(text, start, end);
    return range ? [{ term, range }] : [];
  });
};

/** @returns each term once, in order */
const once = (terms: readonly Term[]): Term[] => [...new Set(terms)];

/** @returns the hard words in a text, in the order of their first use */
export const termsOf = (text: string): Term[] => once(termsIn(text).map(({ term }) => term));

/** @returns the hard words of a part, section or story: of its own passages, without those of what is in it */
export const termsUnder = (element: Element): Term[] =>
  once(
    passagesIn(element)
      .filter(passage => owner(passage) === owner(element))
      .flatMap(passage => termsIn(textOf(passage).text))
      .map(({ term }) => term),
  );

/** @returns after what our words about a passage stand: never within somebody's own words, nor within a list */
const endOf = (passage: HTMLElement): Element =>
  passage.closest('quote-card, stats-grid, contact-routes')?.lastElementChild ?? passage.closest('ul') ?? passage;

/**
 * @returns for each story, and for what else has an id, the first use of each hard word. What stands in a heading is
 * explained after the passage that follows it
 */
export function firstUses(): Explained[] {
  const found = new Map<Element, Use[]>(),
    known = new Map<Element, Set<Term>>();
  let waiting: Use[] = [],
    heading: HTMLElement | undefined;
  const explain = (after: Element, uses: Use[]) => {
    if (uses.length) found.set(after, [...(found.get(after) ?? []), ...uses]);
  };
  for (const passage of passagesIn(document.querySelector('main')!)) {
    const around = owner(passage),
      before = known.get(around) ?? new Set();
    known.set(around, before);
    const uses = usesIn(passage).filter(({ term }) => !before.has(term) && before.add(term));
    if (heading && owner(heading) !== around) {
      explain(heading, waiting);
      waiting = [];
    }
    heading = /^H\d$/.test(passage.tagName) ? passage : undefined;
    if (heading) waiting.push(...uses);
    else explain(endOf(passage), [...waiting.splice(0), ...uses]);
  }
  if (heading) explain(heading, waiting);
  return [...found].map(([after, uses]) => ({ after, uses }));
}
