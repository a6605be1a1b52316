/**
 * The accessibility statement meets what it states: in both languages, at every width, size and look, without script
 * and without a connection.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import device from '../../locales/device.cy.json';
import formats from '../../locales/formats-page.cy.json';
import formatsEn from '../../locales/formats-page.en.json';
import help from '../../locales/help-page.cy.json';
import plain from '../../locales/plain-page.cy.json';
import cy from '../../locales/statement.cy.json';
import en from '../../locales/statement.en.json';
import { readContent } from '../../src/build/content.js';
import { criteria } from '../../src/pages/statement/criteria.js';
import { readers, whenWhole, type Readers } from '../support/readers.js';
import { close } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

const statements = [
  ['accessibility/', en],
  ['cy/accessibility/', cy],
] as const;
const paths = statements.map(([path]) => path);
const texts = (page: Page, selector: string) =>
  page.$$eval(selector, all => all.map(({ textContent }) => textContent.trim()));

const wanted: (keyof typeof en)[] = [
  'use.heading',
  'accessible.heading',
  'feedback.heading',
  'reporting.heading',
  'enforcement.heading',
  'technical.heading',
  'limits.heading',
  'preparation.heading',
  'table.heading',
];
const inside: (keyof typeof en)[] = [
  'status.heading',
  'limits.regulations',
  'limits.burden',
  'limits.scope',
  'limits.beyond',
  'principle.1',
  'principle.2',
  'principle.3',
  'principle.4',
];

test('the headings are those of the model statement, in its order', async () => {
  for (const [path, words] of statements) {
    const page = await all.visit({ path, script: false });
    assert.deepEqual(await texts(page, 'h1'), [words.title]);
    assert.equal(await page.title(), `${words.title}: ${words['pages.report']}`);
    assert.deepEqual(
      await texts(page, 'main h2'),
      wanted.map(key => words[key]),
    );
    assert.deepEqual(
      await texts(page, 'main h3'),
      inside.map(key => words[key]),
    );
    await close(page);
  }
});

const windows = [
  [320, 'block'],
  [1280, 'table-row'],
] as const;
/** Whoever listens has four tables, with headers of columns and rows. */
async function areHeardAsTables(page: Page, about: string): Promise<void> {
  // Safari forgets what a table is when its rows are blocks; roles remind it.
  assert.deepEqual(
    await page.$$eval('table, thead, tbody, tr, th, td', parts =>
      parts.filter(part => !part.hasAttribute('role')).map(part => part.outerHTML),
    ),
    [],
  );
  const client = await page.createCDPSession();
  const { nodes } = (await client.send('Accessibility.getFullAXTree')) as {
    nodes: { ignored: boolean; role?: { value: string } }[];
  };
  const count = (role: string) => nodes.filter(node => !node.ignored && node.role?.value === role).length;
  assert.deepEqual(
    ['table', 'row', 'columnheader', 'rowheader', 'cell'].map(count),
    [4, 4 + 86, 4 * 4, 86, 3 * 86],
    about,
  );
}

test('the tables are tables with captions, headers and 86 rows, whether their rows are blocks or lines', async () => {
  for (const [index, [path, words]] of statements.entries())
    for (const [width, display] of inSweep(windows, [windows[index]!])) {
      const page = await all.visit({ path, width });
      assert.equal(await page.$eval('tbody tr', row => getComputedStyle(row).display), display);
      assert.equal(
        (await texts(page, 'caption'))[1],
        words['table.caption'].replace('{{first}}', '2.1.1').replace('{{last}}', '2.5.8'),
      );
      assert.deepEqual(await texts(page, 'table:first-of-type th[scope=col]'), [
        words['column.criterion'],
        words['column.level'],
        words['column.outcome'],
        words['column.proof'],
      ]);
      assert.deepEqual(
        await texts(page, 'th[scope=row]'),
        criteria.map(({ number, name }) => `${number} ${name}`),
      );
      await areHeardAsTables(page, `${path} at ${width} px`);
      await close(page);
    }
});

test('the formats that are ready are named before anybody has to ask, and the link leads to them', async () => {
  for (const [path, words] of statements) {
    const page = await all.visit({ path, script: false });
    const [said, link] = await page.$eval(
      'main a[href$="formats/"]',
      link => [link.closest('p')!.textContent.trim(), (link as HTMLAnchorElement).href] as const,
    );
    assert.equal(said, `${words['feedback.ready']} ${path.startsWith('cy') ? formats.title : formatsEn.title}`);
    assert.equal((await fetch(link)).status, 200);
    assert.equal(new URL(link).pathname, `/${path.replace('accessibility', 'formats')}`);
    await close(page);
  }
});

test('what is met, not applicable and not met is told apart by words and by shape, not by colour alone', async () => {
  const page = await all.visit({ path: 'accessibility/' });
  const marks = await page.$$eval('td[data-outcome]', cells => [
    ...new Set(
      cells.map(cell => {
        const { borderRadius, borderTopWidth } = getComputedStyle(cell, '::before');
        return `${borderRadius} ${borderTopWidth}`;
      }),
    ),
  ]);
  assert.equal(marks.length, 3, marks.join(', '));
  assert.deepEqual([...new Set(await texts(page, 'td[data-outcome]'))].toSorted(), [
    'Met',
    'Not applicable',
    'Not met',
  ]);
  await close(page);
});

const inEnglish = ['th[scope=row] span', 'td:last-child', 'li b span', 'a[hreflang=en]', 'footer ul:last-of-type a'];
const inWelsh = [
  ...['html', '.skip', 'nav.bar', 'h1', 'h2', 'h3', 'main p', 'caption', 'th[scope=col]'],
  ...['td[data-outcome]', 'td:nth-of-type(1)', 'footer ul:first-of-type a'],
];

test('on the Welsh statement names and proofs of criteria are marked as English, and all else is Welsh', async () => {
  const page = await all.visit({ path: 'cy/accessibility/', script: false });
  const language = (selector: string) =>
    page.$$eval(selector, found => [...new Set(found.map(element => element.closest('[lang]')!.getAttribute('lang')))]);
  for (const english of inEnglish) assert.deepEqual(await language(english), ['en'], english);
  for (const welsh of inWelsh) assert.deepEqual(await language(welsh), ['cy'], welsh);
  const english = await all.visit({ path: 'accessibility/', script: false });
  assert.deepEqual(
    await english.$$eval('[lang]:not([lang=en])', found => found.map(({ textContent }) => textContent)),
    ['Cymraeg', `${cy['pages.report']}${help.title}${plain.title}${formats.title}${device.title}${cy.title}`],
  );
  await close(page);
  await close(english);
});

const furtherPages = ['help/', 'plain/', 'formats/', 'device/', 'accessibility/'];
/** Where the report stands in each language, and where in the other. */
const homes = [
  ['', 'cy/'],
  ['cy/', ''],
] as const;
/** @returns the paths to which links lead */
const pathsOf = (page: Page, links: string) =>
  page.$$eval(links, links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname));

test('the report leads to formats, help and the other language first, and at its end to every page', async () => {
  for (const [path, other] of homes) {
    const report = await all.visit({ path, script: false });
    assert.deepEqual(await pathsOf(report, 'header p a, footer a'), [
      ...[`${path}formats/`, `${path}help/`, other].map(path => `/${path}`),
      ...furtherPages.map(page => `/${path}${page}`),
    ]);
    await close(report);
  }
});

test('the statement leads back to the report and to every page, in the same bar, without script', async () => {
  for (const [path, other] of homes) {
    const report = await all.visit({ path, script: false });
    const page = await all.visit({ path: `${path}accessibility/`, script: false });
    // The way out leads to another website, whose answer is not ours to ask for.
    const [bar, footer] = [
      await pathsOf(page, 'header a:not(.exit, .skip)'),
      await pathsOf(page, 'footer a:not(.exit)'),
    ];
    assert.deepEqual(bar, [`/${path}`, `/${other}accessibility/`]);
    assert.deepEqual(
      footer.toSorted(),
      ['/', '/cy/'].flatMap(home => [home, ...furtherPages.map(page => home + page)]).toSorted(),
    );
    assert.equal(
      await page.$eval('[aria-current=page]', link => (link as HTMLAnchorElement).href === location.href),
      true,
    );
    for (const place of [...bar, ...footer])
      assert.equal((await fetch(new URL(place, all.site.url))).status, 200, place);
    for (const element of ['header .skip', 'header nav.bar', 'nav.bar a.exit', 'main#main', 'footer'])
      assert.equal((await report.$$(element)).length, (await page.$$(element)).length, element);
    await close(report);
    await close(page);
  }
});

test('the ways to reach the publisher are the report’s, in its order, in the main text as in the report', async () => {
  const contacts = readContent()
    .report.parts.flatMap(({ blocks }) => blocks)
    .filter(block => block.type === 'contact')
    .filter(({ address }) => address)
    .map(({ address }) => address);
  for (const path of ['', 'cy/', ...paths]) {
    const page = await all.visit({ path, script: false });
    const found = await page.$$eval('main a[href^="mailto:"], main a[href^="tel:"]', links =>
      links.map(link => link.getAttribute('href')),
    );
    assert.deepEqual(
      found,
      contacts.filter(address => /^(mailto|tel):/.test(address!)),
      path,
    );
    await close(page);
  }
});

test('without script every word is there, and with it nothing is added to see or to press', async () => {
  for (const path of paths) {
    const [withScript, without] = [await all.visit({ path }), await all.visit({ path, script: false })];
    // But for the settings, which need one.
    await withScript.$eval('reader-settings', settings => settings.remove());
    assert.equal(
      await without.$eval('body', body => body.innerText),
      await withScript.$eval('body', body => body.innerText),
    );
    assert.deepEqual(
      await withScript.$$eval('script:not([type*=json])', scripts =>
        scripts.map(({ src }) => new URL(src || 'inside:').pathname.replace(/-[\w-]+\.js$/, '')),
      ),
      ['', '/assets/reader'],
    );
    assert.deepEqual(await texts(withScript, 'button, input, summary'), []);
    await close(withScript);
    await close(without);
  }
  assert.deepEqual(all.faults, []);
});

test('its policy allows nothing but its own styles and script, by hash, as that about this device does', async () => {
  for (const path of [
    ...paths,
    'device/',
    'cy/device/',
    'plain/',
    'cy/plain/',
    'formats/',
    'cy/formats/',
    'help/',
    'cy/help/',
  ]) {
    const html = await (await fetch(all.site.url + path)).text();
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)!;
    assert.match(policy!, /^default-src 'none'; /);
    for (const piece of [/<style>(.*?)<\/style>/s, /<script>(.*?)<\/script>/s]) {
      assert.ok(
        policy!.includes(`'sha256-${createHash('sha256').update(piece.exec(html)![1]!).digest('base64')}'`),
        `${path} ${piece}`,
      );
    }
  }
});

/** @returns the words of what has the focus, and what is wrong with it */
const atFocus = (page: Page) =>
  page.evaluate(() => {
    const link = document.activeElement!,
      { left, top, width, height } = link.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    const faults = [
      there && link.contains(there) ? '' : 'covered',
      height >= 44 && width >= 44 ? '' : 'small',
      getComputedStyle(link).outlineStyle === 'solid' ? '' : 'unmarked',
    ];
    return { words: link.textContent.trim(), faults: faults.filter(Boolean) };
  });

test('every stop of the keyboard is marked, in view and large enough, and the first leads past the bar', async () => {
  for (const path of inSweep(paths, paths.slice(0, 1)))
    for (const [width, height] of inSweep<[number, number]>(
      [
        [320, 640],
        [1280, 800],
      ],
      [[320, 640]],
    )) {
      const page = await all.visit({ path, width, height });
      const stops: string[] = [];
      while (stops.length < 30) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        const { words, faults } = await atFocus(page);
        assert.deepEqual(faults, [], words);
        stops.push(words);
      }
      assert.equal(stops.length, 5 + 1 + 4 + 12, stops.join(', '));
      await page.focus('.skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest('main'))));
      await close(page);
    }
});

if (isSweep)
  test('the statement is in the offline copy, in both languages', async () => {
    const context = await all.browser.createBrowserContext();
    const page = await all.visit({ context, copy: true });
    await whenWhole(page);
    await all.site.stop();
    try {
      for (const [path, words] of [...statements, ['accessibility/?from=report', en] as const]) {
        const tab = await all.visit({ context, path });
        assert.deepEqual(await texts(tab, 'h1'), [words.title], path);
        assert.equal((await tab.$$('th[scope=row]')).length, 86);
        await tab.close();
      }
    } finally {
      await all.site.start();
      await context.close();
    }
  });
