/**
 * The reader's own marks: made by selection or by keyboard alone, seen and heard in the text, listed, changed, deleted
 * and brought back, kept by themselves, and carried along as files. No word of the report changes.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import en from '../../locales/marks.en.json';
import cy from '../../locales/marks.cy.json';
import passageEn from '../../locales/passage.en.json';
import shareEn from '../../locales/share.en.json';
import { fileOf } from '../../src/browser/features/marks/file.js';
import type { Mark } from '../../src/browser/features/marks/model.js';
import { findings } from '../support/axe.js';
import { keepBusy, rest } from '../support/busy.js';
import { whenStill } from '../support/clock.js';
import { payloads } from '../support/hostile.js';
import { misfits } from '../support/misfits.js';
import { reportWords, whenSaved, type Visit } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { listen, speak, whenHeard } from '../support/speech.js';
import { close, deleteEverything, readersOfFile } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false }),
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const kinds = ['important', 'agree', 'question', 'later', 'other'] as const;
/** The second passage of the foreword's text; run inside the page. */
const passage = '#foreword p:nth-of-type(2)';
const open = (page: Page, view: string) =>
  page.evaluate(view => {
    dispatchEvent(new CustomEvent('reader-view', { detail: { view } }));
  }, view);
const selectWords = (page: Page, from: [string, number], to: [string, number]) =>
  page.evaluate(
    (from, to) => {
      const point = ([selector, letter]: [string, number]) =>
        [document.querySelector(selector)!.firstChild!, letter] as const;
      document.querySelector(from[0])!.scrollIntoView();
      getSelection()!.setBaseAndExtent(...point(from), ...point(to));
    },
    from,
    to,
  );
const named =
  (words: string) =>
  async (page: Page): Promise<ElementHandle<HTMLElement>> => {
    const found = await page.evaluateHandle(
      words =>
        [...document.querySelectorAll<HTMLElement>('reader-panel button, .my-note button, reader-panel summary')].find(
          each => each.textContent.trim() === words,
        ) ?? null,
      words,
    );
    assert.ok(found.asElement(), words);
    return found as ElementHandle<HTMLElement>;
  };
const click = async (page: Page, words: string) =>
  (await named(words)(page)).evaluate(button => {
    button.focus();
    button.click();
  });
const highlights = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('mark-'))
        .map(([name, ranges]) => [name, [...ranges].map(range => (range as Range).toString())]),
    ),
  );
const signs = (page: Page) => page.$$eval('.my-sign', all => all.map(sign => sign.getAttribute('aria-label')));
const listed = (page: Page) =>
  page.$$eval('.my-marks .marks > li', all =>
    all.map(item =>
      [...item.querySelectorAll('.what, blockquote, .my-words')].map(({ textContent }) => textContent.trim()),
    ),
  );
const whenKept = (page: Page, count: number) =>
  page.waitForFunction(
    count =>
      Object.keys(localStorage).some(
        name => name.startsWith('reader-marks') && localStorage.getItem(name)!.startsWith(`${count} `),
      ),
    { polling: 50 },
    count,
  );
const whenSigns = (page: Page, count: number) =>
  page.waitForFunction(count => document.querySelectorAll('.my-sign').length === count, { polling: 50 }, count);
const words = (page: Page, selector = passage) => page.$eval(selector, each => each.textContent);
/** Closes the panel if it is open. */
const closePanel = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('reader-panel:not([hidden]) [value=close]')?.click());
/** A page with the view of marks, or of a passage, open. */
async function shown(page: Page, view: 'passage' | 'marks'): Promise<void> {
  await closePanel(page);
  await open(page, view);
  await page.waitForSelector(view === 'passage' ? '.marking' : '.my-marks');
  await page.waitForFunction(() => document.querySelector('reader-panel')!.contains(document.activeElement));
}

/** Highlights words of a passage, from one letter to another, with a kind. */
async function highlight(page: Page, from: number, to: number, kind: string, selector = passage): Promise<void> {
  await closePanel(page);
  await selectWords(page, [selector, from], [selector, to]);
  await page.waitForSelector(forSelected);
  await whenStill(page);
  await page.click(forSelected);
  // What is open already may still be about the words before.
  await whenStill(page);
  await page.waitForSelector('.marking');
  await click(page, kind);
  await page.waitForSelector(`.kinds [aria-pressed=true]`);
}
/** Opens the view on a passage, or on words of it. */
async function openOn(page: Page, [selector, from, to]: [string, number?, number?]): Promise<void> {
  await closePanel(page);
  await page.evaluate(
    (selector, from, to) => {
      const about = document.querySelector(selector)!,
        range = document.createRange();
      if (from !== undefined && to !== undefined) {
        range.setStart(about.firstChild!, from);
        range.setEnd(about.firstChild!, to);
      }
      const detail = { view: 'passage', about: from === undefined ? about : range };
      dispatchEvent(new CustomEvent('reader-view', { detail }));
    },
    selector,
    from,
    to,
  );
  await page.waitForSelector('.marking');
  await whenStill(page);
}
/** Writes a note on the passage being read, or on other words. */
async function writeNote(page: Page, note: string, on?: Parameters<typeof openOn>[1]): Promise<void> {
  await (on ? openOn(page, on) : shown(page, 'passage'));
  await click(page, en['part.note']);
  await page.keyboard.type(note);
  await click(page, en['row.done']);
}
let made = 0;
const markOf = (facts: Partial<Mark> = {}): Mark => ({
  id: `file-${(made += 1)}`,
  kind: 'note',
  name: '',
  note: 'From a file',
  heading: 'Foreword',
  made: '2026-01-02T03:04:05.000Z',
  changed: '2026-01-02T03:04:05.000Z',
  places: [
    {
      id: 'foreword',
      index: 1,
      begins: 'Welcome to our Impact Report 2023/24, which shares real stor',
      start: 0,
      end: 7,
      words: 'Welcome',
      before: '',
      after: ' to our Impact Report 2023/24, which sha',
    },
  ],
  ...facts,
});
/** Brings in a file; waits for what came of it. */
async function bringIn(page: Page, text: string, name = 'marks.json'): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, text);
  await page.$eval('.files', files => {
    (files as HTMLDetailsElement).open = true;
  });
  const before = await page.$eval('.files', files => files.querySelector('.came')?.textContent ?? '');
  await ((await page.$('.files [type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.waitForFunction(
    before => {
      const came = document.querySelector('.came')?.textContent;
      return came && came !== before;
    },
    { polling: 50 },
    before,
  );
  return page.$eval('.came', came => came.textContent.trim());
}
const visit = (facts: Visit = {}) => all.visit(facts);

/** The button for words that are selected. */
const forSelected = '.notice[data-kind=selected] button';
async function pressForSelected(page: Page): Promise<void> {
  await page.waitForSelector(forSelected);
  await page.click(forSelected);
  await page.waitForSelector('.marking');
}
const selectNothing = (page: Page) =>
  page.evaluate(() => {
    getSelection()!.removeAllRanges();
  });
/** Selects words until their button comes, and none until it goes. @returns whether it left the focus where it was */
async function comesAndGoes(page: Page, from: number, to: number): Promise<boolean> {
  await selectWords(page, [passage, from], [passage, to]);
  await page.waitForSelector(forSelected);
  const leftFocus = await page.evaluate(() => document.activeElement === document.body);
  await selectNothing(page);
  await page.waitForFunction(() => !document.querySelector('.notice[data-kind=selected]'));
  return leftFocus;
}

test('selected words can be marked: the button comes and goes with them, is told once, takes no focus', async () => {
  const page = await all.open(await all.browser.createBrowserContext()),
    heard = await listen(page);
  await page.setViewport({ width: 390, height: 844, hasTouch: true });
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  const text = await words(page),
    report = await reportWords(page);
  assert.deepEqual([await comesAndGoes(page, 0, 20), await comesAndGoes(page, 4, 14)], [true, true]);
  await selectWords(page, [passage, 4], [passage, 14]);
  await (await page.waitForSelector(forSelected))!.tap();
  await page.waitForSelector('.marking');
  const selected = await page.evaluate(() => getSelection()!.toString());
  assert.equal(selected, text.slice(4, 14), 'a press leaves them selected');
  assert.equal(
    await page.$eval('.quoted blockquote', quote => `${(quote as HTMLElement).lang}: ${quote.textContent}`),
    `en: ${text.slice(4, 14)}`,
  );
  await whenStill(page);
  assert.equal(heard.filter(each => each === passageEn['selected.said']).length, 1);
  await click(page, en['kind.question']);
  await whenKept(page, 1);
  assert.deepEqual(await highlights(page), { 'mark-question': [text.slice(4, 14)] });
  assert.deepEqual(await reportWords(page), report);
  await close(page);
});

/** Presses the button once more, and waits until the view is made anew. */
async function askAnew(page: Page): Promise<void> {
  const before = await page.$('.quoted');
  await page.click(forSelected);
  await page.waitForFunction(
    before =>
      !before!.isConnected &&
      document.querySelectorAll('.quoted blockquote p').length === 1 &&
      document.querySelector('.marking'),
    {},
    before,
  );
}
/** Waits until the button for selected words is gone. @throws what may keep it, if it stays */
const whenGone = (page: Page) =>
  page
    .waitForFunction(() => !document.querySelector('.notice[data-kind=selected]'), { polling: 50 })
    .catch(async () =>
      assert.fail(
        `The button stays: ${await page.evaluate(() =>
          JSON.stringify({
            focused: document.hasFocus() && document.activeElement!.outerHTML,
            selected: getSelection()!.toString(),
            sheets: document.querySelectorAll('reader-panel:not([hidden]), details[open]').length,
          }),
        )}`,
      ),
    );

if (isSweep)
  test('the button for selected words stays, unmoved, while a view is open above it, and then goes', async () => {
    const page = await visit();
    await selectWords(page, [passage, 4], [passage, 14]);
    await pressForSelected(page);
    await page.focus('reader-panel [value=bookmark]');
    const where = () => page.$eval('reader-panel', panel => JSON.stringify(panel.getBoundingClientRect()));
    const before = await where();
    await selectNothing(page);
    await whenStill(page);
    assert.equal(await where(), before);
    await askAnew(page);
    assert.equal(
      await page.$eval('.quoted blockquote', quote => quote.textContent),
      (await words(page)).slice(4, 14).trim(),
    );
    await selectNothing(page);
    await closePanel(page);
    // Nothing goes from under the focus or the mouse.
    await page.mouse.move(0, 0);
    await page.focus('nav.bar > a');
    await whenGone(page);
    await close(page);
  });

test('on the way from passage to passage, what can be done with them is there in every frame', async () => {
  const page = await visit();
  await shown(page, 'passage');
  const emptyFrames = await page.evaluate(
    async presses => {
      let empty = 0;
      for (let press = 0; press < presses; press += 1) {
        document.querySelectorAll<HTMLElement>('.passage-way button')[1]!.click();
        for (let frame = 0; frame < 3; frame += 1) {
          await new Promise(requestAnimationFrame);
          if (!document.querySelector('.marking')) empty += 1;
        }
      }
      return empty;
    },
    isSweep ? 8 : 3,
  );
  assert.equal(emptyFrames, 0);
  await close(page);
});

test('words that were selected before the browser was idle can be marked too', async () => {
  const page = await all.open(await all.browser.createBrowserContext());
  await keepBusy(page);
  await page.goto(all.site.url);
  await page.waitForFunction(
    () => document.readyState === 'complete' && document.querySelector('reader-settings:defined'),
  );
  await selectWords(page, [passage, 4], [passage, 14]);
  await rest(page);
  await page.waitForSelector(forSelected);
  await close(page);
});

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement).innerText?.trim());
    if (focused === words) return;
  }
  assert.fail(`Tab never came to ${words}`);
}
/** Presses by Tab and Enter what is called so. */
async function enter(page: Page, words: string): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press('Enter');
}

test('by Tab and Enter alone a passage is found, and marked as each kind', async () => {
  const page = await visit();
  await open(page, 'passage');
  await page.waitForSelector('.marking');
  await page.waitForFunction(() => document.activeElement?.id === 'panel-name');
  await tabTo(page, passageEn['passage.next']);
  const first = await page.$eval('.quoted blockquote', quote => quote.textContent);
  await page.keyboard.press('Enter');
  await page.waitForFunction(first => document.querySelector('.quoted blockquote')!.textContent !== first, {}, first);
  assert.equal(
    await page.$eval('[data-chosen]', chosen => chosen.textContent.replace(/\s+/g, ' ').trim()),
    await page.$eval('.quoted blockquote', quote => quote.textContent),
  );
  for (const kind of kinds) {
    await enter(page, en[`kind.${kind}`]);
    await page.waitForFunction(kind => CSS.highlights.has(`mark-${kind}`), {}, kind);
    assert.equal((await highlights(page))[`mark-${kind}`]!.length, 1);
    assert.deepEqual(Object.keys(await highlights(page)), [`mark-${kind}`]);
  }
  await close(page);
});

test('by Tab and Enter alone a marked passage gets a bookmark with a name of one’s own, and a note too', async () => {
  const page = await visit();
  await shown(page, 'passage');
  await enter(page, en['kind.other']);
  await page.waitForFunction(() => CSS.highlights.has('mark-other'));
  await enter(page, en['part.bookmark']);
  await page.keyboard.type('Begin here');
  await enter(page, en['row.done']);
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), en['row.edit']);
  await page.keyboard.down('Shift');
  for (
    let stop = 0;
    stop < 12 && (await page.evaluate(words => document.activeElement!.textContent !== words, en['part.note']));
    stop += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await page.keyboard.type('What I think');
  await page.keyboard.press('Escape');
  await whenKept(page, 2);
  assert.match((await signs(page)).join(), /Begin here.*What I think|What I think.*Begin here/);
  await close(page);
});

/** @returns the line of each kind in the text */
const linesOfKinds = (page: Page) =>
  page.evaluate(
    (passage, kinds) =>
      kinds.map(kind => {
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(
          document.querySelector(passage)!,
          `::highlight(mark-${kind})`,
        );
        return `${textDecorationLine} ${textDecorationStyle}`;
      }),
    passage,
    kinds,
  );

test('the kinds differ by their line alone: in yellow on black, and in the system’s own contrast colours', async () => {
  const page = await visit({ choices: { theme: 'contrast-dark' } }),
    client = await page.createCDPSession();
  // How a kind looks is known before anything has it; that each is drawn, the test above says.
  for (const [index, kind] of inSweep<(typeof kinds)[number]>(kinds, ['question']).entries())
    await highlight(page, index * 20, index * 20 + 15, en[`kind.${kind}`]);
  for (const colours of ['none', 'active'] as const) {
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: colours }] });
    assert.deepEqual(
      await linesOfKinds(page),
      ['underline solid', 'underline double', 'underline wavy', 'underline dashed', 'underline dotted'],
      colours,
    );
    const onButtons = await page.$$eval('.kinds .kind', all =>
      all.map(each => getComputedStyle(each).textDecorationStyle),
    );
    assert.equal(new Set(onButtons).size, 5);
  }
  await close(page);
});

test('a marked passage is heard as such once, last; its note is read in place, and gives the focus back', async () => {
  const page = await visit();
  await selectWords(page, [passage, 0], [passage, 1]);
  await writeNote(page, 'What I think of it');
  await page.keyboard.press('Escape');
  await whenSigns(page, 1);
  const said = await speak(page, passage);
  assert.equal(said.filter(line => line.includes('What I think of it')).length, 1);
  assert.match(said.join(' '), /improve policing\. button, Your marks here: Note: What I think of it$/);
  await page.focus('.my-sign');
  await page.keyboard.press('Enter');
  assert.equal(
    await page.$eval('.my-note', note => note.textContent),
    `${en['kind.note']}What I think of it${en['row.edit']}${en['note.close']}`,
  );
  assert.ok(await page.evaluate(() => document.activeElement!.matches('.my-note')));
  await page.keyboard.press('Escape');
  assert.ok(
    await page.evaluate(() => document.activeElement!.matches('.my-sign') && !document.querySelector('.my-note')),
  );
  await page.keyboard.press('Enter');
  await click(page, en['row.edit']);
  await page.waitForSelector('.marking .my-words');
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.activeElement!.matches('.my-sign')));
  await close(page);
});

/** @returns the marks that this device keeps, in one line each: kind, words, note */
const keptMarks = (page: Page) =>
  page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const marks = await new Promise<Mark[]>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onerror = failed;
      opening.onsuccess = () => {
        const reading = opening.result.transaction('marks').objectStore('marks').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          done(reading.result as Mark[]);
        };
      };
    });
    return marks.map(({ kind, places, note }) => `${kind}: ${places[0]!.words} (${note})`).toSorted();
  });

test('a note on highlighted words, or their passage, belongs to that highlight; elsewhere it is its own', async () => {
  const page = await visit(),
    text = await words(page);
  await highlight(page, 4, 14, en['kind.agree']);
  await click(page, en['part.note']);
  await page.keyboard.type('On the words');
  await click(page, en['row.done']);
  await closePanel(page);
  const write = async (note: string) => {
    await click(page, en['part.note']);
    await page.keyboard.press('End');
    await page.keyboard.type(note);
    await click(page, en['row.done']);
    await whenStill(page);
    return keptMarks(page);
  };
  const agreed = `agree: ${text.slice(4, 14)}`;
  await openOn(page, [passage]);
  assert.deepEqual(await write(' and on all'), [`${agreed} (On the words and on all)`]);
  await openOn(page, [passage, 20, 30]);
  assert.deepEqual(await write('Beside it'), [
    `${agreed} (On the words and on all)`,
    `note: ${text.slice(20, 30)} (Beside it)`,
  ]);
  await close(page);
});

test('a note is changed, deleted and brought back, the last until something else is done', async () => {
  const page = await visit();
  await writeNote(page, 'First');
  assert.equal(await page.evaluate(() => document.activeElement!.getAttribute('value')), 'edit');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' and second');
  await click(page, en['row.done']);
  assert.equal(await page.$eval('.my-words', note => note.textContent), 'First and second');
  await click(page, en['row.delete']);
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), en['undo']);
  await page.waitForFunction(() => !document.querySelector('.my-sign'));
  await page.keyboard.press('Enter');
  assert.equal(await page.$eval('.my-words', note => note.textContent), 'First and second');
  await whenSigns(page, 1);
  await click(page, en['row.delete']);
  await click(page, en['kind.agree']);
  assert.equal(await page.$('.undo'), null);
  await close(page);
});

/** @returns the list, with one mark further down in the text and one, made later, further up */
async function listOfTwo(): Promise<Page> {
  const page = await visit();
  await highlight(page, 0, 15, en['kind.agree'], '#cardiff > p');
  await highlight(page, 4, 14, en['kind.important']);
  await shown(page, 'marks');
  return page;
}

test('the list tells all marks in the order of the text, goes to each, and steps from one to the next', async () => {
  const page = await listOfTwo();
  const [agreed, important] = [
    (await words(page, '#cardiff > p')).slice(0, 15).trim(),
    (await words(page)).slice(4, 14).trim(),
  ];
  assert.deepEqual(await listed(page), [
    [en['kind.important'], important],
    [en['kind.agree'], agreed],
  ]);
  assert.equal(await page.$eval('.count', count => count.textContent.trim()), `You have 2 marks. ${en['kept']}`);
  assert.deepEqual(await page.$$eval('.my-marks section h3', all => all.map(({ textContent }) => textContent)), [
    'Foreword',
    'Community outreach in Cardiff',
  ]);
  await page.click('.marks > li [value=go]');
  assert.ok(await page.evaluate(passage => document.activeElement === document.querySelector(passage), passage));
  for (const [step, place] of [
    ['step.next', '#cardiff > p'],
    ['step.previous', passage],
  ] as const) {
    await shown(page, 'marks');
    await click(page, en[step]);
    await page.waitForFunction(place => document.activeElement === document.querySelector(place), {}, place);
  }
  await close(page);
});

test('the list tells all marks of one kind, changes a mark’s kind, and hides all, after a reload too', async () => {
  const page = await listOfTwo();
  await page.click('.marks > li [value=edit]');
  await page.click('.mark-edit [value=later]');
  assert.ok((await highlights(page))['mark-later']);
  await click(page, en['row.done']);
  await page.select('.my-marks select', 'later');
  assert.deepEqual(
    (await listed(page)).map(([kind]) => kind),
    [en['kind.later']],
  );
  await page.$$eval('.ticks input', all => {
    for (const each of all) (each as HTMLInputElement).click();
  });
  await page.waitForFunction(
    () => ![...CSS.highlights.keys()].some(name => name.startsWith('mark-')) && !document.querySelector('.my-sign'),
  );
  await page.reload();
  await shown(page, 'marks');
  const ticked = await page.$$eval('.ticks input', all => all.map(each => (each as HTMLInputElement).checked));
  assert.deepEqual([await highlights(page), ticked], [{}, [false, true]]);
  await close(page);
});

test('a kind can be given another name, and it is called so everywhere', async () => {
  const page = await visit();
  await highlight(page, 0, 15, en['kind.other']);
  await shown(page, 'marks');
  await click(page, en['names']);
  await page.$$eval('.my-marks details input[type=text]', all => {
    const field = all[4] as HTMLInputElement;
    field.value = 'For <b>Mum</b>';
    field.dispatchEvent(new Event('input'));
  });
  await page.waitForFunction(() => document.querySelector('.marks .what')!.textContent!.includes('Mum'));
  assert.deepEqual(
    (await listed(page)).map(([kind]) => kind),
    ['For <b>Mum</b>'],
  );
  await page.reload();
  await whenSigns(page, 1);
  assert.match((await signs(page))[0]!, /For <b>Mum<\/b>/);
  await close(page);
});

/** A reader who has marked words and passages, and has the copy if that matters. */
async function marked(copy = false): Promise<{ context: BrowserContext; page: Page; drawn: unknown }> {
  const context = await all.browser.createBrowserContext(),
    page = await visit({ context, copy });
  if (copy) await whenSaved(page);
  await highlight(page, 4, 34, en['kind.important']);
  await selectWords(page, ['#cardiff > p', 5], ['#cardiff > p:nth-of-type(2)', 12]);
  await page.waitForSelector(forSelected);
  await page.click(forSelected);
  await page.waitForFunction(
    () => document.querySelectorAll('.quoted blockquote p').length === 2 && document.querySelector('.marking'),
  );
  await click(page, en['kind.question']);
  await whenKept(page, 2);
  await whenSigns(page, 3);
  return { context, page, drawn: await highlights(page) };
}

if (isSweep)
  test('marks are kept by themselves: after a reload, offline, in the other language and at 300% text', async () => {
    const { context, page: first, drawn } = await marked(true),
      large = { choices: { size: '300' } };
    await first.close();
    for (const facts of inSweep<Visit>([{}, { path: 'cy/' }, large], [{ path: 'cy/', ...large }])) {
      const page = await visit({ context, ...facts });
      await whenSigns(page, 3);
      assert.deepEqual(await highlights(page), drawn, JSON.stringify(facts));
      if ('path' in facts) assert.match((await signs(page))[0]!, new RegExp(cy['kind.important']));
      await page.close();
    }
    await all.site.stop();
    try {
      const page = await visit({ context });
      await whenSigns(page, 3);
      assert.deepEqual(await highlights(page), drawn);
      await page.close();
    } finally {
      await all.site.start();
    }
    await context.close();
  });

/** Opens the report with other words in three passages. */
async function visitCorrected(context: BrowserContext): Promise<Page> {
  const page = await all.open(context);
  await page.setRequestInterception(true);
  const corrected = readFileSync(join(builtFolder, 'index.html'), 'utf8')
    .replace('The importance of our work', 'Surely, the importance of our work')
    .replace('We know there is more to do.', 'We know that there is more to be done.')
    .replace(/<p>These recommendations have informed[^<]*/, '');
  page.on(
    'request',
    request =>
      void (request.url() === all.site.url
        ? request.respond({ contentType: 'text/html', body: corrected })
        : request.continue()),
  );
  await page.setBypassServiceWorker(true);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  return page;
}

test('where the text was corrected, a mark is on the same words, or their passage, or at least listed', async () => {
  const context = await all.browser.createBrowserContext();
  const first = await visit({ context });
  await highlight(first, 4, 34, en['kind.important']);
  await highlight(first, 0, 20, en['kind.agree'], '#foreword p:nth-of-type(3)');
  await highlight(first, 0, 20, en['kind.later'], '#foreword p:nth-of-type(4)');
  await whenKept(first, 3);
  const marked = (await words(first)).slice(4, 34),
    third = await words(first, '#foreword p:nth-of-type(3)');
  await first.close();
  const page = await visitCorrected(context);
  await whenSigns(page, 2);
  const now = await highlights(page);
  assert.deepEqual(now['mark-important'], [marked]);
  assert.ok(
    now['mark-agree']![0]!.startsWith('We know that there is more to be done.') && third.startsWith('We know there'),
  );
  await shown(page, 'marks');
  assert.ok(
    (await page.$$eval('.my-marks section h3', all => all.map(({ textContent }) => textContent))).includes(en['lost']),
  );
  assert.equal((await listed(page)).length, 3);
  await context.close();
});

test('what one tab marks is seen in another; what one erases is gone in all, and from the device', async () => {
  const { context, page: one } = await marked(),
    other = await visit({ context });
  await whenSigns(other, 3);
  await one.bringToFront();
  await highlight(one, 0, 12, en['kind.later'], '#foreword p:nth-of-type(3)');
  await other.bringToFront();
  await whenSigns(other, 4);
  const device = await visit({ context, path: 'device/' });
  await device.waitForFunction(() => document.querySelector('kept-here button'));
  assert.ok(
    (await device.$$eval('kept-here li', all => all.map(({ textContent }) => textContent))).some(each =>
      each.startsWith('Your marks'),
    ),
  );
  await deleteEverything(device);
  await device.waitForFunction(async () => !(await indexedDB.databases()).length, { polling: 50 });
  assert.deepEqual(
    await device.evaluate(() => Object.keys(localStorage).filter(name => name.startsWith('reader-marks'))),
    [],
  );
  await other.bringToFront();
  await whenSigns(other, 0);
  await context.close();
});

/** Lets a tab take long to read what is kept; run inside the page. */
const readSlowly = () => {
  const usual = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...asked: Parameters<typeof usual>) {
    for (let left = 5000; left; left -= 1) this.count();
    const reading = usual.apply(this, asked);
    reading.addEventListener('success', () => {
      Object.assign(window, { hasRead: true });
    });
    return reading;
  };
};
/** Waits until such a tab has read, and nothing comes of it any more. */
async function whenRead(page: Page): Promise<void> {
  await page.waitForFunction(() => 'hasRead' in window);
  await whenStill(page);
}
/** Two tabs with the same three marks; the second takes long to read what is kept. */
async function twoTabs(): Promise<[Page, Page]> {
  const { context, page: one } = await marked(),
    slow = await visit({ context });
  await whenSigns(slow, 3);
  await slow.evaluate(readSlowly);
  return [one, slow];
}
/** Lets a tab read again what is kept, as when another changed it. */
const readAgain = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find(name => name.startsWith('reader-marks'))!;
    dispatchEvent(new StorageEvent('storage', { key }));
  });

/** Finds a passage whose last line is so full that a sign takes one of its own: `[data-full]` from then on. */
const findFullPassage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sign = document.querySelector('.my-sign')!.cloneNode(true) as HTMLElement;
    [...document.querySelectorAll<HTMLElement>('#individuals-and-communities section > p')].find(passage => {
      const low = passage.offsetHeight;
      passage.append(sign);
      const isHigher = passage.offsetHeight > low;
      sign.remove();
      return isHigher;
    })!.dataset['full'] = '';
  });

if (isSweep)
  test('a sign further up comes and goes without moving the text, even if the browser holds no line', async () => {
    const { context, page } = await marked();
    await page.setViewport({ width: 320, height: 640 });
    // As in Safari.
    await page.evaluate(() => {
      document.body.style.overflowAnchor = 'none';
    });
    await findFullPassage(page);
    await highlight(page, 4, 14, en['kind.important'], '[data-full]');
    await whenSigns(page, 4);
    await page.$eval('#contact', part => {
      part.scrollIntoView();
    });
    const top = () => page.$eval('#contact h2', heading => heading.getBoundingClientRect().top),
      before = await top();
    await shown(page, 'marks');
    for (const count of [0, 4]) {
      const high = await page.$eval('main', main => main.offsetHeight);
      await page.$eval('.ticks input', box => {
        (box as HTMLInputElement).click();
      });
      await whenSigns(page, count);
      assert.notEqual(await page.$eval('main', main => main.offsetHeight), high);
      assert.ok(Math.abs((await top()) - before) < 1, `${count} signs: the text moved by ${(await top()) - before}`);
    }
    await context.close();
  });

test('what another tab erases while this one is reading it does not come back', async () => {
  const [one, slow] = await twoTabs();
  await readAgain(slow);
  await one.evaluate(
    () =>
      new Promise((done, failed) => {
        const name = Object.keys(localStorage).find(each => each.startsWith('reader-marks'))!,
          request = indexedDB.deleteDatabase(name);
        localStorage.removeItem(name);
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );
  await whenSigns(slow, 0);
  await whenRead(slow);
  assert.deepEqual(await signs(slow), []);
  assert.deepEqual(await slow.evaluate(() => indexedDB.databases()), []);
  await one.browserContext().close();
});

if (isSweep)
  test('what is marked while this tab reads what another did is not lost from sight', async () => {
    const [one, slow] = await twoTabs();
    await selectWords(slow, ['#foreword p:nth-of-type(3)', 0], ['#foreword p:nth-of-type(3)', 12]);
    await pressForSelected(slow);
    await readAgain(slow);
    await click(slow, en['kind.later']);
    await whenSigns(slow, 4);
    await whenRead(slow);
    assert.equal((await signs(slow)).length, 4);
    await one.bringToFront();
    await whenSigns(one, 4);
    await one.browserContext().close();
  });

interface CutOff {
  addresses: Set<string>;
  /** Ends when the words were asked for. */
  isCut: Promise<void>;
  mend(): void;
}
/** Cuts off the words of the marks on their way to a page, until that is mended. */
async function cutOffWords(page: Page): Promise<CutOff> {
  const addresses = new Set<string>();
  let cut = () => {},
    broken = true;
  const isCut = new Promise<void>(done => {
    cut = done;
  });
  // With it, nothing comes out of the browser's own cache either.
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (!broken || !/\/words-en-/.test(request.url())) return void request.continue();
    addresses.add(request.url());
    void request.abort();
    cut();
  });
  const mend = () => {
    broken = false;
  };
  return { addresses, isCut, mend };
}

test('marks whose words the connection cut off are drawn by themselves when those come', async () => {
  const context = await all.browser.createBrowserContext(),
    first = await visit({ context });
  await highlight(first, 4, 14, en['kind.question']);
  await whenKept(first, 1);
  await first.close();
  const page = await all.open(context),
    { addresses, isCut, mend } = await cutOffWords(page);
  await visit({ page });
  await isCut;
  assert.deepEqual([addresses.size, await signs(page)], [1, []]);
  mend();
  await whenSigns(page, 1);
  await context.close();
  // What did not come is told to whoever looks for faults, and to nobody else.
  for (const fault of all.faults.splice(0)) assert.match(fault, /dynamically imported module/);
});

const refusals = [
  [
    'the browser refuses its storage',
    '',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    },
    en['notKept'],
  ],
  [
    'its storage is full',
    '',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    en['notKept'],
  ],
  ['the reader asked that nothing be kept', '?keep-nothing', () => undefined, en['nothingKept']],
] as const;
/** @returns the names of what is kept in either storage */
const stored = (page: Page) =>
  page.evaluate(async () => [Object.keys(localStorage), (await indexedDB.databases()).map(({ name }) => name)]);
// A full storage opens, and fails only when something is to be kept.
for (const [why, path, before, told] of inSweep<(typeof refusals)[number]>(refusals, refusals.slice(1))) {
  test(`where ${why}, marks last for the visit, and the reader is told so once and can save them`, async () => {
    const page = await all.open(await all.browser.createBrowserContext()),
      heard = await listen(page);
    await page.evaluateOnNewDocument(before);
    await page.goto(all.site.url + path);
    await page.waitForSelector('reader-settings:defined');
    await highlight(page, 4, 14, en['kind.question']);
    await page.waitForSelector('.not-kept');
    await highlight(page, 20, 30, en['kind.agree']);
    await whenHeard(heard, told);
    await whenStill(page);
    assert.deepEqual(
      [heard.filter(each => each === told).length, await page.$eval('.not-kept', each => each.textContent)],
      [1, told],
    );
    assert.deepEqual(Object.keys(await highlights(page)).toSorted(), ['mark-agree', 'mark-question']);
    await shown(page, 'marks');
    assert.equal((await listed(page)).length, 2);
    assert.equal((await page.$$('.files [value]')).length, 3);
    if (path) assert.deepEqual(await stored(page), [[], []]);
    await close(page);
  });
}

/** Lets a page note what it saves; run inside the page. */
const noteSaved = () => {
  const usual = URL.createObjectURL.bind(URL),
    saved: Blob[] = [];
  Object.assign(window, { saved });
  URL.createObjectURL = blob => {
    saved.push(blob as Blob);
    return usual(blob);
  };
};
/** Saves the marks in each form. @returns what is in the files: Markdown, a page, data */
async function savedFiles(page: Page): Promise<string[]> {
  await page.$eval('.files', files => {
    (files as HTMLDetailsElement).open = true;
  });
  for (const form of ['markdown', 'html', 'data']) await page.click(`.files [value=${form}]`);
  return page.evaluate(() => Promise.all((window as unknown as { saved: Blob[] }).saved.map(blob => blob.text())));
}
/** @returns what axe finds in a page that somebody opens from a file */
async function findingsInFile(context: BrowserContext, html: string): Promise<string[]> {
  const page = await all.open(context);
  await page.setContent(html);
  const found = await findings(page);
  await page.close();
  return found;
}

test('marks are saved as Markdown, as a page clean for axe, and as data that brings all of them back', async () => {
  const page = await all.open(await all.browser.createBrowserContext());
  await page.evaluateOnNewDocument(noteSaved);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  await highlight(page, 4, 14, en['kind.question']);
  await writeNote(page, 'What <b>I</b> think & more', [passage, 20, 30]);
  await whenKept(page, 2);
  await shown(page, 'marks');
  const [markdown, html, data] = await savedFiles(page);
  const marked = (await words(page)).slice(4, 14).trim(),
    today = new Date().toISOString().slice(0, 10);
  for (const each of [marked, 'Foreword', en['kind.question'], '#foreword', today])
    assert.ok(markdown!.includes(each) && html!.includes(each), each);
  assert.ok(html!.includes('What &lt;b&gt;I&lt;/b&gt; think &amp; more'));
  assert.deepEqual(await findingsInFile(page.browserContext(), html!), []);
  const before = await listed(page);
  while (await page.$('.marks [value=delete]')) await page.click('.marks [value=delete]');
  assert.deepEqual(await listed(page), []);
  assert.equal(await bringIn(page, data!), '2 marks were added.');
  assert.deepEqual(await listed(page), before);
  assert.equal(await bringIn(page, data!), '2 marks were already here.');
  await close(page);
});

test('marks that are saved for people to read link to their passage, by the link that is copied for it', async () => {
  const context = await all.browser.createBrowserContext();
  await context.overridePermissions(all.site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
  const page = await all.open(context);
  await page.evaluateOnNewDocument(noteSaved);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  await highlight(page, 4, 14, en['kind.question']);
  await page.waitForSelector('.passage-part .citations');
  await click(page, shareEn['link']);
  await page.waitForFunction(
    words => document.querySelector('[role=status]')!.textContent === words,
    {},
    shareEn['link.done'],
  );
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\?passage=\d+\./);
  await whenKept(page, 1);
  await shown(page, 'marks');
  const [markdown, html] = await savedFiles(page);
  assert.ok(markdown!.includes(`](<${link}>)`), markdown);
  assert.ok(html!.includes(`<a href="${link.replaceAll('&', '&amp;')}"`), html);
  await close(page);
});

/** @returns a file of marks with hostile words on a text, the 17th of which is of no kind that there is */
function hostileFile(text: string): string {
  const hostile = payloads('https://trap.invalid').map(({ text: words }, at) =>
    markOf({
      places: [{ ...markOf().places[0]!, start: at, end: at + 7, words: text.slice(at, at + 7).replace(/^ *$/, 'x') }],
      note: words.slice(0, 4000),
      name: words.slice(0, 100),
    }),
  );
  const file = JSON.parse(fileOf(hostile, { agree: '<img src=x onerror="window.__ran=1">' })) as { marks: unknown[] };
  file.marks.splice(16, 0, { ...markOf(), kind: 'bomb' });
  return JSON.stringify(file);
}
/** @returns whether something hostile has run, and how many elements came of it */
const harmOf = (page: Page) =>
  page.evaluate(() => [
    '__ran' in window,
    document.querySelectorAll(
      '.my-marks :is(script, img, iframe, svg, style), .my-note :is(script, img, iframe, svg, style)',
    ).length,
  ]);

test('what a file holds stays words: hostile marks are text, damaged ones named, strange files refused', async () => {
  const page = await visit();
  await highlight(page, 4, 14, en['kind.question']);
  const welcome = await words(page, '#foreword .plain p');
  await shown(page, 'marks');
  const came = await bringIn(page, hostileFile(welcome));
  assert.ok(came.includes('mark 17: we do not recognise its type'), came.slice(0, 200));
  await whenSigns(page, 2);
  await page.click('.my-sign');
  assert.deepEqual(await harmOf(page), [false, 0]);
  await shown(page, 'marks');
  for (const strange of ['', '<!doctype html><h1>Sign in</h1>', '{"format":"other","marks":[]}'])
    assert.match(
      await bringIn(page, strange, `strange-${strange.length}.json`),
      /is not a marks file\..*Nothing has changed\./,
    );
  assert.match(await bringIn(page, ' '.repeat(10_000_001), 'large.json'), /is too large\..* 10 MB/);
  assert.ok((await listed(page)).length > 50);
  await close(page);
});

/** In any run more than the list shows at once. */
const crowd = isSweep ? 500 : 110;

/** @returns a crowd of marks on all longer passages of the report */
async function marksEverywhere(page: Page): Promise<Mark[]> {
  const texts = await page.$$eval('main :is(h4, p, li)', all =>
    all
      .filter(each => !each.closest('[data-ours]') && !each.querySelector('p, li') && each.textContent.length > 60)
      .map(each => {
        const owner = each.closest('[id]')!;
        return { id: owner.id, index: 0, begins: each.textContent.trim().slice(0, 60), text: each.textContent };
      }),
  );
  const anyKind = [...kinds, 'note', 'bookmark'] as const;
  return Array.from({ length: crowd }, (_, at) => {
    const { text, ...place } = texts[at % texts.length]!,
      start = Math.floor(at / texts.length) * 8;
    return markOf({
      kind: anyKind[at % 7]!,
      note: at % 2 ? `Note ${at}` : '',
      places: [{ ...place, start, end: start + 12, words: text.slice(start, start + 12), before: '', after: '' }],
    });
  });
}
/** @returns which of the marks in the list has the focus, counted from 0 */
const focusedMark = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.marks > li')].indexOf(document.activeElement!.closest('li')!));

test(`with ${crowd} marks the page answers, and every word of the report is there, in order`, async () => {
  const page = await visit(),
    report = await reportWords(page),
    marks = await marksEverywhere(page);
  await shown(page, 'marks');
  assert.equal(await bringIn(page, fileOf(marks, {})), `${crowd} marks were added.`);
  await page.reload();
  await page.waitForFunction(
    most => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) > most,
    { polling: 50 },
    crowd * 0.8,
  );
  assert.deepEqual(await reportWords(page), report);
  await shown(page, 'marks');
  assert.equal((await listed(page)).length, 100);
  await page.click('.my-marks [value=more]');
  assert.deepEqual([(await listed(page)).length, await focusedMark(page)], [Math.min(200, crowd), 100]);
  await close(page);
});

const targets =
  '.my-sign, .my-note button, .marking button, .my-marks button, .passage-way button, .my-marks select, ' +
  '.mark-edit label, .notice[data-kind=selected] button';
/** @returns the words of what can be pressed and is too small for a finger */
const smallTargets = (page: Page) =>
  page.$$eval(targets, all =>
    all
      .filter(each => {
        const { width, height } = each.getBoundingClientRect();
        return each.getClientRects().length && (width < 43.9 || height < 43.9);
      })
      .map(({ textContent }) => textContent),
  );
/** @returns what axe finds in a part of the page, what does not fit, and what is too small */
async function amiss(page: Page, within: string): Promise<string[]> {
  // axe cannot tell the colours of what is scrolled out of a panel above.
  await page.$eval('reader-panel', panel => {
    panel.scrollTop = 0;
  });
  // The button for selected words goes a moment after they do, and axe counts what stands before what.
  await whenStill(page);
  return [
    ...(await findings(page, isSweep ? undefined : within)),
    ...(await misfits(page)),
    ...(await smallTargets(page)),
  ];
}

for (const [width, size] of inSweep<[number, string]>(
  [
    [320, '100'],
    [390, '400'],
    [1280, '100'],
  ],
  [[390, '400']],
)) {
  const look = `${width} px and ${size}%`;
  test(`at ${look}: axe finds nothing in a passage, form, list and note, all fits, and targets are large`, async () => {
    // A theme of high contrast has the thicker lines.
    for (const theme of inSweep(['light', 'contrast-dark'], ['contrast-dark'])) {
      const page = await visit({ width, choices: { size, theme } });
      await highlight(page, 4, 14, en['kind.question']);
      assert.deepEqual(await amiss(page, 'reader-panel'), [], `${theme}, passage`);
      await writeNote(page, 'What I think of it, at some length, so that it goes over more than one line');
      await page.click('.marks [value=edit]');
      assert.deepEqual(await amiss(page, 'reader-panel'), [], `${theme}, form`);
      await shown(page, 'marks');
      await page.$$eval('.my-marks details', all => {
        for (const each of all) each.open = true;
      });
      assert.deepEqual(await amiss(page, 'reader-panel'), [], `${theme}, list`);
      await page.click('.marks [value=delete]');
      assert.deepEqual(await amiss(page, 'reader-panel'), [], `${theme}, deleted`);
      // With letters as large as this it has the focus, far below where axe was shown the panel.
      await click(page, en['undo']);
      await page.keyboard.press('Escape');
      await page.$eval('.my-sign', sign => {
        sign.scrollIntoView({ block: 'center' });
        (sign as HTMLElement).click();
      });
      assert.deepEqual(await amiss(page, '#foreword'), [], `${theme}, note`);
      await close(page);
    }
  });
}

test('a view asked for, closed and asked for again is there once; one that came too late leaves nothing', async () => {
  const page = await all.visit();
  await page.evaluate(() => {
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'contents' } }));
  });
  await page.waitForSelector('reader-panel .outline');
  await page.evaluate(() => {
    const ask = (view: string) => dispatchEvent(new CustomEvent('reader-view', { detail: { view } }));
    for (const view of ['marks', 'marks', 'marks', 'figures', 'marks', 'contents', 'marks']) ask(view);
  });
  await page.waitForSelector('reader-panel .my-marks');
  await whenStill(page);
  assert.deepEqual(await page.$$eval('reader-panel .view', views => views.map(view => view.children.length)), [1]);
  await page.evaluate(() => {
    // As soon as the panel is named after the figures, while they are on their way.
    const close = () => document.querySelector<HTMLElement>('reader-panel [value=close]')!.click();
    new MutationObserver(close).observe(document.querySelector('#panel-name')!, { childList: true });
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'figures' } }));
  });
  await page.waitForSelector('reader-panel[hidden]');
  await whenStill(page);
  assert.deepEqual(await page.$$eval('reader-panel .view', views => views.map(view => view.children.length)), [0]);
  await close(page);
});
