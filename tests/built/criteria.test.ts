/**
 * Where no other test shows what the table of criteria says of the pages, this one does. A page that becomes better or
 * worse than the table fails it too.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { addressOf, everyPage } from '../../src/model/pages.js';
import { translations } from '../../src/model/words/i18n.js';
import { criteria } from '../../src/pages/statement/criteria.js';
import { whenStill } from '../support/clock.js';
import { readers, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { close } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';
import { openSettings } from '../support/choose-settings.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

const further = everyPage()
  .filter(({ page }) => page)
  .map(({ page, language }) => addressOf(page, language));
const pages = ['', 'cy/', ...further, 'nothing-here'];
/** Each kind of page, in one of its languages. */
const kinds = inSweep(pages, ['', 'cy/accessibility/', 'device/', 'cy/plain/', 'formats/', 'cy/help/', 'nothing-here']);
const files = readdirSync(builtFolder, { recursive: true, encoding: 'utf8' });
/**
 * @returns every place in the styles and scripts of the site where a pattern is found; the words of the pages are left
 * out
 */
const placesOf = (pattern: RegExp): string[] =>
  files
    .filter(file => ['.css', '.js', '.html'].includes(extname(file)))
    .flatMap(file => {
      const text = readFileSync(join(builtFolder, file), 'utf8');
      const code = extname(file) === '.html' ? [...text.matchAll(/<(style|script)>.*?<\/\1>/gs)].join('\n') : text;
      return [...code.matchAll(pattern)].map(
        ({ 0: found, index }) => `${file}: ${found} in ${code.slice(Math.max(0, index - 40), index + 60)}`,
      );
    });

/** The table must say of a criterion what the page shows. */
function tableSays(number: string, faults: string[]): void {
  const { outcome } = criteria.find(each => each.number === number)!;
  const [right, other, have] = faults.length ? ['not met', 'has faults', 'have'] : ['met', 'is clean', 'not have'];
  assert.equal(
    outcome,
    right,
    `The page ${other}, so src/pages/statement/criteria.ts must say "${right}" of ${number}, ` +
      `and locales/statement.*.json must ${have} limit.${number}.\n${faults.join('\n')}`,
  );
}

test('no media, pictures, frames, forms, windows or moving on by itself (1.2, 1.4.2, 1.4.5, 3.2.5, 3.3)', async () => {
  const wanted =
    'audio, video, img, picture, canvas, iframe, object, embed, form, [type=password], [type=email], [type=tel], ' +
    '[target], [accesskey], [draggable], [http-equiv=refresh]';
  const page = await all.open();
  for (const path of kinds) {
    await all.visit({ page, path });
    if (await page.$('reader-settings')) await openSettings(page);
    assert.deepEqual(await page.$$eval(wanted, found => found.map(({ outerHTML }) => outerHTML)), [], path);
  }
  await close(page);
  assert.deepEqual(placesOf(/new Audio\b|AudioContext|window\.open\(/g), []);
});

/** How far a page reaches beyond the end of its text, in pixels. */
const beyondItsEnd = (page: Page) =>
  page.evaluate(() => {
    const { documentElement: root, body } = document;
    return root.scrollHeight - Math.max(innerHeight, Math.ceil(body.getBoundingClientRect().bottom + scrollY));
  });

test('no page gets longer than its text by what is only said to screen readers (4.1.3)', async () => {
  const page = await all.open();
  for (const path of kinds.filter(path => path !== 'nothing-here')) {
    await all.visit({ page, path: `${path}#settings:size=banana` });
    await page.waitForFunction(() => document.querySelector('[role=status]')!.textContent.length > 100);
    assert.ok((await beyondItsEnd(page)) <= 1, `/${path} by ${await beyondItsEnd(page)} px`);
  }
  await close(page);
});

test('no style moves, blinks or justifies anything, or asks how the device is held (1.3.4, 1.4.8, 2.2.2, 2.3)', () => {
  // The line that shows how far one has read moves only as the reader moves the page.
  const byScrolling = /(?::linear both read;animation)?-timeline:scroll\(root\)/.source;
  assert.deepEqual(
    placesOf(
      new RegExp(
        `[;{]animation(?!${byScrolling})|@keyframes(?! read\\b)|[;{](?:transition|scroll-behavior)|` +
          'text-align:justify|\\(orientation',
        'g',
      ),
    ),
    [],
  );
  for (const file of files.filter(file => file.endsWith('.webmanifest')))
    assert.equal(JSON.parse(readFileSync(join(builtFolder, file), 'utf8')).orientation, undefined, file);
});

test('no script listens to pointers going down, gestures or moving devices (2.5.1, 2.5.2, 2.5.4, 2.5.6)', () => {
  assert.deepEqual(
    placesOf(
      /pointerdown|mousedown|touchstart|touchmove|touchend|gesturestart|dragstart|devicemotion|deviceorientation/g,
    ),
    [],
  );
});

test('fields ask nothing about the reader, and what can be dragged can be pressed (1.3.5, 2.5.7)', async () => {
  const page = await all.visit();
  await openSettings(page);
  const fields = await page.$$eval('input, select, textarea', fields =>
    fields.map(field => ({ type: (field as HTMLInputElement).type, filled: field.getAttribute('autocomplete') })),
  );
  assert.ok(fields.length > 10);
  for (const { type, filled } of fields)
    assert.ok(
      ['radio', 'checkbox', 'range', 'color', 'file'].includes(type) || (type === 'text' && filled === 'off'),
      type,
    );
  assert.deepEqual(
    await page.$$eval('[type=range]', sliders =>
      sliders.filter(slider => slider.parentElement!.querySelectorAll('button').length !== 2).map(({ id }) => id),
    ),
    [],
  );
  await close(page);
});

test('no letter, number or sign does anything by itself (2.1.4)', async () => {
  const page = await all.visit({ height: 500 });
  const state = () =>
    page.evaluate(() =>
      [scrollY, location.href, document.activeElement!.localName, document.documentElement.outerHTML].join('\n'),
    );
  await whenStill(page);
  const before = await state();
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/.,;-+') await page.keyboard.press(key as 'a');
  assert.equal(await state(), before);
  await close(page);
});

test('links of one name lead to one place, or stand under a heading of their own (2.4.4, 2.4.9)', async () => {
  const page = await all.open();
  for (const path of ['', 'cy/', ...further]) {
    await all.visit({ page, path, script: false });
    const links = await page.$$eval('a', links =>
      links.map(link => ({
        name: (link.getAttribute('aria-label') ?? link.textContent).trim(),
        href: link.href,
        heading: link.closest('section')?.querySelector('h2, h3, h4')?.textContent,
      })),
    );
    const shared = links.filter(({ name, href }) => links.some(other => other.name === name && other.href !== href));
    assert.equal(
      new Set(shared.map(({ name, heading }) => `${name}: ${heading}`)).size,
      shared.length,
      'each under its own heading',
    );
    if (!further.includes(path))
      tableSays(
        '2.4.9',
        shared.map(({ name, heading }) => `${name} (${heading})`),
      );
    else assert.deepEqual(shared, []);
  }
  await close(page);
});

/**
 * @returns what hides a part of the focused control; and its mark, when less of it is within the window than a line of
 * 2 pixels round the control
 */
const faultsOfFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label')! : element;
    const { left, top, right, bottom, width, height } = target.getBoundingClientRect();
    const name = (target.textContent || target.id).trim().slice(0, 40);
    const corners = [
      [left + 3, top + 3],
      [right - 3, top + 3],
      [left + 3, bottom - 3],
      [right - 3, bottom - 3],
    ] as const;
    const there = corners.map(([x, y]) => document.elementFromPoint(x, y));
    const covered = there.filter(found => !found || !(target.contains(found) || found.contains(target)));
    const { outlineWidth, outlineOffset } = getComputedStyle(target);
    const inWindow = (by: number) =>
      Math.max(0, Math.min(right + by, innerWidth) - Math.max(left - by, 0)) *
      Math.max(0, Math.min(bottom + by, innerHeight) - Math.max(top - by, 0));
    const offset = parseFloat(outlineOffset),
      mark = inWindow(offset + parseFloat(outlineWidth)) - inWindow(offset),
      least = 4 * (width + height);
    return {
      covered: covered.length
        ? [`${name}: covered by ${covered[0]?.className || covered[0]?.localName || 'the edge of the window'}`]
        : [],
      faint:
        mark < least
          ? [`${name}: a mark of ${Math.round(mark)} square pixels, at least ${Math.round(least)} wanted`]
          : [],
    };
  });

test('how much of the focus mark is within the window, at every stop, is as the table says (2.4.13)', async () => {
  const faults = new Set<string>();
  for (const path of ['', 'accessibility/', 'device/'])
    for (const [width, height] of inSweep<[number, number]>(
      [
        [320, 640],
        [390, 844],
        [1280, 800],
      ],
      [[320, 640]],
    ))
      for (const size of inSweep(['100', '150', '200'], ['200'])) {
        const page = await all.visit({ path, width, height, choices: { size } });
        for (let step = 0; step < 12; step += 1) {
          await page.keyboard.press('Tab');
          // After the last stop the focus is the browser's own.
          if (await page.evaluate(() => document.activeElement === document.body)) break;
          for (const fault of (await faultsOfFocus(page)).faint)
            faults.add(`/${path} in ${width} × ${height}, ${size}%: ${fault}`);
        }
        await close(page);
      }
  tableSays('2.4.13', [...faults]);
});

test('whether open settings cover what the keyboard reaches behind them is as the table says (2.4.12)', async () => {
  const faults: string[] = [];
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    const page = await all.visit({ width, height });
    await page.focus('summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('more-settings .part');
    await page.focus('[value=close]');
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => !document.activeElement!.closest('reader-settings')))
        faults.push(...(await faultsOfFocus(page)).covered.map(fault => `${width} × ${height}: ${fault}`));
    }
    await close(page);
  }
  tableSays('2.4.12', faults);
});

/** @returns what is said but cannot be seen: words that stand nowhere but in the live region */
async function unseen(page: Page, words: string): Promise<string[]> {
  await page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);
  const seen = await page.$$eval(
    'body *',
    (all, words) =>
      all.some(
        each =>
          each.checkVisibility() &&
          each.getBoundingClientRect().width > 10 &&
          [...each.childNodes].some(node => node instanceof Text && node.data.trim() === words),
      ),
    words,
  );
  return seen ? [] : [`only said to assistive technology: ${words}`];
}

test('whether words to be seen tell what is wrong, and what to do, is as the table says (3.3.1, 3.3.3)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-')),
    t = translations('en');
  const page = await all.visit({ path: '#settings:size=banana' });
  try {
    const faults = await unseen(page, t('carry.unknownLink', { part: t('more.carry') }));
    await openSettings(page);
    await page.$eval('.looks button', button => (button as HTMLElement).click());
    faults.push(...(await unseen(page, t('looks.nameless', { field: t('looks.name') }))));
    writeFileSync(join(folder, 'holiday.json'), '{}');
    await ((await page.$('more-settings [type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(
      join(folder, 'holiday.json'),
    );
    faults.push(...(await unseen(page, t('carry.unknownFile', { file: 'holiday.json', save: t('carry.save') }))));
    for (const number of ['3.3.1', '3.3.3']) tableSays(number, faults);
  } finally {
    rmSync(folder, { recursive: true });
    await close(page);
  }
});

/** @returns the least space between lines, in letters, and that between paragraphs, in lines */
const leastSpace = (page: Page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll('main p')].map(text => ({ text, style: getComputedStyle(text) }));
    const following = texts.filter(
      ({ text }) => text.previousElementSibling?.localName === 'p' && text.closest('.plain, .sign, .run, blockquote'),
    );
    return [
      Math.min(...texts.map(({ style }) => parseFloat(style.lineHeight) / parseFloat(style.fontSize))),
      Math.min(...following.map(({ style }) => parseFloat(style.marginTop) / parseFloat(style.lineHeight))),
    ] as const;
  });

test('spacing, length of lines and colours can be what the criterion asks (1.4.8)', async () => {
  const page = await all.open();
  for (const path of ['', 'accessibility/', 'device/']) {
    await all.visit({
      page,
      path,
      width: 1280,
      height: 800,
      choices: { leading: '1.7', paragraph: '3', theme: 'own', ink: '#112200', paper: '#eeffee' },
    });
    await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('/more-')));
    const [lines, paragraphs] = await leastSpace(page);
    assert.ok(lines >= 1.5, `lines ${lines}`);
    assert.ok(paragraphs >= 1.5, `paragraphs ${paragraphs}`);
    assert.deepEqual(
      await page.$eval('main p', text => [
        getComputedStyle(text).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ]),
      ['rgb(17, 34, 0)', 'rgb(238, 255, 238)'],
    );
  }
  await close(page);
});
