/**
 * Every word of the published text is in the built pages, once and in order: in both languages, with script and
 * without.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readContent } from '../../src/build/content.js';
import { repair } from '../../src/model/report/repairs.js';
import { words } from '../../src/model/report/words.js';
import { whenStill } from '../support/clock.js';
import type { Page } from 'puppeteer-core';
import { openView, readers, reportWords, whenWhole, type Readers } from '../support/readers.js';

const content = readContent();
const published = words(repair(content.source, content.repairs));
interface Marked {
  marked?: boolean;
}
let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

for (const path of ['', 'cy/'])
  for (const script of [true, false]) {
    test(`/${path} ${script ? 'with' : 'without'} script has every word`, async () => {
      const page = await all.visit({ path, script });
      if (script) await openView(page);
      assert.deepEqual(await reportWords(page), published);
      await page.close();
    });
  }

/** Opens the report, and marks all that stands in it. */
async function visitMarked(copy: boolean): Promise<Page> {
  const page = await all.visit({ copy });
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('main *')) (node as unknown as Marked).marked = true;
  });
  return page;
}

/** Asserts that all of the report's elements are alive, and nothing was drawn again since it was marked. */
async function areAliveAsTheyStood(page: Page): Promise<void> {
  await whenStill(page);
  const found = await page.evaluate(() => ({
    alive: document.querySelectorAll(
      'quote-card:defined, stats-grid:defined, report-section:defined, contents-list:defined, contact-routes:defined',
    ).length,
    drawnAgain: [...document.querySelectorAll('main *')].filter(node => !(node as unknown as Marked).marked).length,
  }));
  assert.deepEqual(found, { alive: 40, drawnAgain: 0 });
}

test('the live elements adopt the words that stand in the page and draw nothing again', async () => {
  const page = await visitMarked(false);
  await openView(page);
  await areAliveAsTheyStood(page);
  await page.close();
});

test('once the copy is whole the elements come alive in every visit, and draw nothing again', async () => {
  const page = await visitMarked(true),
    context = page.browserContext();
  await whenWhole(page);
  await page.waitForFunction(() => customElements.get('quote-card'));
  await areAliveAsTheyStood(page);
  const next = await all.visit({ context, copy: true });
  await next.waitForFunction(() => customElements.get('quote-card'));
  await context.close();
});

test('no word of ours stands among the report’s without being marked', async () => {
  const page = await all.visit({ path: 'cy/' });
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('main [lang=cy]')]
        .filter(element => !element.closest('[data-ours]'))
        .map(element => element.outerHTML.slice(0, 80)),
    ),
    [],
  );
  await page.close();
});
