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
import { openView, readers, reportWords, type Readers } from '../support/readers.js';

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

test('the live elements adopt the words that stand in the page and draw nothing again', async () => {
  const page = await all.visit();
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('main *')) (node as unknown as Marked).marked = true;
  });
  await openView(page);
  await whenStill(page);
  assert.equal(
    await page.evaluate(
      () => [...document.querySelectorAll('main *')].filter(node => !(node as unknown as Marked).marked).length,
    ),
    0,
  );
  assert.equal(
    await page.evaluate(
      () => document.querySelectorAll('quote-card, stats-grid, report-section, contents-list, contact-routes').length,
    ),
    40,
  );
  await page.close();
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
