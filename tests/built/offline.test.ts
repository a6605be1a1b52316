/** With the server gone, every address that a reader may have still shows the report. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import contents from '../../locales/contents.en.json';
import { whenStill } from '../support/clock.js';
import { use } from '../support/keys.js';
import { readers, reportWords, whenSaved, whenWhole, type Readers } from '../support/readers.js';
import { listen, whenHeard } from '../support/speech.js';
import { inSweep, isSweep } from '../support/sweep.js';

let all: Readers, held: Promise<void> | undefined, cutOff: RegExp | undefined;
before(async () => {
  all = await readers({
    handle: ({ url }, response, next) => {
      if (cutOff?.test(url!)) response.destroy();
      else if (url === '/cy/') void Promise.resolve(held).then(next);
      else next();
    },
  });
});
after(() => all.close());

test('the report is called saved only when every page of it is there', async () => {
  let letGo = () => {};
  held = new Promise(done => {
    letGo = done;
  });
  const page = await all.visit();
  const areKept = (...paths: string[]) =>
    page.evaluate(
      async paths => Promise.all(paths.map(async path => !!(await caches.match(path, { ignoreSearch: true })))),
      paths,
    );
  try {
    await page.waitForFunction(() => caches.match('/', { ignoreSearch: true }));
    assert.deepEqual(await areKept('/cy/'), [false]);
    assert.equal(await page.$('.saved.now'), null, 'called saved while a page was on its way');
  } finally {
    letGo();
    held = undefined;
  }
  await whenSaved(page);
  assert.deepEqual(await areKept('/', '/cy/'), [true, true]);
  await page.browserContext().close();
});

const further = [
  'accessibility/',
  'cy/accessibility/',
  'formats/',
  'cy/formats/',
  'help/',
  'cy/help/',
  'plain/',
  'cy/plain/',
];

/** Opens the contents, and waits until they are there. */
async function opensContents(page: Page): Promise<void> {
  await page.$eval('nav.bar > a[href="#contents"]', link => link.click());
  await page.waitForFunction(() =>
    document.querySelector('reader-panel:not([hidden]) .view')?.textContent.includes('Community outreach in Cardiff'),
  );
}
/** Stops the server for as long as something takes. */
async function withoutServer(deed: () => Promise<void>): Promise<void> {
  await all.site.stop();
  try {
    await deed();
  } finally {
    await all.site.start();
  }
}

test('the report is kept first, and said to be; then come the panel’s views, and open without a server', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  const order = all.site.requests.map(({ path }) => path),
    last = (pattern: RegExp) => order.findLastIndex(path => pattern.test(path));
  assert.ok(last(/^\/assets\/panel-/) === -1 || last(/^\/assets\/panel-/) > last(/^\/cy\/$/), order.join(' '));
  await whenWhole(page);
  await withoutServer(async () => {
    await page.reload();
    await page.waitForSelector('.saved.now');
    await opensContents(page);
    for (const path of inSweep(further, ['plain/', 'cy/help/'])) {
      const opened = await all.visit({ context, path });
      assert.equal(
        await opened.$eval('[aria-current=page]', link => new URL((link as HTMLAnchorElement).href).pathname),
        `/${path}`,
      );
      await opened.close();
    }
  });
  await context.close();
});

const addresses: [path: string, lang: string][] = [
  ['', 'en'],
  ['cy/', 'cy'],
  ['cy', 'cy'],
  ['#cardiff', 'en'],
  ['cy/#cardiff', 'cy'],
  ['nothing/here', 'en'],
  ['cy/nothing', 'cy'],
  ['?utm=x', 'en'],
  ['cy/?utm_source=a&utm_medium=b', 'cy'],
  ['index.html', 'en'],
];

const fewAddresses = addresses.filter(([path]) => ['', 'cy', 'cy/#cardiff', 'nothing/here', '?utm=x'].includes(path));

test('without the server a reload, new tab, Welsh, deep link, unknown path and query show the report', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenSaved(page);
  await withoutServer(async () => {
    await page.reload();
    const whole = (await reportWords(page)).length;
    assert.equal(whole, 4396);
    for (const [path, lang] of inSweep(addresses, fewAddresses)) {
      const tab = await all.visit({ context, path });
      assert.equal((await reportWords(tab)).length, whole, path);
      assert.equal(await tab.evaluate(() => document.documentElement.lang), lang, path);
      if (path.includes('#'))
        assert.ok(
          await tab.$eval('#cardiff', story => Math.abs(story.getBoundingClientRect().top) < innerHeight),
          path,
        );
      await tab.close();
    }
  });
  await context.close();
});

test('offline, the controls work and speak: their words were kept too', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context, path: 'cy/' });
  await whenSaved(page);
  await all.site.stop();
  try {
    await page.reload();
    await page.waitForSelector('reader-settings:defined');
    await page.$eval('[name=theme][value=dark]', radio => (radio as HTMLInputElement).click());
    await page.$eval('button[value=reset]', button => (button as HTMLButtonElement).click());
    await page.waitForFunction(
      () => document.querySelector('[role=status]')!.textContent === 'Mae’r gosodiadau diofyn wedi’u hadfer.',
    );
  } finally {
    await all.site.start();
    await context.close();
  }
});

test('a browser without workers, or that refuses them, still reads and has no dead control', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.open(context);
  await page.evaluateOnNewDocument(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  assert.equal((await reportWords(page)).length, 4396);
  await context.close();
  assert.deepEqual(all.faults, []);
});

test('where the browser never tells of an idle moment, the report is kept all the same', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.open(context);
  // Seen in Chromium, once in a hundred times: a tab that came to the front while it was loading. Then only the time
  // runs out.
  await page.evaluateOnNewDocument(() => {
    window.requestIdleCallback = (task, { timeout } = {}) => (timeout ? Number(setTimeout(task, timeout)) : 0);
  });
  await page.goto(all.site.url);
  await whenSaved(page);
  await context.close();
});

/** Goes to the contacts, and waits until these parts were asked for; whatever they were to show has not come. */
async function jumpInVain(page: Page, parts: readonly string[], shown: string): Promise<void> {
  await page.$eval('contents-list a[href="#contact"]', link => link.click());
  await page.waitForFunction(
    parts =>
      parts.every(part =>
        performance.getEntriesByType('resource').some(({ name: file }) => file.includes(`/${part}-`)),
      ),
    {},
    parts,
  );
  await whenStill(page);
  assert.equal(await page.$(shown), null);
}

test('what was cut off without a copy is fetched again by itself: the keys, the way back after a jump', async () => {
  const page = await all.open(undefined, false);
  cutOff = /assets\/(idle|way-back)-/;
  try {
    await page.goto(all.site.url);
    await jumpInVain(page, ['idle', 'way-back'], '.notice');
  } finally {
    cutOff = undefined;
  }
  await page.waitForSelector('.notice[data-kind=back] button');
  const letters = () => page.$eval('main p', paragraph => parseFloat(getComputedStyle(paragraph).fontSize)),
    usual = await letters();
  for (let left = 40; left && (await letters()) === usual; left -= 1) {
    await use(page, 'larger');
    await whenStill(page);
  }
  assert.ok((await letters()) > usual);
  await page.browserContext().close();
  assert.deepEqual(all.faults, []);
});

if (isSweep)
  test('so are lost words: hard words are explained, settings of a link offered, the way back told of', async () => {
    cutOff = /assets\/(words-en|interface-words)-/;
    const page = await all.open(undefined, false),
      heard = await listen(page);
    try {
      await all.visit({ page, path: '#settings:size=200', choices: { terms: 'explained' } });
      await jumpInVain(page, ['words-en', 'interface-words'], '.hard-words, .notice');
    } finally {
      cutOff = undefined;
    }
    await page.waitForSelector('.hard-words');
    await page.waitForSelector('.notice[data-kind=settings]');
    assert.match(
      await page.$eval('.notice', notice => notice.textContent),
      /This link contains settings: Text size: 200%/,
    );
    await page.$eval('.notice button:last-child', keepMine => keepMine.click());
    await page.waitForSelector('.notice[data-kind=back] button');
    await whenHeard(heard, contents['back.said']);
    await page.browserContext().close();
    // What did not come is told to whoever looks for faults, and to nobody else.
    for (const fault of all.faults.splice(0)) assert.match(fault, /dynamically imported module/);
  });
