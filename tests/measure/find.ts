/** How long a reader who looks for words waits after each key until what was found is drawn, on a slow processor. */
import type { Browser } from 'puppeteer-core';
import type { Language } from '../../src/model/words/translate.js';
import type { Figure } from './figures.js';
import { median } from './numbers.js';
import { pathOf, visit } from './visit.js';

const slowdown = 4,
  rounds = 3;
/** Words that are everywhere, in a few places, side by side, written wrong, and nowhere. */
const queries = ['the', 'police', 'strip search', '“a child”', 'complaynt', 'investigation', 'xylophone'];

/** Where the page notes the times, in milliseconds. */
declare global {
  interface Window {
    waits: number[];
  }
}

interface Round {
  opened: number;
  waits: number[][];
}

/**
 * @returns a first visit: how long it took until one could type, and for each query the wait after each key, in
 * milliseconds
 */
const oneRound = (language: Language, browser: Browser): Promise<Round> =>
  visit(browser, pathOf(language), { slowdown }, async ({ page }) => {
    await page.waitForSelector('.saved.now');
    const opened = await page.evaluate(async () => {
      const start = performance.now();
      dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'find' } }));
      while (!document.querySelector('.finding input')) await new Promise(done => setTimeout(done, 5));
      return Math.round(performance.now() - start);
    });
    // The report's elements come alive with the first view, and the page is read once.
    await page.waitForSelector('.finding .places:not([aria-busy])');
    await page.waitForNetworkIdle();
    await page.evaluate(() => {
      window.waits = [];
      const field = document.querySelector<HTMLInputElement>('.finding input')!;
      let pressed = 0;
      field.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          pressed = timeStamp;
        },
        { capture: true },
      );
      field.addEventListener('input', () => {
        void window.nextFrame().then(() => {
          window.waits.push(performance.now() - pressed);
        });
      });
    });
    const waits: number[][] = [];
    for (const query of queries) {
      await page.$eval('.finding input', field => {
        (field as HTMLInputElement).value = '';
        window.waits = [];
      });
      for (const letter of query) {
        await (/\w| /.test(letter)
          ? page.keyboard.press(letter as 'a')
          : page.keyboard.press('Quote', { text: letter }));
        await new Promise(done => setTimeout(done, 150));
      }
      const found = await page.evaluate(() => window.waits);
      if (found.length !== query.length)
        throw new Error(`“${query}” has ${query.length} letters, and ${found.length} times were noted.`);
      waits.push(found);
    }
    return { opened, waits };
  });

/**
 * @returns the slowest key of all, from the key to the end of the frame that shows what was found, in milliseconds:
 * each key's median of several first visits. With the median and the slowest key of each query, and how long it took
 * until one could type
 */
export async function findTimes(language: Language, browser: Browser): Promise<Figure> {
  const all: Round[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await oneRound(language, browser));
  const keys = queries.map((query, number) =>
    [...query].map((_, key) => Math.round(median(all.map(({ waits }) => waits[number]![key]!)))),
  );
  return {
    value: Math.max(...keys.flat()),
    from: [
      ...queries.map(
        (query, number) => `${query}: median ${median(keys[number]!)}, slowest ${Math.max(...keys[number]!)}`,
      ),
      `the field there, with the code fetched: ${median(all.map(({ opened }) => opened))}`,
    ],
  };
}
