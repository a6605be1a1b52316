/**
 * axe-core with all its rules finds nothing when the device asks for a look, on the page for missing addresses, and it
 * does find deliberate faults.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { findings } from '../support/axe.js';
import { readers, type Readers } from '../support/readers.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

const visit = (path: string, width: number): Promise<Page> => all.visit({ path, width });

for (const scheme of ['light', 'dark'])
  for (const contrast of ['no-preference', 'more']) {
    const inWords = contrast === 'more' ? 'more contrast' : 'no special contrast';
    test(`a device that asks for ${scheme} and ${inWords} is followed, and clean`, async () => {
      const page = await visit('', 390);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-contrast', value: contrast },
        ],
      });
      assert.deepEqual(await findings(page, undefined, 'looks'), []);
      const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const expected: Record<string, string> = {
        'light,no-preference': 'rgb(253, 251, 248)',
        'dark,no-preference': 'rgb(16, 21, 31)',
        'light,more': 'rgb(255, 255, 255)',
        'dark,more': 'rgb(0, 0, 0)',
      };
      assert.equal(background, expected[`${scheme},${contrast}`]);
      await page.close();
    });
  }

test('a nameless button, a pale text and a lost language are each found', async () => {
  const page = await visit('', 390);
  await page.evaluate(() => {
    document.querySelector('main')!.append(document.createElement('button'));
    document.querySelector<HTMLElement>('main p')!.style.color = '#999';
    document.documentElement.removeAttribute('lang');
  });
  const found = await findings(page);
  for (const rule of ['button-name', 'color-contrast', 'html-has-lang']) {
    assert.ok(
      found.some(finding => finding.startsWith(rule)),
      rule,
    );
  }
  await page.close();
});

test('the page for a missing address is clean, and leads to the report in both languages', async () => {
  const page = await visit('nothing-here', 390);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(await page.$$eval('main a', links => links.map(link => link.getAttribute('href'))), ['/', '/cy/']);
  await page.close();
});
