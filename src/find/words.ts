/** The words of a text, each with its place, and folded: capitals, accents and apostrophes make no difference in finding. */

/** A word as it stands in a text, from its first letter to the one after its last. */
export interface Word { written: string; start: number; end: number }

/** Numbers with their commas, then words with the apostrophes inside them. Hyphens and slashes part words. */
const pattern = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’‘ʼ][\p{L}\p{M}]+)*/gu;

/** @returns the words of a text, in order */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(pattern)].map(({ 0: written, index }) => ({ written, start: index, end: index + written.length }));

/** What is joined to a word by an apostrophe and is not part of it: possessives in English, short words in Welsh (mae’r, i’w). */
const joined = { en: /['’‘ʼ]s$/i, cy: /['’‘ʼ](?:r|n|m|i|w|u|ch|th|s)$/i };

/** @returns the word in small letters, without accents, apostrophes and what is joined by them, without the commas of numbers */
export const fold = (written: string, language: 'en' | 'cy' = 'en'): string =>
  written.replace(joined[language], '').normalize('NFD').replace(/[\p{M}'’‘ʼ,]/gu, '').toLowerCase();
