/** How long a reader with a copy waits while the server accepts and never answers, on a slow processor. */
import type { Browser } from 'puppeteer-core';
import type { Language } from '../../src/model/words/translate.js';
import type { Figure } from './figures.js';
import { pathOf, visit } from './visit.js';

const rounds = 5,
  slowdown = 4;

/** @returns the median time from asking for the page until it is painted, in milliseconds */
export async function paintInSilence(language: Language, browser: Browser): Promise<Figure> {
  let silent = false;
  return visit(
    browser,
    pathOf(language),
    {
      slowdown,
      handle: (_request, _response, next) => {
        if (!silent) next();
      },
    },
    async ({ page }) => {
      await page.waitForSelector('.saved.now');
      silent = true;
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await page.reload({ waitUntil: 'domcontentloaded' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        times.push(
          Math.round(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)),
        );
      }
      const sorted = times.toSorted((one, other) => one - other);
      return { value: sorted[Math.floor(rounds / 2)]!, from: [`rounds: ${sorted.join(', ')} ms`] };
    },
  );
}
