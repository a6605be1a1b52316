/**
 * The bar is one row in every window, at every size of text, in both languages: what has no room is in the menu. With
 * its notice it takes no more than a quarter of the window (WCAG 1.4.10, 2.4.11, 2.5.8).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { chooseSettings } from '../support/choose-settings.js';
import { whenStill } from '../support/clock.js';
import { causes, keepPlace, readQuietly } from '../support/notices.js';
import { openView, readers, type Readers } from '../support/readers.js';
import { close } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

/** How much of each window's height the bar may take at the usual size of text. */
const mostPerCent = { '390x844': 10, '390x664': 10, '320x568': 12, '640x360': 15, '320x256': 25, '1280x800': 10 };
const windows = Object.keys(mostPerCent) as (keyof typeof mostPerCent)[],
  sizes = ['100', '200', '400'] as const;

/** What brings about each thing that the bar may have to say. */
const states: Record<string, ((page: Page) => Promise<unknown>) | undefined> = {
  'first visit': undefined,
  'second visit': undefined,
  'newer version': causes.update,
  'after a jump': causes.back,
  'found words': causes.found,
  'a link': causes.arrived,
};

async function visit(path: string, state: string): Promise<Page> {
  const page = await all.open();
  if (state === 'second visit') await keepPlace(page);
  await all.visit({ page, path });
  if (state === 'second visit') await page.waitForSelector('.notice[data-kind=place]');
  const cause = states[state];
  if (cause) {
    await readQuietly(page);
    await cause(page);
    await page.waitForSelector('.notice');
  }
  return page;
}

/** Run inside a page. @returns how high the bar is, and what is wrong with its row */
const barInPage = () => {
  const bar = document.querySelector('nav.bar')!,
    faults: string[] = [];
  const boxes = [...bar.querySelectorAll(':scope > :is(a, button), summary')]
    .map(control => ({ words: control.textContent, control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width)
    .sort((one, other) => one.box.left - other.box.left);
  for (const [index, { words, control, box }] of boxes.entries()) {
    const before = boxes[index - 1]?.box;
    if (box.width < 44 || box.height < 44) faults.push(`${words}: ${box.width} × ${box.height} px`);
    if (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight) faults.push(`${words} leaves the window`);
    if (control.scrollWidth > control.clientWidth + 1) faults.push(`${words} is cut off`);
    if (before && box.left < before.right - 1) faults.push(`${words} lies over what stands before it`);
    if (before && Math.abs(box.top + box.bottom - before.top - before.bottom) > 10)
      faults.push(`${words}: another row`);
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return { high: bar.getBoundingClientRect().height, faults };
};

/** Measures the bar of a page in every window at every size. @returns a row of the table for each window */
async function measure(page: Page, state: string): Promise<string[]> {
  const rows = new Map(windows.map(window => [window, [] as string[]]));
  for (const size of sizes) {
    await chooseSettings(page, { size });
    for (const window of windows) {
      const [width, height] = window.split('x').map(Number) as [number, number];
      await page.setViewport({ width, height });
      await whenStill(page);
      const { high, faults } = await page.evaluate(barInPage),
        part = (100 * high) / height,
        most = size === '100' && state === 'first visit' ? mostPerCent[window] : 25;
      assert.deepEqual(faults, [], `${state}, ${window}, ${size}%`);
      assert.ok(part <= most, `${state}, ${window}, ${size}%: ${high} px, ${part.toFixed(1)} per cent of the window`);
      rows.get(window)!.push(`${Math.round(high)} px ${part.toFixed(1)}%`);
    }
  }
  return [...rows].map(([window, cells]) => `${window.padEnd(9)}${cells.map(cell => cell.padEnd(14)).join('')}`);
}

for (const path of ['', 'cy/'])
  for (const state of inSweep(Object.keys(states), ['first visit', 'after a jump'])) {
    test(`/${path}, ${state}: the bar is one row, and at most a quarter of the window, at 100 to 400%`, async () => {
      const page = await visit(path, state),
        rows = await measure(page, state);
      console.log(`Height of the bar, /${path}, ${state}\n${rows.join('\n')}`);
      await close(page);
    });
  }

/** @returns the controls that the bar shows, and those doors of the menu that lead to the same */
async function shownOf(page: Page): Promise<string[][]> {
  await openView(page, 'more');
  await whenStill(page);
  return page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter(each => each.getClientRects().length)
        .map(each => (each.querySelector('b') ?? each).textContent.trim());
    return [
      seen('nav.bar > a[href="#contents"], nav.bar > [value=find], nav.bar summary:not(.sheet summary)'),
      seen('.doors :is([value=contents], [value=find], [value=settings])'),
    ];
  });
}

for (const path of ['', 'cy/'])
  test(`/${path}: what the bar has no room for stands first in the menu, and only that`, async () => {
    const page = await all.visit({ path }),
      names = path ? ['Cynnwys', 'Chwilio', 'Gosodiadau'] : ['Contents', 'Find', 'Settings'];
    for (const size of sizes)
      for (const width of [320, 390, 1280]) {
        await chooseSettings(page, { size });
        await page.setViewport({ width, height: 800 });
        await whenStill(page);
        const shown = await shownOf(page);
        assert.deepEqual(shown.flat(), names, `${width} px, ${size}%`);
        await page.keyboard.press('Escape');
      }
    await close(page);
  });
