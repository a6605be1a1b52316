/** What a reader asks for: words, each anywhere in a passage, or side by side. */
import { wordsIn } from './words.js';

/** Words to be found side by side, in order; most often it is one. */
type Wanted = readonly string[];

/** Nobody looks for more than this, in letters; a pasted chapter would only take long. */
export const longestQuery = 200;

/** A phrase may still be open, because it is being typed. */
const phrases = /["“„«]([^"“”„«»]*)["”“»]?/gu;

/**
 * @returns what is wanted, in the order in which it was typed; words joined by a hyphen or a slash (strip-search,
 * 2023/24) stand side by side in the text too
 */
export function parse(query: string): Wanted[] {
  const wanted: Wanted[] = [];
  const add = (text: string) => {
    const words = wordsIn(text).map(({ written }) => written);
    if (words.length) wanted.push(words);
  };
  // Marks that show nothing (a soft hyphen, a turn of direction) come along when words are copied.
  const given = query.slice(0, longestQuery).replace(/\p{Cf}/gu, '');
  let from = 0;
  for (const { 0: whole, 1: phrase, index } of given.matchAll(phrases)) {
    for (const part of given.slice(from, index).split(/\s+/)) add(part);
    add(phrase!);
    from = index + whole.length;
  }
  for (const part of given.slice(from).split(/\s+/)) add(part);
  return wanted;
}
