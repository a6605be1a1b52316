/** Tells liblouis what it cannot see in the letters: marks for our own table (tables/ueb.uti). */

const closingQuotation = '\uE100',
  space = '\uE101';

/**
 * @returns the text with each closing single quotation mark told from apostrophes: the first ’ after a ‘ that ends a
 * word (Rules of Unified English Braille, 7.6)
 */
const withQuotations = (text: string): string =>
  text.replace(/‘(?:[^‘’]|’(?=\p{L}))*’/gu, quotation => quotation.slice(0, -1) + closingQuotation);

/**
 * @returns the text with the spaces marked that part digits which are not one number, as in a postcode (6.6.1: the
 * numeric space stands within a number only)
 */
function withSpaces(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, place) => {
      const next = words[place + 1];
      if (next === undefined) return word;
      const betweenDigits = /\d$/.test(word) && /^\d/.test(next),
        oneNumber = /^\W*\d+$/.test(word) && /^\d+\W*$/.test(next);
      return word + (betweenDigits && !oneNumber ? space : ' ');
    })
    .join('');
}

/** @returns English text as our table and liblouis's UEB tables want it */
export const markedForUeb = (text: string): string => withSpaces(withQuotations(text));

/** @returns Welsh text as liblouis's Welsh tables want it: they know the straight apostrophe */
export const markedForWelsh = (text: string): string => text.replaceAll('’', "'");
