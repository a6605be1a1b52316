/**
 * The figures in the panel: each as drawing, table and sentence, the way to it in the text, and all of them as a file.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import cyShared from '../../locales/cy.json';
import enShared from '../../locales/en.json';
import cy from '../../locales/figures.cy.json';
import en from '../../locales/figures.en.json';
import { readContent } from '../../src/build/content.js';
import { csvOf } from '../../src/build/figures.js';
import { figureGroups } from '../../src/model/figure-groups.js';
import { savedBy } from '../support/downloads.js';
import { findings } from '../support/axe.js';
import { misfits } from '../support/misfits.js';
import { reportWords, whenWhole, type Visit } from '../support/readers.js';
import { hear } from '../support/speech.js';
import { builtFolder } from '../support/site.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep, moreScreens, usualScreens, type Screen } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

const groups = figureGroups(readContent().report),
  figures = groups.flatMap(group => group.figures);
const file = 'files/impact-report-2023-24-figures.csv';

/** Opens the figures with the keyboard alone, from the bar. */
async function open(page: Page): Promise<void> {
  await page.focus('nav.bar > [value=more]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.doors [value=figures]');
  await page.waitForFunction(() => document.querySelector('.panel')!.contains(document.activeElement));
  await page.focus('.doors [value=figures]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.figures-view table');
}
async function visit(visit: Visit = {}): Promise<Page> {
  const page = await all.visit(visit);
  await open(page);
  return page;
}

/** @returns the cells of each row of each table, as they are read: what is said of a drawing is as silent as it */
const cellsIn = (page: Page) =>
  page.$$eval('.figures-view tbody tr', rows =>
    rows.map(row =>
      [...row.children].map(cell => {
        const whole = cell.cloneNode(true) as Element;
        whole.querySelector('[aria-hidden]:not(svg)')?.remove();
        return whole.textContent!.trim();
      }),
    ),
  );

test('every figure is there: sentence, figure as published, number, unit, and whether it is approximate', async () => {
  for (const [path, t] of [
    ['', en],
    ['cy/', cy],
  ] as const) {
    const page = await visit({ path });
    assert.deepEqual(
      await cellsIn(page),
      figures.map(({ statement, figure, value, unit, approximate }) =>
        value === undefined
          ? [statement, t.none]
          : [
              statement,
              figure,
              value.toLocaleString('en-GB'),
              unit === 'percent' ? t.percent : unit,
              approximate ? t.yes : t.no,
            ],
      ),
    );
    assert.deepEqual(
      await page.$$eval('.figures-view caption', captions => captions.map(caption => caption.textContent!.trim())),
      groups.map(({ heading }) => heading.text),
    );
    await close(page);
  }
});

test('the sentences are those of the text, word for word, and the report’s words stay as they are', async () => {
  const page = await all.visit(),
    before = await reportWords(page);
  await open(page);
  assert.deepEqual(
    (await cellsIn(page)).map(([sentence]) => sentence),
    await page.$$eval('main stats-grid li p', all => all.map(sentence => sentence.textContent!.trim())),
  );
  assert.deepEqual(await reportWords(page), before);
  await close(page);
});

test('on the Welsh page what is English is marked as English, and what is ours is not', async () => {
  const page = await visit({ path: 'cy/' });
  const languages = (selector: string) =>
    page.$$eval(selector, all => [...new Set(all.map(each => each.closest<HTMLElement>('[lang]')!.lang))]);
  for (const english of [
    '.figures-view tbody th',
    '.figures-view caption span',
    '.figures-view h3 span',
    '.figures-view p button span',
    '.figures-view td:nth-child(2) span:not(:empty)',
  ])
    assert.deepEqual(await languages(english), ['en'], english);
  for (const welsh of ['.figures-view thead th', '.figures-view p', '.figures-view td:last-child'])
    assert.deepEqual(await languages(welsh), ['cy'], welsh);
  assert.deepEqual(
    await languages('.figures-view td:nth-child(4) span'),
    ['cy', 'en'],
    'our “y cant”, the report’s nouns',
  );
  await close(page);
});

/** Whoever listens has tables, each with the name of its group, headings of columns and rows, and cells. */
async function areTables(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const of = (role: string) => nodes.filter(node => !node.ignored && node.role?.value === role);
  assert.deepEqual(
    of('table').map(({ name }) => name!.value),
    groups.map(({ heading }) => heading.text),
  );
  assert.deepEqual(
    [of('columnheader').length, of('rowheader').length, of('row').length, of('cell').length],
    [
      groups.length * 5,
      figures.length,
      figures.length + groups.length,
      figures.reduce((sum, { value }) => sum + (value === undefined ? 1 : 4), 0),
    ],
  );
  assert.deepEqual(
    of('rowheader').map(({ name }) => name!.value),
    figures.map(({ statement }) => statement),
  );
}

for (const [width, height, size] of inSweep<Screen>(moreScreens, [[320, 640, '400']])) {
  test(`at ${width} px and ${size}% they are tables to listen to, drawings are silent, all is in place`, async () => {
    const page = await visit({ width, height, choices: { size } });
    await areTables(page);
    const drawn = await page.$$eval('.figures-view svg', all => all.map(({ ariaHidden }) => ariaHidden));
    assert.ok(drawn.length === 9 && drawn.every(hidden => hidden === 'true'), String(drawn));
    assert.ok(
      await page.$eval('.panel', panel => panel.scrollWidth <= panel.clientWidth),
      'the panel does not scroll sideways',
    );
    assert.deepEqual(await misfits(page), []);
    assert.deepEqual(await findings(page), []);
    await close(page);
  });
}

test('each figure carries the name of its column, but where there is room the columns are named once', async () => {
  const label = (page: Page) =>
    page.$eval('.figures-view td[data-label]', cell => getComputedStyle(cell, '::before').content);
  const narrow = await visit({ width: 390, height: 844 });
  assert.match(await label(narrow), /^"As published: "/);
  await close(narrow);
  const wide = await visit({ width: 1280, height: 800 });
  assert.equal(await label(wide), 'none');
  assert.deepEqual(
    await wide.$eval('.figures-view thead', head => [...head.querySelectorAll('th')].map(each => each.textContent)),
    [en['column.statement'], en['column.figure'], en['column.value'], en['column.unit'], en['column.approximate']],
  );
  await close(wide);
});

test('in a column of labels nothing is heard twice', async () => {
  const page = await visit({ width: 390, height: 844 });
  const words = (await hear(page, '.figures-view tbody tr')).flat().map(({ words }) => words);
  assert.deepEqual(
    words.filter(each => each.startsWith(en['column.figure'])),
    [],
  );
  await close(page);
});

for (const [width, height, size] of inSweep<Screen>(usualScreens, [[390, 844, '100']])) {
  test(`at ${width} px and ${size}% a key leads from each group to its figures in the text, and back`, async () => {
    const page = await visit({ width, height, choices: { size } });
    for (const [index, { heading }] of groups.entries()) {
      if (index) await open(page);
      await page.$$eval(
        '.figures-view > p > button',
        (buttons, index) => {
          (buttons[index] as HTMLElement).focus();
        },
        index,
      );
      await page.keyboard.press('Enter');
      assert.deepEqual(
        await page.evaluate(() => [
          document.activeElement!.tagName,
          document.activeElement!.textContent!.trim(),
          (document.querySelector('.panel') as HTMLElement).hidden,
        ]),
        ['H4', heading.text, true],
      );
      const top = await page.evaluate(() => document.activeElement!.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < height, `${heading.text}: ${top}`);
    }
    await page.waitForSelector('.notice[data-kind=back]');
    await close(page);
  });
}

test('drawings go with the drawings of the page, and their explanation with them', async () => {
  const page = await visit({ choices: { drawings: 'hidden' } });
  assert.deepEqual(
    await page.$$eval('.figures-view :is(svg, small, .about-drawings), main stats-grid :is(svg, small)', all =>
      all.filter(each => each.getClientRects().length),
    ),
    [],
  );
  await close(page);
});

/** Presses the link and waits for the file. @returns its text */
async function save(page: Page, folder: string): Promise<string> {
  const saved = await savedBy(page, folder);
  await page.focus('.figures-view a[download]');
  await page.keyboard.press('Enter');
  return (await saved(file.replace('files/', ''))).content.toString();
}

/** Waits until these words are said, and nothing else. */
const whenSaid = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);

test('the file is part of the site, says its size, and holds the same data; it can be saved, offline too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-')),
    context = await all.browser.createBrowserContext();
  try {
    const made = readFileSync(join(builtFolder, file), 'utf8');
    assert.equal(made, csvOf(groups));
    const page = await all.visit({ context, copy: true });
    await whenWhole(page);
    await all.site.stop();
    await page.reload();
    await page.waitForSelector('reader-settings:defined');
    await open(page);
    const link = await page.$eval('.figures-view a[download]', link => ({
      href: (link as HTMLAnchorElement).href,
      words: link.textContent!.trim(),
    }));
    assert.equal(link.href, all.site.url + file);
    assert.equal(link.words, en.file.replace('{{size}}', `${Math.ceil(Buffer.byteLength(made) / 1000)} kB`));
    assert.equal(await save(page, folder), made);
    await whenSaid(page, en['file.saved']);
  } finally {
    await all.site.start();
    rmSync(folder, { recursive: true });
    await context.close();
  }
});

/**
 * Run inside a page. @returns of each card of the text its words, and what share of it its largest empty rectangle is:
 * one that neither words nor a drawing reach into
 */
function emptyIn(cards: Element[]): [words: string, empty: number][] {
  const boxesOf = (card: Element) => {
    const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT),
      boxes = [...card.querySelectorAll('svg')].map(drawing => drawing.getBoundingClientRect());
    while (texts.nextNode()) {
      const words = document.createRange();
      words.selectNodeContents(texts.currentNode);
      boxes.push(...words.getClientRects());
    }
    return boxes;
  };
  const widest = (boxes: ReturnType<typeof boxesOf>, { left, right }: DOMRect) => {
    let from = left,
      most = 0;
    for (const box of boxes.toSorted((one, other) => one.left - other.left)) {
      most = Math.max(most, box.left - from);
      from = Math.max(from, box.right);
    }
    return Math.max(most, right - from);
  };
  return cards.map(card => {
    const edge = card.getBoundingClientRect(),
      boxes = boxesOf(card);
    const levels = [edge.top, edge.bottom, ...boxes.flatMap(({ top, bottom }) => [top, bottom])];
    const areas = levels.flatMap(top =>
      levels.map(bottom => {
        const between = boxes.filter(box => box.top < bottom && box.bottom > top);
        return bottom > top ? (bottom - top) * widest(between, edge) : 0;
      }),
    );
    return [card.textContent!.trim(), Math.max(...areas) / (edge.width * edge.height)];
  });
}

for (const [path, words, shared] of [
  ['', en, enShared],
  ['cy/', cy, cyShared],
] as const)
  test(`/${path}: drawings of dots say what one dot stands for, in text and panel, to the eye alone`, async () => {
    const page = await visit({ path }),
      says = (scale: number) => shared['note.scale'].replace('{{scale}}', String(scale));
    for (const place of ['main stats-grid', '.figures-view'])
      assert.deepEqual(
        await page.$$eval(`${place} .dots + [data-ours][aria-hidden=true]`, lines =>
          lines.map(line => [line.closest<HTMLElement>('[lang]')!.lang, line.textContent]),
        ),
        [1, 1, 1, 10, 10].map(scale => [path ? 'cy' : 'en', says(scale)]),
        place,
      );
    assert.equal(await page.$$eval('main stats-grid .dots, .figures-view .dots', all => all.length), 10);
    assert.equal(await page.$eval('.about-drawings', about => about.textContent), words.drawings);
    await close(page);
  });

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
] as const) {
  test(`at ${width} px no card of a figure is more than a third empty`, async () => {
    const page = await all.visit({ width, height });
    const cards = await page.$$eval('main stats-grid li', emptyIn);
    assert.equal(cards.length, figures.length);
    assert.deepEqual(
      cards.filter(([, empty]) => empty > 1 / 3),
      [],
    );
    await close(page);
  });
}

test('a file that cannot be had is told, and nothing else happens', async () => {
  const page = await visit();
  await page.evaluate(() => {
    const whole = fetch;
    globalThis.fetch = (...given) =>
      String(given[0]).endsWith('.csv') ? Promise.reject(new Error('none')) : whole(...given);
  });
  await page.focus('.figures-view a[download]');
  await page.keyboard.press('Enter');
  await whenSaid(page, en['file.failed']);
  assert.equal(await page.evaluate(() => document.activeElement!.matches('a[download]')), true);
  await close(page);
});
