/** A newer version waits until the reader asks for it; then every open page shows it, at the same place. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { publishedCopy, type PublishedCopy } from '../support/publish.js';
import { openView, readers, whenSaved, whenWhole, type Readers } from '../support/readers.js';
import { close, isSameVisit, markVisit, readAt, whenAnew } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

let site: PublishedCopy, all: Readers;
before(async () => {
  site = publishedCopy();
  all = await readers({}, site.folder);
});
beforeEach(() => site.restore());
after(async () => {
  await all.close();
  site.close();
});

const heading = (page: Page) => page.$eval('#foreword h2', element => element.textContent);
const askForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
const pressed = async (page: Page, words: string) => {
  for (const button of await page.$$('.notice button'))
    if ((await button.evaluate(element => element.textContent)).endsWith(words)) {
      await button.evaluate(element => (element as HTMLElement).click());
      return;
    }
  assert.fail(`no button "${words}"`);
};

/** @returns the words at a third of the screen, and where their line is */
const place = (page: Page) =>
  page.evaluate(() => {
    const { offsetNode, offset } = document.caretPositionFromPoint(innerWidth / 3, innerHeight / 3)!;
    const range = document.createRange();
    range.setStart(offsetNode, offset);
    range.setEnd(offsetNode, Math.min(offset + 1, (offsetNode as Text).length));
    return { words: (offsetNode as Text).data.slice(0, 40), top: Math.round(range.getBoundingClientRect().top) };
  });

/**
 * Takes the newer version in the first of two tabs, and waits until it shows there; `whenAnew` then tells of the other.
 */
async function takeNewer(one: Page, other: Page): Promise<void> {
  await markVisit(one);
  await markVisit(other);
  await askForUpdate(one);
  await one.waitForSelector('.notice[data-kind=update]');
  await pressed(one, 'Open the new version');
  await whenAnew(one);
}

test('the button of the first update works on the very first visit; put off, it is asked again', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  site.publish('Second');
  await askForUpdate(page);
  await page.waitForSelector('.notice[data-kind=update]');
  assert.match(await page.$eval('.notice', notice => notice.textContent), /^A new version is available\./);
  await markVisit(page);
  await pressed(page, 'Not now');
  await whenStill(page);
  assert.equal(await isSameVisit(page), true, 'the page reloaded by itself');
  assert.equal(await heading(page), 'Foreword');
  await page.reload();
  assert.equal(await heading(page), 'Foreword', 'put off: the old version stays whole');
  await page.waitForSelector('.notice[data-kind=update]');
  await Promise.all([page.waitForNavigation(), pressed(page, 'Open the new version')]);
  assert.equal(await heading(page), 'Second');
  await context.close();
});

/** What may stand above the bar when a newer version comes, and how a reader gets to see it. */
const lesser = [
  { what: 'what says where one stopped reading', words: 'You stopped here:', path: '', read: '#cardiff p' },
  {
    what: 'the question about settings that a link brings',
    words: 'This link contains settings',
    path: '#settings:size=150',
  },
  {
    what: 'what says why a passage is marked',
    words: 'You followed a link',
    path: '?passage=0.Community+outreach+in+Cardiff#cardiff',
  },
];
const asks = lesser[1]!;
const stands = (page: Page, words: string) =>
  page.waitForFunction(
    words => [...document.querySelectorAll('.notice')].some(notice => notice.textContent.startsWith(words)),
    {},
    words,
  );

/** Waits until the text that was read is remembered, with which the next one is compared. */
const whenRead = (page: Page) =>
  page.waitForFunction(async () => (await caches.match('last-read.json')) !== undefined, { polling: 50 });

/** @returns the report, to which somebody comes back who then sees one of these */
async function comeBack({ words, path, read }: (typeof lesser)[number], width = 390, height = 844): Promise<Page> {
  const context = await all.browser.createBrowserContext(),
    first = await all.visit({ context, path: read ? '' : 'device/' });
  await first.waitForFunction(() => Number(localStorage.getItem('reader-copy')) > 0, { polling: 50 });
  if (read) {
    await readAt(first, read, 1);
    await first.waitForFunction(() => localStorage.getItem('reader-kept-place'), { polling: 50 });
  }
  await first.close();
  const page = await all.open(context);
  await all.visit({ page, path, width, height });
  await stands(page, words);
  return page;
}

// Two of the others take their turn in the tests below.
for (const notice of inSweep(lesser, [lesser[0]!])) {
  test(`a newer version does not wait behind ${notice.what}, which comes back when it is put off`, async () => {
    const page = await comeBack(notice);
    site.publish('Second');
    await askForUpdate(page);
    await stands(page, 'A new version is available.');
    await pressed(page, 'Not now');
    await stands(page, notice.words);
    await close(page);
  });
}

test('a newer version waits until focus leaves another notice; the text stays, in a low window too', async () => {
  for (const height of inSweep([844, 400], [400])) {
    const page = await comeBack(asks, 390, height);
    // As in Safari.
    await page.evaluate(() => {
      document.body.style.overflowAnchor = 'none';
    });
    await readAt(page, '#cardiff p', 1);
    await page.$eval('.notice button', button => (button as HTMLElement).focus({ preventScroll: true }));
    const before = await place(page);
    site.publish('Second');
    await askForUpdate(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting, { polling: 50 });
    await whenStill(page);
    await stands(page, asks.words);
    assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Use these settings');
    await page.$eval('nav.bar > .exit', link => (link as HTMLElement).focus({ preventScroll: true }));
    await stands(page, 'A new version is available.');
    // The two are not equally high, and a browser scrolls by whole pixels.
    const { words, top } = await place(page);
    assert.equal(words, before.words, `${height} px high`);
    assert.ok(Math.abs(top - before.top) <= 1, `${height} px high: ${top} was ${before.top}`);
    await close(page);
    site.restore();
  }
});

test('settings that a link brings are still offered after a newer version that was taken first', async () => {
  const page = await comeBack(asks);
  await whenRead(page);
  site.publish('Second');
  await askForUpdate(page);
  await stands(page, 'A new version is available.');
  await markVisit(page);
  await pressed(page, 'Open the new version');
  await whenAnew(page);
  // Its heading was corrected, which comes before.
  await stands(page, '1 correction to the report.');
  await pressed(page, 'Close');
  await stands(page, asks.words);
  assert.equal(await heading(page), 'Second');
  await close(page);
});

/** @returns two tabs of a reader who has chosen a look, each in a story of its own; the first is in front */
async function twoTabs(): Promise<[one: Page, other: Page]> {
  const context = await all.browser.createBrowserContext();
  const other = await all.visit({ context, path: 'cy/', choices: { size: '150', theme: 'dark' } });
  const one = await all.visit({ context });
  await whenSaved(one);
  for (const page of [other, one]) {
    await page.bringToFront();
    await page.$eval(page === one ? '#cardiff' : '#strip-searches', story => story.scrollIntoView());
    await whenStill(page);
  }
  return [one, other];
}
/** The longer foreword of the second version would carry every pixel below it away. */
const longer = (page: string) =>
  page.replace(
    '<p>Welcome to our Impact Report',
    `<p>${'More was said before this. '.repeat(60)}<p>Welcome to our Impact Report`,
  );

/** A page has kept its settings, and shows the words that it showed before, where it showed them. */
async function isAsBefore(page: Page, before: Awaited<ReturnType<typeof place>>, version: string): Promise<void> {
  await page.bringToFront();
  await whenStill(page);
  assert.deepEqual(
    await page.evaluate(() => [document.documentElement.dataset['size'], document.documentElement.dataset['theme']]),
    ['150', 'dark'],
  );
  const now = await place(page);
  assert.equal(now.words, before.words, `${version}: ${page.url()}`);
  assert.ok(Math.abs(now.top - before.top) <= 30, `${version}: the line moved from ${before.top} to ${now.top}`);
}

test('v1 → v2 → v1 with two tabs: when one takes it both show it, with the same settings and place', async () => {
  const [one, other] = await twoTabs();
  const versions: [string, () => void][] = [
    ['Second', () => site.publish('Second', longer)],
    ['Foreword', () => site.restore()],
  ];
  for (const [version, publish] of inSweep(versions, versions.slice(0, 1))) {
    publish();
    const places = [await place(one), await place(other)];
    await takeNewer(one, other);
    assert.equal(await heading(one), version);
    await other.bringToFront();
    await whenAnew(other);
    for (const [index, page] of [one, other].entries()) await isAsBefore(page, places[index]!, version);
    await one.bringToFront();
  }
  await close(one);
});

if (isSweep)
  test('a tab that has not come to rest, as one opened behind another, shows the newer version too', async () => {
    const context = await all.browser.createBrowserContext();
    const one = await all.visit({ context });
    await whenSaved(one);
    const other = await all.open(context);
    await other.evaluateOnNewDocument(() => {
      if (!sessionStorage.getItem('once')) window.requestIdleCallback = () => 0;
      sessionStorage.setItem('once', 'yes');
    });
    await all.visit({ page: other, whole: false });
    await one.bringToFront();
    site.publish('Second');
    await takeNewer(one, other);
    await whenAnew(other);
    for (const page of [one, other]) assert.equal(await heading(page), 'Second');
    await context.close();
  });

test('a tab that loaded while the first worker came works without a server, and shows the newer version', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenWhole(page);
  // What the tab then is like: it came from the server, although there is a worker that is active.
  await page.reload({ ignoreCache: true });
  await whenSaved(page);
  // What the browser itself still has of the parts must not stand in for the copy.
  await page.setCacheEnabled(false);
  await all.site.stop();
  try {
    await openView(page);
    // An offer waits until what is open above the bar is closed.
    await page.click('reader-panel [value=close]');
  } finally {
    await all.site.start();
  }
  site.publish('Second');
  await markVisit(page);
  await askForUpdate(page);
  await page.waitForSelector('.notice[data-kind=update]');
  await pressed(page, 'Open the new version');
  await whenAnew(page);
  assert.equal(await heading(page), 'Second');
  await context.close();
});

// It waits as long as the page does. That the press works is seen in every test above.
if (isSweep)
  test('a press works though its message to the worker is lost, as when the browser has just stopped it', async () => {
    const context = await all.browser.createBrowserContext();
    await whenSaved(await all.visit({ context }));
    const page = await all.open(context);
    await page.evaluateOnNewDocument(() => {
      const send = ServiceWorker.prototype.postMessage as (this: ServiceWorker, ...given: unknown[]) => void,
        lost = new Set<unknown>();
      let isTaken = false;
      ServiceWorker.prototype.postMessage = function (this: ServiceWorker, ...given: unknown[]) {
        const { type } = given[0] as { type: string };
        isTaken ||= type === 'SKIP_WAITING';
        if (!isTaken || lost.has(type)) send.apply(this, given);
        else lost.add(type);
      };
    });
    await all.visit({ page });
    await whenSaved(page);
    site.publish('Second');
    await askForUpdate(page);
    await page.waitForSelector('.notice[data-kind=update]');
    await markVisit(page);
    await pressed(page, 'Open the new version');
    await whenAnew(page);
    assert.equal(await heading(page), 'Second');
    await context.close();
  });

/** Waits until the corrections are told of, and asks to see them. */
async function tellsOfChanges(page: Page): Promise<void> {
  await stands(page, '2 corrections to the report.');
  await pressed(page, 'Show the corrections');
  await page.waitForSelector('.changes');
}

/** @returns the newer version, which corrects two passages, for somebody who has read the one before */
async function readCorrected(): Promise<Page> {
  const page = await all.visit();
  await whenSaved(page);
  await whenRead(page);
  site.publish('Foreword', text =>
    text
      .replace('with much to be proud of', 'with very much to be proud of')
      .replace('<section id=contact', '<p>A line that was added.<section id=contact'),
  );
  await askForUpdate(page);
  await page.waitForSelector('.notice[data-kind=update]');
  await Promise.all([page.waitForNavigation(), pressed(page, 'Open the new version')]);
  await tellsOfChanges(page);
  return page;
}

test('what was corrected since this reader last read the text is listed by passage', async () => {
  const page = await readCorrected();
  assert.equal(
    await page.$eval('.changes summary', summary => summary.textContent),
    '2 corrections since you last read this report',
  );
  const items = await page.$$eval('.changes li', all => all.map(item => item.textContent));
  assert.match(items[0]!, /^Corrected in: Foreword… .*organisation with Now: very much to be proud of/);
  assert.match(items[1]!, /^Added to: .*A line that was added\.$/);
  // Only the words that differ are marked; all is in the report's language; and it looks like a part of the page.
  assert.deepEqual(await page.$$eval('.changes :is(del, ins)', all => all.map(each => each.textContent)), ['very']);
  assert.deepEqual(
    await page.$$eval('.changes [lang]', all => [...new Set(all.map(each => each.getAttribute('lang')))]),
    ['en'],
  );
  assert.notEqual(await page.$eval('.changes', list => getComputedStyle(list).paddingInlineStart), '0px');
  await close(page);
});

test('what was corrected is told again until it was seen, and then no more', async () => {
  const page = await readCorrected();
  await page.reload();
  await tellsOfChanges(page);
  await page.$eval('.changes button', button => button.click());
  assert.equal(await page.$('.changes'), null);
  await page.waitForFunction(
    async () => (await (await caches.match('last-read.json'))?.text())?.includes('A line that was added'),
    { polling: 50 },
  );
  await page.reload();
  await whenStill(page);
  assert.equal(await page.$('.changes, .notice[data-kind=corrections]'), null, 'seen, and told again');
  await close(page);
});

test('nothing went wrong in any page', () => assert.deepEqual(all.faults, []));
