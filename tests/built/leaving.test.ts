/**
 * Leaving fast: for a person whom somebody must not see reading. The page is empty at once, does not come back, and
 * does not tell where they were.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import en from '../../locales/en.json';
import cy from '../../locales/cy.json';
import { launch } from '../support/browser.js';
import { whenFetched, whenStill } from '../support/clock.js';
import { openView, reportWords, whenListening, whenSaved } from '../support/readers.js';
import { listen } from '../support/speech.js';
import { close, markVisit, readersOfFile, sideBySide } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

const weather = 'https://www.bbc.co.uk/weather';
const everyPath = [
  '',
  'cy/',
  'device/',
  'cy/device/',
  'accessibility/',
  'cy/accessibility/',
  'plain/',
  'cy/plain/',
  'formats/',
  'cy/formats/',
  'help/',
  'cy/help/',
];
const paths = inSweep(everyPath, ['', 'cy/', 'device/']);

/** What was asked of the weather's server, with the referrer that it was told. */
interface Asked {
  url: string;
  referrer: string | undefined;
}

/**
 * Stands in for the weather: no request of these tests leaves this machine. `hold` keeps the answer back until `let go`
 * is called.
 */
async function withWeather(page: Page, hold = false): Promise<{ asked: Asked[]; letGo: () => void }> {
  const asked: Asked[] = [],
    waiting: (() => void)[] = [];
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (request.url().startsWith(all.site.url)) return void request.continue();
    if (!request.isNavigationRequest()) return void request.abort();
    asked.push({ url: request.url(), referrer: request.headers()['referer'] });
    const answer = () =>
      void request.respond({ contentType: 'text/html', body: '<!doctype html><title>Weather</title><h1>Weather</h1>' });
    if (hold) waiting.push(answer);
    else answer();
  });
  return { asked, letGo: () => waiting.splice(0).forEach(answer => answer()) };
}

/** Opens a page of the reader, with its controls working. */
async function open(
  path: string,
  {
    hold = false,
    copy = false,
    context,
    before = () => {},
  }: { hold?: boolean; copy?: boolean; context?: BrowserContext; before?: () => void } = {},
) {
  const page = await all.open(context, copy),
    heard = await listen(page),
    weather = await withWeather(page, hold);
  await page.evaluateOnNewDocument(before);
  await page.goto(all.site.url + path);
  await page.waitForFunction(
    () => document.querySelector('reader-settings:defined') ?? !document.querySelector('reader-settings'),
  );
  return { page, heard, ...weather };
}

const whenLeft = (page: Page) => page.waitForFunction(weather => location.href === weather, { polling: 50 }, weather);
/** @returns whether the page goes nowhere */
async function stays(page: Page, { asked }: { asked: Asked[] }): Promise<boolean> {
  await whenStill(page);
  return (
    !asked.length &&
    page.url().startsWith(all.site.url) &&
    (await page.evaluate(() => Boolean(document.title && document.querySelector('main'))))
  );
}
/** What is to be seen of the page, in the page and in the window's title; run inside the page. */
const seen = () => ({
  title: document.title,
  text: document.documentElement.textContent.trim(),
  inside: document.body.childElementCount,
  session: Object.keys(sessionStorage),
  local: Object.keys(localStorage)
    .filter(name => /settings|looks/.test(name))
    .toSorted(),
});
const emptied = {
  title: '',
  text: '',
  inside: 0,
  session: ['reader-left'],
  local: ['reader-looks', 'reader-settings'],
};

/** The ways out, each with the page on which every run of the tests tries it. */
const ways: [name: string, path: string, go: (page: Page) => Promise<void>][] = [
  ['a click on “Exit”', '', page => page.click('a.exit')],
  [
    'Enter on “Exit”',
    'cy/',
    async page => {
      await page.focus('a.exit');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'Shift three times',
    'device/',
    async page => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    },
  ],
];
for (const [name, path, go] of ways) {
  test(`${name} leads from every page to the weather, in the page’s place, without telling where from`, async () => {
    await sideBySide(inSweep(everyPath, [path]), async path => {
      const { page, asked } = await open('licences.txt');
      await page.goto(all.site.url + path);
      await page.waitForSelector('a.exit');
      await page.waitForFunction(
        () => document.querySelector('reader-settings:defined') ?? !document.querySelector('reader-settings'),
      );
      const length = await page.evaluate(() => history.length);
      await go(page);
      await whenLeft(page);
      assert.deepEqual(asked, [{ url: weather, referrer: undefined }], path);
      assert.deepEqual(await page.evaluate(() => [history.length, document.referrer]), [length, ''], path);
      await page.goBack();
      assert.match(page.url(), /licences\.txt$/, path);
      await close(page);
    });
  });
}

/**
 * Leaves in a page that keeps settings and looks, by script, because a browser answers no questions while a page is on
 * its way.
 * @returns what is seen right after, and a while later
 */
async function leaveAndLook(page: Page, press: string): Promise<unknown[]> {
  let later: (seen: unknown) => void;
  const late = new Promise(done => {
    later = done;
  });
  await page.exposeFunction('later', (found: unknown) => later(found));
  const atOnce = await page.evaluate(`
    for (const name of ['reader-settings', 'reader-looks']) localStorage.setItem(name, '{"size":"150"}');
    for (const name of ['reader-place', 'anything']) sessionStorage.setItem(name, 'else');
    ${press};
    // Another tab may change the settings meanwhile.
    dispatchEvent(new StorageEvent('storage', { key: 'reader-settings' }));
    setTimeout(() => later((${seen})()), 1000);
    (${seen})()`);
  return [atOnce, await late];
}

const pressed = "dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))";
for (const [name, path, press] of [
  ['“Exit”', '', "document.querySelector('a.exit').click()"],
  ['Shift three times', 'cy/', `${pressed}; ${pressed}; ${pressed}`],
] as const) {
  test(`${name} empties page and title at once, for good; choices stay, what the window held goes`, async () => {
    await sideBySide(inSweep(everyPath, [path]), async path => {
      // With the copy still on its way.
      const { page, letGo } = await open(path, { hold: true, copy: true });
      // At once after opening, while the page is still fetching what it needs later; and when it has become quiet.
      if (path.startsWith('cy')) await whenFetched(page);
      assert.deepEqual(await leaveAndLook(page, press), [emptied, emptied], path);
      letGo();
      await whenLeft(page);
      await close(page);
    });
  });
}

/** Reads several pages and places, and leaves. @returns the page, with all of that in its history */
async function readAndLeave(): Promise<Page> {
  const { page } = await open('licences.txt');
  for (const path of ['', 'device/']) await page.goto(all.site.url + path);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  // Two places of the same page are two entries of the history.
  for (const place of ['cardiff', 'foreword'])
    await page.evaluate(place => {
      location.hash = place;
    }, place);
  await page.click('a.exit');
  await whenLeft(page);
  return page;
}
/** Goes back until what was there before the reader is shown, and never sees a page of the reader. */
async function goBackToBefore(page: Page): Promise<void> {
  for (let back = 0; back < 5; back += 1) {
    await markVisit(page);
    await page.evaluate(() => history.back());
    await page.waitForFunction(
      weather => !('sameVisit' in window) && (location.href === weather || location.href.includes('licences')),
      { polling: 50 },
      weather,
    );
    if (page.url().includes('licences')) break;
  }
  assert.match(page.url(), /licences/);
}

test('Back brings up no page of the reader, however it was reached; opened anew, it can be read', async () => {
  const page = await readAndLeave();
  await goBackToBefore(page);
  await page.evaluate(() => history.forward());
  await whenLeft(page);
  await page.goto(all.site.url);
  assert.equal((await reportWords(page)).length, 4396);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await page.goto(`${all.site.url}device/`);
  await page.goBack();
  assert.equal((await reportWords(page)).length, 4396);
  await close(page);
});

// It takes a browser of its own. That going back shows the report is seen above.
if (isSweep)
  test('a page that the browser kept in memory comes back as it was, if it was not left', async t => {
    // Without anybody between the page and its server: a browser keeps no such page in memory.
    const browser = await launch({ isWhole: true });
    t.after(() => browser.close());
    const page = await all.open(await browser.createBrowserContext(), true);
    await page.goto(all.site.url);
    // A worker that takes over a page in memory has the browser drop it.
    await whenSaved(page);
    await page.evaluate(() => {
      Object.assign(window, { same: true });
    });
    await page.goto(`${all.site.url}device/`);
    await page.goBack();
    await page.waitForFunction(
      () =>
        document.querySelector('main') && !location.pathname.includes('device') && document.readyState === 'complete',
    );
    assert.ok(await page.evaluate(() => 'same' in window), 'the page was loaded again');
    assert.equal((await reportWords(page)).length, 4396);
  });

const speaking: [path: string, words: typeof en][] = [
  ['', en],
  ['cy/', cy],
  ['device/', en],
  ['cy/accessibility/', cy],
];

test('after two presses what the third will do is said once, in the language of the page', async () => {
  await sideBySide(inSweep(speaking, [speaking[1]!]), async ([path, { 'exit.once': once }]) => {
    const { page, heard, asked } = await open(path);
    await page.keyboard.press('Shift');
    await whenStill(page);
    assert.ok(!heard.includes(once), path);
    await page.keyboard.press('Shift');
    await page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, once);
    await whenStill(page);
    assert.equal(heard.filter(each => each === once).length, 1, path);
    assert.deepEqual(asked, []);
    await close(page);
  });
});

const three = async (page: Page, meanwhile: () => Promise<void> = () => Promise.resolve()) => {
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.down('Shift');
    await meanwhile();
    await page.keyboard.up('Shift');
  }
};
const mistakes: [string, (page: Page) => Promise<void>][] = [
  [
    'a held Shift',
    async page => {
      for (let press = 0; press < 8; press += 1) await page.keyboard.down('Shift');
      await page.keyboard.up('Shift');
    },
  ],
  [
    'Shift with a letter',
    async page => {
      for (let press = 0; press < 4; press += 1) {
        await page.keyboard.down('Shift');
        await page.keyboard.press('KeyA');
        await page.keyboard.up('Shift');
      }
    },
  ],
  [
    'Shift and Tab',
    async page => {
      for (let press = 0; press < 4; press += 1) {
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
      }
    },
  ],
  [
    'Shift with another key held, as for changing the keyboard',
    async page => {
      for (const held of ['Alt', 'Control'] as const) {
        await page.keyboard.down(held);
        for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift');
        await page.keyboard.up(held);
      }
    },
  ],
  [
    'Shift and a click, which choose text',
    async page => {
      for (let press = 0; press < 4; press += 1) {
        await page.keyboard.down('Shift');
        await page.mouse.click(200, 300 + 10 * press);
        await page.keyboard.up('Shift');
      }
    },
  ],
  [
    'Shift and the wheel, which scroll sideways',
    async page => {
      await page.mouse.move(200, 300);
      await three(page, () => page.mouse.wheel({ deltaX: 40 }));
    },
  ],
  [
    'Shift alone in a text field, as by a hand that thinks better of a capital',
    async page => {
      await openView(page, 'find');
      await page.focus('reader-panel [type=text]');
      await three(page);
    },
  ],
  [
    'Shift with another key between',
    async page => {
      for (const key of ['Shift', 'Shift', 'Escape', 'Shift', 'Shift'] as const) await page.keyboard.press(key);
    },
  ],
  [
    'three presses over more than five seconds',
    async page => {
      const client = await page.createCDPSession(),
        key = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 },
        now = Date.now() / 1000;
      for (const timestamp of [now, now + 2.6, now + 5.2])
        for (const type of ['rawKeyDown', 'keyUp'] as const)
          await client.send('Input.dispatchKeyEvent', { ...key, type, timestamp });
    },
  ],
];
/** Those by which most people press Shift. */
const usual = /^(a held Shift|Shift with a letter|Shift alone in a text field|three presses over)/;
for (const [name, make] of inSweep(
  mistakes,
  mistakes.filter(([name]) => usual.test(name)),
)) {
  test(`${name}: nothing happens`, async () => {
    const visit = await open('');
    await make(visit.page);
    assert.ok(await stays(visit.page, visit));
    await close(visit.page);
  });
}

if (isSweep)
  test('capital letters in a text field do not leave, however many', async () => {
    const visit = await open(''),
      { page } = visit;
    await page.$eval('reader-settings details', details => {
      details.open = true;
    });
    await page.waitForSelector('.sheet [type=text]');
    await page.$$eval('.sheet .part', parts => {
      for (const part of parts) (part as HTMLDetailsElement).open = true;
    });
    await page.focus('.sheet [type=text]');
    for (const letter of 'MYOWNLOOK') {
      await page.keyboard.down('Shift');
      await page.keyboard.press(`Key${letter}` as 'KeyA');
      await page.keyboard.up('Shift');
    }
    assert.equal(
      await page.$eval('.sheet [type=text]', field => (field as HTMLInputElement).value.toUpperCase()),
      'MYOWNLOOK',
    );
    assert.ok(await stays(page, visit));
    await close(page);
  });

test('after a text field or the wheel, Shift three times leaves as ever', async () => {
  const { page } = await open('');
  await openView(page, 'find');
  await page.focus('reader-panel [type=text]');
  await three(page);
  await page.focus('a.exit');
  await page.mouse.wheel({ deltaY: 40 });
  await three(page);
  await whenLeft(page);
  await close(page);
});

/** Run in a page before all else: the browser knows of no connection. */
const isOffline = () => {
  Object.defineProperty(navigator, 'onLine', { value: false });
};

test('without a connection an empty page comes, by what the browser knows and with the server stopped', async () => {
  const context = await all.browser.createBrowserContext();
  const first = await all.visit({ context, copy: true });
  await whenSaved(first);
  await first.close();
  await all.site.stop();
  try {
    const every = ['', 'cy/device/'].flatMap(path => ways.map(([, , go]) => [path, go] as const));
    for (const [path, go] of inSweep(every, [every[0]!, every[every.length - 1]!])) {
      const { page, asked } = await open(path, { context, before: isOffline });
      await go(page);
      await page.waitForFunction(() => location.href === 'about:blank', { polling: 50 });
      assert.deepEqual(
        [asked, await page.title(), await page.evaluate(() => document.documentElement.textContent)],
        [[], '', ''],
      );
      await page.close();
    }
  } finally {
    await all.site.start();
    await context.close();
  }
});

test('where the weather is stopped on its way, nothing of the page is left all the same', async () => {
  const page = await all.open(await all.browser.createBrowserContext());
  await page.setRequestInterception(true);
  const stopped = new Promise(done => {
    page.on(
      'request',
      request =>
        void (request.url().startsWith(all.site.url) ? request.continue() : request.abort('aborted').then(done)),
    );
  });
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  await page.click('a.exit');
  await stopped;
  await whenStill(page);
  assert.deepEqual(
    await page.evaluate(() => [
      document.title + document.documentElement.textContent.trim(),
      document.querySelector('main'),
    ]),
    ['', null],
  );
  await close(page);
});

test('without script it is an ordinary link that tells no referrer', async () => {
  await sideBySide(paths, async path => {
    const page = await all.visit({ path, script: false }),
      { asked } = await withWeather(page);
    const link = await page.$eval('a.exit', link => ({
      address: link.getAttribute('href'),
      rel: link.getAttribute('rel'),
      target: link.getAttribute('target'),
      words: link.textContent,
    }));
    assert.deepEqual(link, {
      address: weather,
      rel: 'noreferrer',
      target: null,
      words: (path.startsWith('cy') ? cy : en)['exit.link'],
    });
    await Promise.all([page.waitForNavigation(), page.click('a.exit')]);
    assert.deepEqual(asked, [{ url: weather, referrer: undefined }]);
    await close(page);
  });
});

const sizes = inSweep<[number, string]>(
  [
    [320, '100'],
    [390, '400'],
    [1280, '100'],
  ],
  [[390, '400']],
);
const inEverySize = inSweep(everyPath, ['', 'cy/device/']).flatMap(path => sizes.map(size => [path, ...size] as const));

test('“Exit” is in the bar of every page, large, always in view, and works as soon as the page is there', async () => {
  await sideBySide(inEverySize, async ([path, width, size]) => {
    const page = await all.visit({ path, width, choices: { size } });
    for (const place of [0, 3000]) {
      await page.evaluate(place => scrollTo(0, place), place);
      const { width, height, there } = await page.$eval('a.exit', link => {
        const { left, top, width, height } = link.getBoundingClientRect();
        return { width, height, there: document.elementFromPoint(left + width / 2, top + height / 2) === link };
      });
      assert.ok(there && width >= 44 && height >= 44, `${path} ${size}: ${width} × ${height}, ${there}`);
    }
    await close(page);
  });
});

if (isSweep)
  test('in the installed window it works the same', async () => {
    const { page, asked } = await open('', {
      before: () => {
        const usual = matchMedia.bind(window);
        window.matchMedia = query => usual(query.includes('display-mode: standalone') ? 'all' : query);
      },
    });
    await whenListening(page);
    await whenStill(page);
    await page.click('a.exit');
    await whenLeft(page);
    assert.deepEqual(asked, [{ url: weather, referrer: undefined }]);
    await close(page);
  });

test('while nothing is to be kept it works the same; the window remembers only that it was left', async () => {
  const { page } = await open('?keep-nothing', { copy: true });
  assert.deepEqual(
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('a.exit')!.click();
      return [Object.keys(localStorage), Object.keys(sessionStorage)];
    }),
    [[], ['reader-left']],
  );
  await whenLeft(page);
  await close(page);
});
