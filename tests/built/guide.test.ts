/**
 * The reading guide: it stays with the line being read, however the reader moves, and changes nothing about the words.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { findings } from '../support/axe.js';
import { whenStill } from '../support/clock.js';
import { readersOfFile } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

const kinds = ['ruler', 'line', 'window'] as const;

/** Chooses as a reader does: in the panel, which is closed afterwards. */
async function choose(page: Page, kind: string): Promise<void> {
  await page.$eval('reader-settings > details', details => {
    details.open = true;
  });
  const radio = `[name=guide][value=${kind}]`;
  await page.waitForSelector(radio);
  await page.$eval(radio, radio => (radio as HTMLInputElement).click());
  await page.$eval('reader-settings > details', details => {
    details.open = false;
  });
}

/** Opens the report at a place in the middle of a story, with a guide. */
async function reading(
  kind: string,
  visit: { width?: number; height?: number; choices?: Record<string, string> } = {},
): Promise<Page> {
  const page = await all.visit({ ...visit, choices: { guide: kind, ...visit.choices } });
  await page.waitForSelector('reading-guide');
  // Its styles come after it.
  await page.waitForFunction(() => getComputedStyle(document.querySelector('reading-guide')!).position === 'fixed');
  await page.$eval('.run p:not(.note p)', paragraph => paragraph.scrollIntoView());
  await whenStill(page);
  return page;
}

/** @returns where the guide is, and the line it is on, in pixels of the screen */
const guide = (page: Page) =>
  page.$eval('reading-guide', guide => {
    const { top, bottom } = guide.getBoundingClientRect();
    const [line, tall] = ['--top', '--tall'].map(name =>
      parseFloat((guide as HTMLElement).style.getPropertyValue(name)),
    );
    return { top, bottom, line: line!, tall: tall! };
  });

/** @returns the middle of a line of a text, in pixels of the screen */
const middleOfLine = (page: Page, selector: string, number: number) =>
  page.$eval(
    selector,
    (element, number) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { top, bottom } = [...range.getClientRects()].at(number)!;
      return (top + bottom) / 2;
    },
    number,
  );

async function isOn(page: Page, middle: number, what: string): Promise<void> {
  const { top, bottom, line, tall } = await guide(page);
  assert.ok(
    Math.abs(line + tall / 2 - middle) < 1,
    `${what}: the guide is on ${line} to ${line + tall}, the line at ${middle}`,
  );
  assert.ok(
    top <= middle && middle <= bottom,
    `${what}: the guide is drawn from ${top} to ${bottom}, the line is at ${middle}`,
  );
}

/** Points at a line, and waits until the guide has come near. */
async function pointAt(page: Page, middle: number): Promise<void> {
  await page.mouse.move(150, middle - 20);
  await page.mouse.move(150, middle + 3);
  await page.waitForFunction(
    middle => {
      const { style } = document.querySelector('reading-guide') as HTMLElement;
      return Math.abs(parseFloat(style.getPropertyValue('--top')) + 14 - middle) < 5;
    },
    {},
    middle,
  );
}
/** Presses these keys while Alt is held. */
async function withAlt(page: Page, ...keys: ('ArrowDown' | 'ArrowUp')[]): Promise<void> {
  await page.keyboard.down('Alt');
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.up('Alt');
}
/** The text moves away under the guide, which stays where it is, on the nearest line. */
async function staysWhileTextMoves(page: Page): Promise<void> {
  const before = await guide(page);
  await page.evaluate(() => scrollBy(0, 400));
  await whenStill(page);
  const now = await guide(page);
  assert.ok(
    Math.abs(now.line + now.tall / 2 - before.line - before.tall / 2) <= now.tall,
    'after scrolling it is still where it was, on the nearest line',
  );
}
/** What is read out is the same with the guide and without it. */
async function isSilent(page: Page): Promise<void> {
  const show = (shown: boolean) =>
    page.$eval(
      'reading-guide',
      (guide, shown) => {
        (guide as HTMLElement).hidden = !shown;
      },
      shown,
    );
  const spoken = async () =>
    JSON.stringify(await page.accessibility.snapshot(), (key, value: unknown) => (/Id$/.test(key) ? undefined : value));
  const guided = await spoken();
  await show(false);
  assert.ok(
    guided.length > 10_000 && guided === (await spoken()),
    'what is read out is the same with it and without it',
  );
  await show(true);
}
/** A finger or a mouse moves over the text. */
const moveOver = (page: Page, pointerType: 'touch' | 'mouse') =>
  page.$eval(
    'main',
    (main, pointerType) => {
      const moved = { clientX: 200, clientY: 600, movementX: 5, movementY: 5 };
      main.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType, ...moved }));
    },
    pointerType,
  );
/** @returns where the text ends in the window: at the bar, where it stands below, or at the edge */
const endOfText = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('nav.bar')!;
    return getComputedStyle(bar).position === 'fixed' ? bar.getBoundingClientRect().top : innerHeight;
  });

/** @returns where on the page the guide is; it is in view, and above where the text ends */
async function placeInView(page: Page, end: number): Promise<number> {
  const { line, tall } = await guide(page);
  assert.ok(line >= -1 && line + tall <= end + 1, `in view: ${line} to ${line + tall}, of ${end}`);
  return Math.round(line + (await page.evaluate(() => scrollY)));
}

/** @returns a picture of a piece of the screen, which is asked for by its place on the page */
const picture = async (page: Page, { y, ...piece }: ScreenshotClip): Promise<string> =>
  page.screenshot({
    clip: { ...piece, y: y + (await page.evaluate(() => scrollY)) },
    captureBeyondViewport: false,
    encoding: 'base64',
  });

const paragraph = '.run section p:not(.note p)';

/** Each guide in one theme, and themes of each sort. */
const firstThemes = { ruler: ['light'], line: ['contrast-dark'], window: ['cream'] };

for (const kind of kinds) {
  const themes = firstThemes[kind];
  // The window covers most; all of them move, come and go by the same code.
  const isFirst = isSweep || kind === 'window';

  if (isFirst)
    test(`${kind}: appears when it is chosen, is there after a reload, and is gone after "off"`, async () => {
      const page = await all.visit();
      assert.equal(await page.$('reading-guide'), null);
      await choose(page, kind);
      await page.waitForSelector('reading-guide');
      await page.reload();
      await page.waitForFunction(() => {
        const guide = document.querySelector('reading-guide');
        return guide && getComputedStyle(guide).position === 'fixed';
      });
      const { top, bottom } = await guide(page);
      assert.ok(top < 844 / 3 + 60 && bottom > 844 / 3 - 60, 'it begins at a third of the screen');
      await choose(page, 'off');
      await page.waitForFunction(() => !document.querySelector('reading-guide'));
      await withAlt(page, 'ArrowDown');
      assert.equal(await page.$('reading-guide'), null);
      assert.deepEqual(all.faults, []);
      await page.browserContext().close();
    });

  if (isSweep || kind === 'line')
    test(`${kind}: follows the pointer, the focus and the keys, and stays while the text moves under it`, async () => {
      const page = await reading(kind);
      const third = await middleOfLine(page, paragraph, 2);
      await pointAt(page, third);
      await isOn(page, third, 'pointer');

      await withAlt(page, 'ArrowDown', 'ArrowDown');
      await isOn(page, await middleOfLine(page, paragraph, 4), 'two lines down');
      await withAlt(page, 'ArrowUp');
      await isOn(page, await middleOfLine(page, paragraph, 3), 'one line up');

      await staysWhileTextMoves(page);

      await page.focus('.note a');
      await whenStill(page);
      await isOn(page, await middleOfLine(page, '.note a', 0), 'focus');
      await page.browserContext().close();
    });

  test(`${kind}: changes no dot of the words in it, nor of the bar, in any theme`, async () => {
    for (const theme of inSweep(['light', 'dark', 'cream', 'contrast-light', 'contrast-dark'], themes)) {
      const page = await reading(kind, { choices: { theme } });
      const { line, tall } = await guide(page);
      const bar = await page.$eval('nav.bar', bar => {
        const { x, y, width, height } = bar.getBoundingClientRect();
        return { x, y: Math.ceil(y), width, height: Math.floor(height) };
      });
      const pictures = async () => [
        await picture(page, { x: 60, y: line + 1, width: 320, height: tall - 2 }),
        await picture(page, bar),
      ];
      const guided = await pictures();
      await page.$eval('reading-guide', guide => guide.remove());
      assert.ok(guided.join() === (await pictures()).join(), theme);
      await page.browserContext().close();
    }
  });

  if (isFirst)
    test(`${kind}: is silent, takes no press, and leaves contrast as it was`, async () => {
      const page = await reading(kind);
      // All of the text in the sweep; otherwise the story in which the guide stands.
      assert.deepEqual(await findings(page, isSweep ? 'main' : '#excessive-force', 'looks'), []);
      await isSilent(page);

      await page.focus('.note a');
      await whenStill(page);
      const { line, tall } = await guide(page);
      const { x, width } = await page.$eval('.note a', link => link.getBoundingClientRect().toJSON() as DOMRect);
      await page.mouse.click(x + width / 2, line + tall / 2);
      assert.notEqual(await page.evaluate(() => location.hash), '');
      await page.browserContext().close();
    });

  // Only the ruler has its edge at one side.
  if (isFirst || kind === 'ruler')
    test(`${kind}: is not printed, and in the device's own contrast colours it takes those`, async () => {
      const page = await reading(kind);
      await page.emulateMediaType('print');
      assert.equal(await page.$eval('reading-guide', guide => getComputedStyle(guide).display), 'none');
      await page.emulateMediaType('screen');
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      const [edge, text] = await page.$eval(
        'reading-guide',
        (guide, kind) => {
          const here = getComputedStyle(guide),
            probe = document.body.appendChild(document.createElement('i'));
          probe.style.color = 'CanvasText';
          return [kind === 'ruler' ? here.borderBottomColor : here.outlineColor, getComputedStyle(probe).color];
        },
        kind,
      );
      assert.equal(edge, text);
      await page.browserContext().close();
    });
}

test('a finger does not move it: on a touch screen the text is moved', async () => {
  const page = await reading('line');
  const before = await guide(page);
  await moveOver(page, 'touch');
  await whenStill(page);
  assert.deepEqual(await guide(page), before);
  await moveOver(page, 'mouse');
  await whenStill(page);
  assert.notDeepEqual(await guide(page), before);
  await page.browserContext().close();
});

test('it is four times as tall on text four times as large', async () => {
  const page = await reading('line');
  const { tall } = await guide(page);
  await page.browserContext().close();
  const large = await reading('line', { choices: { size: '400' } });
  assert.equal(Math.round((await guide(large)).tall), Math.round(tall * 4));
  await large.browserContext().close();
});

// On a wide screen a story's heading moves along beside its text, so that its place is another on the way back: there
// the walk stays within a story.
for (const [width, height, size, steps] of inSweep<[number, number, string, number]>(
  [
    [390, 844, '100', 60],
    [1280, 800, '100', 18],
    [320, 256, '400', 60],
  ],
  [[390, 844, '100', 20]],
)) {
  test(`in ${width} × ${height} px at ${size}% keys visit each line, in view, and lead back the same way`, async () => {
    const page = await reading('line', { width, height, choices: { size } });
    const end = await endOfText(page);
    const walk = async (key: 'ArrowDown' | 'ArrowUp', steps: number) => {
      const places: number[] = [];
      for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press(key);
        places.push(await placeInView(page, end));
      }
      return places;
    };
    await page.keyboard.down('Alt');
    const down = await walk('ArrowDown', steps);
    const up = await walk('ArrowUp', steps - 1);
    await page.keyboard.up('Alt');
    assert.deepEqual(
      down,
      [...new Set(down)].sort((one, other) => one - other),
      'every step is a line further down',
    );
    assert.deepEqual(up.reverse(), down.slice(0, -1));
    await page.browserContext().close();
  });
}

test('on a short screen, where the bar stands above the text, it does not cover the bar either', async () => {
  const page = await all.visit({ width: 640, height: 320, choices: { guide: 'window' } });
  await page.waitForFunction(() => {
    const guide = document.querySelector('reading-guide');
    return guide && getComputedStyle(guide).position === 'fixed';
  });
  const clip = await page.$eval('header', header => {
    const { x, y, width, height } = header.getBoundingClientRect();
    return { x, y, width, height };
  });
  const guided = await picture(page, clip);
  await page.$eval('reading-guide', guide => guide.remove());
  assert.ok(guided === (await picture(page, clip)));
  await page.browserContext().close();
});
