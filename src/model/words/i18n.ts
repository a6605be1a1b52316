/**
 * The interface's words in English and Welsh, through i18next. Used while building; the browser has the same words from
 * interface-words.ts.
 */
import i18next from 'i18next';
import cy from '../../../locales/cy.json';
import en from '../../../locales/en.json';
import type { Language, Translate } from './translate.js';

const files: Record<Language, Record<string, string>> = { en, cy };

/**
 * @param language which language the words are in
 * @param words a file of words
 * @returns a function from a key of the file (and values for its {{places}}, `count` for plurals) to a sentence
 */
export function translationsFrom<Name extends string>(
  language: Language,
  words: Record<string, string>,
): Translate<Name> {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // Lit escapes what it renders, and everything else is set as text.
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: words } },
  });
  return (key, values) => i18n.t(key, values ?? {});
}

/** @returns the interface's words in a language */
export const translations = (language: Language): Translate => translationsFrom(language, files[language]);
