/**
 * The report in other formats: kept on this device where the reader asks for it, and where a file cannot come, that is
 * said.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import cy from '../../locales/device.cy.json';
import en from '../../locales/device.en.json';
import { publishedCopy as pressOf, type PublishedCopy } from '../support/publish.js';
import { readers, whenSaved, type Readers, type Visit } from '../support/readers.js';
import { close, deleteEverything } from '../support/steps.js';

let site: PublishedCopy, all: Readers;
before(async () => {
  site = pressOf();
  all = await readers({}, site.folder);
});
beforeEach(() => site.restore());
after(async () => {
  await all.close();
  site.close();
  assert.deepEqual(all.faults, []);
});

const file = '.txt',
  pages = [
    ['formats/', en],
    ['cy/formats/', cy],
    ['device/', en],
  ] as const;
/** The ending of the link that is pressed on a page. */
const endingOf = (path: string) => (path === 'device/' ? '.html' : file);

/** @returns a page with links to formats, when their buttons are there */
async function open(visit: Visit): Promise<Page> {
  const page = await all.visit(visit);
  await page.waitForSelector('keep-file button');
  return page;
}

/** What stands beside the link to a file. */
const beside = (page: Page, ending = file) => page.$eval(`a[href$="${ending}"] + keep-file`, each => each.textContent);
const whenBeside = (page: Page, words: string, ending = file) =>
  page.waitForFunction(
    (ending, words) => document.querySelector(`a[href$="${ending}"] + keep-file`)!.textContent.includes(words),
    {},
    ending,
    words,
  );
const pressBeside = (page: Page, number = 0) =>
  page.$$eval(`a[href$="${file}"] + keep-file button`, (all, number) => all[number]!.click(), number);

/** Keeps the plain text on the device. */
async function keep(page: Page): Promise<void> {
  await pressBeside(page);
  await whenBeside(page, en['keep.kept']);
}

for (const [path, words] of pages) {
  test(`without a connection a press on a file not kept says what to do, beside it and aloud: ${path}`, async () => {
    const page = await open({ path, copy: false });
    await all.site.stop();
    try {
      await page.$eval(`main a[href$="${endingOf(path)}"]`, link => (link as HTMLElement).click());
      await whenBeside(page, words['keep.cannot'], endingOf(path));
      await page.waitForFunction(
        said => document.querySelector('[role=status]')!.textContent === said,
        {},
        words['keep.cannot'],
      );
    } finally {
      await all.site.start();
    }
    await close(page);
  });
}

test('a file that is kept is saved without a connection, as it was published', async () => {
  const page = await open({ path: 'formats/', copy: false });
  await keep(page);
  await page.evaluate(() => {
    URL.createObjectURL = file => {
      void (file as Blob).arrayBuffer().then(async bytes => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        document.body.dataset['saved'] = btoa(String.fromCharCode(...hash));
      });
      return '#saved';
    };
  });
  await all.site.stop();
  try {
    await page.$eval(`a[href$="${file}"]`, link => (link as HTMLElement).click());
    await page.waitForSelector('[data-saved]');
  } finally {
    await all.site.start();
  }
  const name = await page.$eval(`a[href$="${file}"]`, link => new URL((link as HTMLAnchorElement).href).pathname);
  const hash = createHash('sha256')
    .update(readFileSync(join(site.folder, name)))
    .digest('base64');
  assert.equal(await page.$eval('body', body => body.dataset['saved']), hash);
  await close(page);
});

test('the worker gives a kept file where the server cannot be reached', async () => {
  const page = await open({ path: 'formats/' });
  await whenSaved(await all.visit({ context: page.browserContext() }));
  await page.bringToFront();
  await page.reload();
  await page.waitForSelector('keep-file button');
  await keep(page);
  await all.site.stop();
  try {
    const status = () =>
      page.$eval(`a[href$="${file}"]`, async link => (await fetch((link as HTMLAnchorElement).href)).status);
    assert.equal(await status(), 200);
  } finally {
    await all.site.start();
  }
  await close(page);
});

test('a kept file is on the list of what is kept, and goes with all else, or alone', async () => {
  const page = await open({ path: 'formats/', copy: false });
  await keep(page);
  const device = await all.visit({ path: 'device/', context: page.browserContext(), copy: false });
  await device.waitForFunction(
    words => document.querySelector('kept-here')!.textContent.includes(words),
    {},
    en['kept.files'],
  );
  await page.bringToFront();
  await pressBeside(page);
  await whenBeside(page, en['keep.dropped']);
  await keep(page);
  await device.bringToFront();
  await deleteEverything(device);
  await device.waitForFunction(
    words => document.querySelector('kept-here')!.textContent.includes(words),
    {},
    en['kept.erased'],
  );
  assert.deepEqual(
    await device.evaluate(async () => (await caches.keys()).filter(name => name.startsWith('reader-files'))),
    [],
  );
  await close(page);
});

test('when a newer edition is out, a kept file is said to be older, and the newer one can be fetched', async () => {
  const page = await open({ path: 'formats/', copy: false });
  await keep(page);
  const name = await page.$eval(`a[href$="${file}"]`, link =>
    new URL((link as HTMLAnchorElement).href).pathname.slice(1),
  );
  const hash = (text: string) => createHash('sha256').update(text).digest('base64'),
    before = site.read(name);
  site.change(name, text => `${text}\nCorrected.`);
  site.change('formats/index.html', text => text.replaceAll(hash(before), hash(`${before}\nCorrected.`)));
  await page.reload();
  await page.waitForSelector('keep-file button');
  await whenBeside(page, en['keep.older']);
  await keep(page);
  assert.ok(!(await beside(page)).includes(en['keep.older']));
  await close(page);
});
