/** A publisher can take the offline copy back from every reader, and give it again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { hostingFolder } from '../../src/build/hosting.js';
import { whenStill } from '../support/clock.js';
import { readers, reportWords, whenSaved, type Readers } from '../support/readers.js';
import { isSameVisit, markVisit } from '../support/steps.js';
import { builtFolder } from '../support/site.js';

const withdrawing = readFileSync(join(hostingFolder(builtFolder), 'withdraw/sw.js'));
const base = '/reports/2024/';
let isWithdrawn = false;
let all: Readers;
before(async () => {
  all = await readers({
    base,
    handle(request, response, next) {
      if (!isWithdrawn || request.url !== `${base}sw.js`) return next();
      response
        .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' })
        .end(withdrawing);
    },
  });
});
after(() => all.close());

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
/**
 * Caches of this origin, but for the words read last, which the page itself keeps at every visit to tell what is new.
 */
const keptCaches = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter(name => !name.startsWith('reader-last-read')));
const settings = (page: Page) => page.evaluate(() => localStorage.getItem('reader-settings'));

/** Waits until nothing is left of the worker; a worker works in its own time. */
const whenWithdrawn = (page: Page) =>
  page.waitForFunction(
    async () =>
      !(await navigator.serviceWorker.getRegistrations()).length &&
      !(await caches.keys()).some(name => !/^(of-another|reader-last-read)/.test(name)),
    { polling: 200 },
  );

async function opensOffline(page: Page): Promise<void> {
  await all.site.stop();
  try {
    await page.reload();
    assert.equal((await reportWords(page)).length, 4396);
  } finally {
    await all.site.start();
  }
}

/** Takes the copy back, and lets a page hear of it at its next visit. */
async function withdraw(page: Page): Promise<void> {
  isWithdrawn = true;
  await page.bringToFront();
  await page.reload();
  await whenWithdrawn(page);
}
/** Chooses a look with a typeface, which is then kept too. @returns what is kept of the choice */
async function chooseTypeface(page: Page): Promise<string | null> {
  const choices = JSON.stringify({ theme: 'dark', typeface: 'opendyslexic' });
  await page.evaluate(choices => localStorage.setItem('reader-settings', choices), choices);
  await page.reload();
  await page.waitForFunction(async () => (await caches.keys()).some(name => name.startsWith('reader-typefaces')));
  return settings(page);
}
/**
 * Keeps something for other pages of the same origin, which the reader must leave alone.
 * @returns the names of their caches
 */
async function keepForOthers(page: Page): Promise<string[]> {
  const others = ['of-another-page', `of-another-report-${all.site.origin}/reports/2023/`];
  await page.evaluate(async others => {
    for (const name of others) await caches.open(name);
  }, others);
  return others;
}
/** Changes the colours and opens the settings: without a copy, what is fetched late comes from the network. */
async function useSettings(page: Page, theme: string): Promise<void> {
  await page.bringToFront();
  await page.$eval(`[name=theme][value=${theme}]`, radio => (radio as HTMLInputElement).click());
  await page.waitForFunction(theme => document.documentElement.dataset['theme'] === theme, {}, theme);
  await page.$eval('reader-settings > details', details => {
    details.open = true;
  });
  await page.waitForSelector('[name=typeface]');
}
/** Gives the copy again, and waits until it is made anew at the next visit. */
async function giveAgain(page: Page): Promise<void> {
  isWithdrawn = false;
  await page.reload();
  await whenSaved(page);
}
/** @returns a reader with the copy, a look and a second tab; what is kept of the look, and for other pages */
async function twoTabs(): Promise<{ page: Page; other: Page; chosen: string | null; others: string[] }> {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  const chosen = await chooseTypeface(page),
    others = await keepForOthers(page);
  const other = await all.visit({ context, path: 'cy/' });
  await markVisit(other);
  return { page, other, chosen, others };
}

/** A tab reads, is used, and reads again after it was opened anew, in the look that was chosen. */
async function canBeRead(tab: Page, path: string, theme: string): Promise<void> {
  assert.equal((await reportWords(tab)).length, 4396);
  await useSettings(tab, theme);
  await tab.goto(all.site.url + path);
  assert.equal((await reportWords(tab)).length, 4396);
  assert.equal(await tab.evaluate(() => document.documentElement.dataset['theme']), theme);
}

test('after one visit no worker or copy is left, choices stay, tabs are readable; later a copy is made', async () => {
  const { page, other, chosen, others } = await twoTabs();
  assert.match(chosen ?? '', /dark.*opendyslexic/);
  assert.equal(await registrations(other), 1);
  await withdraw(page);
  assert.deepEqual((await keptCaches(page)).toSorted(), others);
  assert.equal(await isSameVisit(other), true, 'the other tab was loaded again');
  assert.equal(await settings(page), chosen);
  await canBeRead(page, '', 'cream');
  await canBeRead(other, 'cy/', 'light');
  await whenStill(page);
  await whenWithdrawn(page);
  assert.equal(await page.$('.saved.now'), null, 'the page says that it is kept offline');

  await other.close();
  await giveAgain(page);
  await opensOffline(page);
  await page.browserContext().close();
  assert.deepEqual(all.faults, []);
});

test('with a tab of before still open, the copy is made anew at the second visit at the latest', async () => {
  isWithdrawn = false;
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  await all.visit({ context, path: 'cy/' });
  await withdraw(page);
  await page.reload();
  await page.waitForNetworkIdle();
  isWithdrawn = false;
  await page.reload();
  await page.waitForNetworkIdle();
  await page.reload();
  await whenSaved(page);
  await opensOffline(page);
  await context.close();
  assert.deepEqual(all.faults, []);
});

test('a reader whose first visit falls into that time reads, and keeps nothing', async () => {
  isWithdrawn = true;
  const page = await all.visit();
  await whenStill(page);
  await whenWithdrawn(page);
  assert.equal((await reportWords(page)).length, 4396);
  assert.deepEqual(all.faults, []);
  await page.browserContext().close();
});
