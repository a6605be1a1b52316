/** A whole visit with the keyboard alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { readContent } from '../../src/build/content.js';
import { catalogue } from '../../src/model/settings/catalogue.js';
import { whenStill } from '../support/clock.js';
import { openView, whenDeviceIsKnown } from '../support/readers.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';
import { openSettings } from '../support/choose-settings.js';

const all = await readersOfFile({ copy: false });

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** @returns what hides the focused element, or shows no mark on it */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const target = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
    const { left, top, width, height } = target.getBoundingClientRect();
    const faults: string[] = [];
    if (top < 0 || top + height > innerHeight + 1) faults.push('out of the window');
    for (const [x, y] of [
      [left + 2, top + 2],
      [left + width - 2, top + height - 2],
      [left + width / 2, top + height / 2],
    ]) {
      const there = document.elementFromPoint(x!, y!);
      if (there && !target.contains(there) && !there.contains(target))
        faults.push(`covered by ${there.tagName}.${there.className}`);
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('no focus mark');
    return faults.map(fault => `${target.textContent?.trim().slice(0, 40)}: ${fault}`);
  });

/**
 * @returns the words of every stop until the Tab key leaves the page, or of the first so many; each is in view, marked
 * and uncovered
 */
async function stopsOn(page: Page, most: number): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    assert.deepEqual(await hidden(page), [], `stop ${stops.length + 1}`);
    stops.push(await focused(page));
  }
  return stops;
}

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 256],
    [320, 640],
    [390, 844],
    [1280, 800],
  ],
  [[390, 844]],
)) {
  test(`every stop in ${width} × ${height} px is in view, marked and uncovered, and the way has an end`, async () => {
    const page = await all.visit({ width, height });
    const stops = await stopsOn(page, 120);
    assert.deepEqual(stops.slice(0, 5), ['Skip to the report', 'Contents', 'Find', 'Settings', 'More']);
    assert.ok(stops.length >= 80 && stops.length < 92, `${stops.length} stops`);
    await page.browserContext().close();
  });
}

test('from the top of the page six keys lead to any story', async () => {
  const stories = readContent().report.parts.flatMap(part => part.sections.flatMap(section => section.stories)),
    told = stories.filter(({ about }) => !about);
  for (const number of inSweep(
    told.map((_, index) => index + 1),
    [1, told.length],
  )) {
    const page = await all.visit(),
      keys = ['Tab', 'Tab', 'Enter', ...String(number), 'Enter'] as KeyInput[];
    assert.ok(keys.length <= 6);
    for (const [index, key] of keys.entries()) {
      if (index === 3)
        await page.waitForFunction(() => document.activeElement!.closest('reader-panel .view, #panel-name'));
      await page.keyboard.press(key);
    }
    await page.waitForFunction(id => document.activeElement!.closest(`#${id}`), {}, told[number - 1]!.id);
    await close(page);
  }
});

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 256],
    [320, 640],
    [1280, 800],
  ],
  [[320, 640]],
)) {
  test(`about this device: in ${width} × ${height} px stops are in view, marked, uncovered, and they end`, async () => {
    const page = await all.visit({ path: 'device/', width, height, copy: true });
    await whenDeviceIsKnown(page);
    const stops = await stopsOn(page, 40);
    assert.deepEqual(stops.slice(0, 6), [
      'Skip to the text',
      'The report',
      'Settings',
      'Exit',
      'Cymraeg',
      'Check and repair',
    ]);
    for (const stop of [
      'Delete the saved copy',
      'Delete everything this website has saved',
      'Read without saving anything',
    ])
      assert.ok(stops.includes(stop), stops.join(', '));
    assert.ok(stops.length < 26, stops.join(', '));
    await page.browserContext().close();
  });
}

/**
 * Goes through the open settings by the Tab key until it leads out; each stop is in view, marked and uncovered.
 * @returns the names of the stops
 */
async function throughSettings(page: Page): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 90) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => !document.activeElement?.closest('reader-settings'))) return stops;
    assert.deepEqual(await hidden(page), [], `step ${stops.length + 1}`);
    stops.push(
      await page.evaluate(
        () =>
          (document.activeElement as HTMLInputElement).name ||
          document.activeElement!.id ||
          document.activeElement!.textContent!.trim(),
      ),
    );
  }
  return assert.fail('a trap');
}

test('the settings open, change and close by keyboard; Escape goes back to where they were opened', async () => {
  const page = await all.visit();
  await page.focus('summary');
  await page.keyboard.press('Enter');
  for (const stop of ['close', '100']) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), stop);
  }
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['size']), '125');
  assert.deepEqual(await hidden(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('details', details => details.open), false);
  assert.equal(await focused(page), 'Settings');
  await page.browserContext().close();
});

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 256],
    [390, 844],
    [1280, 800],
  ],
  [[320, 256]],
)) {
  test(`every setting in ${width} × ${height} px is reached, in view, marked, uncovered; Tab leads out`, async () => {
    const page = await all.visit({ width, height });
    await openSettings(page);
    await page.focus('summary');
    const reached = await throughSettings(page);
    assert.equal(reached[0], 'Close', 'the way out stands beside the title');
    for (const { name, kind } of catalogue)
      if (kind !== 'colour') assert.ok(reached.includes(name) || reached.includes(`set-${name}`), name);
    await page.browserContext().close();
  });
}

/** What puts one notice after another into the bar, so that the sheets have less room above it. */
const notices = [
  (page: Page) => page.waitForSelector('.notice'),
  async (page: Page) => {
    await page.$eval('.notice button:last-child', keepMine => (keepMine as HTMLElement).click());
    await page.$eval('main a[href="#foreword"]', link => (link as HTMLElement).click());
    await page.waitForSelector('.notice[data-kind=back]');
  },
  async (page: Page) => {
    await openView(page, 'find');
    await page.waitForSelector('.finding:has(.places:not([aria-busy])) input');
    await page.type('.finding input', 'police');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice[data-kind=found]');
  },
];

/**
 * Opens a sheet, and closes it again.
 * @returns what is wrong with any of its controls when that has the focus, and how high it is, in windows
 */
async function inSheet(
  page: Page,
  open: (page: Page) => Promise<unknown>,
  sheet: string,
  controls: string,
): Promise<{ faults: string[]; high: number }> {
  await open(page);
  await page.waitForFunction(
    sheet => document.querySelector(`${sheet} :is(.view > *, more-settings .part)`)?.checkVisibility(),
    {},
    sheet,
  );
  // How high the sheet may be is known when the notice is laid out.
  await whenStill(page);
  const faults: string[] = [];
  for (const control of await page.$$(`${sheet} :is(${controls}, [value=close])`)) {
    await control.focus();
    faults.push(...(await hidden(page)));
  }
  const high = await page.$eval(sheet, element => element.getBoundingClientRect().height / innerHeight);
  await page.focus(`${sheet} [value=close]`);
  await page.keyboard.press('Enter');
  return { faults, high };
}

const windows = (
  [
    [390, 844],
    [390, 664],
    [320, 568],
    [640, 360],
  ] as const
).flatMap(([width, height]) => (['100', '400'] as const).map(size => [width, height, size] as const));
// The least room for a sheet: in a low phone's window, and in one so low that the bar stands above the text.
const least = windows.filter(
  ([width, , size]) => (width === 320 && size === '400') || (width === 640 && size === '100'),
);
for (const [width, height, size] of inSweep(windows, least)) {
  test(`in ${width} × ${height} px at ${size}% the focused button is in view, whatever the bar says`, async () => {
    const page = await all.visit({ path: '#settings:theme=dark', width, height, choices: { size } });
    for (const [index, show] of notices.entries()) {
      await show(page);
      for (const [open, sheet, controls] of [
        [(page: Page) => openView(page, 'more'), 'reader-panel', '.doors :is(a, button)'],
        [openSettings, 'reader-settings .sheet', '[type=radio]:checked, [value=reset]'],
      ] as const) {
        const { faults, high } = await inSheet(page, open, sheet, controls);
        assert.deepEqual(faults, [], `${sheet} with notice ${index + 1}`);
        assert.ok(high > 1 / 3, `${sheet} with notice ${index + 1} is ${high} of the window high`);
      }
    }
    await page.browserContext().close();
  });
}

test('at the very end of the page, where the notice makes way for the panel, the text stays where it is', async () => {
  const page = await all.visit({ path: '#settings:theme=dark', width: 320, height: 568 });
  await notices[0]!(page);
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  const end = () => page.$eval('footer', footer => footer.getBoundingClientRect().bottom),
    high = () => page.$eval('nav.bar', bar => bar.offsetHeight);
  const before = { end: await end(), high: await high() };
  await openView(page);
  assert.ok((await high()) < before.high, 'the notice makes way');
  assert.equal(await end(), before.end);
  await page.$eval('reader-panel [value=close]', button => (button as HTMLElement).click());
  assert.deepEqual({ end: await end(), high: await high() }, before);
  await page.browserContext().close();
});

const isOpen = (page: Page) => page.$eval('details', details => details.open);

/** Opens the settings and stands on the last stop in them. */
async function standAtTheEnd(page: Page): Promise<void> {
  await openSettings(page, false);
  await page.focus('.sheet > .part:last-of-type > summary');
}

test('where open settings would cover what the keyboard goes to, they close, and the focus goes on to it', async () => {
  const windows: [number, number, boolean][] = [
    [390, 844, true],
    [1280, 800, false],
    [320, 256, false],
  ];
  for (const [width, height, closes] of inSweep(windows, windows.slice(0, 2))) {
    const page = await all.visit({ width, height });
    await standAtTheEnd(page);
    // Then come what stands in the bar after them, and the links at the top of the page.
    do await page.keyboard.press('Tab');
    while (await page.evaluate(() => document.activeElement!.closest('header')));
    assert.equal(await isOpen(page), !closes, `${width} × ${height} px`);
    assert.equal(
      await page.evaluate(() => document.activeElement!.closest('main') !== null && document.activeElement!.localName),
      'a',
    );
    assert.deepEqual(await hidden(page), []);
    await page.browserContext().close();
  }
});

test('in a wide window the settings stay open beside links, until one comes that they would cover', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  await standAtTheEnd(page);
  const open: boolean[] = [];
  // First come all links of the contents, which stand on the other side.
  for (let step = 0; step < 60 && open.at(-1) !== false; step += 1) {
    await page.keyboard.press('Tab');
    assert.deepEqual(await hidden(page), [], `step ${step + 1}`);
    open.push(await isOpen(page));
  }
  assert.deepEqual([open[0], open.at(-1)], [true, false]);
  await page.browserContext().close();
});

/** Opens the settings with the keyboard, and waits until all of them are there. */
async function openByKeys(page: Page): Promise<void> {
  await page.focus('summary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('more-settings .part');
}

test('the settings stay open when one goes back in the bar, clicks into the text, or leaves the window', async () => {
  for (const [width, height] of inSweep<[number, number]>(
    [
      [390, 844],
      [1280, 800],
    ],
    [[390, 844]],
  )) {
    const page = await all.visit({ width, height });
    await openByKeys(page);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    assert.equal(await page.evaluate(() => document.activeElement!.matches('nav.bar > *')), true);
    assert.equal(await isOpen(page), true, 'back in the bar');
    await page.focus('[name=size]:checked');
    await page.mouse.click(60, 60);
    assert.equal(await isOpen(page), true, 'a click into the text');
    await page.focus('[name=size]:checked');
    const other = await page.browserContext().newPage();
    await other.bringToFront();
    await page.bringToFront();
    assert.equal(await isOpen(page), true, 'another window');
    await page.browserContext().close();
  }
});

test('the skip link leads to the report, the second time too', async () => {
  const page = await all.visit();
  for (const time of [1, 2]) {
    await page.evaluate(() => {
      scrollTo(0, 0);
      (document.activeElement as HTMLElement).blur();
    });
    await page.focus('.skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest('main'))), `time ${time}`);
  }
  await page.browserContext().close();
});
