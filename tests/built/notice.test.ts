/**
 * What the bar has to say: one notice at a time, by importance; a lesser one comes back, none moves the text, and none
 * takes more than a quarter of the window.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { keepBusy, rest } from '../support/busy.js';
import { whenStill } from '../support/clock.js';
import {
  causes,
  endNotice,
  findWords,
  keepPlace,
  noticeKinds,
  noticeShown,
  readQuietly,
  type NoticeKind,
} from '../support/notices.js';
import { openView, whenListening } from '../support/readers.js';
import { listen, whenHeard } from '../support/speech.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

type Cause = keyof typeof causes;
const others = noticeKinds.filter((kind): kind is Cause => kind !== 'place');

/** What a reader sees of each. */
const words: Record<NoticeKind, RegExp> = {
  update: /^A new version is available\. Open the new version/,
  corrections: /^12 corrections to the report\. Show the corrections/,
  where: /^You are \d+% of the way through the report, .*Close$/,
  arrived: /^You followed a link to a passage of the report\..* Go to the linked passage/,
  settings: /^This link contains settings: Text size: 200%.*Use these settings/,
  place: /^Continue reading: “Community outreach in Cardiff” \(4\d%\)/,
  selected: /^Mark or share$/,
  found: /^Previous.*1 of \d+/,
  back: /^Back to/,
};

/** Notes, whenever a notice comes or goes, how far that has moved the line that is in the middle of the window. */
const followLine = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // As in Safari, which holds no line by itself.
    document.body.style.overflowAnchor = 'none';
    const bar = document.querySelector('nav.bar')!,
      { prepend } = bar,
      { remove } = HTMLElement.prototype,
      moves: number[] = [];
    let isFollowed = false;
    const follow = () => {
      if (isFollowed) return;
      isFollowed = true;
      const line = document.elementsFromPoint(innerWidth / 2, innerHeight / 2).find(each => each.closest('main')),
        top = () => line?.getBoundingClientRect().top ?? 0;
      const before = top();
      queueMicrotask(() => {
        isFollowed = false;
        moves.push(top() - before);
      });
    };
    bar.prepend = (...rows) => {
      follow();
      prepend.apply(bar, rows);
    };
    HTMLElement.prototype.remove = function (this: HTMLElement) {
      if (this.matches('.notice')) follow();
      remove.call(this);
    };
    Object.assign(window, { moves });
  });

/** @returns how far the text was moved by any notice since it was last asked, in pixels */
const moved = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { moves: number[] }).moves.splice(0).map(Math.abs)));

/** Asserts that a notice stands there as a reader sees it, and that nothing moved when it came. */
async function stands(page: Page, kind: NoticeKind, when: string): Promise<void> {
  assert.equal(await noticeShown(page), kind, when);
  assert.match(
    await page.$eval('.notice', notice =>
      [...notice.querySelectorAll('section, button > span, button:not(:has(span))')]
        .map(({ textContent }) => textContent.trim())
        .join(' '),
    ),
    words[kind],
    when,
  );
  const by = await moved(page);
  assert.ok(by <= 1, `${when}: the line moved by ${by} px`);
}

/** Ends one after the other. @returns their kinds */
async function inTurnKinds(page: Page): Promise<string[]> {
  const shown: string[] = [];
  for (let kind = await noticeShown(page); kind; kind = await noticeShown(page)) {
    shown.push(kind);
    await endNotice(page);
  }
  return shown;
}

/** Ends what stands there, one after the other. @returns what stood there */
async function inTurn(page: Page): Promise<NoticeKind[]> {
  const shown: NoticeKind[] = [];
  for (let kind = await noticeShown(page); kind; kind = await noticeShown(page)) {
    await stands(page, kind as NoticeKind, `after ${shown.join(', ')}`);
    shown.push(kind as NoticeKind);
    await endNotice(page);
  }
  return shown;
}

/**
 * @returns those that are asked for, the most important first; every found place is also jumped to, and so has a way
 * back
 */
const byImportance = (...asked: NoticeKind[]): NoticeKind[] =>
  noticeKinds.filter(kind => asked.includes(kind) || (kind === 'back' && asked.includes('found')));

/** Whether the second notice comes with what ends the first: the field is typed in, or the place is left by a jump. */
const endsFirst = (first: Cause, second: Cause): boolean =>
  second === 'found' ? first === 'selected' || first === 'where' : first === 'where' && second === 'back';

const windows = [
  [390, 844],
  [390, 400],
] as const;
for (const [width, height] of inSweep<readonly [number, number]>(windows, [windows[1]!])) {
  const at = `${width} × ${height} px`;
  test(`the more important notice shows, whichever came first, then the lesser; the line stays (${at})`, async () => {
    const page = await all.visit({ width, height });
    await followLine(page);
    for (const first of others)
      for (const second of others)
        if (first !== second) {
          await readQuietly(page);
          await causes[first](page);
          await whenStill(page);
          await stands(page, first, `${first} alone`);
          await causes[second](page);
          await whenStill(page);
          const expected = byImportance(...(endsFirst(first, second) ? [second] : [first, second]));
          await stands(page, expected[0]!, `${first}, then ${second}`);
          assert.deepEqual(await inTurn(page), expected, `${first}, then ${second}`);
        }
    await close(page);
  });
}

/** @returns the report, to which somebody comes back who has not moved yet, while the browser is busy */
async function comeBack(): Promise<Page> {
  const page = await all.open();
  await keepPlace(page);
  await keepBusy(page);
  // For somebody who wants to be asked.
  await all.visit({ page, whole: false, choices: { return: 'start' } });
  await page.waitForFunction(() => 'fetchScript' in globalThis);
  return page;
}

// A place is offered once in a visit, and to nobody who has moved on, as every jump does but one to a word of the
// title.
const inPlace = (page: Page, kind: Cause) => (kind === 'found' ? findWords(page, 'impact') : causes[kind](page));
const besidePlace = others.filter(kind => kind !== 'back'),
  few: readonly Cause[][] = [
    ['arrived', 'selected'],
    ['update', 'found'],
  ];
for (const placeFirst of [true, false]) {
  const order = placeFirst ? 'offered before' : 'asked for after';
  test(`the place of the visit before, ${order} something else, is shown by importance, and comes back`, async () => {
    // Nothing can be found, and no key is heard, before the browser is idle, when the place is offered.
    const late: readonly Cause[] = placeFirst ? [] : ['found', 'where'];
    for (const other of inSweep(besidePlace, few[Number(placeFirst)]!).filter(kind => !late.includes(kind))) {
      const page = await comeBack();
      // A link to a passage leads nobody away who has the focus in the page.
      if (other === 'arrived') await page.focus('nav.bar > a');
      if (!placeFirst) await inPlace(page, other);
      await rest(page);
      await whenListening(page);
      await whenStill(page);
      if (placeFirst) {
        assert.equal(await noticeShown(page), 'place');
        await inPlace(page, other);
        await whenStill(page);
      }
      await followLine(page);
      assert.deepEqual(await inTurn(page), byImportance('place', other), other);
      await close(page);
    }
  });
}

test('who has moved on is not offered the place any more, but finds the way back', async () => {
  const page = await comeBack();
  await rest(page);
  await page.waitForSelector('.notice');
  await causes.back(page);
  await whenStill(page);
  assert.equal(await noticeShown(page), 'back');
  await close(page);
});

/**
 * Asks for a newer version while somebody is about to press “Next”, and puts it off when it comes.
 * @param go what they do instead
 */
async function askWhileInUse(page: Page, heard: string[], what: string, go: () => Promise<unknown>): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement!.textContent),
    before = await focused();
  await causes.update(page);
  await whenStill(page);
  assert.deepEqual([await noticeShown(page), await focused()], ['found', before], what);
  assert.deepEqual(
    heard.filter(each => each.startsWith('A new version')),
    [],
    what,
  );
  await go();
  await page.waitForSelector('.notice[data-kind=update]');
  await whenHeard(heard, /^A new version is available\./);
  // The reader's own press ends a notice at once, and the focus stays in the bar.
  await page.click('.notice button:last-child');
  assert.equal(await noticeShown(page), 'found');
  assert.ok(await page.evaluate(() => document.activeElement!.matches('nav.bar > a')));
}

test('no notice, however important, takes the place of one with focus or mouse; it comes when they leave', async () => {
  const page = await all.open(),
    heard = await listen(page),
    away = () => page.mouse.move(100, 100);
  await all.visit({ page });
  await readQuietly(page);
  await causes.found(page);
  await whenStill(page);
  await page.focus('.notice button:nth-child(2)');
  await askWhileInUse(page, heard, 'focus', () => page.focus('nav.bar > a'));
  await away();
  await whenStill(page);
  heard.length = 0;
  await page.hover('.notice button:nth-child(2)');
  await askWhileInUse(page, heard, 'mouse', away);
  await close(page);
});

test('while a sheet is open no notice comes or goes; what waited is shown when it is closed', async () => {
  const page = await all.visit({ width: 1150, height: 800 });
  await readQuietly(page);
  await causes.back(page);
  await whenStill(page);
  await openView(page, 'help');
  const where = () => page.$eval('reader-panel', panel => JSON.stringify(panel.getBoundingClientRect())),
    before = await where();
  await causes.update(page);
  await whenStill(page);
  assert.deepEqual([await noticeShown(page), await where()], ['back', before]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.notice[data-kind=update]');
  await close(page);
});

test('what was said of a notice is not said again when it comes back', async () => {
  const page = await all.open(),
    heard = await listen(page);
  await all.visit({ page });
  await readQuietly(page);
  for (const kind of ['back', 'settings', 'update'] as const) {
    await causes[kind](page);
    await whenStill(page);
  }
  assert.deepEqual(await inTurnKinds(page), ['update', 'settings', 'back']);
  for (const said of [/^A new version/, /^This link contains/, /^You can go back/])
    assert.equal(heard.filter(each => said.test(each)).length, 1, String(said));
  await close(page);
});

/** Goes on reading, by so many screens. */
const readOn = (page: Page, screens: number) =>
  page.evaluate(screens => scrollBy({ top: innerHeight * screens, behavior: 'instant' }), screens);

test('where one is, asked by key, is seen too, said once, and goes by its button or when one reads on', async () => {
  const page = await all.open(),
    heard = await listen(page),
    sentence = /^You are \d+% of the way through the report/;
  await all.visit({ page });
  await readQuietly(page);
  for (const leave of [endNotice, (page: Page) => readOn(page, 1)]) {
    heard.length = 0;
    await causes.where(page);
    await page.waitForSelector('.notice[data-kind=where]');
    await whenHeard(heard, sentence);
    await whenStill(page);
    assert.equal(heard.filter(each => sentence.test(each)).length, 1);
    assert.match(await page.$eval('.notice section', says => says.textContent), sentence);
    // A line more or less is the same place.
    await readOn(page, 0.1);
    await whenStill(page);
    assert.equal(await noticeShown(page), 'where');
    await leave(page);
    await page.waitForFunction(() => !document.querySelector('.notice'));
  }
  await close(page);
});

/** Causes the notice of the corrections. */
async function tellCorrections(page: Page): Promise<void> {
  await causes.corrections(page);
  await page.waitForSelector('.notice');
}
/** Nothing is told of the corrections any more, and they count as seen. */
const countAsSeen = async (page: Page) =>
  assert.deepEqual(
    await page.evaluate(() => [document.querySelector('.changes'), (window as unknown as { seen?: boolean }).seen]),
    [null, true],
  );

test('the corrections lead to their list, from which there is a way back; closed, they count as seen', async () => {
  const page = await all.visit();
  await readQuietly(page);
  await tellCorrections(page);
  await page.click('.notice .says');
  await page.waitForSelector('.changes li');
  await whenStill(page);
  assert.ok(
    await page.$eval(
      '.changes summary',
      summary => summary === document.activeElement && summary.getBoundingClientRect().top < innerHeight / 2,
    ),
  );
  assert.equal(await noticeShown(page), 'back');
  await page.click('.notice .says');
  await whenStill(page);
  assert.ok(await page.evaluate(() => document.activeElement!.closest('#foreword')));
  await page.$eval('.changes > p > button', button => button.click());
  await countAsSeen(page);
  await page.evaluate(() => {
    Object.assign(window, { seen: false });
  });
  await tellCorrections(page);
  await endNotice(page);
  await countAsSeen(page);
  await close(page);
});

/** @returns what is wrong with the notice that is shown */
const faultsOf = (page: Page): Promise<string[]> =>
  page.$eval('.notice', notice => {
    const { height } = notice.getBoundingClientRect(),
      faults = height > innerHeight / 4 ? [`${height} px of ${innerHeight} high`] : [];
    for (const button of notice.querySelectorAll('button')) {
      const { width, height, left, right } = button.getBoundingClientRect();
      if (width < 44 || height < 44 || left < 0 || right > innerWidth)
        faults.push(`${button.textContent}: ${width} × ${height} px at ${left}`);
    }
    for (const says of notice.querySelectorAll<HTMLElement>('.says > span, section.says')) {
      const { lineHeight } = getComputedStyle(says),
        lines = says.clientHeight / parseFloat(lineHeight);
      if (says.matches('[tabindex]') ? lines > 2.6 : lines > 2.1) faults.push(`${says.textContent}: ${lines} lines`);
      if (says.matches('section:not([tabindex])') && says.scrollHeight > says.clientHeight + 1)
        faults.push(`${says.textContent}: no key scrolls it`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the window');
    // A long name may end in an ellipsis, but not what a press does.
    for (const does of notice.querySelectorAll('.about + span'))
      if (does.scrollHeight > does.clientHeight + 1) faults.push(`${does.textContent} is cut off`);
    return faults;
  });

const sizes = ['100', '200', '400'] as const,
  paths = ['', 'cy/'] as const;
const every = (
  [
    [390, 844],
    [320, 568],
    [640, 360],
    [320, 256],
    [1280, 800],
  ] as const
).flatMap(window => sizes.flatMap(size => paths.map(path => [...window, size, path] as const)));
// The least room: the lowest window, and the narrowest beside a bar that lies over the text, in the longer language.
const least = every.filter(([width, height, size, path]) => width === 320 && height < 600 && size === '400' && path);
for (const [width, height, size, path] of inSweep<(typeof every)[number]>(every, least)) {
  test(`no notice takes over a quarter of ${width} × ${height} px, or two lines, at ${size}% (/${path})`, async () => {
    const page = await all.open();
    await keepPlace(page);
    await all.visit({ page, path, width, height, choices: { size } });
    await page.waitForSelector('.notice[data-kind=place]');
    assert.deepEqual(await faultsOf(page), [], 'place');
    await endNotice(page);
    for (const kind of others) {
      await readQuietly(page);
      await causes[kind](page);
      await whenStill(page);
      assert.equal(await noticeShown(page), kind);
      assert.deepEqual(await faultsOf(page), [], kind);
      await inTurnKinds(page);
    }
    await close(page);
  });
}
