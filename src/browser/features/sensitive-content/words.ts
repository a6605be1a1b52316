/** The words of the view "Helplines". */
import type { Base, Translate } from '../../../model/words/translate.js';
import { wordsOf } from '../../core/loading/words-of.js';
import type en from '../../../../locales/care.en.json';

export type CareWords = Translate<Base<keyof typeof en>>;

/** @returns the words in the page's language @throws what the browser throws when they cannot be fetched */
export const careWords: () => Promise<CareWords> = wordsOf({
  en: () => import('../../../../locales/care.en.json'),
  cy: () => import('../../../../locales/care.cy.json'),
});
