/** The built site stands under any path, as it is. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readers, reportWords, whenSaved, type Readers } from '../support/readers.js';

let all: Readers;
before(async () => {
  all = await readers({ base: '/reports/2024/' });
});
after(() => all.close());

const addresses = [
  ['', 'en'],
  ['cy/', 'cy'],
  ['nothing', 'en'],
  ['cy/nothing', 'cy'],
] as const;

test('under a path of its own it reads, keeps its copy, and opens offline in both languages', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  await all.site.stop();
  try {
    for (const [path, lang] of addresses) {
      const tab = await all.visit({ context, path });
      assert.equal(await tab.evaluate(() => document.documentElement.lang), lang);
      assert.equal((await reportWords(tab)).length, 4396);
      await tab.close();
    }
  } finally {
    await all.site.start();
    await context.close();
  }
  assert.deepEqual(
    all.site.requests
      .filter(({ path, status }) => status >= 400 || !path.startsWith('/reports/2024/'))
      .map(({ path }) => path),
    [],
  );
  assert.deepEqual(all.faults, []);
});
