/**
 * How a hard word is called and what it means, in the page's language, with English marked as English where that is
 * another (WCAG 3.1.2).
 */
import type { Language } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import { pageLanguage } from '../../core/language.js';
import type { Term } from '../../../model/explanations.js';

export type Pieces = (Node | string)[];

const english = (text: string): HTMLElement => make('span', { lang: 'en', textContent: text });
/** Whether our language has a word of its own for it. */
const isTranslated = ({ en, [pageLanguage()]: own }: Term) => own.term !== en.term;
const withExpansion = ({ term, expansion }: Term[Language]) => (expansion ? `${term}: ${expansion}` : term);

/** @returns the word as the report has it, then what is short for, or what our language says for it */
export function nameInText(term: Term): Pieces {
  const own = term[pageLanguage()];
  return isTranslated(term)
    ? [english(term.en.term), ': ', own.expansion ? `${own.term} (${own.expansion})` : own.term]
    : [withExpansion(own)];
}

/** @returns the word in our language, then the report's own, as it stands in a list in the order of our letters */
export const nameInList = (term: Term): Pieces => [
  withExpansion(term[pageLanguage()]),
  ...(isTranslated(term) ? [' (', english(term.en.term), ')'] : []),
];

/** @returns what a word means; where that quotes the report's own word, it is marked as English */
export function meaningOf(term: Term): Pieces {
  const { means } = term[pageLanguage()];
  if (!isTranslated(term)) return [means];
  return means
    .split(/([“”])/)
    .map(piece => (piece.toLowerCase() === term.en.term.toLowerCase() ? english(piece) : piece));
}
