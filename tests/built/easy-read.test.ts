/** Easy read as it is published: for every eye, at every width, and on paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionOf } from '../../src/build/edition.js';
import { addressOf } from '../../src/build/make-formats.js';
import { findings } from '../support/axe.js';
import { misfits } from '../support/misfits.js';
import { readersOfFile } from '../support/steps.js';

const all = await readersOfFile({ copy: false });

for (const language of ['en', 'cy'] as const) {
  const path = addressOf(editionOf(language), '-easy-read.html');

  test(`axe finds nothing, in light, dark and strong contrast (${language})`, async () => {
    const page = await all.visit({ path, script: true }),
      client = await page.createCDPSession();
    assert.deepEqual(await findings(page, undefined, 'structure'), []);
    for (const scheme of ['light', 'dark'])
      for (const contrast of ['no-preference', 'more']) {
        await client.send('Emulation.setEmulatedMedia', {
          features: [
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-contrast', value: contrast },
          ],
        });
        assert.deepEqual(await findings(page, undefined, 'looks'), [], `${scheme}, contrast ${contrast}`);
      }
    await page.browserContext().close();
  });

  test(`everything fits, from the narrowest screen to letters four times as large (${language})`, async () => {
    const page = await all.visit({ path, width: 320, script: true });
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewport({ width, height: 844 });
      assert.deepEqual(await misfits(page), [], `${width} px`);
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '64px';
    });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.browserContext().close();
  });

  test(`large, open text; a box for a picture by each sentence if it fits, and on paper (${language})`, async () => {
    const page = await all.visit({ path, width: 768 });
    const boxes = () =>
      page.$$eval(
        '.line',
        lines =>
          lines
            .map(line => line.firstElementChild!.getBoundingClientRect())
            .filter(({ width, height }) => width > 60 && height > 60).length,
      );
    const lines = (await page.$$('.line')).length;
    const [size, height] = await page.$eval('.line p', line => {
      const { fontSize, lineHeight } = getComputedStyle(line);
      return [parseFloat(fontSize), parseFloat(lineHeight)];
    });
    assert.ok(size! >= 18 && height! >= size! * 1.5, `${size} px on ${height} px`);
    assert.equal(await boxes(), lines);
    await page.setViewport({ width: 320, height: 600 });
    assert.equal(await boxes(), 0);
    await page.emulateMediaType('print');
    assert.equal(await boxes(), lines);
    await page.browserContext().close();
  });
}
