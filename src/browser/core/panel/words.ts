/** The words of the panel and of its menu. */
import { wordsOf } from '../loading/words-of.js';

export const panelWords = wordsOf({
  en: () => import('../../../../locales/panel.en.json'),
  cy: () => import('../../../../locales/panel.cy.json'),
});
export type PanelWords = Awaited<ReturnType<typeof panelWords>>;
