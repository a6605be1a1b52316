/** The interface's words in the browser, fetched when something new must be said. */
import cy from '../../../locales/cy.json';
import en from '../../../locales/en.json';
import type { Language, Translate } from './translate.js';
import { wordsFrom } from './words-from.js';

/** The file of words of each language. */
export const files: Readonly<Record<Language, Record<string, string>>> = { en, cy };

/** @returns the interface's words in a language */
export const translations = (language: Language): Translate => wordsFrom(language, files[language]);
