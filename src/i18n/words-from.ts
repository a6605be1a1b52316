/**
 * Sentences from a file of words. The same as i18next gives while building, without its 14 KB (a test compares every
 * sentence, every plural): only what our files use, by the browser's own plural rules and numbers (ECMA-402).
 */
import type { Language, Translate } from './translate.js';

/**
 * @param language which language the words are in
 * @param words a file of words
 * @returns a function from a key of the file (and values for its {{places}}, `count` for plurals) to a sentence; a key that is not there comes back as it is
 */
export function wordsFrom<Name extends string>(language: Language, words: Record<string, string>): Translate<Name> {
  const plural = new Intl.PluralRules(language), number = new Intl.NumberFormat(language), percent = new Intl.NumberFormat(language, { style: 'percent' });
  const shown = (value: string | number | undefined, how = '') => (how.includes('percent') ? percent.format(Number(value)) : how ? number.format(Number(value)) : String(value));
  return (key, values = {}) => (words[key] ?? words[`${key}_${plural.select(Number(values['count']))}`] ?? key)
    .replace(/\{\{(\w+)(, number(?:\(style: percent\))?)?\}\}/g, (_, name: string, how?: string) => shown(values[name], how));
}
