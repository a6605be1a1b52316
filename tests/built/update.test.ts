/** A newer version waits until the reader asks for it, and never reloads a page by itself. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { readers, whenSaved, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';

const folder = mkdtempSync(join(tmpdir(), 'reader-'));
let all: Readers;
before(async () => { cpSync(builtFolder, folder, { recursive: true }); all = await readers({}, folder); });
after(async () => { await all.close(); rmSync(folder, { recursive: true }); });

/** Publishes a version in which the foreword has another heading. Its worker differs, as it would after a build. */
function publish(heading: string): void {
  const change = (file: string, how: (text: string) => string) => writeFileSync(join(folder, file), how(readFileSync(join(folder, file), 'utf8')));
  change('index.html', text => text.replace(/(<section id=foreword[^>]*><div class=head><h2>)[^<]*/, `$1${heading}`));
  change('sw.js', text => text.replace(/("revision":")[^"]*(","url":"\.\/")/, `$1${heading}$2`));
}
const heading = (page: Page) => page.$eval('#foreword h2', element => element.textContent);
const askForUpdate = (page: Page) => page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
const press = async (page: Page, words: string) => {
  for (const button of await page.$$('.offer button')) if ((await button.evaluate(element => element.textContent)) === words) { await button.evaluate(element => (element as HTMLElement).click()); return; }
  assert.fail(`no button "${words}"`);
};

test('the first update of a first visit: asked, put off, asked again, taken; the button works', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  publish('Second');
  await askForUpdate(page);
  await page.waitForSelector('.offer');
  assert.match(await page.$eval('.offer', offer => offer.textContent), /^A newer version is ready\./);
  await page.evaluate(() => { Object.assign(window, { sameVisit: true }); });
  await press(page, 'Not now');
  await page.evaluate(() => new Promise(done => setTimeout(done, 500)));
  assert.equal(await page.evaluate(() => 'sameVisit' in window), true, 'the page reloaded by itself');
  assert.equal(await heading(page), 'Foreword');
  await page.reload();
  assert.equal(await heading(page), 'Foreword', 'put off: the old version stays whole');
  await page.waitForSelector('.offer');
  await Promise.all([page.waitForNavigation(), press(page, 'Read the newer version')]);
  assert.equal(await heading(page), 'Second');
  await context.close();
});

test('another tab of the same reader does not reload when one takes the newer version', async () => {
  const context = await all.browser.createBrowserContext();
  const one = await all.visit({ context });
  await whenSaved(one);
  const other = await all.visit({ context, path: 'cy/' });
  await other.evaluate(() => { Object.assign(window, { sameVisit: true }); });
  publish('Third');
  await one.bringToFront();
  await askForUpdate(one);
  await one.waitForSelector('.offer');
  await Promise.all([one.waitForNavigation(), press(one, 'Read the newer version')]);
  assert.equal(await heading(one), 'Third');
  assert.equal(await other.evaluate(() => 'sameVisit' in window), true);
  await context.close();
});
