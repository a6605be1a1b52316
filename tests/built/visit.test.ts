/**
 * One reader's whole visit with the keyboard alone, and the next one without a connection, in the other language and at
 * three times the size.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, KeyInput, Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { whenSettled } from '../support/choose-settings.js';
import { readers, reportWords, whenListening, whenWhole, type Readers } from '../support/readers.js';
import { actions, type ActionName } from '../../src/browser/features/shortcuts/catalogue.js';

let all: Readers;
before(async () => {
  all = await readers();
});
after(async () => {
  await all.close();
  assert.deepEqual(
    all.faults.filter(fault => !/ERR_INTERNET_DISCONNECTED/.test(fault)),
    [],
  );
});

const note = 'Ask for the figures of each force.';

/** Presses a combination as it is kept, such as Alt+Shift+KeyF. */
async function use(page: Page, name: ActionName): Promise<void> {
  const keys = actions.find(action => action.name === name)!.usual.split('+') as KeyInput[];
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

/** Goes on, or back, by Tab until what has the focus is called so, or its address ends so. */
async function tabTo(page: Page, wanted: string, back = false): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 90; step += 1) {
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const [name, address] = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      return [
        element.textContent.trim().replace(/\s+/g, ' ') || element.getAttribute('aria-label') || '',
        (element as HTMLAnchorElement).hash ?? '',
      ];
    });
    if (name === wanted || (address && address === wanted)) return;
    passed.push(name!.slice(0, 40));
  }
  assert.fail(`“${wanted}” cannot be reached by Tab: ${passed.join(' | ')}`);
}
const enter = async (page: Page, wanted: string, back?: boolean) => {
  await tabTo(page, wanted, back);
  await page.keyboard.press('Enter');
};
const focusIsIn = (page: Page, selector: string) =>
  page.waitForFunction(selector => document.activeElement?.closest(selector), { polling: 50 }, selector);
/** The beginning of the passage that stands at a third of the screen. */
const passageRead = (page: Page) =>
  page.evaluate(() => {
    const passages = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, p, li)')].filter(
      each => !each.closest('[data-ours]') && !each.querySelector('p, li') && each.getClientRects().length,
    );
    return passages
      .filter(each => each.getBoundingClientRect().top <= innerHeight / 3)
      .pop()!
      .textContent.trim()
      .slice(0, 60);
  });

/** @returns whether the passage that begins so has a line on the screen that neither the panel nor the bar covers */
const isOnScreen = (page: Page, begins: string) =>
  page.evaluate(begins => {
    const passage = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, p, li)')].find(
      each => !each.closest('[data-ours]') && each.textContent.trim().startsWith(begins),
    )!;
    const lines = document.createRange();
    lines.selectNodeContents(passage);
    const end = Math.min(
      ...[...document.querySelectorAll('nav.bar, reader-panel:not([hidden])')].map(
        over => over.getBoundingClientRect().top,
      ),
    );
    return [...lines.getClientRects()].some(({ top, bottom }) => top >= 0 && bottom <= end);
  }, begins);

async function opensContentsAndJumps(page: Page): Promise<void> {
  await enter(page, 'Contents');
  await focusIsIn(page, 'reader-panel');
  await enter(page, `What is in “${await page.$eval('#communities h3', heading => heading.textContent.trim())}”`);
  await enter(page, '#cardiff');
  await focusIsIn(page, '#cardiff');
  const there = await page.evaluate(() => scrollY);
  assert.ok(there > 2000);
}

async function goesBack(page: Page): Promise<void> {
  await use(page, 'back');
  await page.waitForFunction(() => scrollY < 100, { polling: 50 });
}

/** Finds words, and goes to their first place. */
async function findsWords(page: Page): Promise<void> {
  await use(page, 'find');
  await focusIsIn(page, '.finding');
  await page.keyboard.type('strip search');
  await page.waitForFunction(
    () => {
      const told = document.querySelector('.told')!.textContent;
      return document.querySelectorAll('.place').length > 0 && /\d/.test(told);
    },
    { polling: 50 },
  );
  const place = await page.$eval('.place', place => {
    const words = (place.closest('a, button') ?? place.querySelector('a, button') ?? place).textContent!;
    return words.trim().replace(/\s+/g, ' ');
  });
  await enter(page, place);
  await focusIsIn(page, 'main');
  assert.match(await page.evaluate(() => document.activeElement!.textContent.toLowerCase()), /strip.search/);
}

/** Marks the passage, and the next one, which gets a note. @returns how that begins */
async function marksTwoPassages(page: Page): Promise<string> {
  await use(page, 'passage');
  await page.waitForSelector('.marking button');
  await enter(page, 'Important');
  await enter(page, 'Next passage', true);
  await page.waitForSelector('.marking button');
  await enter(page, 'Question');
  await enter(page, 'Write a note');
  await page.waitForFunction(() => document.activeElement?.matches('textarea'), { polling: 50 });
  await page.keyboard.type(note);
  await enter(page, 'Done');
  return page.$eval('.quoted blockquote', quote => quote.textContent.trim().slice(0, 60));
}

async function cites(page: Page): Promise<void> {
  await enter(page, 'Cite this passage');
  await enter(page, 'Copy this citation');
  const isCopied = () => document.querySelector('[role=status]')!.textContent === 'The citation is copied.';
  await page.waitForFunction(isCopied, { polling: 50 });
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(citation, /Independent Office for Police Conduct/);
  assert.match(citation, /\?passage=\d+\./);
}

/** Reads on from the passage, and closes the page. @returns the passage that is being read then */
async function readsOnAndLeaves(page: Page): Promise<string> {
  await enter(page, 'Continue reading from here', true);
  await focusIsIn(page, 'main');
  await whenStill(page);
  const read = await passageRead(page);
  await page.close({ runBeforeUnload: true });
  return read;
}

/** The next visit, without a connection: the Welsh page, at the passage that was read. */
async function comesBackInWelsh(context: BrowserContext, read: string): Promise<Page> {
  const page = await all.open(context);
  await page.setViewport({ width: 390, height: 844 });
  await page.setOfflineMode(true);
  await page.goto(`${all.site.url}cy/`);
  await page.waitForSelector('reader-settings:defined');
  await whenListening(page);
  assert.equal((await reportWords(page)).length, 4396);
  await page.waitForSelector('.notice[data-kind=place] button');
  await focusIsIn(page, 'main');
  assert.equal(await passageRead(page), read);
  return page;
}

/** Makes the text three times as large, and still has the passage on the screen. */
async function enlarges(page: Page, read: string): Promise<void> {
  const isAtSizes = () => page.evaluate(() => document.activeElement?.matches('[name=size]'));
  const size = () => page.evaluate(() => document.documentElement.dataset['size']);
  await use(page, 'settings');
  await page.waitForSelector('.sheet [name=size]');
  for (let step = 0; step < 20 && !(await isAtSizes()); step += 1) await page.keyboard.press('Tab');
  for (let step = 0; step < 12 && (await size()) !== '300'; step += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await size(), '300');
  await page.keyboard.press('Escape');
  await whenSettled(page);
  assert.ok(await isOnScreen(page, read), `at 300%: “${read}”, not “${await passageRead(page)}”`);
}

/** Finds both marks and the note in their list, and the marks in the text. */
async function findsMarks(page: Page, noted: string): Promise<void> {
  await use(page, 'marks');
  await page.waitForSelector('.my-marks .marks > li');
  const marks = await page.$$eval('.my-marks .marks > li', items => items.map(item => (item as HTMLElement).innerText));
  assert.equal(marks.length, 2, marks.join('\n'));
  assert.ok(marks.some(mark => mark.includes(note)));
  assert.ok(marks.filter(mark => mark.includes(noted.slice(0, 30))).length >= 1, marks.join('\n'));
  const drawn = await page.evaluate(() => {
    const kinds = [...CSS.highlights].filter(([name]) => name.startsWith('mark-'));
    return kinds.reduce((sum, [, ranges]) => sum + ranges.size, 0);
  });
  assert.equal(drawn >= 2, true);
}

test('open, contents, jump, back, find, mark, note, cite; offline, Welsh, at 300% all is there, in place', async () => {
  const context = await all.browser.createBrowserContext();
  await context.overridePermissions(all.site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
  const page = await all.visit({ context });
  await whenListening(page);
  await whenWhole(page);

  await opensContentsAndJumps(page);
  await goesBack(page);
  await findsWords(page);
  const noted = await marksTwoPassages(page);
  await cites(page);
  const read = await readsOnAndLeaves(page);

  await all.site.stop();
  try {
    const again = await comesBackInWelsh(context, read);
    await enlarges(again, read);
    await findsMarks(again, noted);
  } finally {
    await all.site.start();
    await context.close();
  }
});
