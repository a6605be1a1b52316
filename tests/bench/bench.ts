/**
 * Sets this reader beside other pages of the same report, on a slow phone, and prints the table. With `--write` it goes
 * into README.md too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { markdownTable, median } from '../measure/numbers.js';
import { launch } from '../support/browser.js';
import type { Answered } from '../support/server.js';
import { contenders, longerContenders, type Contender } from './contenders.js';
import { requestsOf, visitOnce, type Times } from './visit-contender.js';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('BENCH_ROUNDS says how many visits each page gets: a whole number, 1 or more.');

interface Seen {
  contender: Contender;
  times: Times[];
  first: Answered[];
  all: Answered[];
}

const milliseconds = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
const rows: { what: string; of: keyof Times; told: (value: number) => string; compared?: boolean }[] = [
  { what: 'First paint', of: 'firstPaint', told: milliseconds, compared: true },
  { what: 'Largest paint', of: 'largestPaint', told: milliseconds, compared: true },
  { what: 'Readable to the last sentence', of: 'readable', told: milliseconds, compared: true },
  { what: 'Blocking time', of: 'blocked', told: milliseconds },
  { what: 'Work of the main thread until it rests', of: 'work', told: milliseconds },
  { what: 'Layouts until then', of: 'layouts', told: String },
  { what: 'Style calculations until then', of: 'styles', told: String },
  { what: 'Layout shift', of: 'shift', told: value => value.toFixed(3) },
  { what: 'Kept for offline', of: 'kept', told: milliseconds },
  { what: 'First paint without a server', of: 'offlinePaint', told: milliseconds },
  { what: 'Change of size', of: 'size', told: milliseconds },
  { what: 'Change of theme', of: 'theme', told: milliseconds },
  { what: 'Opening find', of: 'findOpen', told: milliseconds },
  { what: 'A word found', of: 'find', told: milliseconds },
  { what: 'Memory of scripts', of: 'heap', told: value => `${(value / 2 ** 20).toFixed(1)} MB` },
];

const kinds: [string, RegExp][] = [
  ['HTML', /(\/|\.html)(\?|$)/],
  ['script', /\.m?js(\?|$)/],
  ['styles', /\.css(\?|$)/],
  ['typefaces', /\.woff2?(\?|$)/],
  ['pictures and other', /./],
];
const kindOf = ({ path }: Answered) => kinds.find(([, pattern]) => pattern.test(path))![0];
/** What a page has not, such as a picture for the tab that the browser looks for, is not its weight. */
const isThere = ({ status }: Answered) => status < 400;
const sum = (requests: readonly Answered[]) =>
  requests.filter(isThere).reduce((bytes, request) => bytes + request.bytes, 0);
const bytes = (value: number) => (value ? value.toLocaleString('en') : '—');

/** @returns the median of all rounds, how far they spread, and how many times the bare page's it is */
function cell(seen: Seen, bare: Seen, { of, told, compared }: (typeof rows)[number]): string {
  const values = seen.times.flatMap(times => times[of] ?? []);
  if (!values.length) return '—';
  const middle = median(values),
    [least, most] = [Math.min(...values), Math.max(...values)].map(value => told(value).replace(/ .*/, ''));
  const ratio =
    compared && seen !== bare ? `, ${(middle / median(bare.times.flatMap(times => times[of] ?? []))).toFixed(2)}×` : '';
  return least === most ? told(middle) + ratio : `${told(middle)} (${least}–${most})${ratio}`;
}

/** How many times as long another report is, and what is asked of it. */
const longer = 10;
const ofLonger: readonly (keyof Times)[] = ['readable', 'size', 'theme', 'work'];

const timesOf = (all: Seen[], asked = rows): string[][] => [
  ['', ...all.map(({ contender }) => contender.name)],
  ...asked.map(row => [row.what, ...all.map(seen => cell(seen, all[0]!, row))]),
];

function table(all: Seen[]): string {
  return markdownTable([
    ...timesOf(all),
    ...kinds.map(([kind]) => [
      `Bytes of the first view: ${kind}`,
      ...all.map(({ first }) => bytes(sum(first.filter(request => kindOf(request) === kind)))),
    ]),
    ['Bytes of the first view, all', ...all.map(({ first }) => bytes(sum(first)))],
    [
      'Bytes until it is kept for offline',
      ...all.map(({ contender, all }) => (contender.keepsCopy ? bytes(sum(all)) : '—')),
    ],
    ['Requests of the first view', ...all.map(({ first }) => String(first.filter(isThere).length))],
  ]);
}

async function visitAll(browser: Browser, contenders: readonly Contender[], rounds: number): Promise<Seen[]> {
  const all: Seen[] = [];
  for (const contender of contenders)
    all.push({ contender, times: [], first: await requestsOf(browser, contender), all: [] });
  // In turn, so that a busy moment of the machine meets all of them.
  for (let round = 1; round <= rounds; round += 1) {
    for (const seen of all) {
      const { times, requests } = await visitOnce(browser, seen.contender);
      seen.times.push(times);
      seen.all = requests;
    }
    console.error(`Round ${round} of ${rounds}`);
  }
  return all;
}

/** @returns the table, and a shorter one for the longer report */
async function bench(browser: Browser): Promise<string> {
  const told = [table(await visitAll(browser, contenders(), rounds))];
  const all = await visitAll(browser, longerContenders(longer), Math.ceil(rounds / 2));
  told.push(
    `The report ${longer} times:`,
    markdownTable(
      timesOf(
        all,
        rows.filter(({ of }) => ofLonger.includes(of)),
      ),
    ),
  );
  return told.join('\n\n');
}

/** Puts the table between its marks. */
function write(text: string): void {
  const file = resolve(import.meta.dirname, '../../README.md'),
    page = readFileSync(file, 'utf8'),
    marked = /(<!-- bench -->\n)[^]*(<!-- \/bench -->)/;
  if (!marked.test(page))
    throw new Error('README.md has no place for the table: <!-- bench --> and <!-- /bench -->, each in a line.');
  writeFileSync(
    file,
    page.replace(marked, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`),
  );
}

const browser = await launch({ isWhole: true });
try {
  const about =
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench -- --write\`: medians of ${rounds} ` +
    'rounds, in brackets the least and the most, with × how many times the bare page’s.';
  const text = `${about}\n\n${await bench(browser)}`;
  console.log(text);
  if (process.argv.includes('--write')) write(text);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
}
