/** A typeface that cannot come says so, and comes by itself when there is a connection again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import en from '../../locales/en.json';
import { readers, whenListening, type Readers } from '../support/readers.js';
import { close } from '../support/steps.js';

let all: Readers,
  isCutOff = false;
before(async () => {
  all = await readers({
    copy: false,
    handle: ({ url }, response, next) => {
      if (isCutOff && url!.endsWith('.woff2')) response.destroy();
      else next();
    },
  });
});
after(async () => {
  await all.close();
  assert.deepEqual(all.faults, []);
});

const isThere = (page: Page) =>
  page.waitForFunction(
    () =>
      document.fonts.check('1em OpenDyslexic', 'a') &&
      [...document.fonts].some(({ family, status }) => family === 'OpenDyslexic' && status === 'loaded'),
  );

/** Waits until what is missing is said beside the choice, or no more. */
const whenMissing = (page: Page, missing = true) =>
  page.waitForFunction(
    (words, missing) => document.querySelector('[data-setting=typeface]')!.textContent.includes(words) === missing,
    {},
    en['settings.source.missing'],
    missing,
  );

test('a typeface that cannot be fetched says so by its choice and aloud, stays chosen, comes by itself', async () => {
  const page = await all.visit();
  isCutOff = true;
  await page.$eval('reader-settings > details', details => {
    details.open = true;
  });
  await page.waitForSelector('[name=typeface]');
  await page.$eval('[name=typeface][value=opendyslexic]', radio => (radio as HTMLInputElement).click());
  await whenMissing(page);
  await page.waitForFunction(
    words => document.querySelector('[role=status]')!.textContent === words,
    {},
    en['settings.source.missing'],
  );
  assert.equal(await page.$eval('html', root => root.dataset['typeface']), 'opendyslexic');
  isCutOff = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await isThere(page);
  await whenMissing(page, false);
  await close(page);
});

test('a typeface chosen before, that did not come, comes by itself without the settings being opened', async () => {
  isCutOff = true;
  const page = await all.visit({ choices: { typeface: 'opendyslexic' } });
  await whenListening(page);
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'OpenDyslexic' && status === 'error'),
  );
  isCutOff = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await isThere(page);
  await close(page);
});
