/** The further pages of a language at their extremes: axe-core with all its rules finds nothing, and everything fits, with the spacing of WCAG 1.4.12 too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { findings } from '../support/axe.js';
import { misfits, withSpacing } from '../support/misfits.js';
import { whenDeviceIsKnown } from '../support/readers.js';
import { close, readersOfFile } from '../support/steps.js';

const pages = ['accessibility/', 'device/', 'plain/', 'formats/', 'help/'];
const widths = [[320, 640], [320, 256], [390, 844], [768, 1024], [1280, 800]] as const;
/** axe looks where lines are shortest and longest. */
const extremes = [640, 800];

/** What says nothing to anybody. */
const empty = (page: Page) => page.$$eval('main p, main ul', all => all.filter(({ textContent }) => !textContent.trim()).map(({ outerHTML }) => outerHTML));

/** Tests the further pages of a language in every window. @param folder of the language: nothing, or its name and a slash */
export async function testFurther(folder: '' | 'cy/'): Promise<void> {
  const all = await readersOfFile({ copy: false });

  for (const path of pages.map(page => folder + page)) for (const [width, height] of widths) {
    const isExtreme = extremes.includes(height);
    const themes = isExtreme ? ['light', 'dark', 'contrast-dark'] : ['light'];
    test(`/${path} in ${width} × ${height} px fits at 100% and 400% text, with WCAG’s spacing too${isExtreme ? `; axe finds nothing in ${themes.join(', ')}` : ''}`, async () => {
      const page = await all.visit({ path, width, height, copy: path.includes('device') });
      for (const theme of themes) for (const size of ['100', '400']) {
        await page.evaluate(choices => { localStorage.setItem('reader-settings', choices); }, JSON.stringify({ theme, size }));
        await page.reload();
        // The choices, and the copy.
        if (path.includes('device')) await whenDeviceIsKnown(page, 2);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${Number(size) * .16}px`);
        if (isExtreme) assert.deepEqual(await findings(page), [], `${theme}, ${size}%`);
        assert.deepEqual(await misfits(page), [], `${theme}, ${size}%`);
        assert.deepEqual(await withSpacing(page, () => misfits(page)), [], `${theme}, ${size}%, WCAG 1.4.12 spacing`);
        assert.deepEqual(await empty(page), []);
      }
      await close(page);
    });
  }
}
