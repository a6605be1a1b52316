/**
 * The reader under faults: what the server, the device and the publisher do wrong, what the reader then sees, and that
 * nothing is lost.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { cutAt, hangUp, script, seenOn, silence, somebodyElses, status, where, type Seen } from '../support/faults.js';
import { publishedCopy, type PublishedCopy } from '../support/publish.js';
import { readers, reportWords, whenSaved, whenWhole, type Readers } from '../support/readers.js';
import type { Handle } from '../support/server.js';
import { markVisit, pause, whenAnew } from '../support/steps.js';
import { isSweep } from '../support/sweep.js';

/** A server with a site of its own, readers of it, and what the server does wrong just now. */
interface Scene {
  site: PublishedCopy;
  all: Readers;
  fault: Handle | undefined;
}

const whole = await (async () => {
  const all = await readers(),
    words = await reportWords(await all.visit({ script: false }));
  await all.close();
  return words;
})();

/** The rows of the table, kind by kind. */
const rows: string[][] = [];

const tests: [name: string, run: () => Promise<void>][] = [];

/** Takes up a test in a scene of its own. `note` adds a row to the table. */
function testIn(
  name: string,
  kind: string,
  play: (scene: Scene, note: (name: string, saw: string, then: string) => void) => Promise<void>,
): void {
  const own: string[] = [];
  rows.push(own);
  tests.push([
    name,
    async () => {
      const site = publishedCopy();
      const scene: Scene = {
        site,
        fault: undefined,
        all: await readers(
          { handle: (request, response, next) => (scene.fault ? scene.fault(request, response, next) : next()) },
          site.folder,
        ),
      };
      try {
        await play(scene, (name, saw, then) => own.push(`| ${kind} | ${name} | ${saw} | ${then} |`));
      } finally {
        await scene.all.close();
        site.close();
      }
    },
  ]);
}

/** Of each kind those at which a mistake of ours shows first: what every change is tested with. A sweep takes all. */
const few = new Set([
  'the page is cut off at byte 30,000',
  'the script: cut off half way',
  'the worker: cut off',
  'a network’s sign-in page stands in the place of everything',
  'a newer version of which the page is cut off',
  'one word of the page is missing',
  'the script is damaged',
  'the caches are refused',
  'the worker is taken away while both are open',
]);
const chosen = <Row extends readonly [name: string, ...unknown[]]>(all: readonly Row[]): readonly Row[] =>
  isSweep ? all : all.filter(([name]) => few.has(name));

const settings = { size: '150' };

/** Opens a page and gives it time, whatever the server does. */
async function open({ all }: Scene, context: BrowserContext, path = ''): Promise<Page> {
  const page = await all.open(context);
  page.setDefaultTimeout(20_000);
  await page.goto(all.site.url + path, { waitUntil: 'domcontentloaded', timeout: 4000 }).catch(() => undefined);
  return page;
}

const inWords = ({ words, saved }: Seen) => {
  const begun = words.length ? 'its beginning, as far as it came' : 'no report';
  return (words.length === whole.length ? 'the whole report' : begun) + (saved ? ', said to be saved' : '');
};

/** What is shown must be the report from its first word, unchanged, as far as it came. */
const assertBeginning = ({ words }: Seen, name: string, cut: boolean) => {
  const same = cut ? words.slice(0, -1) : words;
  assert.deepEqual(same, whole.slice(0, same.length), name);
};

/** The next visit, with everything mended, is as if nothing had been. */
async function healed(scene: Scene, context: BrowserContext, name: string): Promise<string> {
  const { site } = scene.all;
  scene.fault = undefined;
  // Mostly the connection is lost and comes back. Once it is not: then a server that never answered is given up after
  // twenty seconds.
  if (name.includes('never answers') && !name.includes('words')) {
    await site.stop();
    await site.start();
  }
  const page = await open(scene, context);
  await page.waitForSelector('.saved.now');
  const seen = await seenOn(page);
  assert.deepEqual(seen.words, whole, name);
  return inWords(seen);
}

const pageFile = /^\/$/,
  scriptFile = /assets\/reader-.*\.js$/,
  settingsFile = /assets\/settings-.*\.css$/,
  wordsFile = /assets\/interface-words-.*\.js$/,
  workerFile = /^\/sw\.js$/;

/**
 * @returns whether the first so many bytes of the page hold a sentence of the report: then it is waited for, however
 * slow the machine is
 */
const reaches = (site: PublishedCopy, bytes: number) =>
  site.read('index.html').slice(0, bytes).includes('</p>', site.read('index.html').indexOf('<main'));

/** First visits: the fault, and whether all words must be there all the same. */
const first: [name: string, fault: Handle, all: boolean][] = [
  ...[1, 300, 2_000, 6_000, 12_000, 20_000, 30_000, 40_000, 50_000, -1].map(
    bytes =>
      [
        `the page is cut off ${bytes < 0 ? 'one byte before its end' : `at byte ${bytes.toLocaleString('en')}`}`,
        where(pageFile, cutAt(bytes)),
        bytes < 0,
      ] as [string, Handle, boolean],
  ),
  ...(
    [
      ['the script', scriptFile],
      ['the styles of the controls', settingsFile],
      ['the words of the interface', wordsFile],
    ] as const
  ).flatMap(
    ([what, file]) =>
      [
        [`${what}: cut off half way`, where(file, cutAt(700)), true],
        [`${what}: not there (404)`, where(file, status(404)), true],
        [`${what}: somebody else’s page in their place`, where(file, somebodyElses), true],
        [`${what}: the server accepts and never answers`, where(file, silence), true],
      ] as [string, Handle, boolean][],
  ),
  ['everything but the page fails (500)', where(/^(?!\/$)/, status(500)), true],
  ['the worker: not there (404)', where(workerFile, status(404)), true],
  ['the worker: somebody else’s page in its place', where(workerFile, somebodyElses), true],
  ['the worker: cut off', where(workerFile, cutAt(900)), true],
  ['the worker throws when it starts', where(workerFile, script('throw new Error("broken");')), true],
  [
    'the worker throws when it is installed',
    where(
      workerFile,
      script('addEventListener("install", event => event.waitUntil(Promise.reject(new Error("broken"))));'),
    ),
    true,
  ],
];

testIn(
  'first visits: whatever fails, what came can be read, nothing is called saved that is not, and the next visit heals',
  'first visit',
  async (scene, note) => {
    const { all, site } = scene;
    for (const [name, broken, allWords] of chosen(first)) {
      const context = await all.browser.createBrowserContext();
      scene.fault = broken;
      const page = await open(scene, context);
      await pause(name.includes('cut off at') ? 300 : 700);
      if (!allWords && reaches(site, Number(/[\d,]+$/.exec(name)?.[0].replace(',', ''))))
        await page.waitForSelector('main p');
      const seen = await seenOn(page);
      assertBeginning(seen, name, !allWords);
      if (allWords) assert.deepEqual(seen.words, whole, name);
      assert.equal(seen.saved, false, `${name}: called saved`);
      await page.close();
      note(name, inWords(seen), await healed(scene, context, name));
      await context.close();
    }
  },
);

/** @returns a reader with a whole copy and a setting of their own */
async function withCopy({ all }: Scene): Promise<BrowserContext> {
  const context = await all.browser.createBrowserContext();
  const page = await all.visit({ context });
  await whenWhole(page);
  await page.evaluate(text => localStorage.setItem('reader-settings', text), JSON.stringify(settings));
  await page.close();
  return context;
}

/** What the publisher or the network does to somebody who has a copy. */
const later: [name: string, act: (scene: Scene) => void][] = [
  [
    'everything fails (500)',
    scene => {
      scene.fault = where(/./, status(500));
    },
  ],
  [
    'nothing is there any more (404)',
    scene => {
      scene.fault = where(/./, status(404));
    },
  ],
  [
    'a network’s sign-in page stands in the place of everything',
    scene => {
      scene.fault = where(/./, somebodyElses);
    },
  ],
  [
    'the server accepts and never answers',
    scene => {
      scene.fault = where(/./, silence);
    },
  ],
  [
    'the server hangs up',
    scene => {
      scene.fault = where(/./, hangUp);
    },
  ],
  [
    'the worker: somebody else’s page in its place',
    scene => {
      scene.fault = where(workerFile, somebodyElses);
    },
  ],
  [
    'the worker: not there (404)',
    scene => {
      scene.fault = where(workerFile, status(404));
    },
  ],
  [
    'the worker: an empty file',
    scene => {
      scene.fault = where(workerFile, script(''));
    },
  ],
  [
    'a newer worker throws when it starts',
    scene => {
      scene.fault = where(workerFile, script('throw new Error("broken");'));
    },
  ],
  [
    'a newer worker throws when it is installed',
    scene => {
      scene.fault = where(
        workerFile,
        script('addEventListener("install", event => event.waitUntil(Promise.reject(new Error("broken"))));'),
      );
    },
  ],
  [
    'a newer version of which the page is missing',
    scene => {
      scene.site.publish('Second');
      scene.fault = where(pageFile, status(404));
    },
  ],
  [
    'a newer version of which the page is cut off',
    scene => {
      scene.site.publish('Second');
      scene.fault = where(pageFile, cutAt(20_000));
    },
  ],
  [
    'half an upload: the worker is new, the page is old',
    ({ site }) => {
      site.publish('Second');
      const worker = site.read('sw.js');
      site.restore();
      site.change('sw.js', () => worker);
    },
  ],
  [
    'half an upload: the page is new, the worker is old',
    ({ site }) => {
      const worker = site.read('sw.js');
      site.publish('Second');
      site.change('sw.js', () => worker);
    },
  ],
  [
    'the host rewrites the page on its way',
    ({ site }) => {
      site.change('index.html', text => text.replace('</body>', '<p>An advertisement</body>'));
    },
  ],
];

testIn(
  'with a copy: whatever the server does, the report is there at once, whole and as it was',
  'with a copy',
  async (scene, note) => {
    const { all, site } = scene;
    for (const [name, act] of chosen(later)) {
      scene.fault = undefined;
      site.restore();
      const context = await withCopy(scene);
      act(scene);
      const page = await open(scene, context);
      await pause(600);
      // Not waited for: the server may be silent.
      await page.evaluate(() => {
        void navigator.serviceWorker
          .getRegistration()
          .then(found => found?.update())
          .catch(() => undefined);
      });
      await pause(600);
      await page.goto(all.site.url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
      // If it never says so, the line below that asks for it tells in which row.
      await whenSaved(page).catch(() => undefined);
      const seen = await seenOn(page);
      assert.deepEqual(seen.words, whole, name);
      assert.equal(seen.size, '150', `${name}: the setting is lost`);
      assert.equal(seen.saved, true, `${name}: the copy is not called whole`);
      // A newer version whose copy is not whole is never offered.
      assert.equal(await page.$('.notice[data-kind=update]'), null, `${name}: offered as a newer version`);
      note(name, inWords(seen), 'settings kept');
      await context.close();
    }
  },
);

const cacheOf = `(async () => caches.open((await caches.keys()).find(name => name.startsWith('workbox-precache'))))()`;
const spoil = (end: string, how: string) =>
  `(async () => {
    const cache = await ${cacheOf};
    for (const request of await cache.keys())
      if (new URL(request.url).pathname.endsWith(${JSON.stringify(end)})) { ${how} }
  })()`;
const takeAway = (end: string) => spoil(end, 'await cache.delete(request);');
/** The page with a word less: nobody could tell from looking at it. */
const damage = (end: string) =>
  spoil(
    end,
    `const response = await cache.match(request), text = await response.text();
    await cache.put(request, new Response(text.replace('not ', ''), { headers: response.headers }));`,
  );

/**
 * What happens to the copy on the device: with the server there it mends; without, only what is whole is shown. A
 * script may mend from the browser's own cache, after its hash was compared.
 */
const onDevice: [name: string, spoil: string, path: string, withoutServer: RegExp, mendsItself?: true][] = [
  ['the page was dropped by the browser', takeAway('/'), '', /saved copy of the report is damaged/],
  ['one word of the page is missing', damage('/'), '', /saved copy of the report is damaged/],
  ['one word of the Welsh page is missing', damage('/cy/'), 'cy/', /Skip to the report/],
  [
    'the script was dropped by the browser',
    spoil('.js', 'if (/reader-/.test(request.url)) await cache.delete(request);'),
    '',
    /Skip to the report/,
    true,
  ],
  [
    'the script is damaged',
    spoil(
      '.js',
      `const other = new Response('alert(1)', { headers: { 'content-type': 'text/javascript' } });
      if (/reader-/.test(request.url)) await cache.put(request, other);`,
    ),
    '',
    /Skip to the report/,
    true,
  ],
  [
    'the whole copy was dropped, and the worker stayed',
    '(async () => { for (const name of await caches.keys()) await caches.delete(name); })()',
    '',
    /saved copy of the report is damaged/,
  ],
];

testIn(
  'on the device: a damaged copy is never shown as whole, and mends itself when the server is there',
  'on the device',
  async (scene, note) => {
    const { all } = scene;
    for (const [name, deed, path, without, mendsItself] of chosen(onDevice)) {
      const context = await withCopy(scene);
      const page = await open(scene, context);
      // The page looks after its copy by itself, once; what happens after that is found by the next.
      await whenSaved(page);
      await page.evaluate(deed);
      await all.site.stop();
      let seen: Seen;
      try {
        const offline = await open(scene, context, path);
        if (mendsItself) await whenSaved(offline);
        // If it never says so, the line below tells what it says instead.
        else
          await offline
            .waitForFunction(
              words => new RegExp(words).test(document.body?.textContent ?? ''),
              { polling: 100, timeout: 20_000 },
              without.source,
            )
            .catch(() => undefined);
        const text = await offline.evaluate(() => document.body.textContent);
        assert.ok(without.test(text), `${name}: ${text.slice(0, 100)}`);
        seen = await seenOn(offline);
      } finally {
        await all.site.start();
      }
      assert.ok(!seen.words.length || seen.words.length === whole.length, `${name}: a part was shown as the whole`);
      if (seen.words.length) assert.deepEqual(seen.words, whole, name);
      if (!mendsItself) assert.equal(seen.saved, false, `${name}: called whole`);
      note(
        name,
        `without the server: ${seen.words.length ? inWords(seen) : 'a page that says the copy is damaged'}`,
        `with the server: ${await healed(scene, context, name)}`,
      );
      await context.close();
    }
  },
);

/** What a browser may refuse or hold ready for us. */
const browsers: [name: string, prepare: string, saved: boolean][] = [
  [
    'storage of settings is refused',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });`,
    true,
  ],
  [
    'storage is full',
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
    true,
  ],
  [
    'settings are garbage',
    `try {
      localStorage.setItem('reader-settings', '{"size":');
      localStorage.setItem('reader-looks', '7');
      localStorage.setItem('reader-shortcuts', 'null');
    } catch {}`,
    true,
  ],
  [
    'settings are hostile',
    `try {
      const evil = { '__proto__': { a: 1 }, ink: 'url(javascript:alert(1))' };
      const choices = { size: '1e9', theme: '"><script>alert(1)</script>', ...evil };
      localStorage.setItem('reader-settings', JSON.stringify(choices));
    } catch {}`,
    true,
  ],
  ['the place held is garbage', `try { sessionStorage.setItem('reader-place', '{"id":[]}'); } catch {}`, true],
  [
    'there is no worker in this browser',
    `Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    delete Navigator.prototype.serviceWorker;`,
    false,
  ],
  [
    'the worker is refused, as in a private window',
    `navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));`,
    false,
  ],
  [
    'the caches are refused',
    `Object.defineProperty(window, 'caches', { get() { throw new DOMException('refused', 'SecurityError'); } });`,
    true,
  ],
];

testIn(
  'in the browser: whatever is refused, full, garbage or hostile, the report is read',
  'in the browser',
  async ({ all }, note) => {
    for (const [name, prepare, saved] of chosen(browsers)) {
      const context = await all.browser.createBrowserContext();
      const page = await all.open(context);
      await page.evaluateOnNewDocument(prepare);
      await page.goto(all.site.url);
      await page.bringToFront();
      if (saved) await whenSaved(page);
      else await pause(1000);
      const seen = await seenOn(page);
      assert.deepEqual(seen.words, whole, name);
      assert.equal(seen.saved, saved, name);
      assert.ok(
        (await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))) <= 64,
        name,
      );
      note(name, inWords(seen), 'nothing ran that is not ours');
      await context.close();
    }
  },
);

testIn('two tabs: neither is harmed by what happens to the other', 'two tabs', async (scene, note) => {
  const { all, site } = scene;
  const tabs: [name: string, act: (one: Page, other: Page) => Promise<void>][] = [
    [
      'one takes a newer version, and the older one again',
      async (one, other) => {
        // The older version again after it, so that the next visit can be compared.
        for (const [foreword, publish] of [
          ['Second', () => site.publish('Second')],
          ['Foreword', () => site.restore()],
        ] as const) {
          publish();
          await one.bringToFront();
          for (const page of [one, other]) await markVisit(page);
          await one.evaluate(async () => {
            await (await navigator.serviceWorker.ready).update();
          });
          await one.waitForSelector('.notice[data-kind=update]');
          await one.$eval('.notice[data-kind=update] button', button => button.click());
          await whenAnew(one);
          await whenAnew(other);
          assert.equal(await one.$eval('#foreword h2', heading => heading.textContent), foreword);
        }
      },
    ],
    [
      'one is left on the old version, and the server is gone',
      async () => {
        site.publish('Second');
        await all.site.stop();
      },
    ],
    [
      'the copy is dropped while both are open',
      async one => {
        await one.evaluate('(async () => { for (const name of await caches.keys()) await caches.delete(name); })()');
      },
    ],
    [
      'the worker is taken away while both are open',
      async one => {
        await one.evaluate(async () => {
          await (await navigator.serviceWorker.ready).unregister();
        });
      },
    ],
  ];
  for (const [name, act] of chosen(tabs)) {
    site.restore();
    const context = await withCopy(scene);
    const [one, other] = [await open(scene, context), await open(scene, context, 'cy/')];
    await one.bringToFront();
    await whenSaved(one);
    await act(one, other);
    for (const page of [one, other]) {
      await page.bringToFront();
      const seen = await seenOn(page);
      assert.equal(seen.words.length, whole.length, name);
      assert.equal(seen.size, '150', name);
    }
    await all.site.start();
    site.restore();
    note(name, 'both: the whole report', await healed(scene, context, name));
    await context.close();
  }
});

// Side by side: mostly they wait for what does not come.
describe('the reader under faults', { concurrency: 2 }, () => {
  for (const [name, run] of tests) test(name, run);
});

const table = join(import.meta.dirname, '../FAULTS.md');
/** @returns the table of faults, as it is published beside the tests */
const tableOf = (found: readonly string[]) =>
  [
    '# What goes wrong, and what a reader then sees',
    '',
    'Made by `tests/built/faults.test.ts` against the built site, in a real browser. ' +
      'In no row was a word, a setting or a copy lost.',
    '',
    `${found.length} faults.`,
    '',
    '| Where | What goes wrong | What the reader sees | And then |',
    '|---|---|---|---|',
    ...found,
    '',
  ].join('\n');

test('what was seen is as the table of faults says', () => {
  const found = rows.flat();
  if (!isSweep) {
    const accepted = readFileSync(table, 'utf8');
    assert.equal(found.length, few.size);
    assert.deepEqual(
      found.filter(row => !accepted.includes(row)),
      [],
    );
    return;
  }
  if (process.env['READER_ACCEPT'] === '1' && !process.env['CI']) writeFileSync(table, tableOf(found));
  assert.ok(found.length >= 40, `${found.length} faults`);
  assert.equal(
    existsSync(table) ? readFileSync(table, 'utf8') : '',
    tableOf(found),
    'The table changed. Read the difference; if it is right: READER_ACCEPT=1 npm run test:all -- faults',
  );
});
