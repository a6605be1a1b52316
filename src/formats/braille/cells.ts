/** Braille cells: written as Unicode braille patterns while we work, as North American ASCII braille in a BRF file. */

const firstCell = 0x2800;

/** The 64 cells of six dots, in the order of Unicode, in ASCII braille (liblouis: en-us-brf.dis). */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';

/** A cell with no dots. */
export const blank = '\u2800';

/** @returns Unicode braille in ASCII braille @throws Error when something is not a cell of six dots */
export const toAscii = (cells: string): string =>
  [...cells]
    .map(cell => {
      const found = ascii[cell.codePointAt(0)! - firstCell];
      if (found === undefined)
        throw new Error(`Found ${JSON.stringify(cell)} among braille cells, expected: cells of six dots only.`);
      return found;
    })
    .join('');

/** @returns ASCII braille in Unicode braille */
export const fromAscii = (letters: string): string =>
  [...letters]
    .map(letter => {
      const place = ascii.indexOf(letter);
      if (place < 0) throw new Error(`Found ${JSON.stringify(letter)}, expected: ASCII braille.`);
      return String.fromCodePoint(firstCell + place);
    })
    .join('');

/**
 * Signs that we set ourselves, around what liblouis gives. The numbers are those of the Rules of Unified English
 * Braille.
 */
export const signs = {
  /** 3.27: our notes stand between these two. */
  openNote: fromAscii('@.<'),
  closeNote: fromAscii('@.>'),
  /** 14.3.2: between these two stands braille that is not UEB, here Welsh. */
  openWelsh: fromAscii("^('"),
  closeWelsh: fromAscii('^)'),
  /** 14.3.1: the one word after it is not UEB. */
  welshWord: fromAscii('^('),
  /** 3.14: the sign after it is the one that is spoken of. */
  locator: fromAscii('.='),
  /** 6.10 and 11.10: what ends with it goes on in the next line, without a space. */
  goesOn: fromAscii('"'),
  /** Leads from the end of an entry in the contents to its page number. */
  guide: fromAscii('"'),
};

/** @returns a number in UEB (6.1: the numeric indicator, then a to j), the same in Welsh braille */
export const numberInCells = (number: number): string =>
  fromAscii(`#${[...String(number)].map(digit => 'JABCDEFGHI'[Number(digit)]).join('')}`);
