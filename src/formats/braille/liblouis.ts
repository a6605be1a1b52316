/** Text to braille by liblouis (https://liblouis.io), with its own tables and few additions of ours. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { blank } from './cells.js';
import { markedForUeb, markedForWelsh } from './marks.js';

/** A braille code: UEB with contractions (grade 2) and without (grade 1), Welsh braille likewise. */
export type Code = 'ueb2' | 'ueb1' | 'cy2' | 'cy1';
/** Words and the code in which they are to be written. */
export interface Text {
  code: Code;
  words: string;
}

const tables: Record<Code, string> = {
  ueb2: 'en-ueb-g2.ctb,ueb.uti',
  ueb1: 'en-ueb-g1.ctb,ueb.uti',
  cy2: 'cy-cy-g2.ctb,welsh.uti',
  cy1: 'cy-cy-g1.utb,welsh.uti',
};
const folder = resolve(import.meta.dirname, 'tables');
/** lou_translate reads lines of about 2,000 bytes and divides longer ones wherever it happens to be. */
const longest = 900;

/** @returns the text in parts that liblouis takes whole, divided at spaces */
const partsOf = (text: string): string[] => text.match(new RegExp(`\\S(?:.{0,${longest - 1}}(?!\\S))?`, 'gsu')) ?? [''];

const howToGet = 'On Debian and Ubuntu: apt-get install liblouis-bin liblouis-data';

/** Runs lou_translate once, by a list of tables. */
const run = (list: string, lines: readonly string[]) =>
  spawnSync('lou_translate', ['--forward', list], {
    cwd: folder,
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

/** @returns what of liblouis is not there, its program or its own tables, and how to get it; nothing where both are */
export function lacksLiblouis(): string | undefined {
  for (const list of Object.values(tables)) {
    const [table] = list.split(','),
      { error, stdout } = run(`unicode.dis,${table}`, ['a']);
    if (error) return `there is no lou_translate here, a program of liblouis. ${howToGet}`;
    // Where a table is missing it ends as if all were well, and gives nothing.
    if (!stdout.trim()) return `lou_translate does not find liblouis’s table ${table}. ${howToGet}`;
  }
  return undefined;
}

/**
 * @returns lines in braille, as Unicode cells, made by one run of the program
 * @throws Error that names the package to install when there is no lou_translate
 */
function translate(code: Code, lines: readonly string[]): string[] {
  const { stdout, stderr, error, status } = run(`unicode.dis,${tables[code]}`, lines);
  if (error) throw new Error(`There is no lou_translate here, which makes braille. ${howToGet}. (${error.message})`);
  const cells = stdout.split('\n').slice(0, -1);
  if (status !== 0 || cells.length !== lines.length) {
    const gave = `lou_translate gave ${cells.length} lines of braille for ${lines.length} lines of text`;
    throw new Error(`${gave} (${tables[code]}): ${stderr.trim()}`);
  }
  return cells.map(line => line.replace(/[^\u2800-\u28ff]/gu, blank));
}

/**
 * @param texts all the words that will be wanted: the program runs once for each code
 * @returns a function from a text to its cells
 */
export function braille(texts: readonly Text[]): (text: Text) => string {
  const cells = new Map<string, string>();
  const key = ({ code, words }: Text) => `${code} ${words}`;
  for (const code of Object.keys(tables) as Code[]) {
    const wanted = [...new Set(texts.filter(text => text.code === code).map(({ words }) => words))];
    if (!wanted.length) continue;
    const mark = code.startsWith('cy') ? markedForWelsh : markedForUeb;
    // In its input a backslash would begin an escape.
    const parts = wanted.map(words => partsOf(mark(words).replaceAll('\\', '\\\\')));
    const lines = translate(code, parts.flat());
    wanted.forEach((words, place) =>
      cells.set(key({ code, words }), lines.splice(0, parts[place]!.length).join(blank)),
    );
  }
  return text => {
    const found = cells.get(key(text));
    if (found === undefined) throw new Error(`No braille was made of ${JSON.stringify(text.words)}.`);
    return found;
  };
}
