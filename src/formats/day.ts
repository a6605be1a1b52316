/** A day, as formats tell it. */
import type { Language } from '../model/words/translate.js';

/** @param day as YYYY-MM-DD @returns it in words, such as 26 November 2026 */
export const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat({ en: 'en-GB', cy: 'cy' }[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
