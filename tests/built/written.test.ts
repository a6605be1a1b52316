/** What a reader writes is kept with each letter: whatever becomes of the page, and however soon. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import en from '../../locales/marks.en.json';
import { launch } from '../support/browser.js';
import { openView } from '../support/readers.js';
import { close, deleteEverything, readersOfFile } from '../support/steps.js';

const all = await readersOfFile({ copy: false });

const button = (page: Page, words: string) =>
  page.waitForSelector(`xpath///reader-panel//*[self::button or self::summary][normalize-space()='${words}']`);
const press = async (page: Page, words: string) =>
  (await button(page, words))!.evaluate(each => {
    (each as HTMLElement).click();
  });
/** Opens the passage being read and writes a note on it, up to its last letter. */
async function write(page: Page, note: string): Promise<void> {
  await openView(page, 'passage');
  await press(page, en['part.note']);
  await page.waitForSelector('.mark-edit textarea');
  await page.type('.mark-edit textarea', note);
}
/** @returns the notes that "My marks" lists, on this page as it is loaded anew */
async function notesOf(page: Page): Promise<string[]> {
  await openView(page, 'marks');
  await page.waitForSelector('.my-marks');
  return page.$$eval('.my-marks .my-words', all => all.map(({ textContent }) => textContent));
}
/** Holds every clock of the page that waits longer than a moment. */
const holdClocks = () => {
  const usual = setTimeout;
  window.setTimeout = ((task: () => void, after = 0, ...given: unknown[]) =>
    after > 100 ? 0 : usual(task, after, ...given)) as typeof setTimeout;
};
/** Waits until the database of marks holds a note that reads so. */
const whenInDatabase = (page: Page, note: string) =>
  page.waitForFunction(
    async note => {
      const name = (await indexedDB.databases()).find(each => each.name?.startsWith('reader-marks'))?.name;
      if (!name) return false;
      const database = await new Promise<IDBDatabase>(done => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
      });
      const marks = await new Promise<{ note: string }[]>(done => {
        const asked = database.transaction('marks').objectStore('marks').getAll();
        asked.onsuccess = () => done(asked.result as never);
      });
      database.close();
      return marks.some(mark => mark.note === note);
    },
    { polling: 50 },
    note,
  );

test('a note is kept when the page is reloaded right after its last letter', async () => {
  const page = await all.visit();
  await write(page, 'As I read it');
  await page.reload();
  await page.waitForSelector('.my-sign');
  assert.deepEqual(await notesOf(page), ['As I read it']);
  await close(page);
});

test('a note is kept when its tab is closed right after a change to it', async () => {
  const page = await all.visit(),
    context = page.browserContext();
  await write(page, 'Once');
  await press(page, en['row.done']);
  await press(page, en['row.edit']);
  await page.keyboard.press('End');
  await page.keyboard.type(' more');
  await page.close();
  const next = await all.visit({ context });
  assert.deepEqual(await notesOf(next), ['Once more']);
  await context.close();
});

/** @returns a browser that keeps what it keeps in a folder; it is ended with the test, if not before */
async function browserOf(t: TestContext, userDataDir: string): Promise<Browser> {
  const browser = await launch({ isWhole: true, userDataDir });
  t.after(() => browser.process()!.kill('SIGKILL'));
  return browser;
}

test('a note is in the database before any clock runs, and there when the browser was killed', async t => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'reader-'));
  const first = await browserOf(t, userDataDir),
    page = await first.newPage();
  await page.evaluateOnNewDocument(holdClocks);
  await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
  await all.visit({ page });
  await write(page, 'Kept at once');
  await whenInDatabase(page, 'Kept at once');
  const gone = new Promise(done => first.process()!.once('exit', done));
  first.process()!.kill('SIGKILL');
  await gone;
  const second = await browserOf(t, userDataDir),
    again = await second.newPage();
  await again.evaluateOnNewDocument('globalThis.__name ??= each => each');
  await all.visit({ page: again });
  assert.deepEqual(await notesOf(again), ['Kept at once']);
  await second.close();
  rmSync(userDataDir, { recursive: true, force: true });
});

test('the name of a kind of highlight is kept when the page is reloaded right after its last letter', async () => {
  const page = await all.visit();
  await openView(page, 'marks');
  await press(page, en['names']);
  await page.type('.my-marks details [placeholder]', 'For my case');
  await page.reload();
  await openView(page, 'marks');
  await button(page, en['names']);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('.my-marks details [placeholder]')?.value === 'For my case',
  );
  await close(page);
});

test('a deleted mark does not come back when the page is reloaded right after', async () => {
  const page = await all.visit();
  await write(page, 'Gone');
  await press(page, en['row.done']);
  await page.waitForSelector('.my-sign');
  await press(page, en['row.delete']);
  await page.reload();
  assert.deepEqual(await notesOf(page), []);
  await close(page);
});

test('a new note keeps the focus while its writer thinks', async () => {
  const page = await all.visit();
  await write(page, 'First');
  // The list and the text are drawn anew when the hand rests.
  await page.waitForSelector('.my-sign');
  await page.keyboard.type(' and second');
  assert.equal(
    await page.$eval('.mark-edit textarea', field => (field as HTMLTextAreaElement).value),
    'First and second',
  );
  await close(page);
});

test('what was written a moment ago is nowhere on the device after "Erase everything"', async () => {
  const page = await all.visit();
  await write(page, 'A secret');
  await page.goto(`${all.site.url}device/`);
  await deleteEverything(page);
  await page.waitForFunction(
    async () =>
      !Object.keys(localStorage).some(name => name.startsWith('reader-marks')) &&
      !(await indexedDB.databases()).some(({ name }) => name?.startsWith('reader-marks')),
    { polling: 50 },
  );
  await close(page);
});

test('a value that a slider shows is kept, though the page goes while the slider is held', async () => {
  const page = await all.visit();
  await page.$eval('reader-settings details', details => {
    details.open = true;
  });
  await page.waitForSelector('#set-leading');
  await page.$eval('#set-leading', slider => {
    (slider as HTMLInputElement).value = '2';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset['leading']), '2');
  await close(page);
});
