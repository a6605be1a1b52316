/**
 * What is hard to read is told in our own short words: a summary of each place, what its hard words mean, and, where
 * somebody wants it, hard words explained in the text. No word of the report changes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import sharedCy from '../../locales/cy.json';
import sharedEn from '../../locales/en.json';
import panelEn from '../../locales/panel.en.json';
import cy from '../../locales/plain.cy.json';
import en from '../../locales/plain.en.json';
import { readContent } from '../../src/build/content.js';
import { summaryOf, terms, termsIn, type Term } from '../../src/model/explanations.js';
import { findings } from '../support/axe.js';
import { whenStill } from '../support/clock.js';
import { misfits } from '../support/misfits.js';
import { reportWords, whenWhole, type Visit } from '../support/readers.js';
import { listen, speak } from '../support/speech.js';
import { close, readAt, readersOfFile, visitAt, whenQuiet, type VisitAt } from '../support/steps.js';
import { inSweep, isSweep, usualScreens, type Screen } from '../support/sweep.js';
import { openSettings, chooseSettings } from '../support/choose-settings.js';

const all = await readersOfFile({ copy: false });

const explained = { terms: 'explained' };
const words = { '': { ...sharedEn, ...en }, 'cy/': { ...sharedCy, ...cy } } as const;
const languageOf = (path: string) => (path ? 'cy' : 'en');

/** The opening, the parts, the sections and the stories, in the order of the text. */
const { parts } = readContent().report;
const order = [
  'opening',
  ...parts.flatMap(part => [
    part.id,
    ...part.sections.flatMap(section => [section.id, ...section.stories.map(story => story.id)]),
  ]),
];

/** Opens the view as a reader does: by the menu of the bar. */
async function open(page: Page): Promise<void> {
  await page.$eval('nav.bar > [value=more]', button => {
    (button as HTMLElement).focus({ preventScroll: true });
    (button as HTMLElement).click();
  });
  await page.waitForSelector('.doors [value=plain]');
  await page.$eval('.doors [value=plain]', door => (door as HTMLElement).click());
  await page.waitForSelector('.plain-view');
}
const visit = (visit: Partial<VisitAt> = {}) => visitAt(all, open, { at: '#strip-searches p', number: 1, ...visit });
/** Opens the report with its hard words explained in the text. */
async function visitExplained(visit: Visit = {}): Promise<Page> {
  const page = await all.visit({ ...visit, choices: { ...visit.choices, ...explained } });
  await page.waitForSelector('.hard-words');
  await settled(page);
  return page;
}
const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('[style*="overflow-anchor"]'));
const press = (page: Page, words: string) =>
  page.$$eval(
    '.panel button',
    (buttons, words) => {
      buttons.find(button => button.textContent === words)!.click();
    },
    words,
  );
const unfold = (page: Page) =>
  page.$$eval('.plain-view details', all => {
    for (const each of all) each.open = true;
  });
const dock = async (page: Page, name = panelEn['panel.beside']) => {
  await press(page, name);
  await settled(page);
};
const said = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);
/** @returns the heading and the summary that are shown */
const told = (page: Page) =>
  page.$eval('.plain-view .note', note => ({
    heading: note.querySelector('h3')!.textContent!,
    summary: note.querySelector(':scope > p')!.textContent!,
  }));
const headings = Object.fromEntries([
  ['opening', 'Our impact on people and policing Impact Report 2023/24'],
  ...parts
    .flatMap(part => [part, ...part.sections.flatMap(section => [section, ...section.stories])])
    .map(({ id, heading }) => [id, heading]),
]) as Record<string, string>;
/** @returns the terms in a list of the panel: what each is called and what it means */
const listed = (page: Page, list: string) =>
  page.$$eval(`${list} > li`, items =>
    items
      .filter(item => item.getClientRects().length)
      .map(item => [item.querySelector('summary')!.textContent!, item.querySelector('.meaning')!.textContent!]),
  );
const named = ({ en, cy }: Term, path: string): string => {
  const own = path ? cy : en;
  if (own.term !== en.term) return `${en.term}: ${own.term}${own.expansion ? ` (${own.expansion})` : ''}`;
  return own.expansion ? `${own.term}: ${own.expansion}` : own.term;
};
/** @returns the report's passages as the page has them: the id around each, and its words */
const passages = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, p, li)')]
      .filter(each => !each.closest('[data-ours]') && !each.querySelector('p, li'))
      .map(each => {
        const copy = each.cloneNode(true) as HTMLElement;
        for (const end of copy.querySelectorAll('br')) end.replaceWith('\n');
        return { id: each.closest('[id]')!.id, text: copy.textContent! };
      }),
  );
/** @returns what is to be explained in a text of passages: each term once in each place */
function firstUses(all: readonly { id: string; text: string }[]): { id: string; term: Term; written: string }[] {
  const known = new Set<string>();
  return all.flatMap(({ id, text }) =>
    termsIn(text).flatMap(({ term, start, end }) =>
      known.has(`${id} ${term.id}`) || !known.add(`${id} ${term.id}`)
        ? []
        : [{ id, term, written: text.slice(start, end) }],
    ),
  );
}

// ---- the view

for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], ['cy/'])) {
  /** The view as it opens, once for the tests that only look at it. */
  let opened: Promise<Page> | undefined;
  const look = () => (opened ??= visit({ path }));

  test(`/${path}: the view tells the story being read in the page’s language, what is around it folded`, async () => {
    const page = await look(),
      language = languageOf(path);
    assert.deepEqual(await told(page), {
      heading: headings['strip-searches'],
      summary: summaryOf('strip-searches', language),
    });
    const folds = await page.$$eval('.plain-view .note details', folds =>
      folds.map(fold => [
        fold.open,
        fold.querySelector('summary')!.textContent!,
        fold.querySelector('p')!.textContent!,
      ]),
    );
    const around = (key: 'around.part' | 'around.section', id: string) => [
      false,
      words[path][key].replace('{{place}}', headings[id]!),
      summaryOf(id, language),
    ];
    assert.deepEqual(folds, [
      around('around.part', 'accountability-and-learning'),
      around('around.section', 'learning'),
    ]);
  });

  test(`/${path}: the view says once whose words these are, and marks English names as English`, async () => {
    const page = await look();
    assert.equal(
      (await page.$eval('.plain-view', view => view.textContent!)).split(words[path]['note.name']).length - 1,
      1,
    );
    assert.equal(await page.$eval('.plain-view .note', note => getComputedStyle(note).borderTopStyle), 'dashed');
    assert.deepEqual(
      await page.$$eval('.plain-view .note [lang]', marked =>
        marked.map(each => [(each as HTMLElement).lang, each.textContent]),
      ),
      path
        ? [
            ['en', headings['accountability-and-learning']],
            ['en', headings['learning']],
            ['en', headings['strip-searches']],
          ]
        : [],
      'names in English are marked as English',
    );
  });

  test(`/${path}: under it stand the story’s hard words, folded, with what they and their letters mean`, async () => {
    const page = await look(),
      language = languageOf(path);
    const expected = firstUses(await passages(page))
      .filter(({ id }) => id === 'strip-searches')
      .map(({ term }) => [named(term, path), term[language].means]);
    assert.ok(expected.length > 8);
    assert.deepEqual(await listed(page, '.words-here .hard-list'), expected);
    assert.ok(
      expected.some(([name]) =>
        name!.includes(path ? 'dinoethi rhannau preifat' : 'EIP search: exposure of intimate parts'),
      ),
      'an abbreviation is written out',
    );
    assert.equal(await page.$$eval('.words-here details[open]', open => open.length), 0);
    assert.equal(await page.$eval('.words-here h3', heading => heading.textContent), words[path]['words.story']);
    if (path)
      assert.ok(
        await page.$eval('.words-here [lang=en]', marked => marked.textContent === 'safeguarding'),
        'the report’s English words are marked as English',
      );
  });

  test(`/${path}: there is a way to all of it on one page`, async () => {
    const page = await look();
    const address = await page.$eval('.plain-view a', link => link.href);
    assert.equal(address, `${all.site.url}${path}plain/`);
    assert.equal((await fetch(address)).status, 200);
  });

  // It writes in the view, and so comes last.
  test(`/${path}: all words stand by the alphabet; a field leaves those with certain letters, counted`, async () => {
    const page = await look(),
      list = '.all-words .hard-list';
    await unfold(page);
    const names = (await listed(page, list)).map(([name]) => name!);
    assert.equal(names.length, terms.length);
    assert.deepEqual(
      names,
      await page.evaluate(names => [...names].sort(new Intl.Collator(document.documentElement.lang).compare), names),
    );
    assert.ok(names.includes(path ? 'achos i’w ateb (case to answer)' : 'NPCC: National Police Chiefs’ Council'));
    await page.type('#hard-word-filter', path ? 'NOETH-' : "Chiefs' c");
    const left = await listed(page, list);
    assert.deepEqual(
      left.map(([name]) => name),
      [path ? 'noeth-chwiliad (strip search)' : 'NPCC: National Police Chiefs’ Council'],
    );
    await said(page, words[path].count_one.replace('{{count}}', '1'));
    await page.type('#hard-word-filter', 'zz');
    assert.deepEqual(await listed(page, list), []);
    assert.equal(await page.$eval('.all-words .count', count => count.textContent), path ? '0 gair' : '0 words');
    await close(page);
  });
}

test('before the first part, the opening is told; in a part and in a section, that is', async () => {
  const page = await all.visit();
  for (const [at, id, heading] of [
    ['.cover p', 'opening', en['words.opening']],
    ['#foreword p', 'foreword', en['words.part']],
    ['#communities > .sign p', 'communities', en['words.section']],
  ] as const) {
    await readAt(page, at);
    await open(page);
    assert.deepEqual(await told(page), { heading: headings[id], summary: summaryOf(id, 'en') });
    const expected = firstUses(await passages(page)).filter(each => each.id === (id === 'opening' ? 'main' : id));
    assert.ok(expected.length, id);
    assert.deepEqual(
      (await listed(page, '.words-here .hard-list')).map(([name]) => name),
      expected.map(({ term }) => named(term, '')),
    );
    assert.equal(await page.$eval('.words-here h3', heading => heading.textContent), heading);
    await page.keyboard.press('Escape');
  }
  await close(page);
});

/** How far one goes on and back: in the sweep to the last. */
const far = isSweep ? order.length : 4;

/** Goes on or back from summary to summary. */
const step = (page: Page, name: 'Next' | 'Previous') =>
  page.$$eval(
    '.plain-view .steps button',
    (buttons, name) => {
      const button = buttons.find(({ textContent }) => textContent === name)!;
      button.focus();
      button.click();
    },
    name,
  );
/** @returns the edges of the heading of a place on the screen */
const headingOf = (page: Page, id: string) =>
  page.evaluate(
    id => document.getElementById(id)!.querySelector('h2, h3, h4')!.getBoundingClientRect().toJSON() as DOMRect,
    id,
  );

test('on and back by summary: each is told, the text comes along, the focus stays; there is one way back', async () => {
  const page = await visit({ at: '.cover p', number: 0 });
  for (const id of order.slice(1, far)) {
    await step(page, 'Next');
    assert.deepEqual(await told(page), { heading: headings[id], summary: summaryOf(id, 'en') });
    const { top, bottom } = await headingOf(page, id);
    assert.ok(bottom > 0 && top < 844 * 0.3, `${id} is in view above the panel: ${top}`);
  }
  assert.equal(order.length, 34);
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Next');
  const furthest = order[far - 1]!;
  await said(page, `${headings[furthest]}. ${summaryOf(furthest, 'en')}`);
  if (furthest === 'contact') {
    await step(page, 'Next');
    await said(page, en.last);
  }
  for (const id of order.slice(0, far - 1).toReversed()) {
    await step(page, 'Previous');
    assert.equal((await told(page)).heading, headings[id]);
  }
  await step(page, 'Previous');
  await said(page, en.first);
  assert.equal(await page.evaluate(() => JSON.parse(sessionStorage.getItem('reader-back')!).length), 1);
  await close(page);
});

for (const [width, height, beside] of inSweep<[number, number, boolean]>(
  [
    [390, 844, false],
    [1150, 800, true],
  ],
  [[390, 844, false]],
)) {
  const [where, view] = beside ? ['beside', 'open'] : ['above', 'closed'];
  test(`${where} the text, only “Read this in the report” leads there, the view ${view}; back leads back`, async () => {
    const page = await visit({ width, height, at: '#young-witness p' });
    if (beside) await dock(page);
    const before = await page.evaluate(
      () => document.querySelectorAll('#young-witness p')[1]!.getBoundingClientRect().top,
    );
    await press(page, 'Next');
    await press(page, 'Next');
    assert.ok(await page.evaluate(() => !document.activeElement!.closest('main')));
    await press(page, en.read);
    assert.equal(await page.evaluate(() => document.activeElement!.textContent), headings['communities']);
    assert.equal(await page.$eval('.panel', panel => !(panel as HTMLElement).hidden), beside);
    await page.waitForSelector('.notice[data-kind=back] button');
    await page.click('.notice[data-kind=back] button');
    // Where the panel lies over the line, the passage's beginning counts.
    const back = await page.evaluate(
      () => document.querySelectorAll('#young-witness p')[1]!.getBoundingClientRect().top,
    );
    assert.ok(Math.abs(back - before) < 10, `${before} ${back}`);
    await close(page);
  });
}

test('beside the text the view follows the reader, silent and without the focus; what one is in stays', async () => {
  const page = await all.open(),
    heard = await listen(page);
  await all.visit({ page, width: 1150, height: 800 });
  await readAt(page, '#foreword p');
  await open(page);
  await dock(page);
  await whenQuiet(page, heard);
  for (const id of ['cardiff', 'acted-appropriately', 'figures-individuals']) {
    await readAt(page, `#${id} p`);
    await page.waitForFunction(
      heading => document.querySelector('.plain-view .note h3')!.textContent === heading,
      {},
      headings[id],
    );
    assert.equal((await told(page)).summary, summaryOf(id, 'en'));
  }
  assert.deepEqual(heard, []);
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
  await page.focus('.plain-view .note summary');
  await readAt(page, '#cardiff p');
  await whenStill(page);
  assert.equal((await told(page)).heading, headings['figures-individuals']);
  assert.ok(await page.evaluate(() => document.activeElement!.matches('.note summary')));
  await close(page);
});

if (isSweep)
  test('above the text the view stays with what it was opened for', async () => {
    const page = await visit({ width: 390, height: 844 });
    await readAt(page, '#cardiff p');
    await whenStill(page);
    assert.equal((await told(page)).heading, headings['strip-searches']);
    await close(page);
  });

test('whoever asks about a certain place is told of that one', async () => {
  const page = await all.visit();
  await page.evaluate(() =>
    dispatchEvent(
      new CustomEvent('reader-view', { detail: { view: 'plain', about: document.querySelector('#cardiff p') } }),
    ),
  );
  await page.waitForSelector('.plain-view');
  assert.equal((await told(page)).heading, headings['cardiff']);
  await close(page);
});

/** Asks about a passage. @returns the hard words that are told of it */
async function askAbout(page: Page, selector: string, number: number): Promise<string[][]> {
  await page.evaluate(
    (selector, number) =>
      dispatchEvent(
        new CustomEvent('reader-view', {
          detail: { view: 'passage', about: document.querySelectorAll(selector)[number] },
        }),
      ),
    selector,
    number,
  );
  await page.waitForSelector('.passage-part .marking');
  await whenStill(page);
  return listed(page, '.passage-part .hard-list');
}
const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, passages => passages.map(({ textContent }) => textContent!));

test('“This passage” says what the hard words of the passage mean, and nothing where it has none', async () => {
  for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], ['cy/'])) {
    const page = await all.visit({ path }),
      language = languageOf(path);
    const [text] = await textsOf(page, '#young-witness > p');
    const expected = [...new Set(termsIn(text!).map(({ term }) => term))];
    assert.ok(expected.length > 2);
    assert.deepEqual(
      await askAbout(page, '#young-witness > p', 0),
      expected.map(term => [named(term, path), term[language].means]),
    );
    assert.ok((await textsOf(page, '.passage-part h3')).includes(words[path]['part.heading']));
    const plain = await textsOf(page, '#youth-event blockquote p');
    const none = plain.findIndex(text => !termsIn(text).length);
    assert.ok(none >= 0);
    assert.deepEqual(await askAbout(page, '#youth-event blockquote p', none), []);
    await close(page);
  }
});

// ---- in the text

/** @returns the underlined words, each with the id around it */
const underlined = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('hard-word') ?? [])].map(range => ({
      id: (range as Range).startContainer.parentElement!.closest('[id]')!.id,
      written: range.toString(),
    })),
  );
const rows = (page: Page) =>
  page.$$eval('.hard-words', rows =>
    rows.map(row => [...row.querySelectorAll('button')].map(({ textContent }) => textContent!)),
  );
const sorted = (uses: readonly { id: string; written: string }[]) =>
  uses.map(({ id, written }) => `${id}: ${written}`).sort();

for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], [''])) {
  test(`/${path}: if chosen, each hard word’s first use is underlined, named in a row; no word changes`, async () => {
    const bare = await all.visit({ path }),
      [before, wordsBefore] = [await passages(bare), await reportWords(bare)];
    assert.equal(await bare.$('.hard-words'), null);
    await close(bare);
    const page = await visitExplained({ path });
    assert.deepEqual(await passages(page), before);
    assert.deepEqual(await reportWords(page), wordsBefore);
    const expected = firstUses(before);
    assert.ok(expected.length > 100);
    assert.deepEqual(sorted(await underlined(page)), sorted(expected));
    assert.deepEqual((await rows(page)).flat().toSorted(), expected.map(({ term }) => named(term, path)).toSorted());
    assert.equal(
      await page.$('blockquote .hard-words, ul .hard-words, p .hard-words'),
      null,
      'never within somebody’s words, nor within a list',
    );
    assert.ok(
      await page.$$eval(
        '.hard-words',
        (rows, language) => rows.every(row => row.hasAttribute('data-ours') && (row as HTMLElement).lang === language),
        languageOf(path),
      ),
    );
    await close(page);
  });
}

test('each row stands after the passage with its words, and before the next', async () => {
  const page = await visitExplained();
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('#excessive-force .hard-words')].map(row => {
      const uses = [...CSS.highlights.get('hard-word')!]
        .map(range => range as Range)
        .filter(range => document.querySelector('#excessive-force')!.contains(range.startContainer));
      const after = row.previousElementSibling!;
      return {
        words: row.querySelectorAll('button').length,
        inside: uses.filter(range => after.contains(range.startContainer)).length,
      };
    }),
  );
  assert.ok(order.length >= 2);
  // A heading's words are explained after the passage that follows it.
  assert.ok(
    order.every(({ words, inside }, index) => (index ? words === inside : words >= inside)),
    JSON.stringify(order),
  );
  await close(page);
});

/** @returns how the first button of a row stands, and the meaning that is open in it */
const stateOfRow = (page: Page) =>
  page.$eval('#young-witness .hard-words', row => ({
    focus: row.firstElementChild === document.activeElement,
    expanded: row.firstElementChild!.getAttribute('aria-expanded'),
    meaning: row.querySelector('.meaning')?.textContent ?? '',
  }));
/** @returns what is heard of that row first */
async function heardOfRow(page: Page): Promise<string[]> {
  const heard = await speak(page, '#young-witness .hard-words');
  return heard.slice(heard.findIndex(line => line.startsWith('group'))).slice(0, 4);
}
const namesInRow = {
  '': ['group, Words explained', 'button, vulnerable, expanded'],
  'cy/': ['group, Esbonio geiriau', 'button, vulnerable: agored i niwed, expanded'],
};

test('by keyboard: a button opens its meaning in place, says how it stands, closes it, keeps the focus', async () => {
  for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], ['cy/'])) {
    const page = await visitExplained({ path }),
      { means } = terms.find(({ id }) => id === 'vulnerable')![languageOf(path)];
    await page.focus('#young-witness .hard-words button');
    const shut = { focus: true, expanded: 'false', meaning: '' },
      opened = { focus: true, expanded: 'true', meaning: words[path]['note.name'] + means };
    assert.deepEqual(await stateOfRow(page), shut);
    const presses = [
      ['Enter', 'Escape'],
      ['Space', 'Enter'],
      ['Enter', 'Space'],
    ] as const;
    for (const [opens, closes] of inSweep<(typeof presses)[number]>(presses, presses.slice(0, 2))) {
      await page.keyboard.press(opens);
      assert.deepEqual(await stateOfRow(page), opened);
      await page.keyboard.press(closes);
      assert.deepEqual(await stateOfRow(page), shut);
    }
    await page.keyboard.press('Enter');
    assert.deepEqual(await heardOfRow(page), [...namesInRow[path], words[path]['note.name'], means]);
    await close(page);
  }
});

if (isSweep)
  test('several may be open at once, and whose words these are is said once in a row', async () => {
    const page = await visitExplained();
    await page.$$eval('#young-witness > p + .hard-words button', buttons => {
      for (const button of buttons) button.click();
    });
    const [open, seen] = await page.$eval('#young-witness .hard-words', row => [
      row.querySelectorAll('.meaning').length,
      [...row.querySelectorAll('.whose')].filter(whose => whose.getClientRects().length).length,
    ]);
    assert.deepEqual([open! > 1, seen], [true, 1]);
    await close(page);
  });

/** @returns the middle of an underlined word of a story on the screen */
const middleOf = (page: Page, id: string, number: number) =>
  page.evaluate(
    (id, number) => {
      const range = [...CSS.highlights.get('hard-word')!]
        .map(range => range as Range)
        .filter(range => document.getElementById(id)!.contains(range.startContainer))[number]!;
      scrollTo({ top: range.getBoundingClientRect().top + scrollY - innerHeight / 3, behavior: 'instant' });
      const { left, top, width, height } = range.getClientRects()[0]!;
      return { x: left + width / 2, y: top + height / 2 };
    },
    id,
    number,
  );

/** @returns the meanings that are open in the text */
const openMeanings = (page: Page) =>
  page.$$eval('.hard-words .meaning', all => all.map(meaning => meaning.lastElementChild!.textContent));

for (const [width, height, size] of inSweep<Screen>(usualScreens, [[320, 640, '400']])) {
  const look = `${width} px and ${size}%`;
  test(`at ${look} pressing a word opens its meaning, again or Escape closes it; beside it nothing opens`, async () => {
    const page = await visitExplained({ width, height, choices: { size } });
    const { x, y } = await middleOf(page, 'young-witness', 1),
      before = await page.evaluate(() => scrollY);
    for (const closes of ['press', 'Escape']) {
      await page.mouse.click(x, y);
      assert.deepEqual(await openMeanings(page), [terms.find(({ id }) => id === 'on-suspicion')!.en.means]);
      const { top, bar } = await page.evaluate(() => ({
        top: document.querySelector('.hard-words .meaning')!.getBoundingClientRect().top,
        bar: document.querySelector('nav.bar')!.getBoundingClientRect().top,
      }));
      assert.ok(top >= 0 && top < bar, `in view: ${top}`);
      assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'on suspicion');
      const there = await page.evaluate(() => scrollY);
      if (closes === 'Escape' || there !== before) await page.keyboard.press('Escape');
      else await page.mouse.click(x, y);
      assert.deepEqual(await openMeanings(page), []);
      assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 2, closes);
    }
    const beside = await page.evaluate(() => {
      const { right, top } = document.querySelectorAll('#young-witness > p')[0]!.getClientRects()[0]!;
      return { x: right - 2, y: top + 2 };
    });
    await page.mouse.click(beside.x, Math.max(1, beside.y));
    assert.deepEqual(await openMeanings(page), []);
    await close(page);
  });
}

test('whoever selects words is not disturbed', async () => {
  const page = await visitExplained({ width: 1280, height: 800 });
  const { x, y } = await middleOf(page, 'young-witness', 1);
  await page.mouse.move(x - 60, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
  assert.ok(await page.evaluate(() => getSelection()!.toString().length > 2));
  assert.equal(await page.$('.hard-words .meaning'), null);
  await close(page);
});

for (const [width, height] of inSweep<[number, number]>(
  [
    [390, 844],
    [1280, 800],
  ],
  [[390, 844]],
)) {
  test(`at ${width} px the line being read stays when rows come and go; turned off, nothing is left`, async () => {
    const page = await all.visit({ width, height });
    await readAt(page, '#officers-jailed p', 4);
    await whenStill(page);
    const line = () =>
      page.evaluate(() => document.querySelectorAll('#officers-jailed p')[4]!.getBoundingClientRect().top);
    const before = await line();
    await chooseSettings(page, explained);
    await page.waitForSelector('.hard-words');
    await settled(page);
    assert.ok(Math.abs((await line()) - before) < 2, `come: ${before} ${await line()}`);
    await chooseSettings(page, {});
    await page.waitForFunction(() => !document.querySelector('.hard-words'));
    await settled(page);
    assert.ok(Math.abs((await line()) - before) < 2, `go: ${await line()}`);
    assert.deepEqual(
      await page.evaluate(() => [
        CSS.highlights.has('hard-word'),
        document.querySelector('main')!.innerHTML.includes('hard-word'),
      ]),
      [false, false],
    );
    await close(page);
  });
}

test('it is a setting, and the view has a switch for it; both know of each other, the device keeps it', async () => {
  for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], ['cy/'])) {
    const page = await visit({ path });
    const ticked = () => page.$eval('.plain-view [type=checkbox]', box => (box as HTMLInputElement).checked);
    assert.equal(await ticked(), false);
    assert.equal(
      await page.$eval('.plain-view label:has([type=checkbox])', label => label.textContent),
      words[path].explain,
    );
    await page.focus('.plain-view [type=checkbox]');
    await page.keyboard.press('Space');
    await page.waitForSelector('.hard-words');
    await settled(page);
    assert.equal(await ticked(), true);
    await openSettings(page);
    const chosen = () => page.$eval('[name=terms]:checked', radio => radio.closest('label')!.textContent);
    assert.equal(await chosen(), words[path]['settings.terms.explained']);
    await page.$eval('[name=terms][value=bare]', radio => (radio as HTMLElement).click());
    await page.waitForFunction(() => !document.querySelector('.hard-words'));
    assert.equal(await ticked(), false);
    await page.$eval('[name=terms][value=explained]', radio => (radio as HTMLElement).click());
    await page.waitForSelector('.hard-words');
    await page.reload();
    await page.waitForSelector('.hard-words');
    await close(page);
  }
});

test('turned on and off faster than its words come, it stands as it was last chosen', async () => {
  const page = await all.visit();
  await page.evaluate(async () => {
    const root = document.documentElement;
    for (let turn = 0; turn < 5; turn += 1) {
      if (turn % 2) delete root.dataset['terms'];
      else root.dataset['terms'] = 'explained';
      await new Promise(requestAnimationFrame);
    }
    delete root.dataset['terms'];
  });
  await whenStill(page);
  assert.equal(await page.$('.hard-words'), null);
  await close(page);
});

test('a browser that cannot underline without changing the text has the rows all the same', async () => {
  const page = await all.open();
  await page.evaluateOnNewDocument(() => {
    Reflect.deleteProperty(CSS, 'highlights');
    Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights');
    Reflect.deleteProperty(globalThis, 'Highlight');
    try {
      localStorage.setItem('reader-settings', '{"terms":"explained"}');
    } catch {
      /* about:blank */
    }
  });
  await page.goto(all.site.url);
  await page.waitForSelector('#young-witness .hard-words');
  assert.equal(await page.evaluate(() => 'highlights' in CSS), false);
  await page.$eval('#young-witness .hard-words button', button => button.click());
  await page.waitForSelector('.hard-words .meaning');
  assert.deepEqual(all.faults, []);
  await close(page);
});

if (isSweep)
  test('on paper there is what the reader has opened, each word with its meaning, and nothing else', async () => {
    const page = await visitExplained();
    await page.$eval('#young-witness .hard-words button', button => button.click());
    await page.emulateMediaType('print');
    const printed = await page.$$eval('.hard-words > *', all =>
      all.filter(each => each.getClientRects().length).map(({ textContent }) => textContent),
    );
    assert.deepEqual(printed, [
      'vulnerable',
      sharedEn['note.name'] + terms.find(({ id }) => id === 'vulnerable')!.en.means,
    ]);
    await close(page);
  });

// ---- for everyone

/**
 * axe takes the dot of the cover, which stands beside the title, for what may lie behind small words below it; their
 * own ground covers all.
 */
async function clean(page: Page, within?: string): Promise<string[]> {
  const small = await page.$$eval('.cover .hard-words *', all => all.map(({ outerHTML }) => outerHTML.slice(0, 120)));
  return (await findings(page, within)).filter(
    found =>
      !/could not be determined due to a pseudo element/.test(found) || !small.some(html => found.includes(html)),
  );
}

for (const [width, height, size, theme, path] of inSweep<[number, number, string, string, string]>(
  [
    [320, 640, '100', 'light', 'cy/'],
    [320, 640, '400', 'contrast-dark', ''],
    [390, 844, '100', 'contrast-dark', ''],
    [390, 844, '400', 'light', 'cy/'],
    [1280, 800, '100', 'light', ''],
    [1280, 800, '400', 'contrast-dark', 'cy/'],
  ],
  [[320, 640, '400', 'contrast-dark', '']],
)) {
  const look = `/${path} at ${width} px, ${size}%, ${theme}`;
  test(`${look}: all open, view and rows are clean for axe, everything fits, and every target is large`, async () => {
    const page = await visitExplained({ path, width, height, choices: { size, theme } });
    // Each press lays out the page anew. What every word means stands in the view below too, and must fit there.
    const within = isSweep ? 'main' : ':is(.cover, #learning)';
    await page.$$eval(`${within} .hard-words > button`, buttons => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    await readAt(page, '#strip-searches p', 1);
    assert.deepEqual(await misfits(page), []);
    assert.deepEqual(await clean(page, isSweep ? undefined : within), []);
    await open(page);
    await unfold(page);
    assert.deepEqual(await misfits(page), []);
    assert.deepEqual(await clean(page, isSweep ? undefined : '.panel'), []);
    const small = await page.$$eval(
      '.hard-words button, .plain-view :is(button, summary, label:has(input), input[type=text], a)',
      all =>
        all
          .filter(each => each.getClientRects().length)
          .map(each => [each.textContent, each.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width < 44 || height < 43.9)
          .map(([text, { width, height }]) => `${text} ${width} × ${height}`),
    );
    assert.deepEqual(small, []);
    await close(page);
  });
}

test('by keyboard alone: to the view, through everything in it in its order, and out again', async () => {
  const page = await all.visit({ width: 1150, height: 800 });
  await readAt(page, '#strip-searches p', 1);
  await open(page);
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), panelEn['view.plain']);
  const stops: string[] = [];
  for (let stop = 0; stop < 40 && stops.at(-1) !== panelEn['panel.beside']; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(
        () => (document.activeElement!.textContent || document.activeElement!.closest('label')?.textContent) ?? '',
      ),
    );
  }
  const own = stops.slice(stops.indexOf('Previous'));
  assert.deepEqual(own.slice(0, 5), [
    'Previous',
    'Next',
    'The part “Our impact - Accountability and learning”',
    'The section “Our impact – learning”',
    en.read,
  ]);
  assert.deepEqual(own.slice(-4), [en.explain, en.all, en.page, panelEn['panel.beside']]);
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('.panel', panel => (panel as HTMLElement).hidden), true);
  await close(page);
});

if (isSweep)
  test('without a connection, all of it is there', async () => {
    const page = await all.visit({ copy: true });
    await whenWhole(page);
    await page.setOfflineMode(true);
    await page.reload();
    await page.waitForSelector('reader-settings:defined');
    await readAt(page, '#cardiff p');
    await open(page);
    assert.equal((await told(page)).summary, summaryOf('cardiff', 'en'));
    await page.$eval('.plain-view [type=checkbox]', box => (box as HTMLElement).click());
    await page.waitForSelector('.hard-words');
    await close(page);
  });
