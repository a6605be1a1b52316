/** A day in words. */
import type { Language } from './translate.js';

/**
 * @param day a moment, or a day as YYYY-MM-DD
 * @returns the day in words, such as 26 November 2026, as it is at Greenwich: the same wherever that is asked
 */
export const dayIn = (language: Language, day: Date | string): string =>
  new Intl.DateTimeFormat({ en: 'en-GB', cy: 'cy' }[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
