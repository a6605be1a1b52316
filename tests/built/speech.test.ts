/**
 * What a screen reader says on the main journeys: written down, to be read like prose, and held to rules that no
 * transcript may break.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { readContent, reportIn } from '../../src/build/content.js';
import type { Block, Report } from '../../src/model/report/model.js';
import { textsOfReport } from '../../src/model/report/words.js';
import { whenStill } from '../support/clock.js';
import { readers, whenSaved, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { focusWalk, hear, listen, nameless, speak, type Line, type Said } from '../support/speech.js';
import { inSweep, isSweep } from '../support/sweep.js';

const transcripts = join(import.meta.dirname, '../transcripts');
/** A copy of the site, in which a newer version can be published. */
const folder = mkdtempSync(join(tmpdir(), 'reader-'));
let all: Readers;
before(async () => {
  cpSync(builtFolder, folder, { recursive: true });
  all = await readers({}, folder);
});
afterEach(async () => {
  for (const context of all.browser.browserContexts().slice(1)) await context.close();
});
after(async () => {
  await all.close();
  rmSync(folder, { recursive: true });
});

// ---- the journeys

interface Visitor {
  page: Page;
  heard: string[];
}

/**
 * @param keeping whether this browser keeps an offline copy; where it does, what is said about that comes at a time of
 * its own
 */
async function arrive(path = '', keeping = false): Promise<Visitor> {
  const page = await all.open(undefined, keeping);
  const heard = await listen(page);
  await page.goto(all.site.url + path);
  await page.waitForSelector('reader-settings:defined');
  return { page, heard };
}

/** Waits for what the settings fetch when they are first opened. */
const settled = (page: Page) => whenStill(page);

/** @returns the next thing that the live region says, waiting for it */
async function nextFrom(heard: string[]): Promise<string> {
  const end = Date.now() + 60_000;
  while (!heard.length && Date.now() < end) await new Promise(done => setTimeout(done, 20));
  return `status, ${heard.shift() ?? '(nothing)'}`;
}
const silence = async (page: Page, heard: string[]) => {
  await whenStill(page);
  assert.deepEqual(heard, []);
  return '(the live region is silent)';
};

const until = (lines: string[], line: string) => {
  assert.ok(lines.includes(line), `"${line}" is not heard`);
  return lines.slice(0, lines.indexOf(line));
};
/** What is read first at the place that the address names. */
const first = async (page: Page, count: number) =>
  (await speak(page, await page.evaluate(() => location.hash))).slice(0, count);
const press = async (page: Page, selector: string) => {
  await page.focus(selector);
  await page.keyboard.press('Enter');
};

/**
 * @returns what is said after each key: the control that it goes to or changes. The live region must not say it once
 * more.
 */
async function choose({ page, heard }: Visitor, ...keys: KeyInput[]): Promise<string[]> {
  const lines: string[] = [];
  for (const key of keys) lines.push(`(presses ${key})`, ...(await focusWalk(page, [key])));
  return [...lines, await silence(page, heard)];
}

/** Opens a part of the settings with the keyboard. @returns the summary of that part */
async function openPart(page: Page, index: number): Promise<string> {
  await page.$eval('reader-settings details', details => {
    details.open = true;
  });
  await settled(page);
  const summary = `more-settings .part:nth-of-type(${index}) > summary`;
  await press(page, summary);
  return summary;
}

interface Journey {
  file: string;
  reader: string;
  take(): Promise<string[]>;
}

const journeys: Journey[] = [
  {
    file: 'arrive',
    reader: 'The reader opens the report in English and listens from the top to the contents.',
    async take() {
      const { page } = await arrive();
      return until(await speak(page), 'navigation, Contents');
    },
  },
  {
    file: 'skip',
    reader: 'The reader skips to the report.',
    async take() {
      const { page } = await arrive();
      const lines = ['(presses Tab)', ...(await focusWalk(page, ['Tab']))];
      await page.keyboard.press('Enter');
      return [
        ...lines,
        '(presses Enter and listens)',
        ...(await first(page, 4)),
        '(presses Tab)',
        ...(await focusWalk(page, ['Tab'])),
      ];
    },
  },
  {
    file: 'contents',
    reader: 'The reader listens to the contents and goes to a story.',
    async take() {
      const { page } = await arrive('#contents');
      const lines = await speak(page, 'contents-list');
      await press(page, 'contents-list [href="#young-witness"]');
      return [...lines, '(goes to "Supporting a young witness" and listens)', ...(await first(page, 3))];
    },
  },
  {
    file: 'story',
    reader: 'The reader listens to a story with a note and a quotation, then comes back and skips it.',
    async take() {
      const { page } = await arrive('#young-witness');
      const lines = await speak(page, '#young-witness');
      await press(page, '#young-witness .note a');
      return [...lines, '(goes to "Skip this story" and listens)', ...(await first(page, 3))];
    },
  },
  {
    file: 'figures',
    reader: 'The reader listens to the headline figures and to what service users said.',
    async take() {
      const { page } = await arrive('#figures');
      return speak(page, '#figures');
    },
  },
  {
    file: 'settings',
    reader: 'The reader opens the settings, hears the sizes and the themes, chooses 150% and Dark, and closes.',
    async take() {
      const visitor = await arrive();
      const { page } = visitor;
      await page.focus('summary');
      const lines = ['(presses Enter on "Settings")', ...(await focusWalk(page, ['Enter'])), '(listens)'];
      await settled(page);
      lines.push(...(await speak(page, '[data-setting=size]', '[data-setting=theme]')));
      for (const setting of ['size', 'theme']) {
        await page.focus(`[name=${setting}]:checked`);
        lines.push(`(goes to the ${setting})`, ...(await choose(visitor, 'ArrowRight', 'ArrowRight')));
      }
      return [...lines, '(presses Escape)', ...(await focusWalk(page, ['Escape']))];
    },
  },
  {
    file: 'letters',
    reader:
      'The reader of the Welsh page opens "Font and spacing" and hears two sliders, moves one, ' +
      'presses "More" of the other, and takes both back.',
    async take() {
      const visitor = await arrive('cy/');
      const { page, heard } = visitor;
      await openPart(page, 2);
      const lines = await speak(page, '[data-setting=size].measure', '[data-setting=leading]');
      await page.focus('#set-size');
      lines.push('(goes to the first slider)', ...(await choose(visitor, 'ArrowRight', 'ArrowRight')));
      await press(page, '#set-leading + button');
      lines.push('(presses "More" of the second)', await nextFrom(heard));
      for (const time of ['first', 'second']) {
        await press(page, 'more-settings > p button');
        lines.push(`(takes a change back, the ${time} time)`, await nextFrom(heard));
      }
      return lines;
    },
  },
  {
    file: 'mistakes',
    reader:
      'The reader follows a link that brings no settings, keeps a look without a name, goes back to the field, ' +
      'and types one while everything is as usual.',
    async take() {
      const { page, heard } = await arrive('#settings:size=banana');
      const lines = [
        await nextFrom(heard),
        '(listens to the bar)',
        ...(await speak(page, 'nav.bar')),
        '(presses "Close")',
      ];
      await page.focus('.notice button');
      lines.push(...(await focusWalk(page, ['Enter'])));
      await openPart(page, 6);
      await press(page, '.looks button');
      lines.push(
        '(opens "My saved styles" and presses "Save this style")',
        await nextFrom(heard),
        '(presses Shift and Tab)',
      );
      await page.keyboard.down('Shift');
      lines.push(...(await focusWalk(page, ['Tab'])));
      await page.keyboard.up('Shift');
      await page.keyboard.type('Night');
      lines.push(
        '(types "Night" and listens to the field)',
        ...(await speak(page, '.looks input')),
        '(presses "Save this style")',
      );
      await press(page, '.looks button');
      return [...lines, await nextFrom(heard), await silence(page, heard)];
    },
  },
  {
    file: 'welsh',
    reader:
      'The reader takes the link to Welsh, listens from the top to the end of the contents, ' +
      'then to the beginning of a story.',
    async take() {
      const { page } = await arrive();
      await Promise.all([page.waitForNavigation(), press(page, 'a[hreflang=cy]')]);
      const lines = until(await speak(page), '[en] heading level 2, Foreword');
      await press(page, 'contents-list [href="#cardiff"]');
      return [...lines, '(goes to "Community outreach in Cardiff" and listens)', ...(await first(page, 6))];
    },
  },
  {
    file: 'offline',
    reader: 'The reader waits until the report is kept, loses the network, and opens it again.',
    async take() {
      const { page, heard } = await arrive('', true);
      await whenSaved(page);
      const lines = [await nextFrom(heard), '(listens from the top)', ...(await speak(page, 'header'))];
      await all.site.stop();
      try {
        await page.reload();
        await whenSaved(page);
        return [
          ...lines,
          '(reloads without a network)',
          await silence(page, heard),
          ...until(await speak(page), 'navigation, Contents').slice(0, 11),
        ];
      } finally {
        await all.site.start();
      }
    },
  },
  {
    file: 'update',
    reader: 'The reader is offered a newer version, puts it off, is asked again, and takes it.',
    async take() {
      const { page, heard } = await arrive('', true);
      await whenSaved(page);
      await nextFrom(heard);
      const worker = join(folder, 'sw.js');
      writeFileSync(worker, readFileSync(worker, 'utf8').replace(/("revision":")[^"]*(","url":"\.\/")/, '$1newer$2'));
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.ready).update();
      });
      const lines = [await nextFrom(heard), '(listens from the top)', ...(await speak(page, 'header'))];
      await page.focus('.notice button + button');
      lines.push('(presses "Not now", then Tab)', ...(await focusWalk(page, ['Enter', 'Tab'])));
      await page.reload();
      await page.waitForSelector('.notice');
      lines.push('(opens the report again)', await nextFrom(heard));
      await Promise.all([page.waitForNavigation(), press(page, '.notice button')]);
      await whenSaved(page);
      return [
        ...lines,
        '(presses "Open the new version")',
        await silence(page, heard),
        ...(await speak(page, 'header')),
      ];
    },
  },
  {
    file: 'keyboard',
    reader: 'The reader presses Tab from the top, and opens the settings on the way.',
    async take() {
      const { page } = await arrive();
      const tabs = (count: number) => focusWalk(page, Array<KeyInput>(count).fill('Tab'));
      const lines = [...(await tabs(4)), '(presses Enter)', ...(await focusWalk(page, ['Enter']))];
      await settled(page);
      return [...lines, ...(await tabs(13))];
    },
  },
];

// ---- the transcripts

const accepting = process.env['READER_ACCEPT'] === '1';

/** @returns where two texts begin to differ, with the line before for company */
function difference(file: string, then: string[], now: string[]): string {
  const at = now.findIndex((line, index) => line !== then[index]);
  const from = at < 0 ? now.length : at;
  const some = (lines: string[], mark: string) => lines.slice(from, from + 4).map(line => `  ${mark} ${line}`);
  return [
    `tests/transcripts/${file}.txt is no longer what is heard, from line ${from + 1}:`,
    ...now.slice(Math.max(0, from - 1), from).map(line => `    ${line}`),
    ...some(then, '-'),
    ...some(now, '+'),
    'Read it aloud. If it is good: READER_ACCEPT=1 npm test -- built/speech',
  ].join('\n');
}

function compare({ file, reader }: Journey, heard: string[]): void {
  const path = join(transcripts, `${file}.txt`);
  const now = [reader, '', ...heard];
  if (accepting) {
    assert.ok(
      !process.env['CI'],
      'READER_ACCEPT is for a person who has read the difference; it is refused where CI is set.',
    );
    writeFileSync(path, `${now.join('\n')}\n`);
  }
  const then = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  if (then.join('\n') !== now.join('\n')) assert.fail(difference(file, then, now));
}

/** The rules below hold for figures in any run, and other tests see what the rest of these do. */
const seenElsewhere = ['figures', 'letters', 'mistakes', 'update'];
for (const journey of inSweep(
  journeys,
  journeys.filter(({ file }) => !seenElsewhere.includes(file)),
)) {
  test(`${journey.file}: is heard as written down`, async () => {
    const heard = await journey.take();
    assert.deepEqual(
      heard.filter(line => line.includes(nameless)),
      [],
      'something has no name',
    );
    assert.deepEqual(
      heard.filter((line, index) => line === heard[index - 1] && !line.startsWith('end of')),
      [],
      'something is said twice',
    );
    compare(journey, heard);
  });
}

test('every transcript has its journey', () => {
  assert.deepEqual(readdirSync(transcripts).sort(), journeys.map(({ file }) => `${file}.txt`).sort());
});

// ---- the rules

const content = readContent();
const blocksOf = ({ opening, parts }: Report): Block[] =>
  [
    opening,
    ...parts.flatMap(({ blocks, sections }) => [
      blocks,
      ...sections.flatMap(({ blocks, stories }) => [blocks, ...stories.map(story => story.blocks)]),
    ]),
  ].flat();
const isOf =
  <Kind extends Block['type']>(kind: Kind) =>
  (block: Block): block is Extract<Block, { type: Kind }> =>
    block.type === kind;
const textOf = (line: Line | undefined) =>
  (line ?? []).map(({ what, words }) => [what, words].filter(Boolean).join(', ')).join(' ');

/** @returns a whole page as it is heard with the settings open, and everything in them */
async function hearPage(path: string): Promise<Line[]> {
  const { page } = await arrive(path);
  await page.$eval('details', details => {
    details.open = true;
  });
  await settled(page);
  await page.$$eval('details', all => {
    for (const details of all) details.open = true;
  });
  return hear(page);
}
const pagesHeard = new Map<string, Promise<Line[]>>();
/** @returns the same for every test, which only looks at it */
const wholePage = (path: string): Promise<Line[]> => {
  const heard = pagesHeard.get(path) ?? hearPage(path);
  pagesHeard.set(path, heard);
  return heard;
};

// The Welsh page has both languages, and the journeys are mostly through the English one.
for (const language of inSweep(['en', 'cy'] as const, ['cy'])) {
  const path = language === 'en' ? '' : 'cy/';
  const report = reportIn(language, content);
  const blocks = blocksOf(report);

  test(`/${path}: every link, button, choice and heading has a name`, async () => {
    assert.deepEqual(
      (await wholePage(path)).map(textOf).filter(line => line.includes(nameless)),
      [],
    );
  });

  test(`/${path}: nothing is read twice`, async () => {
    const said = (await wholePage(path)).flat().filter(({ words }) => words);
    const twice = said.filter(({ what, words, states }, index) => {
      const before = said[index - 1];
      // A landmark takes its name from its heading, so that a list of landmarks is of use; the two are heard together
      // once.
      const isItsHeading = before?.what === 'navigation' && what.startsWith('heading');
      return states.includes(words) || (words === before?.words && !isItsHeading);
    });
    assert.deepEqual(twice, []);
  });

  test(`/${path}: each quotation is heard whole, between who speaks and whose feedback it is`, async () => {
    const heard = (await wholePage(path)).map(textOf);
    const quotations = blocks.filter(isOf('quotation'));
    assert.equal(heard.filter(line => line === 'quotation').length, quotations.length);
    for (const { introduction, paragraphs, attribution } of quotations) {
      const expected = [introduction ?? [], 'quotation', paragraphs, 'end of quotation', attribution ?? []].flat();
      const at = heard.indexOf(paragraphs[0]!) - (introduction ? 2 : 1);
      assert.deepEqual(heard.slice(at, at + expected.length), expected);
    }
  });

  test(`/${path}: each of the twelve figures is heard as published, in its own line; drawings are silent`, async () => {
    const heard = (await wholePage(path)).map(textOf);
    const statements = blocks.filter(isOf('statistic')).map(({ statement }) => statement);
    assert.equal(statements.length, 12);
    assert.deepEqual(
      heard.filter(line => statements.includes(line)),
      statements,
    );
    for (const statement of statements) {
      const next = heard[heard.indexOf(statement) + 1]!;
      assert.ok(next === 'end of list' || statements.includes(next), `after "${statement}" is heard "${next}"`);
    }
    assert.deepEqual(
      heard.filter(line => /graphic/i.test(line)),
      [],
    );
  });

  test(`/${path}: what is English is marked as English, what is Welsh as Welsh`, async () => {
    const plain = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
    const published = plain(textsOfReport(content.report).join(' '));
    const isEnglish = ({ words }: Said) =>
      language === 'en' ? words !== 'Cymraeg' : words === 'English' || published.includes(plain(words));
    const wrong = (await wholePage(path))
      .flat()
      .filter(said => /\p{L}/u.test(said.words) && said.lang !== (isEnglish(said) ? 'en' : 'cy'));
    // A title has no mark of its own. The name of the contents is Welsh, on an element that is marked English. Mended,
    // each leaves this list.
    assert.deepEqual(
      wrong.map(({ what, words, lang }) => `${what}, ${words}: ${lang}`),
      [],
    );
  });

  test(`/${path}: the live region stands in the first HTML, and is empty`, async () => {
    const page = await all.visit({ path, script: false });
    assert.deepEqual(await page.$$eval('[role=status]', regions => regions.map(({ textContent }) => textContent)), [
      '',
    ]);
    await page.browserContext().close();
  });
}

// It tries the ear rather than the page.
if (isSweep)
  test('a lost name, a drawing that speaks and a lost language would each be heard', async () => {
    const { page } = await arrive();
    await page.evaluate(() => {
      document.querySelector('.skip')!.textContent = '';
      document.querySelector('a[hreflang]')!.removeAttribute('lang');
      const drawing = document.querySelector('stats-grid svg')!;
      drawing.removeAttribute('aria-hidden');
      drawing.append(
        Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'title'), { textContent: 'a line' }),
      );
    });
    const heard = await speak(page);
    for (const line of [`link, ${nameless}`, 'link, Cymraeg', 'graphic, a line']) assert.ok(heard.includes(line), line);
  });
