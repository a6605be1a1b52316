/** A whole visit with the keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { catalogue } from '../../src/settings/catalogue.js';
import { readers, type Readers } from '../support/readers.js';
import { openSettings } from '../support/wear.js';

let all: Readers;
before(async () => { all = await readers(); });
after(() => all.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** @returns what hides the focused element, or shows no mark on it */
const hidden = (page: Page) => page.evaluate(() => {
  const element = document.activeElement!;
  const target = element instanceof HTMLInputElement ? element.closest('label') ?? element : element;
  const { left, top, width, height } = target.getBoundingClientRect();
  const faults: string[] = [];
  if (top < 0 || top + height > innerHeight + 1) faults.push('out of the window');
  for (const [x, y] of [[left + 2, top + 2], [left + width - 2, top + height - 2], [left + width / 2, top + height / 2]]) {
    const there = document.elementFromPoint(x!, y!);
    if (there && !target.contains(there) && !there.contains(target)) faults.push(`covered by ${there.tagName}.${there.className}`);
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(target);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('no focus mark');
  return faults.map(fault => `${target.textContent?.trim().slice(0, 40)}: ${fault}`);
});

for (const [width, height] of [[320, 256], [320, 640], [390, 844], [1280, 800]] as const) {
  test(`every stop in ${width} × ${height} px is in view, marked and uncovered, and the way has an end`, async () => {
    const page = await all.visit({ width, height });
    const stops: string[] = [];
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      assert.deepEqual(await hidden(page), [], `stop ${step + 1}`);
      stops.push(await focused(page));
    }
    assert.deepEqual(stops.slice(0, 4), ['Skip to the report', 'Contents', 'Cymraeg', 'Text and colour']);
    assert.ok(stops.length >= 50 && stops.length < 60, `${stops.length} stops`);
    await page.browserContext().close();
  });
}

test('the settings open, change and close by keyboard; Escape goes back to where they were opened', async () => {
  const page = await all.visit();
  await page.focus('summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), '100');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['size']), '125');
  assert.deepEqual(await hidden(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('details', details => details.open), false);
  assert.equal(await focused(page), 'Text and colour');
  await page.browserContext().close();
});

for (const [width, height] of [[320, 256], [390, 844], [1280, 800]] as const) {
  test(`with every part of the settings open in ${width} × ${height} px, each control is reached, in view, marked and uncovered, and the way leads out again`, async () => {
    const page = await all.visit({ width, height });
    await openSettings(page);
    await page.focus('summary');
    const reached = new Set<string>();
    let out = false;
    for (let step = 0; step < 90 && !out; step += 1) {
      await page.keyboard.press('Tab');
      out = await page.evaluate(() => !document.activeElement?.closest('reader-settings'));
      if (out) break;
      assert.deepEqual(await hidden(page), [], `step ${step + 1}`);
      reached.add(await page.evaluate(() => (document.activeElement as HTMLInputElement).name || document.activeElement!.id || document.activeElement!.textContent!.trim()));
    }
    assert.ok(out, 'a trap');
    for (const { name, kind } of catalogue) if (kind !== 'colour') assert.ok(reached.has(name) || reached.has(`set-${name}`), name);
    await page.browserContext().close();
  });
}

test('the skip link leads to the report, the second time too', async () => {
  const page = await all.visit();
  for (const time of [1, 2]) {
    await page.evaluate(() => { scrollTo(0, 0); (document.activeElement as HTMLElement).blur(); });
    await page.focus('.skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest('main'))), `time ${time}`);
  }
  await page.browserContext().close();
});
