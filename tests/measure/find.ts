/** How long a reader who looks for words waits after each key until what was found is drawn, on a slow processor. */
import type { Browser } from 'puppeteer-core';
import type { Language } from '../../src/i18n/translate.js';
import { pathOf, visit, type Figure } from './figures.js';

const slowdown = 4;
/** Words that are everywhere, in a few places, side by side, written wrong, and nowhere. */
const queries = ['the', 'police', 'strip search', '“a child”', 'complaynt', 'investigation', 'xylophone'];

/** Where the page notes the times, in milliseconds. */
declare global { interface Window { waits: number[] } }

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

/** @returns the time of the slowest key, from the key to the end of the frame that shows what was found, in milliseconds; with the median and the slowest key of each query, and how long the index took to build */
export const findTimes = (language: Language, browser: Browser): Promise<Figure> => visit(browser, pathOf(language), { slowdown }, async ({ page }) => {
  await page.waitForSelector('.saved.now');
  const opened = await page.evaluate(async () => {
    const start = performance.now();
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'find' } }));
    while (!document.querySelector('.finding input')) await new Promise(done => setTimeout(done, 5));
    return Math.round(performance.now() - start);
  });
  await page.evaluate(() => {
    window.waits = [];
    const field = document.querySelector<HTMLInputElement>('.finding input')!;
    let pressed = 0;
    field.addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true });
    // The frame's own callback comes before it is drawn; the next task comes after.
    field.addEventListener('input', () => requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - pressed))));
  });
  const from: string[] = [], worst: number[] = [];
  for (const query of queries) {
    await page.$eval('.finding input', field => { (field as HTMLInputElement).value = ''; window.waits = []; });
    for (const letter of query) {
      await (/\w| /.test(letter) ? page.keyboard.press(letter as 'a') : page.keyboard.press('Quote', { text: letter }));
      await new Promise(done => setTimeout(done, 150));
    }
    const waits = await page.evaluate(() => window.waits);
    if (waits.length !== query.length) throw new Error(`“${query}” has ${query.length} letters, and ${waits.length} times were noted.`);
    worst.push(Math.max(...waits));
    from.push(`“${query}”: median ${Math.round(median(waits))}, slowest ${Math.round(Math.max(...waits))}`);
  }
  return { value: Math.round(Math.max(...worst)), from: [...from, `opened, with the code fetched and the index built: ${opened}`] };
});
