/** The words of the page in plain words, in English and Welsh: their own files, because only the build needs them. */
import cy from '../../../locales/plain-page.cy.json';
import en from '../../../locales/plain-page.en.json';
import { wordsFrom } from '../../model/words/words-from.js';
import type { Base, Language, Reading } from '../../model/words/translate.js';

/** A key of this page's words. */
type PlainPageKey = Base<keyof typeof en | keyof typeof cy>;
export type PlainPageReading = Reading<PlainPageKey>;

const files: Record<Language, Record<string, string>> = { en, cy };

/** @returns the page's words in a language, and the language */
export const plainReading = (language: Language): PlainPageReading => ({
  language,
  t: wordsFrom(language, files[language]),
});
