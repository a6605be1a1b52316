/** The words of the page of all formats, in English and Welsh: their own files, because only the build needs them. */
import cy from '../../../locales/formats-page.cy.json';
import en from '../../../locales/formats-page.en.json';
import { wordsFrom } from '../../model/words/words-from.js';
import type { Base, Language, Reading } from '../../model/words/translate.js';

/** A key of this page's words. */
export type FormatsPageKey = Base<keyof typeof en | keyof typeof cy>;
export type FormatsPageReading = Reading<FormatsPageKey>;

const files: Record<Language, Record<string, string>> = { en, cy };

/** @returns the page's words in a language, and the language */
export const formatsReading = (language: Language): FormatsPageReading => ({
  language,
  t: wordsFrom(language, files[language]),
});
