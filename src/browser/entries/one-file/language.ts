/**
 * Which language the interface of the one file speaks. Both stand in the document; the root of the page says which is
 * shown.
 */
import { languages, type Language } from '../../../model/words/translate.js';
import { read, write } from '../../core/storage/storage.js';

const key = 'reader-language';

/** @returns the language that was chosen here before, or else that of the device, or else English */
export function wantedLanguage(): Language {
  const kept = read(key);
  return languages.find(language => language === kept) ?? (/^cy\b/.test(navigator.language) ? 'cy' : 'en');
}

/**
 * Keeps the choice.
 * @returns whether this browser lets a file keep something; otherwise the choice holds until it is closed
 */
export const keepLanguage = (language: Language): boolean => write(key, language);

/** Shows the words of a language and hides those of the other. */
export function showLanguage(language: Language): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset['interface'] = language;
}
