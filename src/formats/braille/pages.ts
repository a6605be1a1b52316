/** Lines into pages. */
import { blank, numberInCells } from './cells.js';
import { width } from './wrap.js';

/** How many lines a page has; the first one is for the running head and the page number. */
export const height = 25;

/**
 * Lines that belong together. `before` and `after` ask for a blank line there; two of them make one. A block that
 * `leads` (a heading, or the words that announce a quotation) never stands at the foot of a page, parted from the first
 * two lines of what it leads to. `close` lets no blank line stand after it unless the next block leads too, as is usual
 * for headings at cells 5 and 7. A `whole` block stands on one page. A `central` one keeps its blank line below the
 * running head too. `id` is what the contents point to.
 */
export interface Block {
  lines: readonly string[];
  before?: boolean;
  after?: boolean;
  leads?: boolean;
  close?: boolean;
  whole?: boolean;
  central?: boolean;
  id?: string;
}

interface Row {
  line: string;
  ids: string[];
  together: boolean;
  stays?: boolean;
}

/** @returns all lines, each saying whether it must stand on the same page as the next one */
function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  blocks.forEach((block, place) => {
    const previous = blocks[place - 1],
      led = previous?.leads ?? false;
    const close = previous?.close && !(block.leads && block.id);
    if (block.central || (previous && !close && (previous.after || block.before)))
      rows.push({ line: '', ids: [], together: led || (block.central ?? false), stays: block.central ?? false });
    block.lines.forEach((line, number) => {
      const last = number === block.lines.length - 1;
      rows.push({
        line,
        ids: number === 0 && block.id ? [block.id] : [],
        together: block.leads || (!last && (block.whole || (led && number === 0))) || false,
      });
    });
  });
  return rows;
}

/** The lines of each page below its first one, and the page, counted from 0, on which each id stands. */
export interface Laid {
  pages: string[][];
  places: Map<string, number>;
}

/** @returns the pages of some blocks @throws Error when lines that belong together fill more than a page */
export function paged(blocks: readonly Block[]): Laid {
  const rows = rowsOf(blocks),
    room = height - 1,
    places = new Map<string, number>();
  const pages: string[][] = [[]];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to]!.together && to < rows.length - 1) to++;
    const chunk = rows.slice(from, to + 1);
    if (chunk.length > room)
      throw new Error(`${chunk.length} lines of braille must stand on one page, which has ${room}.`);
    if (pages.at(-1)!.length + chunk.length > room) pages.push([]);
    const page = pages.at(-1)!;
    for (const { line, ids, stays } of chunk) {
      if (line === '' && page.length === 0 && !stays) continue;
      page.push(line);
      for (const id of ids) places.set(id, pages.length - 1);
    }
    from = to + 1;
  }
  return { pages: pages.map(page => page.slice(0, page.findLastIndex(line => line !== '') + 1)), places };
}

/**
 * @returns the first line of a page: the running head in the middle, the page number at the right, at least three blank
 * cells between them; a running head that is too long loses words at its end
 */
export function headLine(head: string, number: number): string {
  const figures = numberInCells(number),
    room = width - 2 * (figures.length + 3);
  const words = head.split(blank);
  while (words.length > 1 && words.join(blank).length > room) words.pop();
  const fitting = words.join(blank).slice(0, room);
  const left = blank.repeat(Math.floor((width - fitting.length) / 2)) + fitting;
  return left + blank.repeat(width - left.length - figures.length) + figures;
}
