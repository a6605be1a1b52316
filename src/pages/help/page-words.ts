/** The words of the help page, in English and Welsh: their own files, because only the build needs them. */
import cy from '../../../locales/help-page.cy.json';
import en from '../../../locales/help-page.en.json';
import { wordsFrom } from '../../model/words/words-from.js';
import type { Base, Language, Reading } from '../../model/words/translate.js';

/** A key of this page's words. */
export type HelpPageKey = Base<keyof typeof en | keyof typeof cy>;
export type HelpPageReading = Reading<HelpPageKey>;

const files: Record<Language, Record<string, string>> = { en, cy };

/** @returns the page's words in a language, and the language */
export const helpReading = (language: Language): HelpPageReading => ({
  language,
  t: wordsFrom(language, files[language]),
});
