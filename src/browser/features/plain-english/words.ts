/**
 * The words of all that explains, in the page's language: the view "In plain English", the rows in the text, and the
 * part under a passage.
 */
import { wordsOf } from '../../core/loading/words-of.js';

export const plainWords = wordsOf({
  en: () => import('../../../../locales/plain.en.json'),
  cy: () => import('../../../../locales/plain.cy.json'),
});
export type PlainWords = Awaited<ReturnType<typeof plainWords>>;
