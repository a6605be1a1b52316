/**
 * The words of a text, each with its place, and folded: capitals, accents, apostrophes and what is not seen make no
 * difference in finding.
 */

/** A word as it stands in a text, from its first letter to the one after its last. */
export interface Word {
  written: string;
  start: number;
  end: number;
}

/**
 * Numbers with their commas, then words with the apostrophes inside them. Hyphens and slashes part words; what is not
 * seen does not, where it stands inside one: a soft hyphen, a joiner, a space of no width.
 */
const number = /\p{N}(?:\p{Cf}*(?:[.,]\p{Cf}*)?\p{N})*/u;
const word = /\p{L}(?:\p{Cf}*[\p{L}\p{M}\p{N}])*(?:\p{Cf}*['’‘ʼ](?:\p{Cf}*[\p{L}\p{M}])+)*/u;
const pattern = new RegExp(`${number.source}|${word.source}`, 'gu');

/** @returns the words of a text, in order */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(pattern)].map(({ 0: written, index }) => ({ written, start: index, end: index + written.length }));

/**
 * What is joined to a word by an apostrophe and is not part of it: possessives in English, short words in Welsh (mae’r,
 * i’w).
 */
const joined = { en: /['’‘ʼ]s$/i, cy: /['’‘ʼ](?:r|n|m|i|w|u|ch|th|s)$/i };

/**
 * @returns the word in small letters, one sign for each, without accents, apostrophes and what is joined by them,
 * without the commas of numbers
 */
export const fold = (written: string, language: 'en' | 'cy' = 'en'): string =>
  written
    .replace(/\p{Cf}/gu, '')
    .replace(joined[language], '')
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ,]/gu, '')
    .toLowerCase();
