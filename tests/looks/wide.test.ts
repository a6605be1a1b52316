/**
 * In a wide window the contents stand beside the text, and foreword, stories and figures share one grid in its middle.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { misfits } from '../support/misfits.js';
import { readersOfFile, readAt } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

/** @returns the edges of an element on the screen, in pixels */
const edges = (page: Page, selector: string) =>
  page.$eval(selector, element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  });
const isBeside = async (page: Page) => {
  const [contents, text] = [await edges(page, 'contents-list nav'), await edges(page, '.opening')];
  return contents.right <= text.left + 1;
};

for (const [width, height] of inSweep<[number, number]>(
  [
    [1200, 800],
    [1280, 800],
    [1920, 1080],
    [2560, 1440],
  ],
  [
    [1200, 800],
    [2560, 1440],
  ],
)) {
  test(`at ${width} px the contents stand beside the text from the first, and stay there`, async () => {
    const page = await all.visit({ width, height, script: false });
    assert.ok(await isBeside(page));
    await readAt(page, '#cardiff p', 1);
    const [contents, bar] = [await edges(page, 'contents-list nav'), await edges(page, 'nav.bar')];
    assert.ok(contents.top >= 0 && contents.top < 2, 'they stay at the top');
    assert.ok(contents.bottom > height / 2 && contents.bottom <= bar.top + 1, 'and end above the bar');
    assert.deepEqual(await misfits(page), []);
    await page.browserContext().close();
  });

  test(`at ${width} px all words begin at one line, and at most a third of the window is empty`, async () => {
    const page = await all.visit({ width, height });
    const lefts = await page.$$eval('#foreword p, #cardiff > p, #figures-individuals li', all => [
      ...new Set(
        all
          .filter((_, index) => index === 0 || !all[index - 1]!.matches('li'))
          .map(each => Math.round(each.getBoundingClientRect().left)),
      ),
    ]);
    assert.ok(Math.max(...lefts) - Math.min(...lefts) <= 1, lefts.join());
    const [contents, line, words] = [
      await edges(page, 'contents-list'),
      await edges(page, '#cardiff'),
      await edges(page, '#cardiff > p'),
    ];
    const empty = line.left - contents.right + (width - words.right);
    assert.ok(empty <= width / 3, `${Math.round((100 * empty) / width)}% are empty`);
    await page.browserContext().close();
  });
}

test('the wider the window, the larger the text, from 18 px at 1,280 to 25 at 2,560', async () => {
  for (const [width, least, most] of [
    [390, 18, 18],
    [1280, 18, 18],
    [1920, 20, 22],
    [2560, 24, 26],
  ] as const) {
    const page = await all.visit({ width, height: 900 });
    const size = await page.$eval('#foreword p', words => parseFloat(getComputedStyle(words).fontSize));
    assert.ok(size >= least && size <= most, `${size} px at ${width}`);
    await page.browserContext().close();
  }
});

test('with text too large for both, or on wish, the contents stand in the page', async () => {
  for (const choices of [{ size: '150' }, { contents: 'page' }]) {
    const page = await all.visit({ width: 1280, height: 800, choices });
    assert.equal(await isBeside(page), false, JSON.stringify(choices));
    await page.browserContext().close();
  }
  const narrow = await all.visit({ width: 1100, height: 800 });
  assert.equal(await isBeside(narrow), false);
  await narrow.browserContext().close();
});

test('the contents beside the text show where one is, in view, and take no focus', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  await whenStill(page);
  // They do not move under the mouse.
  await page.mouse.move(900, 300);
  for (const [at, name] of [
    ['#cardiff p', 'Community outreach in Cardiff'],
    ['#victim-blaming p', 'Ending victim blaming language'],
    ['#excessive-force p', 'Supporting a man who was subjected to excessive force'],
  ] as const) {
    await readAt(page, at, 1);
    await page.waitForFunction(
      name => {
        const current = document.querySelector('contents-list [aria-current=location]'),
          { top, bottom } = current?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return current?.textContent === name && top >= 0 && bottom <= innerHeight;
      },
      {},
      name,
    );
  }
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
  await page.browserContext().close();
});

test('what opens beside the text lies on the contents, and moves no word', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  await readAt(page, '#cardiff p', 1);
  await whenStill(page);
  const before = await edges(page, '#cardiff > p');
  await page.click('nav.bar > [value=find]');
  await page.waitForFunction(() => document.activeElement!.closest('reader-panel .view'));
  assert.deepEqual(await edges(page, '#cardiff > p'), before);
  const panel = await edges(page, 'reader-panel');
  assert.ok(panel.left === 0 && panel.right <= (await edges(page, '.opening')).left + 1, JSON.stringify(panel));
  assert.deepEqual(await misfits(page), []);
  await page.keyboard.press('Escape');
  assert.deepEqual(await edges(page, '#cardiff > p'), before);
  await page.browserContext().close();
});
