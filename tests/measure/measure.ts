/** Prints what the built site costs its reader, what it may cost, and what a bare page of the same words costs. */
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { languages, type Language } from '../../src/model/words/translate.js';
import { launch } from '../support/browser.js';
import type { Handle } from '../support/server.js';
import { barePage } from './bare-page.js';
import { findTimes } from './find.js';
import { repaintsOf } from './repaint.js';
import { paintInSilence } from './silence.js';
import { budgets, figuresOf, type Figure, type Figures } from './figures.js';
import { markdownTable, median, shown } from './numbers.js';
import { entriesIn, firstPaintIn, pathOf, visit } from './visit.js';

interface Load {
  tasks: number;
  length: number;
  paint: number;
}
interface Row {
  what: string;
  values: string[];
  most?: number;
  over?: string[];
}

const rounds = [1, 2, 3, 4, 5];
const slowdown = 4;

const medianOf = (loads: Load[], key: keyof Load) => median(loads.map(load => load[key]));
const medians = (loads: Load[]): Load => ({
  tasks: medianOf(loads, 'tasks'),
  length: medianOf(loads, 'length'),
  paint: medianOf(loads, 'paint'),
});

/** @returns a first visit on a slow processor: the long tasks until the page is quiet, and its first paint */
const load = (browser: Browser, path: string, handle?: Handle): Promise<Load> =>
  visit(browser, path, { slowdown, ...(handle && { handle }) }, async ({ page }) => {
    if (!handle) await page.waitForSelector('.saved.now').then(() => page.waitForNetworkIdle());
    const tasks = await entriesIn(page, 'longtask');
    const paint = await firstPaintIn(page);
    return {
      tasks: tasks.length,
      length: Math.round(tasks.reduce((sum, { duration }) => sum + duration, 0)),
      paint: Math.round(paint),
    };
  });

/**
 * @returns the medians of our page and of the bare page, loaded in turn so that a busy moment of the machine meets both
 */
async function timesOf(language: Language, browser: Browser, bare: Buffer): Promise<{ ours: Load; bare: Load }> {
  const serveBare: Handle = (request, response, next) =>
    request.url === '/bare'
      ? response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(bare)
      : next();
  const ours: Load[] = [],
    others: Load[] = [];
  for (const _ of rounds) {
    ours.push(await load(browser, pathOf(language)));
    others.push(await load(browser, 'bare', serveBare));
  }
  return { ours: medians(ours), bare: medians(others) };
}

/** @returns a row that is judged, with what each value over the budget is made of */
const judged = (what: string, unit: string, most: number, figures: Figure[]): Row => ({
  what: `${what} (${unit})`,
  most,
  values: figures.map(({ value }) => shown(value)),
  over: figures.flatMap(({ value, from }, index) =>
    value <= most
      ? []
      : [`${languages[index]}: ${what} is ${shown(value)}, budget ${shown(most)}`, ...from.map(part => `  ${part}`)],
  ),
});

function table(rows: Row[]): string {
  const verdict = (over?: string[]) => (over ? (over.length ? 'OVER' : 'ok') : '');
  return markdownTable([
    ['', ...languages, 'budget', 'verdict'],
    ...rows.map(({ what, values, most, over }) => [
      what,
      ...values,
      most === undefined ? '' : shown(most),
      verdict(over),
    ]),
  ]);
}

async function measure(browser: Browser): Promise<Row[]> {
  const figures: Figures[] = [],
    times: Awaited<ReturnType<typeof timesOf>>[] = [];
  const bare = languages.map(language => brotliCompressSync(barePage(language)));
  const repaints: Figure[] = [],
    silences: Figure[] = [],
    finds: Figure[] = [];
  for (const [index, language] of languages.entries()) {
    figures.push(await figuresOf(language, browser));
    times.push(await timesOf(language, browser, bare[index]!));
    const all = await repaintsOf(language, browser);
    silences.push(await paintInSilence(language, browser));
    finds.push(await findTimes(language, browser));
    repaints.push({
      value: Math.max(...all.map(({ milliseconds }) => milliseconds)),
      from: all.map(({ name, milliseconds }) => `${name}: ${milliseconds}`),
    });
  }
  const told = ({ tasks, length }: Load) => `${tasks} (${length} ms)`;
  const information: [string, (index: number) => string][] = [
    ['Long tasks of our page (and their sum)', index => told(times[index]!.ours)],
    ['Long tasks of the bare page (and their sum)', index => told(times[index]!.bare)],
    ['First contentful paint of our page (ms)', index => shown(times[index]!.ours.paint)],
    ['First contentful paint of the bare page (ms)', index => shown(times[index]!.bare.paint)],
    ['HTML of the bare page (bytes)', index => shown(bare[index]!.length)],
  ];
  return [
    ...Object.entries(budgets).map(([name, { what, unit, most }]) =>
      judged(
        what,
        unit,
        most,
        figures.map(each => each[name as keyof Figures]),
      ),
    ),
    judged(
      'Long tasks beyond those of the bare page',
      'tasks',
      0,
      times.map(({ ours, bare }) => ({
        value: Math.max(0, ours.tasks - bare.tasks),
        from: [`ours ${told(ours)}, bare ${told(bare)}`],
      })),
    ),
    judged('Slowest repaint after a change of a setting', 'ms', 100, repaints),
    judged('What was found on the screen after a key, the slowest', 'ms', 50, finds),
    judged('The copy on the screen while the server is silent', 'ms', 1000, silences),
    ...information.map(([what, value]) => ({ what, values: languages.map((_, index) => value(index)) })),
  ];
}

const browser = await launch({ isWhole: true });
try {
  const rows = await measure(browser);
  const over = rows.flatMap(row => row.over ?? []);
  console.log(
    'First visit, brotli, 1.6 Mbit/s, 150 ms. Long tasks and paints: ' +
      `processor slowed ${slowdown} times, median of ${rounds.length} loads.\n\n${table(rows)}`,
  );
  if (over.length) console.log(`\n${over.join('\n')}`);
  process.exitCode = over.length ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
}
