/**
 * Handing a passage on: links land where they say, offline too and after a correction; quotations, citations and
 * pictures are what they say.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { savedBy } from '../support/downloads.js';
import { findings } from '../support/axe.js';
import { whenStill } from '../support/clock.js';
import { misfits } from '../support/misfits.js';
import { readers, reportWords, whenWhole, type Readers, type Visit } from '../support/readers.js';
import type { Handle } from '../support/server.js';
import { builtFolder } from '../support/site.js';
import { listen, whenHeard } from '../support/speech.js';
import { close, sideBySide } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

let all: Readers, corrected: ((html: string) => string) | undefined;
/** Serves the report as it would be after a correction. */
const handle: Handle = (request, response, next) => {
  if (!corrected || !/^\/(\?|$)/.test(request.url ?? '')) return next();
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(corrected(readFileSync(join(builtFolder, 'index.html'), 'utf8')));
};
before(async () => {
  all = await readers({ handle, copy: false });
});
after(async () => {
  await all.close();
  assert.deepEqual(all.faults, []);
});

const story = '#excessive-force';
const title = 'Our impact on people and policing: Impact Report 2023/24',
  publisher = 'Independent Office for Police Conduct';

/** Opens the view on the first passage of the report that a selector finds. */
async function openOn(page: Page, selector: string): Promise<void> {
  await page.evaluate(selector => {
    const about = [...document.querySelectorAll(selector)].find(each => !each.closest('[data-ours]'));
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'passage', about } }));
  }, selector);
  await page.waitForSelector('.passage-part .citations');
}
/** Opens the view with all its parts, for a reader who may use the clipboard. */
async function visitShare(selector = `${story} p`, visit: Visit = {}): Promise<Page> {
  const context = await all.browser.createBrowserContext();
  await context.overridePermissions(all.site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
  const page = await all.visit({ ...visit, context });
  await openOn(page, selector);
  await page.$$eval('.passage-part details', parts => {
    for (const part of parts) part.open = true;
  });
  return page;
}
const press = (page: Page, words: string) =>
  page.evaluate(words => {
    const button = [...document.querySelectorAll<HTMLElement>('.passage-part button, .bar button')].find(
      ({ textContent }) => textContent === words,
    );
    if (!button) throw new Error(`no button “${words}”`);
    button.click();
  }, words);
const said = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const linked = (page: Page) =>
  page.waitForSelector('[data-linked]').then(() =>
    page.evaluate(() => {
      const passage = document.querySelector('[data-linked]')!,
        { top } = passage.getBoundingClientRect();
      return {
        words: passage.textContent.trim(),
        focused: passage === document.activeElement,
        inView: top >= 0 && top < innerHeight / 2,
      };
    }),
  );

/** Forgets what was said last. */
const forget = (page: Page) =>
  page.$eval('[role=status]', region => {
    region.textContent = '';
  });
/** @returns the words of the first passage of the report that a selector finds */
const wordsOf = (page: Page, selector: string) =>
  page.$$eval(selector, found => found.find(each => !each.closest('[data-ours]'))!.textContent!.trim());
/** @returns what the notice says to whoever followed a link */
const arrivedSays = (page: Page) => page.$eval('.bar .notice[data-kind=arrived] .says', notice => notice.textContent);
/** Opens the report, where something was done to the browser before. */
async function visitAfter(before: () => void): Promise<Page> {
  const page = await all.open(await all.browser.createBrowserContext());
  await page.evaluateOnNewDocument(before);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  return page;
}

async function linkToPassage(page: Page): Promise<string> {
  await forget(page);
  await press(page, 'Copy a link to this passage');
  await said(page, 'The link is copied.');
  return clipboard(page);
}
const lastPassage = `${story} > p:last-of-type`;

/** A link to the last passage of a story, and its words. */
interface Link {
  link: string;
  path: string;
  words: string;
}
let made: Promise<Link> | undefined;
/** @returns the same link each time: it is copied once for all tests */
const toLastPassage = (): Promise<Link> =>
  (made ??= (async () => {
    const page = await visitShare(lastPassage),
      link = await linkToPassage(page);
    const words = await page.$eval(lastPassage, passage => passage.textContent.trim());
    await close(page);
    return { link, path: link.slice(all.site.url.length), words };
  })());

const kindsOfPassage = [lastPassage, `${story} h4`, 'quote-card blockquote p', 'stats-grid p', 'h1', '.list li'];

const linkFollowed = 'You followed a link to this passage. It is marked with a double line.';

/** Opens the view on a passage. @returns a link to it, as it is copied, and its words */
async function linkTo(page: Page, selector: string): Promise<{ link: string; words: string }> {
  await page.bringToFront();
  await openOn(page, selector);
  // The view may show what it was opened on before.
  await whenStill(page);
  return { link: await linkToPassage(page), words: await wordsOf(page, selector) };
}
/** @returns the mark and the notice, where they are left, and what has the focus */
const leftOfArrival = (page: Page) =>
  page.evaluate(() => [
    document.querySelector('[data-linked]'),
    document.querySelector('.notice[data-kind=arrived]'),
    document.activeElement!.localName,
  ]);

test('a copied link lands on its passage: in view, marked, in focus, said once; the mark can be removed', async () => {
  const from = await visitShare();
  for (const selector of inSweep(kindsOfPassage, [lastPassage, 'stats-grid p'])) {
    const { link, words } = await linkTo(from, selector);
    const page = await all.open(await all.browser.createBrowserContext()),
      heard = await listen(page);
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(link);
    assert.deepEqual(await linked(page), { words, focused: true, inView: true }, link);
    await said(page, linkFollowed);
    assert.equal(await arrivedSays(page), linkFollowed);
    await whenStill(page);
    assert.equal(heard.filter(each => each === linkFollowed).length, 1);
    await press(page, 'Close');
    assert.deepEqual(await leftOfArrival(page), [null, null, 'a']);
    await close(page);
  }
  await close(from);
});

test('a link whose signs a program escaped lands on its passage, and nobody is told of a correction', async () => {
  const { link, words } = await toLastPassage(),
    from = await all.open();
  const both = link.replaceAll('+', '%2B').replace('#', '%23');
  for (const escaped of inSweep([link.replaceAll('+', '%2B'), link.replace('#', '%23'), both], [both])) {
    await from.goto(escaped);
    assert.deepEqual(await linked(from), { words, focused: true, inView: true }, escaped);
    const row = await from.waitForSelector('.bar .notice[data-kind=arrived] .says');
    assert.equal(await row!.evaluate(({ textContent }) => textContent), linkFollowed, escaped);
  }
  await close(from);
});

/** What a reader may have done before a link could be followed; the first opens no sheet. */
const goneOn: [string, (page: Page) => Promise<unknown>][] = [
  ['read on', page => page.evaluate(() => document.querySelector('#figures')!.scrollIntoView())],
  [
    'opened the contents',
    page =>
      page.$eval('nav.bar > a[href="#contents"]', link => {
        link.focus();
        link.click();
      }),
  ],
  [
    'opened the settings',
    page =>
      page.$eval('reader-settings summary', summary => {
        (summary as HTMLElement).focus();
        (summary as HTMLElement).click();
      }),
  ],
];
const sheet = 'reader-panel:not([hidden]), reader-settings > details[open]';
/** Opens an address, and holds back what follows a link. @returns what lets it come */
async function visitHeldBack(page: Page, path: string): Promise<() => void> {
  let come = () => {};
  const late = new Promise<void>(done => {
    come = done;
  });
  await page.setRequestInterception(true);
  page.on('request', request => {
    void (/\/arrive-/.test(request.url()) ? late : Promise.resolve()).then(() => request.continue());
  });
  // What is held back is part of what the page waits for.
  await all.visit({ page, path });
  return come;
}

/** Goes to the passage of the link by the notice, and closes what stands there then: there is a way back. */
async function leadsThere(page: Page, told: string, what: string): Promise<void> {
  assert.equal(await arrivedSays(page), `${told} Go to the linked passage`);
  await press(page, await arrivedSays(page));
  assert.deepEqual(await linked(page).then(({ focused, inView }) => [focused, inView]), [true, true], what);
  await page.waitForSelector('.notice section');
  assert.equal(await arrivedSays(page), linkFollowed);
  await press(page, 'Close');
  await page.waitForSelector('.notice[data-kind=back]');
  assert.equal(await page.$('[data-linked]'), null);
}

test('who went on before a link could be followed is not taken back; a notice waits, and leads there', async () => {
  const { path } = await toLastPassage();
  for (const [what, goOn] of inSweep(goneOn, [goneOn[0]!, goneOn[2]!])) {
    const page = await all.open(await all.browser.createBrowserContext()),
      heard = await listen(page);
    const come = await visitHeldBack(page, path);
    await goOn(page);
    if (what !== 'read on') await page.waitForSelector(sheet);
    const where = () => page.evaluate(() => [document.activeElement!.localName, Math.round(scrollY)]);
    const before = await where();
    come();
    await page.waitForSelector('[data-linked]');
    await whenStill(page);
    assert.deepEqual(await where(), before, what);
    if (what !== 'read on') {
      assert.equal(await page.$('.notice'), null, `${what}: the notice came under a sheet`);
      await page.keyboard.press('Escape');
    }
    const told = 'You followed a link to a passage of the report. It is marked with a double line.';
    await whenHeard(heard, told);
    await leadsThere(page, told, what);
    await close(page);
  }
});

// How a link is made of an address is tested by itself.
if (isSweep)
  test('a link from the Welsh page leads to the Welsh page', async () => {
    const from = await visitShare(lastPassage, { path: 'cy/' });
    await press(from, 'Copïo dolen i’r darn hwn');
    await said(from, 'Mae’r ddolen wedi’i chopïo.');
    const link = await clipboard(from);
    assert.ok(link.startsWith(`${all.site.url}cy/?passage=`), link);
    const page = await all.visit({ path: link.slice(all.site.url.length) });
    assert.ok((await linked(page)).focused);
    assert.match(await arrivedSays(page), /^Rydych wedi dilyn dolen/);
    await close(page);
    await close(from);
  });

test('without script a link lands at the story of its passage', async () => {
  const { path } = await toLastPassage(),
    page = await all.visit({ path, script: false });
  assert.ok(await page.$eval(story, story => Math.abs(story.getBoundingClientRect().top) < 60));
  await close(page);
});

test('without a connection a link lands on its passage', async () => {
  const { link } = await toLastPassage(),
    context = await all.browser.createBrowserContext();
  const first = await all.visit({ context, copy: true, whole: false });
  await whenWhole(first);
  await first.close();
  await all.site.stop();
  try {
    const page = await all.open(context);
    await page.goto(link);
    assert.ok((await linked(page)).focused);
  } finally {
    await all.site.start();
    await context.close();
  }
});

/** @returns what may become of a passage; what is told then, and how what one is led to begins */
function changesOf(words: string): [string, (html: string) => string, RegExp, RegExp][] {
  const [first, second, third] = words.split(' ') as [string, string, string];
  return [
    [
      'moved',
      html => html.replace(`<p>${words}`, '').replace(/<section id="?cardiff\b/, `<p>${words}</p>$&`),
      /^You followed a link/,
      new RegExp(`^${first} ${second} ${third} `),
    ],
    [
      'changed',
      html => html.replace(words, words.replace(`${first} ${second}`, 'Corrected words')),
      /^The text has been corrected/,
      new RegExp(`^Corrected words ${third} `),
    ],
    [
      'written anew',
      html => html.replace(words, 'All this says something else.'),
      /^The text has been corrected/,
      /^All this says something else\./,
    ],
  ];
}

test('when the text was corrected a link finds its passage by its words, or what stands in its place', async () => {
  const { path, words } = await toLastPassage(),
    changes = changesOf(words);
  for (const [what, change, told, begins] of inSweep(changes, changes.slice(0, 2))) {
    corrected = html => {
      const after = change(html);
      assert.notEqual(after, html, what);
      return after;
    };
    const page = await all.visit({ path });
    assert.match((await linked(page)).words, begins, what);
    assert.match(await arrivedSays(page), told, what);
    await close(page);
  }
  corrected = undefined;
});

test('a passage that the settings hide is not led to, and where to show it is said', async () => {
  const { path } = await toLastPassage(),
    page = await all.visit({ path, choices: { stories: 'hidden' } });
  await page.waitForSelector('.bar .notice[data-kind=arrived]');
  assert.match(await arrivedSays(page), /settings hide.*“Settings”/);
  assert.equal(await page.$('[data-linked]'), null);
  await close(page);
});

test('loading the page anew, or coming back to it, keeps the reader’s place instead of the link’s', async () => {
  const { path } = await toLastPassage(),
    page = await all.visit({ path });
  await linked(page);
  await page.evaluate(() => scrollTo(0, 6000));
  await page.reload();
  await page.waitForSelector('reader-settings:defined');
  await whenStill(page);
  assert.ok(await page.evaluate(() => Math.abs(scrollY - 6000) < 300 && !document.querySelector('[data-linked]')));
  await close(page);
});

const hostile = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '\u202eabc',
  '\u0000',
  '__proto__',
  'a'.repeat(5000),
  '$&',
  '.*',
];
const hashes = ['#excessive-force', '#main', '#%E0%A4%A', '#"><img src=x>', ''];
/** Each hostile text with each end of an address. */
const addresses = hostile.map((text, number) =>
  hashes.map(hash => `?passage=${number}.${encodeURIComponent(text)}${hash}`),
);

test('whatever somebody puts into such an address is compared with the text, and no more', async () => {
  const plain = await all.visit({ whole: false }),
    words = await reportWords(plain);
  await close(plain);
  // A script, a word of the language and one of its patterns, each with another ending.
  const few = [1, 4, 7].map(number => addresses[number]![number % hashes.length]!);
  await sideBySide(inSweep(addresses.flat(), few), async path => {
    const page = await all.visit({ path, whole: false });
    await whenStill(page);
    assert.deepEqual(await reportWords(page), words, path.slice(0, 40));
    assert.equal(await page.$('img, .bar script, .notice[data-kind=arrived] :not(span, section, button)'), null);
    await close(page);
  });
});

/** @returns the lines of the quotation that is copied */
async function copiedQuotation(page: Page): Promise<string[]> {
  await forget(page);
  await press(page, 'Copy as a quotation');
  await said(page, 'The quotation is copied, with its source and a link.');
  return (await clipboard(page)).split('\n');
}

test('a quotation is copied with its exact words, who says it, where it is, and a link that lands there', async () => {
  const page = await visitShare(`${story} p`);
  const [words, source, link] = await copiedQuotation(page);
  const heading = await page.$eval(`${story} h4`, heading => heading.textContent!);
  assert.equal(words, `“${await wordsOf(page, `${story} p`)}”`);
  assert.equal(source, `— ${publisher}, ${title} (2024), “${heading}”`);
  assert.ok(link!.startsWith(`${all.site.url}?passage=`));
  await openOn(page, '#individuals-and-communities quote-card blockquote p');
  await whenStill(page);
  assert.deepEqual((await copiedQuotation(page)).slice(0, 2), [
    '"It has restored my faith that someone has finally listened to me"',
    `— Feedback from service user, ${publisher}, ${title} (2024), “Our impact - individuals and communities”`,
  ]);
  await close(page);
});

test('chosen words alone are quoted, and not their whole passage', async () => {
  const page = await visitShare();
  await page.evaluate(story => {
    const passage = [...document.querySelectorAll(`${story} p`)].find(each => !each.closest('[data-ours]'))!,
      about = document.createRange();
    about.setStart(passage.firstChild!.nodeType === 3 ? passage.firstChild! : passage.firstChild!.nextSibling!, 0);
    about.setEnd(about.startContainer, 24);
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'passage', about } }));
  }, story);
  await page.waitForFunction(
    () =>
      (document.querySelector('.quoted blockquote')?.textContent.length ?? 99) < 40 &&
      document.querySelector('.citations'),
  );
  assert.equal((await copiedQuotation(page))[0], '“We investigated a compla”');
  await close(page);
});

test('where the browser refuses the clipboard, the text stands there selected, to be copied by hand', async () => {
  const page = await visitAfter(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openOn(page, `${story} p`);
  await press(page, 'Copy a link to this passage');
  await said(page, 'This browser cannot copy for you. Copy the selected text below:');
  const [selected, focused] = await page.evaluate(() => [String(getSelection()), document.activeElement!.className]);
  assert.match(selected!, /\?passage=\d+\./);
  assert.equal(focused, 'to-copy');
  await close(page);
});

/** The styles of a citation, in their order, and the shape of each. */
const shapes: [style: string, shape: RegExp][] = [
  [
    'harvard',
    new RegExp(
      `^${publisher} \\(2024\\) ${title}\\. Available at: http\\S+ ` +
        `\\(Accessed: \\d+ [A-Z][a-z]+ ${new Date().getFullYear()}\\)\\.$`,
    ),
  ],
  ['apa', new RegExp(`^${publisher}\\. \\(2024\\)\\. ${title}\\. http\\S+$`)],
  ['bibtex', /^@techreport\{iopc2024,\n[^]*\n\}\n$/],
  ['ris', /^TY {2}- RPRT\r?\n[^]*ER {2}- \r?\n$/],
];
/** @returns the citation that is copied, and the one that is shown */
async function citations(page: Page): Promise<[copied: string, shown: string]> {
  await forget(page);
  await press(page, 'Copy this citation');
  await said(page, 'The citation is copied.');
  return [await clipboard(page), await page.$eval('.citations .citation', shown => shown.textContent)];
}
/** @returns text without the ends of its lines and what stands around it */
const bare = (text: string) => text.trim().replaceAll('\r', '');

test('by keys alone a citation is chosen, shown and copied in each style; the choice holds for the next', async () => {
  const page = await visitShare();
  await page.focus('.passage-part [value=harvard]');
  const tried = inSweep(shapes, shapes.slice(0, 2));
  for (const [style, shape] of tried) {
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), style);
    assert.equal(await page.$eval('.citations .citation', shown => shown.textContent.trim().length > 80), true);
    const [copied, shown] = await citations(page);
    assert.match(copied, shape);
    assert.equal(bare(copied), bare(shown));
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowUp');
  await openOn(page, `${story} h4`);
  await page.waitForSelector('.passage-part :checked');
  assert.equal(
    await page.$eval('.passage-part :checked', radio => (radio as HTMLInputElement).value),
    tried.at(-1)![0],
  );
  await close(page);
});

/** Lets a page save files into a folder of its own. */
async function withDownloads(
  page: Page,
  use: (saved: Awaited<ReturnType<typeof savedBy>>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'share-'));
  try {
    await use(await savedBy(page, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What stands in them is tested by itself, and the picture below is saved the same way.
if (isSweep)
  test('citations are saved as files for reference managers', async () => {
    const page = await visitShare();
    await withDownloads(page, async saved => {
      await press(page, 'Save as iopc2024.bib');
      await said(page, 'iopc2024.bib is saved.');
      assert.match((await saved('iopc2024.bib')).content.toString(), /^@techreport\{iopc2024,/);
      await press(page, 'Save as iopc2024.ris');
      assert.match((await saved('iopc2024.ris')).content.toString(), /^TY {2}- RPRT\r\n/);
    });
    await close(page);
  });

/** @returns how wide and high a PNG says it is, in pixels (PNG 3rd edition, 11.2.1) */
function sizeOf(png: Buffer): { width: number; height: number } {
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

const pictures: [selector: string, choices: Record<string, string>, paper: number[]][] = [
  ['quote-card blockquote p', {}, [253, 251, 248]],
  ['stats-grid p', { theme: 'contrast-dark' }, [0, 0, 0]],
];

/**
 * The page’s policy lets no picture in; a page without one shows what was drawn.
 * @returns the colour of a picture’s corner, and how many of its pixels differ from that
 */
async function drawnIn(png: Buffer): Promise<{ colour: number[]; drawn: number }> {
  const bare = await all.open();
  const seen = await bare.evaluate(async data => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes])),
      { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, width, height);
    let drawn = 0;
    for (let at = 0; at < pixels.length; at += 4) if (Math.abs(pixels[at]! - pixels[0]!) > 60) drawn += 1;
    return { colour: [...pixels.slice(0, 3)], drawn };
  }, png.toString('base64'));
  await close(bare);
  return seen;
}

test('a quotation and a figure are saved as pictures in the reader’s colours, and their words copied', async () => {
  for (const [selector, choices, paper] of inSweep(pictures, [pictures[1]!])) {
    const page = await visitShare(selector, { choices });
    await withDownloads(page, async saved => {
      await press(page, 'Save the picture');
      await said(page, 'iopc2024.png is saved.');
      const { content: png } = await saved('iopc2024.png'),
        { width, height } = sizeOf(png);
      assert.ok(width === 1080 && height >= 1080, `${width} × ${height}`);
      const { colour, drawn } = await drawnIn(png);
      assert.deepEqual(colour, paper);
      assert.ok(drawn > 10_000, `${drawn} pixels are drawn`);
    });
    await press(page, 'Copy the picture’s words');
    await said(page, 'The picture’s words are copied.');
    const words = await wordsOf(page, selector),
      text = await clipboard(page);
    assert.ok(
      text.startsWith('Picture of words from a report: ') && text.includes(words) && text.includes(publisher),
      text,
    );
    assert.equal(await page.$('canvas, img'), null);
    await close(page);
  }
});

/**
 * Lets the browser believe that its device has a share sheet; run inside the page.
 * It notes in `window.shared` what comes to it, or fails as `window.refuse` says.
 */
const fakeShareSheet = () => {
  const shared: unknown[] = [];
  Object.assign(window, { shared, refuse: '' });
  Object.assign(navigator, {
    canShare: () => true,
    share: (data: ShareData) => {
      const { refuse } = window as unknown as { refuse: string };
      if (refuse) return Promise.reject(new DOMException('No', refuse));
      shared.push({ ...data, files: data.files?.map(({ name, type, size }) => ({ name, type, some: size > 1000 })) });
      return Promise.resolve();
    },
  });
};

interface Shared {
  url: string;
  text: string;
  title: string;
  files?: unknown[];
}
/** Shares the passage and its picture. @returns what comes to the share sheet for each */
async function shareBoth(page: Page): Promise<[quotation: Shared, picture: Shared]> {
  await press(page, 'Share…');
  await press(page, 'Share the picture…');
  await page.waitForFunction(() => (window as unknown as { shared: unknown[] }).shared.length === 2);
  return page.evaluate(() => (window as unknown as { shared: [Shared, Shared] }).shared);
}
/** Shares where the share sheet refuses it. */
async function shareInVain(page: Page, refuse: string): Promise<void> {
  await page.evaluate(refuse => {
    Object.assign(window, { refuse });
  }, refuse);
  await press(page, 'Share…');
}

test('where the device has a share sheet, the quotation and picture go to it; to close it is no fault', async () => {
  const page = await visitAfter(fakeShareSheet);
  await openOn(page, 'quote-card blockquote p');
  const [quotation, picture] = await shareBoth(page);
  assert.ok(
    quotation.url.includes('?passage=') && quotation.text.includes(publisher) && quotation.title === title,
    JSON.stringify(quotation),
  );
  assert.deepEqual(picture.files, [{ name: 'iopc2024.png', type: 'image/png', some: true }]);
  const failed = 'Sharing did not work on this device. Copy the quotation instead.';
  await shareInVain(page, 'AbortError');
  await whenStill(page);
  assert.notEqual(await page.$eval('[role=status]', region => region.textContent), failed);
  await shareInVain(page, 'NotAllowedError');
  await said(page, failed);
  await close(page);
});

if (isSweep)
  test('where there is none, there is no button for it', async () => {
    const page = await visitAfter(() => {
      Object.defineProperty(navigator, 'share', { value: undefined });
    });
    await openOn(page, `${story} p`);
    assert.deepEqual(
      await page.$$eval(
        '.passage-part button',
        buttons => buttons.filter(({ textContent }) => /^Share/.test(textContent)).length,
      ),
      0,
    );
    await close(page);
  });

/** @returns what axe finds; what is new on the page is in one part of it */
const faults = async (page: Page, part: string) =>
  isSweep
    ? findings(page)
    : [...(await findings(page, undefined, 'structure')), ...(await findings(page, part, 'looks'))];

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 640],
    [390, 844],
    [1280, 800],
  ],
  [[320, 640]],
))
  for (const size of inSweep(['100', '400'], ['400'])) {
    const look = `${width} × ${height} px and ${size}%`;
    test(`at ${look} axe finds nothing and all fits, in every style, and after following a link`, async () => {
      const page = await visitShare(lastPassage, { width, height, choices: { size } });
      for (const style of inSweep(['harvard', 'apa', 'bibtex', 'ris'], ['harvard', 'bibtex'])) {
        await page.$eval(`.passage-part [value=${style}]`, radio => (radio as HTMLElement).click());
        assert.deepEqual(await misfits(page), [], style);
      }
      // axe cannot judge the colours of what is scrolled out of a sheet: in a tall window all of it is in view.
      await page.setViewport({ width, height: 30_000 });
      assert.deepEqual(await faults(page, 'reader-panel'), []);
      await page.setViewport({ width, height });
      const link = await linkToPassage(page),
        followed = await all.visit({ path: link.slice(all.site.url.length), width, height, choices: { size } });
      await linked(followed);
      assert.deepEqual(await misfits(followed), []);
      assert.deepEqual(await faults(followed, 'nav.bar, [data-linked]'), []);
      await close(followed);
      await close(page);
    });
  }
