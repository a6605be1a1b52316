/**
 * The page about this device says what is true of the device, and does what its buttons say: the copy, what is kept,
 * keeping nothing, installing.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import interfaceWords from '../../locales/en.json';
import marksWords from '../../locales/marks.en.json';
import type { Mark } from '../../src/browser/features/marks/model.js';
import { deviceReading, type DeviceKey } from '../../src/pages/device/words.js';
import { languages, type Language } from '../../src/model/words/translate.js';
import { whenFetched, whenStill } from '../support/clock.js';
import { savedBy } from '../support/downloads.js';
import { misfits } from '../support/misfits.js';
import { openView, readers, reportWords, type Readers } from '../support/readers.js';
import { where, script } from '../support/faults.js';
import { listen, whenHeard } from '../support/speech.js';
import { close, fakeInstalling, isSameVisit, markVisit, sideBySide } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';
import { openSettings, chooseSettings } from '../support/choose-settings.js';

let all: Readers;
before(async () => {
  all = await readers({ handle: where(/^\/other\/sw\.js$/, script('addEventListener("fetch", () => undefined);')) });
});
after(async () => {
  await all.close();
  // With the server stopped the browser itself complains of the worker's script.
  assert.deepEqual(
    all.faults.filter(fault => !/fetching the script/.test(fault)),
    [],
  );
});

const pathOf = { en: 'device/', cy: 'cy/device/' } as const;
const words = { en: deviceReading('en').t, cy: deviceReading('cy').t };
const { en } = words;

/**
 * Opens the page about this device in a context, after what `before` does to the browser; `heard` is what is said on
 * it.
 */
async function open(
  context: BrowserContext,
  {
    path = pathOf.en as string,
    language = 'en' as Language,
    before = () => {},
  }: { path?: string; language?: Language; before?: () => void } = {},
): Promise<{ page: Page; heard: string[] }> {
  const page = await all.open(context);
  const heard = await listen(page);
  await page.evaluateOnNewDocument(before);
  await page.goto(all.site.url + path);
  await page.waitForFunction(
    looking =>
      document.querySelector('offline-copy:defined strong') &&
      document.querySelector('offline-copy strong')!.textContent !== looking &&
      document.querySelector('kept-here button'),
    {},
    words[language]('state.looking'),
  );
  return { page, heard };
}

/**
 * Readers whose copy is whole and who keep nothing else that matters: what one test leaves as it was is there for the
 * next.
 */
const ready: BrowserContext[] = [];
const whenWhole = (page: Page) =>
  page.waitForFunction(() => Number(localStorage.getItem('reader-copy')) > 0, { polling: 50 });

/** @returns somebody who has been here before, and whose copy is complete */
async function returning(): Promise<BrowserContext> {
  const known = ready.pop();
  if (known) return known;
  const context = await all.browser.createBrowserContext();
  const { page } = await open(context);
  await whenWhole(page);
  await page.close();
  return context;
}

/** Leaves somebody whose copy is whole to the next test. */
async function leave(context: BrowserContext): Promise<void> {
  for (const page of await context.pages()) await page.close();
  ready.push(context);
}

/** Reads the report, which is then kept as it was read. */
async function read(context: BrowserContext): Promise<void> {
  const page = await all.visit({ context, whole: false });
  // It is kept when the browser is idle.
  await page.waitForFunction(async () => (await caches.keys()).some(name => name.startsWith('reader-last-read')), {
    polling: 50,
  });
  await page.close();
}

const state = (page: Page) => page.$eval('offline-copy', copy => (copy as HTMLElement).innerText);
/** The buttons but for those beside the files, which tests/built/kept-files.test.ts presses. */
const buttons = (page: Page, inside = 'main') =>
  page.$$eval(`${inside} button:not(keep-file *)`, all => all.map(({ textContent }) => textContent.trim()));
const listed = (page: Page) => page.$$eval('kept-here li', all => all.map(({ textContent }) => textContent.trim()));
const whenState = (page: Page, text: string) =>
  page.waitForFunction(
    text => document.querySelector<HTMLElement>('offline-copy')!.innerText.includes(text),
    { polling: 50 },
    text,
  );
const whenAnswered = (page: Page, element: string, answer: string) =>
  page.waitForFunction(
    (element, answer) => document.querySelector(`${element} [tabindex]`)?.textContent === answer,
    { polling: 50 },
    element,
    answer,
  );

/**
 * Presses a button by keyboard, as its words stand there, and waits for the answer: it stands with the button, is said
 * once, and the focus is still there.
 */
async function press(
  { page, heard }: { page: Page; heard: string[] },
  element: string,
  button: string,
  answer: string,
): Promise<void> {
  const before = heard.length;
  await page.$$eval(
    `${element} button`,
    (all, button) => all.find(each => each.textContent.trim() === button)!.focus(),
    button,
  );
  await page.keyboard.press('Enter');
  await whenAnswered(page, element, answer);
  await page.waitForFunction(() => document.activeElement !== document.body);
  // An answer that has the focus is said by that; any other comes a moment later, by the page's voice, after what it
  // says now.
  await whenStill(page);
  const focused = await page.evaluate(
    element => ({
      inside: Boolean(document.activeElement?.closest(element)),
      text: document.activeElement!.textContent.trim(),
    }),
    element,
  );
  assert.ok(focused.inside, `the focus went to ${focused.text}`);
  if (focused.text !== answer) await whenHeard(heard, answer, before);
  assert.deepEqual([...heard.slice(before), ...(focused.text === answer ? [answer] : [])], [answer]);
}

const question = 'kept-here [role=group]';
/** Asks by keyboard to delete everything; waits for the question, which has the focus. */
async function askToErase(page: Page): Promise<void> {
  await page.focus('kept-here > p > button');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${question}:focus`);
}
/** Deletes everything by keyboard, and answers that it is meant. */
async function erase(visit: { page: Page; heard: string[] }, answer: string): Promise<void> {
  await askToErase(visit.page);
  await press(visit, 'kept-here', en('erase.do'), answer);
}

/** Everything that this origin keeps on the device, by the name of the place. */
const everything = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
/** @returns the address of a file in each cache */
const oneOfEachCache = (page: Page) =>
  page.evaluate(async () =>
    Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())[0]!.url)),
  );

const nothing = { local: [], session: [], caches: [], cookies: '', workers: [], databases: [] };

/** Takes away, or damages, one file of the copy. */
const harm = (page: Page, how: 'missing' | 'damaged') =>
  page.evaluate(async how => {
    const [name] = (await caches.keys()).filter(each => each.startsWith('workbox-precache'));
    const cache = await caches.open(name!);
    const key = (await cache.keys()).find(({ url }) => new URL(url).pathname === '/cy/')!;
    if (how === 'missing') await cache.delete(key);
    else await cache.put(key, new Response('{}'));
  }, how);

test('while the copy is not there yet, the page says so, and says without a reload when it has come', async () => {
  const context = await all.browser.createBrowserContext();
  const { page } = await open(context, {
    before: () => {
      const register = navigator.serviceWorker?.register.bind(navigator.serviceWorker);
      if (register)
        navigator.serviceWorker.register = (...given) =>
          new Promise(done => {
            Object.assign(window, { letGo: () => done(register(...given)) });
          });
    },
  });
  assert.ok((await state(page)).includes(en('state.none')));
  assert.deepEqual(await listed(page), []);
  await page.waitForFunction(() => 'letGo' in window);
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await whenState(page, 'The saved copy is complete');
  await page.waitForFunction(
    copy => document.querySelector('kept-here li')?.textContent.trim() === copy,
    {},
    en('kept.copy'),
  );
  await leave(context);
});

// That it is not there yet is told above too.
if (isSweep)
  test('while the first visit makes the copy, the page says so, and never that it does not work', async () => {
    const context = await all.browser.createBrowserContext();
    const { page } = await open(context, {
      before: () => {
        const seen = ((globalThis as unknown as { states: Set<string> }).states = new Set());
        new MutationObserver(() => seen.add(document.querySelector('offline-copy strong')?.textContent ?? '')).observe(
          document,
          { subtree: true, childList: true, characterData: true },
        );
      },
    });
    await page.waitForFunction(() => document.querySelectorAll('offline-copy button').length > 1);
    const states = await page.evaluate(() => [...(globalThis as unknown as { states: Set<string> }).states]);
    assert.deepEqual(
      states.filter(each => [en('state.remains'), en('state.none')].includes(each)),
      [],
    );
    await whenWhole(page);
    await leave(context);
  });

/** @returns how many files the copy has, and how large they are together */
const copyFound = (page: Page) =>
  page.evaluate(async () => {
    const files = await Promise.all(
      (await caches.keys())
        .filter(each => /^(workbox-precache|reader-later)/.test(each))
        .map(async name => {
          const cache = await caches.open(name);
          return Promise.all((await cache.keys()).map(async key => (await cache.match(key))!.arrayBuffer()));
        }),
    );
    const sizes = files.flat().map(({ byteLength }) => byteLength);
    return { files: sizes.length, bytes: sizes.reduce((one, other) => one + other, 0) };
  });
const today = (language: Language) =>
  new Intl.DateTimeFormat({ en: 'en-GB', cy: 'cy' }[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date());

test('a complete copy: how many files, how large, when last checked, in both languages; and it is so', async () => {
  const context = await returning();
  for (const language of inSweep<Language>(languages, ['cy'])) {
    const { page } = await open(context, { path: pathOf[language], language });
    const { files, bytes } = await copyFound(page);
    assert.ok(files > 20);
    const lines = (await state(page)).split('\n'),
      whole = words[language]('state.whole', { count: files, size: `${Math.ceil(bytes / 1000)} kB` });
    assert.ok(lines.includes(whole), lines.join('\n'));
    const checked = words[language]('state.checked', { date: `${today(language)}, \\d\\d:\\d\\d` });
    assert.match(lines.join('\n'), new RegExp(checked));
    await page.close();
  }
  await leave(context);
});

const harms = ['missing', 'damaged'] as const;

test('“Check and repair” says that all is there, mends what is missing or damaged, or says it cannot', async () => {
  const context = await returning();
  const visit = await open(context),
    { page } = visit;
  await press(visit, 'offline-copy', en('do.check'), en('do.checked'));
  for (const how of inSweep<(typeof harms)[number]>(harms, ['damaged'])) {
    await harm(page, how);
    await press(visit, 'offline-copy', en('do.check'), en('do.repaired'));
    assert.match(await state(page), /The saved copy is complete: \d+ files/);
  }
  for (const how of inSweep<(typeof harms)[number]>(harms, ['missing'])) {
    await harm(page, how);
    await all.site.stop();
    try {
      await press(visit, 'offline-copy', en('do.check'), en('do.notRepaired'));
      assert.ok((await state(page)).includes(en('state.broken', { count: 1 })));
    } finally {
      await all.site.start();
    }
    await press(visit, 'offline-copy', en('do.check'), en('do.repaired'));
  }
  await leave(context);
});

/**
 * Comes to the reader again, and to a connection, which is when a copy is tried again.
 * @returns the workers that are there then
 */
async function workersAtNextVisit(context: BrowserContext, path: string): Promise<string[]> {
  const page = await all.visit({ context, path, whole: false });
  await whenStill(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await whenStill(page);
  const { workers } = await everything(page);
  await page.close();
  return workers;
}
/** @returns how many words of the report can be read without a connection */
async function wordsOffline(context: BrowserContext): Promise<number> {
  await all.site.stop();
  try {
    return (await reportWords(await all.visit({ context, whole: false }))).length;
  } finally {
    await all.site.start();
  }
}

test('the copy can be taken away, is not made by later visits, and comes back if asked, without a reload', async () => {
  const context = await returning();
  await read(context);
  const visit = await open(context),
    { page } = visit;
  await markVisit(page);
  await press(visit, 'offline-copy', en('do.remove'), en('do.removed'));
  assert.ok((await state(page)).includes(en('state.unwanted')));
  const left = await everything(page);
  assert.deepEqual([left.workers, left.caches.filter(name => !name.startsWith('reader-last-read'))], [[], []]);
  assert.deepEqual(await listed(page), [en('kept.unwanted'), en('kept.lastRead')]);
  for (const path of inSweep(['', pathOf.en], [''])) {
    assert.deepEqual(await workersAtNextVisit(context, path), [], path);
  }
  await page.bringToFront();
  await press(visit, 'offline-copy', en('do.keep'), en('do.kept'));
  assert.match(await state(page), /The saved copy is complete: \d+ files/);
  assert.ok((await listed(page)).includes(en('kept.copy')));
  assert.ok(await isSameVisit(page), 'the page was loaded again');
  await page.reload();
  assert.equal(await wordsOffline(context), 4396);
  await leave(context);
});

// As where one cannot be mended.
if (isSweep)
  test('where a copy cannot be made again, that is said, and it can be tried once more', async () => {
    const context = await returning();
    const visit = await open(context);
    await press(visit, 'offline-copy', en('do.remove'), en('do.removed'));
    await visit.page.reload();
    await visit.page.waitForSelector('offline-copy button');
    await all.site.stop();
    try {
      await press(visit, 'offline-copy', en('do.keep'), en('do.notKept'));
    } finally {
      await all.site.start();
    }
    await press(visit, 'offline-copy', en('do.keep'), en('do.kept'));
    await leave(context);
  });

const promises: readonly [granted: boolean, answer: DeviceKey, after: DeviceKey][] = [
  [true, 'do.persisted', 'state.lasting'],
  [false, 'do.refused', 'state.passing'],
];

test('the browser is asked to keep the copy, and what it answers is said: granted, or not', async () => {
  const context = await returning();
  for (const [granted, answer, after] of inSweep(promises, [promises[1]!])) {
    const visit = await open(context, {
      before: granted
        ? () => {
            let promised = false;
            navigator.storage.persist = () => Promise.resolve((promised = true));
            navigator.storage.persisted = () => Promise.resolve(promised);
          }
        : () => {
            navigator.storage.persist = () => Promise.resolve(false);
            navigator.storage.persisted = () => Promise.resolve(false);
          },
    });
    assert.ok((await state(visit.page)).includes(en('state.passing')));
    await press(visit, 'offline-copy', en('do.persist'), en(answer));
    assert.ok((await state(visit.page)).includes(en(after)));
    assert.equal((await buttons(visit.page)).includes(en('do.persist')), !granted);
    await visit.page.close();
  }
  await leave(context);
});

const refusals: [string, DeviceKey, () => void][] = [
  [
    'a browser without workers',
    'state.unable',
    () => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    },
  ],
  [
    'a browser that refuses a worker',
    'state.unable',
    () => {
      if (navigator.serviceWorker)
        navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    },
  ],
  [
    'a browser that refuses to tell of workers',
    'state.unable',
    () => {
      for (const name of ['getRegistration', 'register'] as const)
        if (navigator.serviceWorker)
          navigator.serviceWorker[name] = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    },
  ],
  [
    'a browser that cannot be asked to keep it',
    'state.whole',
    () => {
      Object.defineProperty(navigator, 'storage', { value: undefined });
    },
  ],
];
for (const [number, [name, key, before]] of refusals.entries()) {
  // Who refuses to tell of workers refuses them too.
  if (isSweep || number !== 1)
    test(`${name} is told so, and has no button that cannot work`, async () => {
      const isWhole = key === 'state.whole';
      for (const language of inSweep(languages, [languages[number % 2]!])) {
        const context = isWhole ? await returning() : await all.browser.createBrowserContext();
        const { page } = await open(context, { path: pathOf[language], language, before });
        await whenState(
          page,
          isWhole ? words[language](key, { count: 0, size: '' }).split(':')[0]! : words[language](key),
        );
        const expected: DeviceKey[] = isWhole ? ['do.check', 'do.remove', 'kept.erase'] : ['kept.erase'];
        assert.deepEqual(
          await buttons(page),
          expected.map(key => words[language](key)),
        );
        await (isWhole ? leave(context) : context.close());
      }
    });
}

test('with the server stopped the page opens, in both languages, and says that the copy is complete', async () => {
  const context = await returning();
  await all.site.stop();
  try {
    const addresses: [string, Language][] = [
      [pathOf.en, 'en'],
      [pathOf.cy, 'cy'],
      [`${pathOf.en}?from=report`, 'en'],
    ];
    for (const [path, language] of inSweep(addresses, addresses.slice(1))) {
      const { page } = await open(context, { path, language });
      assert.equal(await page.$eval('h1', heading => heading.textContent), words[language]('title'));
      assert.match(
        await state(page),
        language === 'en' ? /The saved copy is complete: \d+/ : /Mae’r copi’n gyflawn: \d+/,
      );
      await page.close();
    }
  } finally {
    await all.site.start();
  }
  await leave(context);
});

/** Keeps one of everything that a reader can keep. */
async function keepEverything(): Promise<BrowserContext> {
  const context = await returning(),
    page = await all.visit({ context, whole: false });
  await openSettings(page);
  await page.$eval('[name=size][value="150"]', radio => (radio as HTMLInputElement).click());
  await page.$eval('[name=typeface][value=atkinson]', radio => (radio as HTMLInputElement).click());
  await page.type('.sheet [type=text]', 'Mine');
  for (const name of [
    interfaceWords['looks.add'],
    interfaceWords['shortcuts.change'].replace('{{action}}', interfaceWords['shortcuts.theme']),
  ])
    await page.$$eval(
      '.sheet button',
      (all, name) => all.find(({ textContent }) => textContent!.trim() === name)!.click(),
      name,
    );
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Digit7');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
  await page.waitForFunction(
    async () =>
      ['settings', 'looks', 'shortcuts'].every(name => localStorage.getItem(`reader-${name}`)) &&
      (await caches.keys()).length === 4,
    { polling: 100 },
  );
  await page.close();
  return context;
}

/** Does what a page still does after all was erased. @param kept addresses of files that were kept */
async function doMore(page: Page, kept: string[]): Promise<void> {
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  // The worker lives as long as the page, and still answers it.
  await page.evaluate(urls => Promise.all(urls.map(url => fetch(url).then(answer => answer.text()))), kept);
  await whenStill(page);
}

test('the list names exactly what is kept, and “Delete everything” leaves nothing at all and says so', async () => {
  const context = await keepEverything();
  const visit = await open(context),
    { page } = visit;
  assert.deepEqual(
    await listed(page),
    (['settings', 'looks', 'shortcuts', 'copy', 'typefaces', 'lastRead'] as const).map(name => en(`kept.${name}`)),
  );
  assert.deepEqual((await everything(page)).local.toSorted(), [
    'reader-copy',
    'reader-looks',
    'reader-settings',
    'reader-shortcuts',
  ]);
  await page.evaluate(() => sessionStorage.setItem('reader-place', '{}'));
  const kept = await oneOfEachCache(page);
  await erase(visit, en('kept.erased'));
  assert.deepEqual(await everything(page), nothing);
  assert.deepEqual(await listed(page), []);
  assert.ok((await page.$eval('kept-here', kept => (kept as HTMLElement).innerText)).includes(en('kept.none')));
  assert.ok((await state(page)).includes(en('state.none')));
  // What the page still does must not bring anything back.
  await doMore(page, kept);
  assert.deepEqual(await everything(page), nothing);
  await context.close();
});

/** @returns what the page asks before it deletes everything, and what can be pressed then */
const asked = (page: Page) =>
  page.$eval(question, group => (group as HTMLElement).innerText.split('\n').filter(line => line.trim()));

test('before all is deleted the page asks, in the button’s place; Escape and “Cancel” lead back to it', async () => {
  const context = await returning(),
    { page } = await open(context),
    before = await everything(page);
  const isBack = () => page.waitForSelector('kept-here > p > button:focus');
  await askToErase(page);
  assert.equal(await page.$('kept-here > p > button'), null);
  assert.deepEqual(
    await asked(page),
    (['name', 'what', 'do', 'cancel'] as const).map(part => en(`erase.${part}`)),
  );
  await page.keyboard.press('Escape');
  await isBack();
  await askToErase(page);
  await page.$eval(`${question} [value=cancel]`, button => (button as HTMLElement).click());
  await isBack();
  assert.equal(await page.$(question), null);
  assert.deepEqual(await everything(page), before);
  await leave(context);
});

/** Highlights the passage that is being read. @returns its words */
async function highlightPassage(page: Page): Promise<string> {
  await openView(page, 'passage');
  await (await page.waitForSelector('.kinds button'))!.click();
  await page.waitForFunction(() => Object.keys(localStorage).some(name => name.startsWith('reader-marks')));
  return page.$eval('.quoted blockquote', quote => quote.textContent!);
}

test('who has marks can save them as a file before all is deleted, while the question still stands', async () => {
  const context = await all.browser.createBrowserContext(),
    report = await all.visit({ context, copy: false }),
    marked = await highlightPassage(report);
  await report.close();
  const visit = await open(context),
    { page } = visit,
    folder = mkdtempSync(join(tmpdir(), 'device-')),
    saved = await savedBy(page, folder);
  await askToErase(page);
  await page.click(`${question} [value=marks]`);
  await page.waitForFunction(() => document.querySelector('[value=marks] + .answer')?.textContent.startsWith('✓'));
  await whenHeard(visit.heard, marksWords['files.saved']);
  const { content } = await saved('my-marks.json');
  assert.equal((JSON.parse(String(content)) as { marks: Mark[] }).marks[0]!.places[0]!.words.trim(), marked);
  await press(visit, 'kept-here', en('erase.do'), en('kept.erased'));
  assert.deepEqual(await everything(page), nothing);
  rmSync(folder, { recursive: true });
  await context.close();
});

/** Begins to look up what is kept, and lets the page know of it only when `letGo` is called. @returns what was found */
const lookSlowly = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await caches.open(`reader-last-read-${new URL('../', location.href).href}`);
    const usual = caches.keys.bind(caches),
      held = new Promise<void>(done => {
        Object.assign(window, { letGo: done });
      });
    const looking: Promise<string[]>[] = [];
    caches.keys = () => {
      const names = usual();
      looking.push(names);
      return held.then(() => names);
    };
    // As whenever the copy has been checked.
    void (document.querySelector('kept-here') as unknown as { look(): Promise<void> }).look().then(() => {
      document.body.dataset['looked'] = '';
    });
    caches.keys = usual;
    return (await Promise.all(looking)).flat();
  });

if (isSweep)
  test('what was looked up before everything was erased, and comes only after it, is not shown as kept', async () => {
    const context = await all.browser.createBrowserContext();
    const page = await all.open(context, false),
      heard = await listen(page),
      visit = { page, heard };
    await page.goto(all.site.url + pathOf.en);
    await page.waitForSelector('kept-here li');
    const found = await lookSlowly(page);
    assert.ok(found.length, 'nothing was looked up');
    await erase(visit, en('kept.erased'));
    assert.deepEqual(await listed(page), []);
    await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
    await page.waitForSelector('[data-looked]');
    await page.$eval('kept-here', kept => (kept as unknown as { updateComplete: Promise<boolean> }).updateComplete);
    assert.deepEqual(await listed(page), []);
    await context.close();
  });

test('another reader under another path of the same host keeps its worker and its files', async () => {
  const context = await returning();
  // A page without the reader's policy, which would not let a foreign worker in.
  const foreign = await all.visit({ context, path: 'licences.txt' });
  const scope = `${all.site.url}other/`;
  await foreign.evaluate(async scope => {
    await navigator.serviceWorker.register(`${scope}sw.js`, { scope });
    for (const name of ['workbox-precache-v2', 'reader-typefaces', 'reader-last-read'])
      await caches.open(`${name}-${scope}`);
    await caches.open('of-another-page');
  }, scope);
  const visit = await open(context);
  await erase(visit, en('kept.erased'));
  const left = await everything(visit.page);
  assert.deepEqual(left.workers, [scope]);
  assert.deepEqual(left.caches.toSorted(), [
    'of-another-page',
    `reader-last-read-${scope}`,
    `reader-typefaces-${scope}`,
    `workbox-precache-v2-${scope}`,
  ]);
  assert.deepEqual(await listed(visit.page), []);
  await context.close();
});

test('where erasing fails, the page does not claim it: the list still names what is left', async () => {
  const context = await returning();
  await read(context);
  const visit = await open(context, {
    before: () => {
      if ('caches' in window) caches.delete = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    },
  });
  await erase(visit, en('kept.notAll'));
  assert.deepEqual(await listed(visit.page), [en('kept.copy'), en('kept.lastRead')]);
  assert.ok((await state(visit.page)).includes(en('state.remains')));
  await press(visit, 'offline-copy', en('do.remove'), en('do.failed'));
  await visit.page.close();
  if (!isSweep) return context.close();
  // A delete that only pretends.
  const other = await open(context, {
    before: () => {
      if ('caches' in window) caches.delete = () => Promise.resolve(false);
    },
  });
  await erase(other, en('kept.notAll'));
  await context.close();
});

test('a browser that refuses all storage keeps nothing, and says that there is nothing to erase', async () => {
  const visit = await open(await all.browser.createBrowserContext(), {
    before: () => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      delete (window as { caches?: unknown }).caches;
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    },
  });
  assert.ok((await visit.page.$eval('kept-here', kept => (kept as HTMLElement).innerText)).includes(en('kept.none')));
  await erase(visit, en('kept.erased'));
  await close(visit.page);
});

/** Keeps a size beside the copy, which is enough to see whether it goes. */
async function keepSize(): Promise<BrowserContext> {
  const context = await returning();
  await (await all.visit({ context, whole: false, choices: { size: '150' } })).close();
  return context;
}

/** A request that was with the worker when it went never counts as ended, so `whenStill` would wait for it. */
const whenRested = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.readyState === 'complete');
  while (
    await page.evaluate(
      () =>
        new Promise<boolean>(done => {
          requestIdleCallback(() => done(window.pageWaits.runNext()));
        }),
    )
  );
};

const nothingKept = async (page: Page, when: string): Promise<void> => {
  await whenRested(page);
  await page.waitForFunction(
    async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length,
    { polling: 100 },
  );
  assert.deepEqual(await everything(page), nothing, when);
  assert.match(page.url(), /\?keep-nothing/, when);
};

/** Chooses a size, and a typeface that comes late, in the settings, and waits until both are seen. */
async function chooseLook(page: Page): Promise<void> {
  await openSettings(page);
  for (const radio of ['[name=size][value="200"]', '[name=typeface][value=opendyslexic]']) {
    await page.$eval(radio, radio => (radio as HTMLInputElement).click());
  }
  await page.waitForFunction(() => {
    const { size, typeface } = document.documentElement.dataset;
    return size === '200' && typeface === 'opendyslexic';
  });
  await page.evaluate(() => document.fonts.ready);
}
/** Follows a link, and asserts that nothing is kept there either. */
async function follow(page: Page, selector: string, when: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.$eval(selector, link => (link as HTMLElement).click())]);
  await page.waitForFunction(() => document.querySelector('reader-settings:defined, kept-here:defined, main'));
  await nothingKept(page, when);
}

const clickLink = (page: Page, name: string) =>
  page.$$eval('kept-here a', (all, name) => all.find(({ textContent }) => textContent === name)!.click(), name);
/** Asserts that the Welsh page about this device says that nothing is kept, how to keep things again, and no more. */
async function saysNothingKept(page: Page): Promise<void> {
  await page.waitForSelector('kept-here:defined button');
  assert.ok((await state(page)).includes(words.cy('state.nothing')));
  const said = await page.$eval('kept-here', kept => (kept as HTMLElement).innerText);
  for (const key of ['kept.none', 'kept.again'] as const) assert.ok(said.includes(words.cy(key)), key);
  assert.ok(said.includes(words.cy('kept.nothingNow', { ending: '?keep-nothing' })));
  for (const key of ['kept.nothing', 'kept.after'] as const) assert.ok(!said.split('\n').includes(words.cy(key)), key);
  assert.deepEqual(await buttons(page), [words.cy('kept.erase')]);
}

test('“Read without saving anything” deletes what was there and keeps nothing on the way; settings hold', async () => {
  const context = await (isSweep ? keepEverything() : keepSize());
  const { page } = await open(context);
  await clickLink(page, en('kept.nothing'));
  // A page that the worker of before still serves is opened anew.
  await page.waitForFunction(
    () => !navigator.serviceWorker.controller && document.querySelector('reader-settings:defined'),
  );
  await nothingKept(page, 'after arriving');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['size']), undefined);
  await chooseLook(page);
  await nothingKept(page, 'after settings');
  await page.$eval('#cardiff', story => story.scrollIntoView());
  await follow(page, 'header p a[hreflang]', 'in Welsh');
  await follow(page, 'footer a[href*=device]', 'on the Welsh page about this device');
  await saysNothingKept(page);
  await follow(page, 'footer a[href*="accessibility"]', 'on the statement');
  await follow(page, 'nav.bar a:not([hreflang])', 'back in the report');
  await follow(page, 'header p a[hreflang]', 'in English');
  await context.close();
});

const everyPage = ['', 'device/', 'help/', 'formats/', 'plain/', 'accessibility/'];

test('while nothing is kept every page says so in a quiet line, which other visits do not fetch', async () => {
  for (const language of languages)
    for (const path of inSweep(everyPage, language === 'cy' ? ['', 'help/'] : ['device/'])) {
      const page = await all.visit({ path: `${language === 'cy' ? 'cy/' : ''}${path}?keep-nothing`, whole: false });
      const line = await page.waitForSelector('header > .saved.now');
      const shown = await line!.evaluate(each => [
        each.textContent,
        each.checkVisibility({ visibilityProperty: true }),
        each.getBoundingClientRect().height > 0,
      ]);
      assert.deepEqual(shown, [words[language]('offline.nothing'), true, true], path);
      await close(page);
    }
  const page = await all.visit({ whole: false });
  await whenStill(page);
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(
    scripts.filter(name => /nothing-kept/.test(name)),
    [],
  );
  await close(page);
});

test('an address with the wish shows the report to a reader with a copy when the server does not answer', async () => {
  const context = await returning();
  const page = await all.open(context);
  await all.site.stop();
  try {
    await page.goto(`${all.site.url}?keep-nothing`);
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistrations()).length, {
      polling: 100,
    });
    await whenStill(page);
    assert.equal((await reportWords(page)).length, 4396);
  } finally {
    await all.site.start();
    await context.close();
  }
});

test('the mode can be left: “Start saving again” leads to the page without the wish, and a copy is made', async () => {
  for (const language of inSweep<Language>(languages, ['cy'])) {
    const context = await all.browser.createBrowserContext();
    const { page } = await open(context, { path: `${pathOf[language]}?keep-nothing`, language });
    await Promise.all([page.waitForNavigation(), clickLink(page, words[language]('kept.again'))]);
    assert.equal(page.url(), all.site.url + pathOf[language]);
    await page.waitForFunction(() => document.querySelector('kept-here li'));
    await whenWhole(page);
    await leave(context);
  }
});

/** Opens a page in a browser that would install the reader, and waits until nothing happens in it any more. */
async function canInstall(context: BrowserContext, path = ''): Promise<{ page: Page; heard: string[] }> {
  const page = await all.open(context),
    heard = await listen(page);
  await page.evaluateOnNewDocument(fakeInstalling);
  await page.goto(all.site.url + path);
  await page.waitForSelector('reader-settings:defined, install-reader');
  await whenStill(page);
  return { page, heard };
}
/** @returns the quiet button to install, where there is one */
const quietButton = (page: Page) => page.$('main + footer > [data-ours] > button');

test('where one can install, a quiet button follows the last word, and who says no is not asked again', async () => {
  const context = await all.browser.createBrowserContext(),
    { page, heard } = await canInstall(context);
  assert.equal(await page.$('.notice'), null);
  const said = heard.filter(each => /install/i.test(each));
  assert.deepEqual([said, await page.evaluate(() => 'prompted' in window)], [[], false]);
  await page.setViewport({ width: 320, height: 640 });
  await chooseSettings(page, { size: '400' });
  assert.deepEqual(await misfits(page), []);
  await chooseSettings(page, {});
  const button = await quietButton(page);
  assert.deepEqual(
    await button!.evaluate(button => [button.textContent, button.getBoundingClientRect().height >= 44]),
    [interfaceWords['install.do'], true],
  );
  await button!.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('footer > [data-ours]'));
  assert.deepEqual(
    await page.evaluate(() => ['prompted' in window, document.activeElement!.closest('footer') !== null]),
    [true, true],
  );
  await page.close();
  assert.equal(await quietButton((await canInstall(context)).page), null, 'after saying no');
  await context.close();
});

/** Somebody who said “Not now” to an earlier version. */
async function saidNotNow(): Promise<BrowserContext> {
  const context = await returning(),
    page = await all.open(context);
  await page.goto(`${all.site.url}licences.txt`);
  await page.evaluate(() => {
    localStorage.setItem('reader-install', 'offered');
  });
  await page.close();
  return context;
}
/** Opens the page anew, in a browser whose reader says yes to installing. */
async function sayYes(page: Page): Promise<void> {
  await page.reload();
  await page.evaluate(() => {
    Object.assign(window, { answer: 'accepted' });
  });
  await page.waitForSelector('install-reader button');
}

test('who said “Not now” to an earlier version is asked only by the page about this device', async () => {
  const context = await saidNotNow(),
    report = await canInstall(context);
  assert.equal(await quietButton(report.page), null);
  await report.page.close();
  const device = await canInstall(context, pathOf.en);
  await device.page.waitForSelector('install-reader button');
  assert.equal(await quietButton(device.page), null, 'beside the page’s own button');
  assert.ok((await listed(device.page)).includes(en('kept.offered')));
  await press(device, 'install-reader', en('install.do'), en('install.declined'));
  assert.equal(await device.page.evaluate(() => 'prompted' in window), true);
  await sayYes(device.page);
  await press(device, 'install-reader', en('install.do'), en('install.accepted'));
  await context.close();
});

const withoutScript = [
  'install.iphone',
  'install.android',
  'install.firefox',
  'install.computer',
  'copy.script',
  'kept.script',
  'leave.what',
  'leave.not',
  'leave.more',
] as const;

test('without script: how to install, what is kept, how to leave, the one file; nothing hidden or dead', async () => {
  for (const language of inSweep<Language>(languages, ['cy'])) {
    const page = await all.visit({ path: pathOf[language], script: false });
    const text = await page.$eval('main', main => (main as HTMLElement).innerText);
    for (const key of withoutScript) assert.ok(text.includes(words[language](key)), key);
    assert.deepEqual(
      await page.$$eval('main p', all =>
        all.filter(each => !each.checkVisibility({ visibilityProperty: true })).map(({ textContent }) => textContent),
      ),
      [],
    );
    assert.deepEqual(await buttons(page), []);
    const file = await page.$eval('#file a', link => (link as HTMLAnchorElement).href);
    assert.equal((await fetch(file)).status, 200);
    await close(page);
  }
});

/** Opens a page as in the installed reader, coming from another page; an address that is shared is noted. */
async function visitInstalled(path: string, width: number, size: string): Promise<Page> {
  const page = await all.open(await all.browser.createBrowserContext());
  await page.setViewport({ width, height: 640 });
  await page.evaluateOnNewDocument(size => {
    try {
      localStorage.setItem('reader-settings', JSON.stringify({ size }));
    } catch {
      /* about:blank */
    }
    // Chromium does not let this be emulated.
    const usual = matchMedia.bind(window);
    window.matchMedia = query => usual(query.includes('display-mode: standalone') ? 'all' : query);
    const share = async (shared: { url: string }) => {
      Object.assign(window, { shared: shared.url });
    };
    Object.defineProperty(navigator, 'share', { configurable: true, value: share });
  }, size);
  await page.goto(`${all.site.url}licences.txt`);
  await page.goto(`${all.site.url}${path}?keep-nothing#main`);
  await page.waitForFunction(() => {
    const buttons = document.querySelectorAll('nav.bar > :is([value=back], [value=share])');
    const isThere = (element: string, sign: string) => document.querySelector(sign) ?? !document.querySelector(element);
    return (
      buttons.length === 2 &&
      isThere('reader-settings', 'reader-settings:defined') &&
      isThere('kept-here', 'kept-here button') &&
      getComputedStyle(buttons[0]!).borderTopWidth === '0px'
    );
  });
  await whenFetched(page);
  return page;
}
/** @returns what can be pressed in the bar, and whether it is on the screen as a whole and large enough */
const barOf = (page: Page) =>
  page.$$eval('nav.bar > :is(a, button):not([hidden]), nav.bar > :not([hidden]) summary', all =>
    all.map(each => {
      const { width, height, left, right, bottom } = each.getBoundingClientRect();
      const isLarge = width >= 44 && height >= 44,
        isSeen = left >= 0 && right <= innerWidth && bottom <= innerHeight;
      return { name: each.textContent.trim(), fits: isLarge && isSeen };
    }),
  );
/** @returns what is reached by eight presses of Tab */
async function reachedByTab(page: Page): Promise<string[]> {
  const reached: string[] = [];
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement!.textContent!.trim()));
  }
  return reached;
}
/** @returns how much of the last link the bar covers at the end of the page, in pixels */
const coveredAtEnd = (page: Page) =>
  page.evaluate(() => {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    const last = [...document.querySelectorAll('footer a')].at(-1)!.getBoundingClientRect();
    const bar = document.querySelector('nav.bar')!;
    return getComputedStyle(bar).position === 'fixed' ? last.bottom - bar.getBoundingClientRect().top : 0;
  });
/** Presses a button of the bar that shares. @returns the address that is shared */
async function sharedBy(page: Page, name: string): Promise<string> {
  await page.$$eval(
    'nav.bar button',
    (all, name) => {
      all.find(({ textContent }) => textContent === name)!.click();
    },
    name,
  );
  return page.evaluate(() => (window as unknown as { shared: string }).shared);
}

/** Asserts that the bar has the names, each large enough and reached by keyboard, and leaves room for the page. */
async function assertBar(page: Page, names: readonly string[], where: string): Promise<void> {
  const bar = await barOf(page);
  assert.deepEqual(
    bar.filter(({ fits }) => !fits),
    [],
    where,
  );
  const part = await page.$eval('nav.bar', bar => (bar as HTMLElement).offsetHeight / innerHeight);
  assert.ok(part < 0.5, `the bar takes ${part} of the screen on ${where}`);
  const inBar = bar.map(({ name }) => name);
  for (const name of names) assert.ok(inBar.includes(name), `${name} in ${inBar.join(', ')}`);
  const reached = await reachedByTab(page);
  await page.focus('.skip');
  reached.push(...(await reachedByTab(page)));
  for (const name of names) assert.ok(reached.includes(name), `${name} in ${reached.join(', ')}`);
}
/** Presses a button of the bar by keyboard, and waits for another page. */
async function leaveBy(page: Page, name: string): Promise<void> {
  // A press from inside the page could take the page away before it has answered.
  await page.$$eval(
    'nav.bar button',
    (all, name) => all.find(({ textContent }) => textContent === name)!.focus(),
    name,
  );
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const namesInBar = {
  en: ['Back', 'Exit', 'Share'],
  cy: ['Yn ôl', 'Gadael', 'Rhannu'],
} as const;

/** Asserts that an installed window offers sharing in its bar, or in the menu where the bar has no room. */
async function assertSharing(page: Page, name: string, where: string): Promise<void> {
  const isInBar = (await barOf(page)).some(control => control.name === name);
  if (isInBar) return;
  await openView(page, 'more');
  assert.equal(
    await page.$eval('.doors [value=share] b', door => door.checkVisibility() && door.textContent),
    name,
    where,
  );
  await page.keyboard.press('Escape');
}

for (const language of inSweep<Language>(languages, ['cy']))
  for (const width of inSweep([320, 390], [320])) {
    const look = `installed, in ${language} at ${width} px`;
    test(`${look}: Back and Exit are in the bar, large, reached by Tab, Share there or in the menu`, async () => {
      const paths = ['', 'device/', 'accessibility/'].map(path => (language === 'en' ? path : `cy/${path}`)),
        names = namesInBar[language];
      const inAllSizes = paths.flatMap(path => ['100', '200', '400'].map(size => [path, size] as const));
      const few = [paths[0]!, paths[1]!].map(path => [path, '400'] as const);
      await sideBySide(inSweep(inAllSizes, few), async ([path, size]) => {
        const page = await visitInstalled(path, width, size),
          where = `/${path} at ${size}%`;
        assert.deepEqual(await misfits(page), [], where);
        await assertBar(page, names.slice(0, 2), where);
        await assertSharing(page, names[2], where);
        // The end of the page can be brought out from under the bar.
        const covered = await coveredAtEnd(page);
        assert.ok(covered <= 0, `the bar covers ${covered} px of the last link of ${where}`);
        assert.equal(await sharedBy(page, names[2]), `${all.site.url}${path}#main`);
        await leaveBy(page, names[0]);
        assert.match(page.url(), /licences/);
        await close(page);
      });
    });
  }
