/**
 * At any width, size and spacing nothing scrolls sideways, nothing is cut off, nothing is covered (WCAG 1.4.4, 1.4.10,
 * 1.4.12, 2.4.12).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { misfits, withSpacing } from '../support/misfits.js';
import { openView, readers, whenDeviceIsKnown, type Readers } from '../support/readers.js';
import { close } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';
import { openSettings, chooseSettings } from '../support/choose-settings.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

type Window = readonly [width: number, height: number];
const windowsOf = (path: string) =>
  inSweep<Window>(
    [
      [320, 640],
      [320, 256],
      [390, 844],
      [768, 1024],
      [1280, 800],
    ],
    path
      ? [[320, 640]]
      : [
          [320, 640],
          [1280, 800],
        ],
  );
const sizes = inSweep(['70', '100', '200', '400'], ['100', '400']),
  every = sizes.join(', ');
for (const path of ['', 'cy/'])
  for (const [width, height] of windowsOf(path)) {
    test(`/${path} in ${width} × ${height} px fits at ${every}%, with settings open and WCAG’s spacing`, async () => {
      const page = await all.visit({ path, width, height });
      for (const isOpen of [false, true]) {
        await page.$eval(
          'details',
          (details, isOpen) => {
            details.open = isOpen;
          },
          isOpen,
        );
        for (const size of sizes) {
          const look = `${size}%, settings ${isOpen ? 'open' : 'closed'}`;
          await chooseSettings(page, { size });
          assert.deepEqual(await misfits(page), [], look);
          assert.deepEqual(await withSpacing(page, () => misfits(page)), [], `${look}, WCAG 1.4.12 spacing`);
        }
      }
      await close(page);
    });
  }

test('1280 px zoomed to 400% is 320 × 256 px: all fits, and the bar covers less than a quarter of it', async () => {
  const page = await all.visit({ width: 320, height: 256 });
  assert.deepEqual(await misfits(page), []);
  const part = await page.$eval('nav.bar', bar => (innerHeight - bar.getBoundingClientRect().top) / innerHeight);
  assert.ok(part > 0 && part < 0.25, `${part} of the window`);
  await close(page);
});

test('at 320 px the year stands on one line at 100% and at 400%', async () => {
  for (const size of ['100', '400']) {
    const page = await all.visit({ width: 320, height: 640, choices: { size } });
    assert.equal(
      await page.$eval(
        'h1 b',
        year => (year as HTMLElement).offsetHeight < 1.5 * parseFloat(getComputedStyle(year).lineHeight),
      ),
      true,
      `${size}%`,
    );
    await close(page);
  }
});

test('no line of the report is longer than 75 characters at the usual size (WCAG 1.4.8)', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('main p, main li:not(:has(a, svg))')].map(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size;
        return lines > 2 ? element.textContent.length / lines : 0;
      }),
    ),
  );
  assert.ok(longest > 40 && longest <= 75, `${longest}`);
  await close(page);
});

/** @returns what can be pressed and is smaller than a finger: its words and its size in CSS pixels */
const smallTargets = (page: Page) =>
  page.$$eval(
    'a, button, summary, label:has([type=radio], [type=checkbox]), select, input[type=text], input[type=search]',
    targets =>
      targets
        .filter(target => !target.closest('.skip') && target.checkVisibility())
        .map(target => ({ words: target.textContent.trim() || target.outerHTML, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
        .map(({ words, box }) => `${words}: ${box.width} × ${box.height}`),
  );

// What is large enough in the smallest letters is so in larger ones.
test('every target is at least 44 px high and wide, at 70% too (WCAG 2.5.5)', async () => {
  for (const path of ['', 'device/'])
    for (const size of inSweep(['70', '100'], ['70'])) {
      const page = await all.visit({ path, choices: { size }, copy: path.includes('device') });
      await (path
        ? whenDeviceIsKnown(page)
        : page.$eval('details', details => {
            details.open = true;
          }));
      assert.deepEqual(await smallTargets(page), [], `/${path} at ${size}%`);
      await close(page);
    }
});

test('so are those of every view, of hard words and folded stories, and of all settings', async () => {
  const page = await all.visit({ choices: { size: '70', terms: 'explained', stories: 'folded' } });
  await (await page.waitForSelector('.hard-words > button'))!.click();
  for (const view of ['contents', 'find', 'passage', 'marks', 'plain', 'figures', 'care']) {
    await openView(page, view);
    await whenStill(page);
    // What is marked has a sign in the text and a row in the list.
    if (view === 'passage') await page.click('.marking .kinds button');
    await page.$$eval('reader-panel details', all => {
      for (const each of all) each.open = true;
    });
    assert.deepEqual(await smallTargets(page), [], view);
  }
  await openSettings(page);
  await whenStill(page);
  assert.deepEqual(await smallTargets(page), [], 'settings');
  await close(page);
});

test('nothing is justified or centred, the report scrolls in one view, and zooming in is not prevented', async () => {
  const page = await all.visit();
  const { aligned, scrolling, viewport } = await page.evaluate(() => ({
    aligned: [...document.querySelectorAll('main *')]
      .filter(element => /justify|center/.test(getComputedStyle(element).textAlign))
      .map(element => element.outerHTML.slice(0, 60)),
    scrolling: [...document.querySelectorAll('main, main *')]
      .filter(element => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .map(element => element.outerHTML.slice(0, 60)),
    viewport: document.querySelector('meta[name=viewport]')!.getAttribute('content'),
  }));
  assert.deepEqual([aligned, scrolling, viewport], [[], [], 'width=device-width,initial-scale=1']);
  await close(page);
});

test('words break only where they would not fit, and never with a hyphen that is not the report’s', async () => {
  const page = await all.visit();
  assert.deepEqual(
    await page.evaluate(() => [
      ...new Set([...document.querySelectorAll('main *')].map(element => getComputedStyle(element).hyphens)),
    ]),
    ['manual'],
  );
  await close(page);
});
