/** Cells into lines. No word and no number is divided; only an address that is longer than a line. */
import { blank, fromAscii, signs } from './cells.js';

/** How many cells a line has. */
export const width = 40;

/**
 * Where lines begin, as numbers of blank cells before them: the first and those after it. `room` is how many cells may
 * be used, counted from the margin.
 */
export interface Shape {
  first: number;
  rest: number;
  room?: number;
}

const slash = fromAscii('_/'),
  stop = fromAscii('4');

/**
 * Divides an address that is too long for a line, after a slash or before a full stop; a sign at the end of the line
 * says that it goes on (Rules of Unified English Braille, 10.12.3 and the line continuation indicator of 6.10).
 * @returns how many of its cells stand in a line with `room` cells, the sign not counted
 * @throws Error when there is no such place
 */
function dividedAt(word: string, room: number): number {
  for (let place = room - signs.goesOn.length; place > 1; place--) {
    if (word.slice(0, place).endsWith(slash) || word.startsWith(stop, place)) return place;
  }
  throw new Error(
    `A word of ${word.length} cells does not fit into a line of ${room}, and may not be divided: ${word}`,
  );
}

/** @returns the lines of some words, each with the blank cells before it, none longer than the room */
export function wrap(cells: string, { first, rest, room = width }: Shape): string[] {
  const lines: string[] = [];
  let line = blank.repeat(first),
    empty = true;
  const end = () => {
    lines.push(line);
    line = blank.repeat(rest);
    empty = true;
  };
  for (let word of cells.split(blank).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > room) end();
    while (line.length + word.length > room && empty) {
      const place = dividedAt(word, room - line.length);
      line += word.slice(0, place) + signs.goesOn;
      word = word.slice(place);
      end();
    }
    line += (empty ? '' : blank) + word;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}

/**
 * @returns words in the middle of lines, with at least three blank cells on both sides (Braille Formats 2016, centred
 * headings)
 */
export const centred = (cells: string, room = width): string[] =>
  wrap(cells, { first: 0, rest: 0, room: room - 6 }).map(
    line => blank.repeat(Math.floor((width - line.length) / 2)) + line,
  );
