/**
 * The words of the formats, in English and Welsh: their own files, because only the build and the page of all formats
 * need them.
 */
import cy from '../../../locales/formats.cy.json';
import en from '../../../locales/formats.en.json';
import { wordsFrom } from './words-from.js';
import type { Base, Language, Translate } from './translate.js';

/** A key of these words. */
export type FormatKey = Base<keyof typeof en | keyof typeof cy>;

const files: Record<Language, Record<string, string>> = { en, cy };

/** @returns the words in a language */
export const formatWords = (language: Language): Translate<FormatKey> => wordsFrom(language, files[language]);
