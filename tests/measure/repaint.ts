/** How long a change of each setting takes until it is painted, on a slow processor. */
import type { Browser } from 'puppeteer-core';
import { catalogue, type Setting } from '../../src/model/settings/catalogue.js';
import type { Language } from '../../src/model/words/translate.js';
import { median } from './numbers.js';
import { pathOf, visit } from './visit.js';

const rounds = 5,
  slowdown = 4;

/** The value that changes the page most. */
const farthest = (setting: Setting): string =>
  setting.kind === 'measure' ? String(setting.most) : setting.kind === 'colour' ? '#000000' : setting.options.at(-1)!;

/**
 * @returns for each setting, the median time from its change to the end of the frame that shows it, in milliseconds;
 *   the styles are there already, as they are once the panel is open
 */
export const repaintsOf = (language: Language, browser: Browser): Promise<{ name: string; milliseconds: number }[]> =>
  visit(browser, pathOf(language), { slowdown }, async ({ page }) => {
    await page.waitForSelector('reader-settings:defined');
    await page.evaluate(() => {
      document.querySelector('#officers-jailed')!.scrollIntoView();
    });
    const wear = (choices: Record<string, string>) =>
      page.evaluate(async text => {
        const start = performance.now();
        localStorage.setItem('reader-settings', text);
        dispatchEvent(new StorageEvent('storage'));
        await window.nextFrame();
        return performance.now() - start;
      }, JSON.stringify(choices));
    await wear({ leading: '2' });
    await page.evaluate(() => new Promise(done => setTimeout(done, 1000)));
    const found = [];
    for (const setting of catalogue) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await wear({});
        await page.evaluate(() => new Promise(done => setTimeout(done, 200)));
        times.push(
          await wear({ [setting.name]: farthest(setting), ...(setting.kind === 'colour' && { theme: 'own' }) }),
        );
        await page.evaluate(() => new Promise(done => setTimeout(done, 200)));
      }
      found.push({ name: setting.name, milliseconds: Math.round(median(times)) });
    }
    return found;
  });
