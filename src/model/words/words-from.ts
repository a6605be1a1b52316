/**
 * Sentences from a file of words. The same as i18next gives while building, without its 14 KB (a test compares every
 * sentence, every plural): only what our files use, by the browser's own plural rules and numbers (ECMA-402).
 */
import type { Language, Translate } from './translate.js';

/**
 * What the browser knows of a language takes a slow phone a tenth of a second to fetch: asked for when it is needed,
 * and once.
 */
const once = <Known>(make: (language: Language, style?: 'decimal' | 'percent') => Known) => {
  const known: Record<string, Known> = {};
  return (language: Language, style?: 'decimal' | 'percent') =>
    (known[`${language} ${style}`] ??= make(language, style));
};
const plurals = once(language => new Intl.PluralRules(language));
const numbers = once((language, style) => new Intl.NumberFormat(language, { style }));

/**
 * @param language which language the words are in
 * @param words a file of words
 * @returns a function from a key of the file (and values for its {{places}}, `count` for plurals) to a sentence; a key
 * that is not there comes back as it is
 */
export function wordsFrom<Name extends string>(language: Language, words: Record<string, string>): Translate<Name> {
  const shown = (value: string | number | undefined, how = '') =>
    how ? numbers(language, how.includes('percent') ? 'percent' : 'decimal').format(Number(value)) : String(value);
  return (key, values = {}) =>
    (words[key] ?? words[`${key}_${plurals(language).select(Number(values['count']))}`] ?? key).replace(
      /\{\{(\w+)(, number(?:\(style: percent\))?)?\}\}/g,
      (_, name: string, how?: string) => shown(values[name], how),
    );
}
