/** Reads finished braille files as somebody with fingers and liblouis's tables would: pages, lines, then print. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { howToGet, tools } from '../support/tools.js';

const ourTables = resolve(import.meta.dirname, '../../src/formats/braille/tables');

/** @returns lines of ASCII braille put through lou_translate once, backwards */
function louis(list: string, lines: readonly string[]): string[] {
  const { stdout, error } = spawnSync('lou_translate', ['--backward', list], {
    input: lines.map(line => `${line.replaceAll('\\', '\\\\')}\n`).join(''),
    encoding: 'utf8',
  });
  if (error) throw new Error(howToGet([tools.liblouis]));
  return stdout.split('\n').slice(0, -1);
}

type Grade = 1 | 2;

/**
 * @returns ASCII braille in print, by liblouis's tables, ours, and what tests add to them; `grade` is that of the
 * braille
 */
export const inPrint = (lines: readonly string[], grade: Grade): string[] =>
  louis(`en-us-brf.dis,en-ueb-g${grade}.ctb,${ourTables}/ueb.uti,${import.meta.dirname}/braille-back.uti`, lines);

/** @returns the pages of a BRF file, each a list of lines */
export const pagesOf = (brf: string): string[][] =>
  brf
    .split('\f')
    .slice(0, -1)
    .map(page => page.split('\r\n').slice(0, -1));

const guideDots = /""/;

/** @returns the number, counted from 0, of the first page of the report: the one after the contents */
export const firstPage = (pages: readonly string[][]): number =>
  pages.findLastIndex(page =>
    page.some(line => guideDots.test(line) && /#[A-J]+$/.test(line) && !line.startsWith(' '.repeat(20))),
  ) + 1;

/**
 * @returns the lines of the report itself, in order: without running heads, contents, and notes of ours (UEB 3.27); an
 * address that goes on in the next line is put together again
 */
export function reportLines(pages: readonly string[][]): string[] {
  const lines = [pages[0]!, ...pages.slice(firstPage(pages))].flatMap(page => page.slice(1)).map(line => line.trim());
  return lines
    .join('\n')
    .replace(/@\.<.*?@\.>/gs, '')
    .replace(/(?<=\/_\/.*)"\n/g, '')
    .split('\n')
    .filter(Boolean);
}

/** Addresses stand in uncontracted braille, in the contracted edition too (10.12.3). */
const isAddress = (line: string) => /^\S*(WWW4|@A)\S*$/.test(line);

/** @returns the report's words in print */
export function wordsOf(pages: readonly string[][], grade: Grade): string[] {
  const lines = reportLines(pages),
    addresses = lines.filter(isAddress);
  const printed = inPrint(
      lines.filter(line => !isAddress(line)),
      grade,
    ),
    spelled = inPrint(addresses, 1);
  return lines
    .map(line => (isAddress(line) ? spelled : printed).shift()!)
    .join(' ')
    .split(/\s+/u)
    .filter(Boolean);
}
