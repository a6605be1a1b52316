/** The words of the view "Figures". */
import type { Base, Translate } from '../../../model/words/translate.js';
import { wordsOf } from '../../core/loading/words-of.js';
import type en from '../../../../locales/figures.en.json';

export type FiguresWords = Translate<Base<keyof typeof en>>;

/** @returns the words in the page's language @throws what the browser throws when they cannot be fetched */
export const figuresWords: () => Promise<FiguresWords> = wordsOf({
  en: () => import('../../../../locales/figures.en.json'),
  cy: () => import('../../../../locales/figures.cy.json'),
});
