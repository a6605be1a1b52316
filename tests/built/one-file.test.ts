/**
 * The report as one file, opened as from a memory stick, on a machine without a network: every word, every setting,
 * both languages, and nothing leaves it.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { readContent } from '../../src/build/content.js';
import { repair } from '../../src/model/report/repairs.js';
import { words } from '../../src/model/report/words.js';
import { catalogue } from '../../src/model/settings/catalogue.js';
import { savedBy } from '../support/downloads.js';
import { findings } from '../support/axe.js';
import { launch } from '../support/browser.js';
import { use } from '../support/keys.js';
import { misfits } from '../support/misfits.js';
import { readers, reportWords } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { inSweep, isSweep } from '../support/sweep.js';
import { openSettings, chooseSettings, whenSettled } from '../support/choose-settings.js';

const name = 'impact-report-2023-24.html',
  built = join(builtFolder, 'files', name);
const content = readContent();
const published = words(repair(content.source, content.repairs));
const languages = ['en', 'cy'] as const;
type Language = (typeof languages)[number];
interface Visit {
  script?: boolean;
  width?: number;
  height?: number;
  language?: Language;
  context?: BrowserContext /** What follows in the address. */;
  hash?: string;
}

let browser: Browser, stick: string;
/** What went wrong in any page, and all that any page asked for beside itself. */
const faults: string[] = [],
  asked: string[] = [];

before(async () => {
  // Alone in a folder: nothing that it may need stands beside it.
  stick = mkdtempSync(join(tmpdir(), 'stick-'));
  copyFileSync(built, join(stick, name));
  browser = await launch({ args: ['--proxy-server=http://127.0.0.1:9'] });
});
after(async () => {
  await browser.close();
  rmSync(stick, { recursive: true });
});

async function visit({
  script = true,
  width = 390,
  height = 844,
  language = 'en',
  context,
  hash = '',
}: Visit = {}): Promise<Page> {
  const page = await (context ?? (await browser.createBrowserContext())).newPage();
  await page.bringToFront();
  await page.setViewport({ width, height });
  await page.setOfflineMode(true);
  await page.setJavaScriptEnabled(script);
  // The compiler of the tests names functions by a helper that a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
  await page.evaluateOnNewDocument(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error('policy', violatedDirective, blockedURI),
    ),
  );
  page.on('pageerror', error => faults.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest()) asked.push(request.url());
  });
  await page.goto(pathToFileURL(join(stick, name)).href + hash);
  if (script) await page.waitForSelector('reader-settings:defined');
  if (language === 'cy') {
    await speak(page, 'cy');
    await whenSettled(page);
  }
  return page;
}

const speak = (page: Page, language: Language) => page.click(`[name=language][value=${language}]`);
const press = (page: Page, selector: string) => page.$eval(selector, element => (element as HTMLElement).click());
const computed = (page: Page, selector: string, property: string) =>
  page.$eval(selector, (element, property) => getComputedStyle(element).getPropertyValue(property), property);
const whenSaid = (page: Page, said: string) =>
  page.waitForFunction(said => document.querySelector('[role=status]')!.textContent!.includes(said), {}, said);
/** The pieces in one language only that can be seen. */
const shownIn = (page: Page, language: Language) =>
  page.$$eval(`[data-in=${language}]`, pieces => pieces.filter(piece => piece.checkVisibility()).length);

/** Waits until the page listens for keys, which it does last of all. */
const whenListening = (page: Page) =>
  page.evaluate(async () => {
    while (document.readyState !== 'complete') await new Promise(done => setTimeout(done, 20));
    await new Promise(done => requestIdleCallback(() => setTimeout(done)));
  });

/** With script the English one is compared with the site below. */
const both = languages.flatMap(language => [true, false].map(script => [language, script] as const));
for (const [language, script] of inSweep(both, [
  ['en', false],
  ['cy', true],
])) {
  test(`every word is there, once and in order: in ${language}, ${script ? 'with' : 'without'} script`, async () => {
    const page = await visit({ script, language });
    assert.equal(published.length, 4396);
    assert.deepEqual(await reportWords(page), published);
    assert.equal(await shownIn(page, language === 'en' ? 'cy' : 'en'), 0);
    assert.ok((await shownIn(page, language)) > 40);
    await page.browserContext().close();
  });
}

/**
 * Run inside a page. @returns its words, without what a note offers by script, and without the way to help lines, which
 * the file has not
 */
function wordsOfMain(main: Element): string {
  for (const each of main.querySelectorAll('.note > :is(button, a ~ a)')) each.remove();
  return (main as HTMLElement).innerText.replace(/\s*\n\s*/g, '\n');
}

test('in each language it reads exactly as that language’s page on the site does', async context => {
  const site = await readers({ copy: false });
  context.after(() => site.close());
  for (const language of inSweep<Language>(languages, ['en'])) {
    const [here, there] = [await visit({ language }), await site.visit({ path: language === 'en' ? '' : 'cy/' })];
    const [inFile, onSite] = [await here.$eval('main', wordsOfMain), await there.$eval('main', wordsOfMain)];
    assert.equal(inFile, onSite);
    await here.browserContext().close();
  }
});

test('a browser without script that knows too little to choose shows both languages, and no dead control', async () => {
  const page = await visit({ script: false });
  // What such a browser does with rules that it cannot read: it drops them.
  await page.evaluate(() => {
    const { cssRules } = document.styleSheets[0]!;
    for (let index = cssRules.length - 1; index >= 0; index -= 1)
      if (cssRules[index]!.cssText.includes(':has(')) document.styleSheets[0]!.deleteRule(index);
  });
  assert.ok((await shownIn(page, 'en')) > 20 && (await shownIn(page, 'cy')) > 20);
  assert.equal(await page.$eval('.languages', choice => choice.checkVisibility()), false);
  assert.deepEqual(await reportWords(page), published);
  await page.browserContext().close();
});

test('without script no control is shown that could not work, and the contents lead where they say', async () => {
  const page = await visit({ script: false });
  const controls = await page.$$eval('summary, button, input', all =>
    all
      .filter(control => control.checkVisibility({ visibilityProperty: true }))
      .map(control => (control as HTMLInputElement).name),
  );
  assert.deepEqual(controls, ['language', 'language']);
  for (const href of await page.$$eval('a[href^="#"]', links => links.map(link => link.getAttribute('href')!)))
    assert.ok(await page.$(href), href);
  await page.browserContext().close();
});

/**
 * Waits until the browser has kept the choices, which another tab shows: what is written just before a reload may come
 * to the new page late.
 */
async function whenKept(page: Page, size: string, theme: string): Promise<void> {
  const other = await visit({ context: page.browserContext() });
  await other.waitForFunction(
    (...choices) =>
      choices.join() === [document.documentElement.dataset['size'], document.documentElement.dataset['theme']].join(),
    { polling: 50 },
    size,
    theme,
  );
  await other.close();
}

test('text at 400% and yellow on black are seen at once, and are there again after a reload', async () => {
  const page = await visit();
  const before = parseFloat(await computed(page, '#foreword p', 'font-size'));
  await press(page, '[name=size][value="400"]');
  await press(page, '[name=theme][value=contrast-dark]');
  for (const when of ['at once', 'after a reload']) {
    if (when === 'after a reload') {
      await whenKept(page, '400', 'contrast-dark');
      await page.reload();
    }
    assert.equal(parseFloat(await computed(page, '#foreword p', 'font-size')), before * 4, when);
    assert.deepEqual(
      [await computed(page, 'html', 'background-color'), await computed(page, 'html', 'color')],
      ['rgb(0, 0, 0)', 'rgb(255, 255, 0)'],
      when,
    );
  }
  await page.browserContext().close();
});

test('where storage is refused a choice holds for this visit, and that is said', async () => {
  const context = await browser.createBrowserContext();
  const page = await visit({ context });
  await page.evaluateOnNewDocument(() =>
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  );
  await page.reload();
  await speak(page, 'cy');
  await press(page, '[name=theme][value=dark]');
  assert.equal(await computed(page, 'html', 'background-color'), 'rgb(16, 21, 31)');
  await page.waitForFunction(() => document.querySelector('.kept')!.textContent!.startsWith('Ni all'));
  await context.close();
});

/** Chooses a look, a language, a look of one’s own and shortcuts, all of which is then kept. */
async function chooseAll(page: Page): Promise<void> {
  await press(page, '[name=theme][value=dark]');
  await speak(page, 'cy');
  await openSettings(page);
  await page.type('.looks [type=text]', 'Mine');
  await press(page, '.looks button');
  await press(page, 'shortcut-settings [type=checkbox]');
}

test('opened without keeping anything, it takes away all that it kept before, and keeps nothing', async () => {
  const context = await browser.createBrowserContext();
  const before = await visit({ context });
  await chooseAll(before);
  assert.deepEqual((await before.evaluate(() => Object.keys(localStorage))).toSorted(), [
    'reader-language',
    'reader-looks',
    'reader-settings',
    'reader-shortcuts',
  ]);
  const page = await visit({ context, hash: '?keep-nothing' });
  await page.waitForFunction(() => !localStorage.length);
  await press(page, '[name=theme][value=cream]');
  await speak(page, 'en');
  await page.$eval('reader-settings details', details => {
    details.open = true;
  });
  await page.waitForFunction(() =>
    document.querySelector('.kept')!.textContent!.startsWith('You chose not to save anything'),
  );
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await context.close();
});

const parts = [
  'Ready-made styles',
  'Font and spacing',
  'My own colours, and dimming',
  'Help to keep your place',
  'Show or hide content',
  'My saved styles',
  'Use my settings on another device',
  'Keyboard shortcuts',
];
/** What a reader would see of some of the further settings: each with a value, a place, a property, and what it is. */
const seen = [
  ['leading', '3', '#foreword p', 'line-height', '54px'],
  ['tracking', '0.5', '#foreword p', 'letter-spacing', '9px'],
  ['stories', 'hidden', '.run', 'display', 'none'],
  ['theme', 'own', 'html', 'background-color', 'rgb(253, 251, 248)'],
] as const;

test('every further setting is there and changes what is seen, with its styles and typeface from inside', async () => {
  const page = await visit({ width: 1280, height: 800 });
  await openSettings(page);
  assert.deepEqual(await page.$$eval('.part > summary', all => all.map(part => part.textContent)), parts);
  for (const { name } of catalogue)
    if (!['ink', 'paper', 'link', 'terms', 'return'].includes(name))
      assert.ok(await page.$(`[data-setting=${name}]`), name);
  for (const [name, value, selector, property, expected] of seen) {
    await chooseSettings(page, { [name]: value });
    assert.equal(await computed(page, selector, property), expected, name);
  }
  await press(page, '[name=typeface][value=atkinson]');
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'Atkinson' && status === 'loaded'),
  );
  await press(page, '[name=guide][value=window]');
  await page.waitForSelector('reading-guide');
  assert.equal(await computed(page, 'reading-guide', 'position'), 'fixed');
  await page.browserContext().close();
});

test('no typeface is offered that is not inside, and the settings say where it is', async () => {
  const page = await visit();
  await openSettings(page);
  assert.deepEqual(
    await page.$$eval('[name=typeface]', radios =>
      radios.map(radio => [(radio as HTMLInputElement).value, radio.parentElement!.textContent]),
    ),
    [
      ['usual', 'Standard fonts'],
      ['sans', 'Sans serif font from my device'],
      ['serif', 'Serif font from my device'],
      ['atkinson', 'Atkinson Hyperlegible Next'],
    ],
  );
  assert.match(
    await page.$eval('more-settings', settings => settings.textContent),
    /OpenDyslexic is only in the report on the web/,
  );
  assert.equal(await page.$('[data-setting=terms]'), null, 'words that nothing inside explains');
  // Brought along from the site, it is left out rather than half shown.
  await chooseSettings(page, { typeface: 'opendyslexic', size: '150' });
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), {
    interface: 'en',
    size: '150',
  });
  await page.browserContext().close();
});

/** The page says that it is Welsh, and its title and bar are. */
const isInWelsh = async (page: Page) =>
  assert.deepEqual(
    await page.evaluate(() => [
      document.documentElement.lang,
      document.title,
      (document.querySelector('nav.bar a') as HTMLElement).innerText,
    ]),
    ['cy', 'Adroddiad Effaith 2023/24', 'Cynnwys'],
  );

test('the other language changes all our words, what they are called and said in, after a reload too', async () => {
  // So wide that the open panel leaves the choice in view.
  const page = await visit({ width: 1280, height: 800 });
  await openSettings(page);
  await speak(page, 'cy');
  await page.waitForFunction(() => document.querySelector('.part > summary')?.textContent === 'Arddulliau parod');
  await isInWelsh(page);
  assert.equal(await page.$eval('nav.bar', bar => bar.getAttribute('aria-label')), 'Dewislen');
  assert.equal(
    await page.$eval('.kept', kept => kept.textContent),
    'Mae eich gosodiadau wedi’u cadw ar y ddyfais hon yn unig.',
  );
  assert.equal(await page.$$eval('.part', parts => parts.length), 8);
  // A word that was left out would stand there by its key.
  assert.deepEqual((await page.$eval('.sheet', sheet => sheet.textContent)).match(/\b[a-z]+\.[a-z]\w+/g), null);
  await press(page, '[value=reset]');
  await whenSaid(page, 'wedi’u hadfer');
  await page.reload();
  await isInWelsh(page);
  assert.equal(await page.$eval('[name=language]:checked', radio => (radio as HTMLInputElement).value), 'cy');
  await page.browserContext().close();
});

test('the reader’s language is there before anything is painted; the line stays when it changes', async () => {
  const page = await visit({ language: 'cy' });
  await page.evaluateOnNewDocument(() => {
    // A frame before there is a word to paint shows nothing in any language.
    const look = () => {
      if (document.querySelector('main p')) document.documentElement.dataset['first'] = document.documentElement.lang;
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();
  await page.waitForSelector('[data-first]');
  assert.equal(await page.$eval('html', root => root.dataset['first']), 'cy');
  await page.$eval('#strip-searches', story =>
    scrollTo({ top: story.getBoundingClientRect().top + scrollY, behavior: 'instant' }),
  );
  const top = () => page.$eval('#strip-searches', story => story.getBoundingClientRect().top);
  const before = await top();
  // A press without scrolling to the choice, as by a key.
  await press(page, '[name=language][value=en]');
  await whenSettled(page);
  await page.evaluate(
    () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))),
  );
  assert.ok(Math.abs((await top()) - before) < 60, `${before} → ${await top()}`);
  await page.browserContext().close();
});

test('the contents are reached by their link and by their key, and a key leads back', async () => {
  const page = await visit();
  await whenListening(page);
  const atContents = () =>
    page.waitForFunction(() => Math.abs(document.querySelector('#contents')!.getBoundingClientRect().top) < 100);
  await page.click('nav.bar a[href="#contents"]');
  await atContents();
  await page.click('contents-list a[href="#foreword"]');
  await page.waitForFunction(() => location.hash === '#foreword');
  await use(page, 'back');
  await atContents();
  await page.evaluate(() => scrollTo({ top: 5000, behavior: 'instant' }));
  await use(page, 'contents');
  await atContents();
  assert.deepEqual(
    await page.$$eval('nav.bar > *', all => all.map(each => each.localName)),
    ['a', 'a', 'reader-settings'],
    'no panel, and no row with the way back',
  );
  await page.browserContext().close();
});

test('what is said by a key is said in the language that was chosen last', async () => {
  const page = await visit();
  await whenListening(page);
  for (const [language, said] of [
    ['en', 'You are 0% of the way'],
    ['cy', 'Rydych chi 0% o’r ffordd'],
  ] as const) {
    await speak(page, language);
    await use(page, 'where');
    await whenSaid(page, said);
  }
  await page.browserContext().close();
});

test('stories that are hard to read are folded with a button alone, in the language that was chosen last', async () => {
  const page = await visit();
  await chooseSettings(page, { hard: 'folded' });
  await page.waitForSelector('.fold button');
  const buttons = () =>
    page.$$eval('.fold', rows => [
      ...new Set(rows.map(row => [...row.children].map(({ textContent }) => textContent).join())),
    ]);
  assert.deepEqual(await buttons(), ['Show this story']);
  await press(page, '.fold button');
  await speak(page, 'cy');
  await page.waitForFunction(() => document.querySelector('.fold')!.textContent !== 'Hide this story');
  assert.deepEqual(await buttons(), ['Cuddio’r stori hon', 'Dangos y stori hon']);
  await page.browserContext().close();
});

/** Saves the settings as a file. @returns where it is */
async function saveSettings(page: Page): Promise<string> {
  const saved = await savedBy(page, stick);
  await page.$$eval('more-settings button', buttons =>
    buttons.find(button => button.textContent === 'Save my settings as a file')!.click(),
  );
  return (await saved('reader-settings.json')).path;
}

test('keyboard shortcuts work; settings go out and come in as a file, but not as a link to this device', async () => {
  const page = await visit();
  await whenListening(page);
  await use(page, 'larger');
  await page.waitForFunction(() => document.documentElement.dataset['size'] === '125');
  await openSettings(page);
  const ways = await page.$$eval('more-settings button', buttons =>
    buttons.map(button => button.textContent).filter(words => /link|file/.test(words)),
  );
  assert.deepEqual(ways, ['Save my settings as a file']);
  const saved = await saveSettings(page);
  await press(page, '[value=reset]');
  const field = await page.$('more-settings [type=file]');
  await (field as ElementHandle<HTMLInputElement>).uploadFile(saved);
  await page.waitForFunction(() => document.documentElement.dataset['size'] === '125');
  await page.browserContext().close();
});

test('settings in the address are offered, and taken only when asked', async () => {
  const page = await visit({ hash: '#settings:size=200' });
  await page.waitForSelector('.notice[data-kind=settings] button');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['size'] ?? 'none'), 'none');
  await press(page, '.notice[data-kind=settings] button');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['size']), '200');
  assert.equal(await page.evaluate(() => location.hash), '');
  await page.browserContext().close();
});

test('it says that it is a saved copy, and promises no offline copy and no newer version', async () => {
  const page = await visit();
  assert.match(
    await page.$eval('.saved', saved => (saved as HTMLElement).innerText),
    /^Saved copy, made on \d{1,2} \w+ 20\d\d\.$/,
  );
  assert.equal(await page.$eval('.saved', saved => saved.checkVisibility({ visibilityProperty: true })), true);
  assert.match(await page.$eval('footer', foot => foot.innerText), /It works offline and sends nothing/);
  assert.doesNotMatch(readFileSync(built, 'utf8').replace(/<!--.*/s, ''), /serviceWorker|sw\.js|manifest\.webmanifest/);
  await page.browserContext().close();
});

test('axe-core finds nothing at 390 px, in both languages, with the settings closed and open', async () => {
  for (const language of inSweep<Language>(languages, ['cy'])) {
    const page = await visit({ language });
    assert.deepEqual(await findings(page), [], language);
    await openSettings(page);
    assert.deepEqual(await findings(page, isSweep ? undefined : 'body > header'), [], `${language}, settings open`);
    await page.browserContext().close();
  }
});

test('everything fits at 320 px, also at 400%, in both languages', async () => {
  // Welsh words are the longer ones.
  for (const language of inSweep<Language>(languages, ['cy'])) {
    const page = await visit({ language, width: 320, height: 640 });
    // What is not shown has no place, so it cannot be out of it.
    await page.$$eval('[data-in]', pieces => {
      for (const piece of pieces) if (!piece.checkVisibility()) piece.remove();
    });
    for (const size of ['100', '400']) {
      await chooseSettings(page, { size });
      assert.deepEqual(await misfits(page), [], `${language} at ${size}%`);
    }
    await page.browserContext().close();
  }
});

test('it is under 300,000 bytes, and no page and no offline copy of the site grows by it', () => {
  assert.ok(statSync(built).size < 300_000, `${statSync(built).size} bytes`);
  for (const file of ['index.html', 'cy/index.html', 'sw.js'])
    assert.equal(readFileSync(join(builtFolder, file), 'utf8').includes(name), false, file);
});

test('no address in it is one of a neighbour, and its policy lets nothing be fetched', () => {
  const text = readFileSync(built, 'utf8').replace(/<script>.*?<\/script>/gs, '');
  for (const [, address] of text.matchAll(/ (?:href|src)="?([^">\s]+)/g))
    assert.match(address!, /^(#|data:|https:\/\/|mailto:|tel:)/);
  const policy = /Content-Security-Policy content="([^"]+)"/.exec(text)![1]!;
  const rules = [
    "default-src 'none'",
    "script-src 'sha256-\\S+' 'sha256-\\S+'",
    "style-src( 'sha256-\\S+')+",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ];
  assert.match(policy, new RegExp(`^${rules.join('; ')}$`));
});

const host = 'https://reports.example';

/** @returns the file as another build makes it: on another day, and knowing where the original stands */
function buildAgain(): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SOURCE_DATE_EPOCH: '1735689600',
    READER_URL: `${host}/impact`,
    READER_WITHOUT: 'braille,data,easy-read,epub,markdown,pdf,text,word',
  };
  execFileSync('npx', ['vite', 'build', '--outDir', join(folder, 'site'), '--emptyOutDir', '--logLevel', 'error'], {
    env,
    stdio: 'pipe',
  });
  const copy = readFileSync(join(folder, 'site/files', name), 'utf8');
  rmSync(folder, { recursive: true });
  return copy;
}
// Builds take long: what the file is made of is looked at without one, in tests/unit.
if (isSweep)
  test('but for day and address the same content becomes the same bytes; on the same day, the same file', () => {
    const again = buildAgain(),
      links = new RegExp(`<link rel=canonical href=${host}[^>]*>|<a href=${host}[^>]*>[^<]*</a>`, 'g');
    // Before a link the paragraph has an end tag, which is left out where the footer ends.
    const rest = (copy: string) =>
      copy
        .replace(links, '')
        .replace('</p></footer>', '</footer>')
        .replace(/(made on|gadwyd ar|wnaed ar) \d{1,2} \p{L}+ \d{4}/gu, '$1');
    assert.match(again, /Saved copy, made on 1 January 2025\./);
    assert.equal(rest(again) === rest(readFileSync(built, 'utf8')), true, 'two builds of the same content differ');
    assert.equal(again === buildAgain(), true, 'two builds of the same day differ');
  });

test('after all of this no request has left the file, no rule of its policy was broken, and nothing went wrong', () => {
  assert.deepEqual(asked, []);
  assert.deepEqual(faults, []);
});
