/**
 * The reader in a page that the browser translates: every control works, and what is kept of the text is what was
 * published.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import en from '../../locales/en.json';
import marks from '../../locales/marks.en.json';
import share from '../../locales/share.en.json';
import { whenStill } from '../support/clock.js';
import { openView, whenListening, type Visit } from '../support/readers.js';
import { use } from '../support/keys.js';
import { listen, whenHeard } from '../support/speech.js';
import { close, readAt, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';
import { translate, translateAlways } from '../support/translator.js';

const all = await readersOfFile({ copy: false });

/** The second passage of the foreword's text. */
const passage = '#foreword p:nth-of-type(2)';
/** A visit of somebody whose browser translates each page as soon as it is there. */
async function visitTranslated(context?: BrowserContext, visit: Visit = {}): Promise<Page> {
  const page = await all.open(context);
  await translateAlways(page);
  return all.visit({ ...visit, page });
}
/** Writes a note on the passage of the foreword. */
async function note(page: Page, words: string): Promise<void> {
  await page.evaluate(passage => {
    dispatchEvent(
      new CustomEvent('reader-view', { detail: { view: 'passage', about: document.querySelector(passage) } }),
    );
  }, passage);
  await (await page.waitForSelector('.marking [value=note]'))!.evaluate(button => {
    (button as HTMLElement).click();
  });
  await page.type('.mark-edit textarea', words);
  await page.evaluate(() => document.querySelector<HTMLElement>('.mark-edit [value=done]')!.click());
  await page.waitForSelector('.my-sign');
}
/** @returns what "My marks" lists: the marked words, and whether they are said to be gone */
async function listed(page: Page): Promise<string[]> {
  await openView(page, 'marks');
  await page.waitForSelector('.my-marks blockquote');
  return page.$$eval('.my-marks section', all =>
    all.map(each => `${each.querySelector('h3')!.textContent}: ${each.querySelector('blockquote')!.textContent}`),
  );
}
const untouched = await all.visit({ whole: false });
const wordsOf = (selector: string) => untouched.$eval(selector, each => each.textContent.replace(/\s+/g, ' ').trim());
const published = await wordsOf(passage),
  heading = await wordsOf('#foreword h2');
await close(untouched);

// A language that we do not have words in leaves us least to go by.
for (const language of inSweep(['pl', 'en-GB'], ['pl'])) {
  test(`“Contents” opens in a page that was translated into ${language}`, async () => {
    const page = await all.visit();
    await translate(page, language);
    await page.click('nav.bar > a[href="#contents"]');
    await page.waitForSelector('reader-panel .outline a');
    await close(page);
  });

  test(`all groups of settings are there in a page that was translated into ${language}`, async () => {
    const groups = async (page: Page) => {
      await page.$eval('reader-settings details', details => {
        details.open = true;
      });
      await page.waitForSelector('shortcut-settings li');
      return (await page.$$('.sheet .part')).length;
    };
    const [usual, translated] = [await all.visit(), await all.visit()];
    await translate(translated, language);
    assert.equal(await groups(translated), await groups(usual));
    await Promise.all([usual, translated].map(close));
  });
}

// Those of a passage and of marks open in the tests of marks.
for (const view of inSweep(['find', 'passage', 'marks', 'plain', 'figures', 'help'], ['find', 'plain'])) {
  test(`the view “${view}” opens in a translated page`, async () => {
    const page = await visitTranslated();
    await openView(page, view);
    await page.waitForFunction(() => !document.querySelector('reader-panel .fault'));
    await close(page);
  });
}

test('what a key does is said in a translated page', async () => {
  const page = await all.open(),
    heard = await listen(page);
  await all.visit({ page });
  await whenListening(page);
  await page.evaluate(() => {
    document.documentElement.lang = 'en-GB';
  });
  await use(page, 'undo');
  await whenHeard(heard, en['shortcuts.nothing']);
  await close(page);
});

test('a mark made in a translated page is on the published words, and is there in the next visit', async () => {
  const page = await visitTranslated(),
    context = page.browserContext();
  await note(page, 'Mine');
  await page.close();
  const [listedThere] = await listed(await all.visit({ context }));
  assert.ok(listedThere!.startsWith(`${heading}: ${published.slice(0, 100)}`), listedThere);
  await context.close();
});

test('a mark made before is found in a translated page', async () => {
  const page = await all.visit(),
    context = page.browserContext();
  await note(page, 'Mine');
  await page.close();
  const translated = await visitTranslated(context);
  await translated.waitForSelector(`${passage} .my-sign`);
  assert.ok(!(await listed(translated)).join().includes([...marks.lost].reverse().join('').slice(0, 5)));
  await context.close();
});

for (const [name, first, second] of inSweep<[string, boolean, boolean]>(
  [
    ['first', true, false],
    ['second', false, true],
  ],
  [['second', false, true]],
)) {
  test(`no correction is claimed where the ${name} of two visits was translated`, async () => {
    const context = await all.browser.createBrowserContext();
    const visit = async (isTranslated: boolean) => {
      const page = await (isTranslated ? visitTranslated(context) : all.visit({ context }));
      await whenListening(page);
      await whenStill(page);
      return page;
    };
    await (await visit(first)).close();
    assert.equal(await (await visit(second)).$('.changes'), null);
    await context.close();
  });
}

/** Opens the passage of the foreword, copies its link, and gives it. */
async function linkTo(page: Page): Promise<string> {
  await page.evaluate(passage => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) },
    });
    dispatchEvent(
      new CustomEvent('reader-view', { detail: { view: 'passage', about: document.querySelector(passage) } }),
    );
  }, passage);
  await (await page.waitForSelector('reader-panel p:has(+ .refused) button'))!.evaluate(button => {
    (button as HTMLElement).click();
  });
  await page.waitForFunction(() => 'copied' in window);
  return page.evaluate(() => (window as unknown as { copied: string }).copied);
}

test('a link to a passage is the same from a translated page', async () => {
  const [usual, translated] = [await all.visit(), await visitTranslated()];
  assert.equal(await linkTo(translated), await linkTo(usual));
  await Promise.all([usual, translated].map(close));
});

test('a link to a passage leads to it in a translated page, and does not say that it was corrected', async () => {
  const usual = await all.visit(),
    link = (await linkTo(usual)).slice(all.site.url.length),
    page = await visitTranslated(undefined, { path: link });
  await page.waitForSelector('.notice[data-kind=arrived]');
  const said = await page.$eval('.notice[data-kind=arrived] .says', each =>
    each.textContent.replace(/\p{L}+/gu, word => [...word].reverse().join('')),
  );
  assert.equal(said, share['arrived']);
  assert.ok(await page.$(`${passage}[data-linked]`));
  await Promise.all([usual, page].map(close));
});

test('whoever comes back is at the passage that they read in a translated page', async () => {
  const page = await visitTranslated(),
    context = page.browserContext();
  await whenListening(page);
  await readAt(page, '#cardiff p');
  await page.waitForFunction(() => localStorage.getItem('reader-kept-place'), { polling: 50 });
  await page.close();
  const next = await all.visit({ context });
  await next.waitForSelector('.notice[data-kind=place] button');
  await next.waitForFunction(() => document.activeElement?.closest('#cardiff'));
  await context.close();
});
