/** “This passage” is the one that the reader means, as far as can be known from what they did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { findWords } from '../support/notices.js';
import { openView } from '../support/readers.js';
import { close, readAt, readersOfFile } from '../support/steps.js';

const all = await readersOfFile({ copy: false });

const plain = (words: string | null) => words!.replace(/\s+/g, ' ').trim();
/** Opens the view. @returns the words of the passage that it is about */
async function chosen(page: Page): Promise<string> {
  await openView(page, 'passage');
  await page.waitForSelector('.quoted blockquote');
  return plain(await page.$eval('.quoted blockquote', ({ textContent }) => textContent));
}
const wordsOf = async (page: Page, selector: string): Promise<string> =>
  plain(await page.$eval(selector, ({ textContent }) => textContent));

/** The passages of the foreword, from its second on. */
const foreword = (number: number) => `#foreword p:nth-of-type(${number})`;

/** Opens the report with the upper edge of the window in the second passage of the foreword. */
async function visitBetween(): Promise<Page> {
  const page = await all.visit({ width: 1280, height: 1600 });
  await readAt(page, foreword(2));
  await page.$eval(foreword(2), passage => {
    scrollBy({ top: passage.getBoundingClientRect().top + 20, behavior: 'instant' });
  });
  await whenStill(page);
  return page;
}

test('it is the first passage that stands whole in the window, not the one that its edge cuts', async () => {
  const page = await visitBetween();
  const isWhole = await page.$eval(foreword(3), passage => {
    const { top, bottom } = passage.getBoundingClientRect();
    return top > 0 && bottom < document.querySelector('nav.bar')!.getBoundingClientRect().top;
  });
  assert.ok(isWhole, 'the third passage of the foreword is not whole in the window');
  assert.equal(await chosen(page), await wordsOf(page, foreword(3)));
  await close(page);
});

test('what the bar covers is not whole: where no passage is, it is the one at a third of the window', async () => {
  const page = await visitBetween();
  // The second passage fills the window, but for the third, which ends just behind the bar.
  await page.$eval(foreword(2), passage => {
    (passage as HTMLElement).style.minBlockSize = '150vh';
  });
  const top = await page.$eval(foreword(3), passage => {
    const bar = document.querySelector('nav.bar')!.getBoundingClientRect();
    scrollBy({ top: passage.getBoundingClientRect().bottom - bar.top - 8, behavior: 'instant' });
    return passage.getBoundingClientRect().top / innerHeight;
  });
  await whenStill(page);
  assert.ok(top > 0.4, `the third passage begins at ${top} of the window`);
  assert.equal(await chosen(page), await wordsOf(page, foreword(2)));
  await close(page);
});

test('it is the passage of the match that Find went to last, while that is on the screen', async () => {
  const page = await all.visit({ width: 1150, height: 900 });
  await findWords(page, 'Cardiff');
  await page.click('.notice button:nth-child(2)');
  // Nearer to the bar, where nobody reads yet.
  await page.evaluate(() => scrollBy({ top: -innerHeight / 2, behavior: 'instant' }));
  await whenStill(page);
  const found = await page.evaluate(() => {
    const [range] = [...CSS.highlights.get('found-now')!] as Range[];
    return range!.startContainer.parentElement!.closest('p, li, h1, h2, h3, h4')!.textContent;
  });
  assert.ok(await page.evaluate(() => document.activeElement!.closest('nav.bar')), 'the focus is in the text');
  assert.equal(await chosen(page), plain(found));
  await page.keyboard.press('Escape');
  await page.evaluate(() => scrollBy({ top: 3 * innerHeight, behavior: 'instant' }));
  await whenStill(page);
  assert.notEqual(await chosen(page), plain(found));
  await close(page);
});

test('it is the passage with the focus before a match, and selected words before both', async () => {
  const page = await visitBetween();
  await page.$eval(foreword(4), passage => {
    (passage as HTMLElement).tabIndex = -1;
    (passage as HTMLElement).focus({ preventScroll: true });
  });
  assert.equal(await chosen(page), await wordsOf(page, foreword(4)));
  await page.keyboard.press('Escape');
  await page.$eval(foreword(3), passage => {
    getSelection()!.setBaseAndExtent(passage.firstChild!, 0, passage.firstChild!, 9);
  });
  assert.equal(await chosen(page), (await wordsOf(page, foreword(3))).slice(0, 9).trim());
  await close(page);
});
