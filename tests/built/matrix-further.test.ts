/** The page about this device and the page in plain words, in both languages, at their extremes: axe-core with all its rules finds nothing. The statement has such a test of its own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings } from '../support/axe.js';
import { readers, whenDeviceIsKnown, type Readers } from '../support/readers.js';

let all: Readers;
before(async () => { all = await readers(); });
after(() => all.close());

for (const path of ['device/', 'cy/device/', 'plain/', 'cy/plain/', 'formats/', 'cy/formats/', 'help/', 'cy/help/']) for (const width of [320, 1280]) {
  test(`/${path} at ${width} px: light, dark and yellow on black × 100% and 400% text`, async () => {
    for (const theme of ['light', 'dark', 'contrast-dark']) for (const size of ['100', '400']) {
      const page = await all.visit({ path, width, choices: { theme, size } });
      // The choices, and the copy.
      if (path.includes('device')) await whenDeviceIsKnown(page, 2);
      assert.deepEqual(await findings(page), [], `${theme}, ${size}%`);
      await page.browserContext().close();
    }
  });
}
