/**
 * Finding words in the report: by keys alone, as one types, without changing a word of the page, and beside the
 * browser’s own ways to find.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import cy from '../../locales/find.cy.json';
import en from '../../locales/find.en.json';
import { findings } from '../support/axe.js';
import { whenStill } from '../support/clock.js';
import { misfits } from '../support/misfits.js';
import { reportWords, whenWhole, type Visit } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { listen } from '../support/speech.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

const field = '.finding input';
/** The field, once the page has been read. */
const ready = `.finding:has(.places:not([aria-busy])) input`;
const status = (page: Page) => page.$eval('[role=status]', region => region.textContent);
/** Waits until something is said that begins so. */
const whenSaying = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent.startsWith(words), {}, words);

/** Opens the view as whatever leads to it does. */
async function openFind(page: Page, about?: string): Promise<void> {
  await page.evaluate(about => {
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'find', about } }));
  }, about);
  await page.waitForSelector(ready);
}
async function visitFind(query: string, visit: Visit = {}): Promise<Page> {
  const page = await all.visit(visit);
  await openFind(page);
  await writeInstead(page, query);
  return page;
}
/**
 * Writes something else into the field, in one go, as a paste does: letter by letter each beginning of a word is looked
 * for.
 */
const writeInstead = (page: Page, query: string) =>
  page.$eval(
    field,
    (field, query) => {
      (field as HTMLInputElement).focus();
      (field as HTMLInputElement).value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    query,
  );

const told = (page: Page) =>
  page.$$eval('.told p', sentences => sentences.map(({ textContent }) => textContent.trim()));
/** @returns the words that are marked in each place of the list, once typing has rested and the list is drawn */
const found = (page: Page) =>
  page
    .waitForFunction(
      () =>
        document.querySelectorAll('.place').length >=
        Math.min(15, parseInt(document.querySelector('.told')!.textContent) || 0),
    )
    .then(() =>
      page.$$eval('.place', places =>
        places.map(place => [...place.querySelectorAll('mark')].map(({ textContent }) => textContent)),
      ),
    );
/** @returns the words that are marked in the text, and those of the place where the reader is */
const marked = (page: Page) =>
  page.evaluate(() => ['found', 'found-now'].map(name => [...(CSS.highlights.get(name) ?? [])].map(String)));
/** Waits until the view has closed after a jump. */
const whenJumped = (page: Page) => page.waitForSelector('.notice[data-kind=found]');
/** @returns where the marked place is in the window: the passage that has it, and whether it can be seen */
const here = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('found-now') ?? [],
      { left, top, width, height } = (range as Range).getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      seen: Boolean(there?.contains((range as Range).startContainer)),
      focused: document.activeElement!.contains((range as Range).startContainer),
    };
  });

test('a word with soft hyphens is found, and exactly its letters are marked in the text', async () => {
  const page = await all.visit(),
    split = 'im\u00ADpact';
  await page.$eval(
    '#foreword p:nth-of-type(2)',
    (passage, split) => {
      passage.firstChild!.nodeValue = passage.firstChild!.nodeValue!.replace('impact', split);
    },
    split,
  );
  await openFind(page);
  await page.type(field, '"by the impact"');
  await page.keyboard.press('Enter');
  await whenJumped(page);
  assert.deepEqual((await marked(page))[1], [`by the ${split}`]);
  await close(page);
});

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (await page.evaluate(words => document.activeElement!.textContent === words, words)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`“${words}” is not reached`);
}
/** Opens the view by keys alone, and is in the field then. */
async function openFindByKeys(page: Page): Promise<void> {
  await tabTo(page, 'Find');
  await page.keyboard.press('Enter');
  await page.waitForFunction(field => document.activeElement === document.querySelector(field), {}, field);
}

/** @returns a page just opened, and all that is heard in it */
async function openAndListen() {
  const page = await all.open(await all.browser.createBrowserContext()),
    heard = await listen(page);
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  return { page, heard };
}
/** How many places there are stands above the list, and is said once. */
async function countIsTold(page: Page, heard: readonly string[], count: string): Promise<void> {
  assert.deepEqual(await told(page), [count]);
  await page.waitForFunction(count => document.querySelector('[role=status]')!.textContent.trim() === count, {}, count);
  await whenStill(page);
  assert.equal(heard.filter(each => each === count).length, 1);
}

test('by keys: “strip search” is found in every form while typed, counted, listed; Enter leads to it', async () => {
  const { page, heard } = await openAndListen();
  await openFindByKeys(page);
  // What is typed before the page has been read is found as soon as it has.
  await page.keyboard.type('strip search');
  await page.waitForSelector(ready);
  const words = await found(page);
  assert.deepEqual(await page.$$eval('.places h3', headings => headings.map(({ textContent }) => textContent)), [
    'Strengthening safeguards for strip searches involving children',
  ]);
  assert.ok(
    words.length > 5 &&
      words.every(each => each.length >= 2 && each.every(word => /^(strip|search(es|ed)?)$/i.test(word))),
    JSON.stringify(words),
  );
  await countIsTold(page, heard, `${words.length} results under 1 heading.`);
  await page.keyboard.press('Enter');
  await whenJumped(page);
  assert.deepEqual(await here(page), { seen: true, focused: true });
  assert.deepEqual((await marked(page))[1], words[0]);
  await page.waitForFunction(
    words => document.querySelector('[role=status]')!.textContent === words,
    {},
    `1 of ${words.length}`,
  );
  await close(page);
});

/** Goes to a place with Enter, and opens the list again. */
async function goAndReturn(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await whenJumped(page);
  await openFind(page);
}

test('by keys: opened again, the field has its words; Enter leads from place to place, Shift backwards', async () => {
  const page = await visitFind('strip search'),
    words = await found(page);
  await goAndReturn(page);
  assert.deepEqual(
    await page.$eval(field, field => [(field as HTMLInputElement).value, field === document.activeElement]),
    ['strip search', true],
  );
  assert.match(await page.$eval('.place[aria-current]', place => place.textContent), /^You are here: /);
  await page.keyboard.press('Enter');
  await whenJumped(page);
  assert.deepEqual((await marked(page))[1], words[1]);
  await openFind(page);
  await page.keyboard.down('Shift');
  for (let press = 0; press < 2; press += 1) await goAndReturn(page);
  await page.keyboard.up('Shift');
  assert.equal(
    await page.$eval('.to-places span', position => position.textContent),
    `${words.length} of ${words.length}`,
  );
  await close(page);
});

test('Enter, pressed before the page has been read, leads to the first place as soon as it has', async () => {
  const page = await all.visit();
  const isEarly = await page.evaluate(async field => {
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'find' } }));
    let input: HTMLInputElement | null;
    while (!(input = document.querySelector(field))) await new Promise(done => setTimeout(done));
    input.value = 'strip search';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return Boolean(document.querySelector('.places[aria-busy=true]'));
  }, field);
  assert.ok(isEarly);
  await whenJumped(page);
  assert.ok((await here(page)).seen);
  await close(page);
});

test('just the words that are listed are marked in the text, and no word of the page changes or moves', async () => {
  const page = await all.visit(),
    whole = () => page.$eval('main', main => main.innerHTML.replaceAll(/<!--.*?-->/g, ''));
  await openFind(page);
  await page.waitForFunction(() => customElements.get('report-section'));
  const before = await whole(),
    words = await reportWords(page);
  const queries = ['police', 'strip search', '60000', 'individuals', '“a child”', 'Rachel Watson'];
  for (const query of inSweep(queries, ['strip search', '60000', '“a child”'])) {
    await writeInstead(page, query);
    await page.waitForFunction(() => CSS.highlights.size === 2);
    while (await page.$('.places > p > button')) await page.click('.places > p > button');
    await page.keyboard.press('Home');
    await page.focus(field);
    await whenStill(page);
    const listed = (await found(page)).flat();
    assert.ok(listed.length, query);
    assert.deepEqual((await marked(page))[0], listed, query);
    assert.equal((await told(page))[0]!.startsWith(`${(await found(page)).length} result`), true, query);
  }
  assert.equal(await whole(), before);
  assert.deepEqual(await reportWords(page), words);
  await close(page);
});

test('pressing a place jumps to it, closes the view that covers it, and Back leads to where one was', async () => {
  const page = await visitFind('cannabis');
  await page.evaluate(() => scrollTo(0, 3000));
  const from = await page.evaluate(() => scrollY);
  await page.click('.place');
  await whenJumped(page);
  assert.ok(await page.$eval('reader-panel', panel => (panel as HTMLElement).hidden));
  assert.deepEqual(await here(page), { seen: true, focused: true });
  assert.notEqual(await page.evaluate(() => scrollY), from);
  assert.equal(await page.evaluate(() => JSON.parse(sessionStorage.getItem('reader-back')!).length), 1);
  await close(page);
});

/** @returns where one is among the places, as it stands above the bar */
const placeShown = (page: Page) =>
  page.$eval('.notice[data-kind=found] button:nth-child(3)', button => button.textContent);
/** @returns what the buttons above the bar are called, and how large they are */
const buttonsAboveBar = (page: Page) =>
  page.$$eval('.notice[data-kind=found] button', buttons =>
    buttons.map(button => ({
      name: button.getAttribute('aria-label') ?? button.textContent,
      size: button.getBoundingClientRect().toJSON() as DOMRect,
    })),
  );

test('above the bar “Next” and “Previous” lead on, keep the focus, say where one is and what is there', async () => {
  const page = await visitFind('children'),
    count = (await found(page)).length;
  await page.keyboard.press('Enter');
  await whenJumped(page);
  assert.deepEqual(
    (await buttonsAboveBar(page)).map(({ name }) => name),
    ['Previous', 'Next', `1 of ${count}: show all results`, 'Clear the results'],
  );
  await page.focus('.notice[data-kind=found] button:nth-child(2)');
  for (const now of [2, 3]) {
    await page.keyboard.press('Enter');
    assert.equal(await placeShown(page), `${now} of ${count}`);
    assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Next');
    assert.ok((await here(page)).seen);
    await whenSaying(page, `${now} of `);
    assert.match((await status(page))!, /child/i);
  }
  await page.focus('.notice[data-kind=found] button:first-child');
  await page.keyboard.press('Enter');
  assert.equal(await placeShown(page), `2 of ${count}`);
  assert.ok((await buttonsAboveBar(page)).every(({ size }) => size.width >= 44 && size.height >= 44));
  await close(page);
});

test('above the bar “Clear” takes every mark away, and the words out of the field', async () => {
  const page = await visitFind('children');
  await found(page);
  await page.keyboard.press('Enter');
  await whenJumped(page);
  await page.focus('.notice[data-kind=found] button:last-child');
  await page.keyboard.press('Enter');
  assert.equal(await page.$('.notice[data-kind=found]'), null);
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  assert.notEqual(await page.evaluate(() => document.activeElement), null);
  await openFind(page);
  assert.equal(await page.$eval(field, field => (field as HTMLInputElement).value), '');
  await close(page);
});

test('other forms, accents, apostrophes and slips are found, and what was taken for a word is said', async () => {
  const page = await visitFind('');
  const words = async (query: string) => {
    await writeInstead(page, query);
    return [...new Set((await found(page)).flat().map(word => word.toLowerCase()))].toSorted();
  };
  assert.deepEqual(await words('officers'), ['officer', 'officers', 'officer’s']);
  assert.deepEqual(await words("officer's"), ['officer', 'officers', 'officer’s']);
  assert.deepEqual(await words('CÀRDIFF'), ['cardiff']);
  assert.deepEqual(await words('didnt'), ['didn’t']);
  assert.deepEqual(await words('complaynt'), ['complaint']);
  assert.match((await told(page)).at(-1)!, /^No results for “complaynt”. Similar words: complaint\.$/);
  assert.deepEqual(await words('cann'), ['cannabis', 'cannot']);
  assert.match((await told(page)).at(-1)!, /“cann”. Words that start with it: /);
  await close(page);
});

/** What is said where nothing is found. */
const notFound: readonly [path: string, query: string, sentences: readonly [string, ...string[]]][] = [
  [
    '',
    'polcie',
    ['No results for polcie.', 'Try fewer words, the start of a word, or another word for the same thing.'],
  ],
  [
    'cy/',
    'polcie',
    [
      'Dim canlyniadau ar gyfer polcie.',
      'Rhowch gynnig ar lai o eiriau, ar ddechrau gair, neu ar air arall am yr un peth.',
      'Testun Saesneg yr adroddiad sydd yma, felly bydd geiriau Saesneg yn rhoi mwy o ganlyniadau.',
    ],
  ],
  [
    '',
    'Cardiff spray',
    [
      'The report has these words, but not together.',
      'Try fewer words, the start of a word, or another word for the same thing.',
    ],
  ],
];

test('that nothing is found is said kindly, with what to try; a word that comes near can be pressed', async () => {
  for (const [path, query, sentences] of notFound) {
    const page = await visitFind(query, { path });
    assert.deepEqual(await told(page), sentences);
    await whenSaying(page, sentences[0]);
    await page.keyboard.press('Enter');
    assert.equal(await page.$eval('reader-panel', panel => (panel as HTMLElement).hidden), false);
    if (query === 'polcie') {
      await (await page.$('.places p button'))!.evaluate(button => (button as HTMLElement).click());
      assert.equal(await page.$eval(field, field => (field as HTMLInputElement).value), 'police');
      assert.ok((await found(page)).length > 10);
    }
    await close(page);
  }
});

test('in Welsh places are counted in Welsh, and English words stay marked as English', async () => {
  const page = await visitFind('Cardiff', { path: 'cy/' });
  for (const [query, words] of [
    ['robbed', '1 canlyniad o dan 1 pennawd.'],
    ['empathy', '2 ganlyniad o dan 2 bennawd.'],
    ['London', '3 chanlyniad o dan 1 pennawd.'],
  ] as const) {
    await writeInstead(page, query);
    assert.deepEqual(await told(page), [words]);
  }
  assert.deepEqual(
    await page.$$eval('.place span, .places h3', words => [...new Set(words.map(word => (word as HTMLElement).lang))]),
    ['en'],
  );
  await close(page);
});

test('what the settings hide is not led to, and that there is more is said', async () => {
  const page = await visitFind('cannabis', { choices: { stories: 'hidden' } });
  assert.deepEqual(await found(page), []);
  assert.match((await told(page)).at(-1)!, /Your settings hide/);
  await close(page);
});

test('where the browser cannot mark, the words are selected instead', async () => {
  const page = await all.open(await all.browser.createBrowserContext());
  await page.evaluateOnNewDocument(() => {
    Reflect.deleteProperty(globalThis, 'Highlight');
  });
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  await openFind(page);
  await page.type(field, 'cannabis');
  await page.keyboard.press('Enter');
  await whenJumped(page);
  assert.equal(await page.evaluate(() => String(getSelection())), 'cannabis');
  await close(page);
});

test('an address that names words of the page leads to them', async () => {
  const page = await all.visit({ path: '#:~:text=smell%20cannabis' });
  const top = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT),
      range = document.createRange();
    while (texts.nextNode()) {
      const at = texts.currentNode.textContent!.indexOf('smell cannabis');
      if (at < 0) continue;
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 5);
      return range.getBoundingClientRect().top;
    }
    return -1;
  });
  assert.ok(top > 0 && top < 844, `the words are at ${top}`);
  await close(page);
});

/** The keys by which browsers find. */
const findKeys: readonly KeyboardEventInit[] = [
  { key: 'f', code: 'KeyF', ctrlKey: true },
  { key: 'f', code: 'KeyF', metaKey: true },
  { key: 'F3', code: 'F3' },
  { key: 'F3', code: 'F3', shiftKey: true },
  { key: 'g', code: 'KeyG', ctrlKey: true },
];

test('the browser’s own find is left alone', async () => {
  const page = await all.visit();
  await openFind(page);
  const prevented = await page.evaluate(
    keys =>
      keys.flatMap(key =>
        [document.body, document.querySelector('.finding input')!].map(
          target => !target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true })),
        ),
      ),
    findKeys,
  );
  assert.deepEqual(prevented, Array(2 * findKeys.length).fill(false));
  assert.deepEqual(
    await page.evaluate(() => {
      (window as unknown as { find(words: string): boolean }).find('stopped and searched');
      return String(getSelection());
    }),
    'stopped and searched',
  );
  await close(page);
});

test('a shortcut opens it from anywhere in the report, and closes it again', async () => {
  const page = await all.visit();
  await whenStill(page);
  const press = async () => {
    for (const key of ['Alt', 'Shift'] as const) await page.keyboard.down(key);
    await page.keyboard.press('KeyF');
    for (const key of ['Alt', 'Shift'] as const) await page.keyboard.up(key);
  };
  await press();
  await page.waitForFunction(field => document.activeElement === document.querySelector(field), {}, field);
  await page.focus('.panel [value=close]');
  await press();
  await page.waitForFunction(() => document.querySelector<HTMLElement>('reader-panel')!.hidden);
  await close(page);
});

if (isSweep)
  test('it works without a connection, the first time too', async () => {
    const context = await all.browser.createBrowserContext(),
      page = await all.visit({ context, copy: true });
    await whenWhole(page);
    await all.site.stop();
    try {
      await page.reload();
      await page.waitForSelector('reader-settings:defined');
      await openFind(page);
      await page.type(field, 'strip search');
      assert.ok((await found(page)).length > 5);
    } finally {
      await all.site.start();
      await context.close();
    }
  });

/** What nobody looks for, unless to do harm. */
const strange = [
  '<img src=x onerror=alert(1)>',
  ...['(((', '[', '\\', '.*', '"', '\u202epolice\u202c', '\u0000', '🏳️‍🌈', '__proto__'],
  'a'.repeat(10_000),
  'police '.repeat(2000),
];

test('whatever is put into the field is only looked for', async () => {
  const page = await visitFind(''),
    kept = await reportWords(page);
  for (const query of strange) {
    await writeInstead(page, query);
    assert.deepEqual(
      await page.$$eval('.finding *', all => all.filter(each => /^(img|script)$/i.test(each.localName)).length),
      0,
      query.slice(0, 20),
    );
  }
  await writeInstead(page, '\u202epolice');
  assert.ok((await found(page)).length > 10);
  assert.deepEqual(await reportWords(page), kept);
  assert.equal(await page.$eval(field, field => (field as HTMLInputElement).maxLength), 200);
  assert.deepEqual(
    await page.evaluate(() =>
      Object.values({ ...localStorage, ...sessionStorage }).filter(kept => /police/.test(kept)),
    ),
    [],
  );
  await close(page);
});

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 640],
    [390, 844],
    [1280, 800],
  ],
  [[320, 640]],
))
  for (const size of inSweep(['100', '400'], ['400'])) {
    test(`a list, none, above the bar: all fits and is clean for axe in ${width} × ${height} at ${size}%`, async () => {
      const page = await visitFind('London', { width, height, choices: { size } });
      // The rest of the page is as it is without finding.
      const look = async (state: string, within = 'reader-panel') => {
        // Once typing rests the list may be drawn anew.
        await whenStill(page);
        assert.deepEqual(await misfits(page), [], state);
        // axe cannot judge the colours of what is scrolled out of a sheet: in a tall window all of it is in view.
        await page.setViewport({ width, height: 20_000 });
        assert.deepEqual(await findings(page, isSweep ? undefined : within), [], state);
        await page.setViewport({ width, height });
      };
      await look('a list');
      await writeInstead(page, 'xylophones polcie');
      await look('nothing found');
      await writeInstead(page, 'London');
      await page.focus(field);
      await page.keyboard.press('Enter');
      if (await page.$('.notice[data-kind=found]')) await look('above the bar', 'nav.bar');
      await close(page);
    });
  }

const brotli = (file: string) => brotliCompressSync(readFileSync(join(builtFolder, file))).length;

test('its code, its words and the index weigh at most 25 KB, beside what the panel itself needs', async () => {
  for (const path of inSweep(['', 'cy/'], ['cy/'])) {
    const page = await all.visit({ path });
    const files = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname.slice(1))
          .filter(name => name.startsWith('assets/')),
      );
    await page.evaluate(() => {
      dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'contents' } }));
    });
    await page.waitForSelector('.panel .view > *');
    await whenStill(page);
    const before = await files();
    await openFind(page);
    await page.type(field, 'police');
    await whenStill(page);
    const own = [...new Set(await files())].filter(file => !before.includes(file)),
      sum = own.reduce((sum, file) => sum + brotli(file), 0);
    assert.ok(own.some(file => file.includes('find-view')));
    assert.ok(sum <= 25_600, `${sum} bytes: ${own.map(file => `${file} ${brotli(file)}`).join(', ')}`);
    await close(page);
  }
});

for (const [path, query, t] of [
  ['', 'helpline', en],
  ['cy/', 'llinell gymorth', cy],
] as const)
  test(`/${path}: whoever looks for “${query}” is offered the helplines, and no other is`, async () => {
    const page = await visitFind('Cardiff', { path }),
      offer = '.finding .to-help';
    assert.equal(await page.$eval(offer, line => line.checkVisibility()), false);
    await writeInstead(page, query);
    assert.equal(
      await page.$eval(offer, line => (line as HTMLElement).innerText.replace('\n', ' ')),
      `${t.help} ${t['help.open']}`,
    );
    await page.waitForFunction(
      words => document.querySelector('[role=status]')!.textContent.endsWith(words),
      {},
      `${t.help} ${t['help.open']}`,
    );
    await page.focus(`${offer} button`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.help-view a[href="tel:999"]');
    await close(page);
  });
