/** The words of the view "This passage". */
import { wordsOf } from '../../core/loading/words-of.js';

export const passageWords = wordsOf({
  en: () => import('../../../../locales/passage.en.json'),
  cy: () => import('../../../../locales/passage.cy.json'),
});
