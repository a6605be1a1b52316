/**
 * While a change settles, and while pieces of the page are laid out as they come near: in no frame has the line that is
 * being read moved.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import { launch } from '../support/browser.js';
import { keepBusy } from '../support/busy.js';
import { readers, type Readers } from '../support/readers.js';
import { inSweep } from '../support/sweep.js';
import { putOn, whenSettled } from '../support/choose-settings.js';

let with_: Readers;
before(async () => {
  with_ = await readers({ copy: false });
});
after(() => with_.close());

const sizes = inSweep<[number, number]>(
  [
    [390, 844],
    [1280, 800],
  ],
  [[390, 844]],
);

/**
 * Takes the letter a third down and across the screen, or half across it where a heading stands beside its story, and
 * from then on notes in each frame where it is.
 */
const watchLine = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // A heading beside its story stays where it is, whatever the text does.
    const { offsetNode, offset } = Array.from({ length: 20 }, (_, up) => innerHeight / 3 - up * 12)
      .flatMap(y => [3, 2, 6].map(part => document.caretPositionFromPoint(innerWidth / part, y)!))
      .find(({ offsetNode }) => offsetNode instanceof Text && !offsetNode.parentElement!.closest('h4'))!;
    const range = document.createRange();
    range.setStart(offsetNode, offset);
    range.setEnd(offsetNode, Math.min(offset + 1, (offsetNode as Text).length));
    const seen = window as unknown as { tops: number[]; lineHeight(): number };
    const tops: number[] = (seen.tops = []);
    // As high as it ever was: a line that grows or shrinks moves its letters within it.
    let height = 0;
    seen.lineHeight = () =>
      (height = Math.max(height, parseFloat(getComputedStyle(offsetNode.parentElement!).lineHeight)));
    seen.lineHeight();
    const look = () => {
      // A line that is watched later takes its place.
      if (seen.tops !== tops) return;
      tops.push(range.getBoundingClientRect().top);
      requestAnimationFrame(() => setTimeout(look));
    };
    look();
  });

/** @returns the furthest that the line was from its place in any frame, in lines */
const furthest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { tops, lineHeight } = window as unknown as { tops: number[]; lineHeight(): number };
    return Math.max(...tops.map(top => Math.abs(top - tops[0]!))) / lineHeight();
  });

for (const [width, height] of sizes) {
  test(`at ${width} px in no frame of a change has the line that is being read moved`, async () => {
    const page = await with_.visit({ width, height });
    // A line in the middle of the report's own text, whatever typefaces the device has.
    await page.$eval('#officers-jailed > p', passage =>
      scrollBy({ top: passage.getBoundingClientRect().top - innerHeight / 3 + 8, behavior: 'instant' }),
    );
    await putOn(page, { leading: '2' });
    await whenSettled(page);
    for (const size of ['400', '70', '200', '100']) {
      await watchLine(page);
      await putOn(page, { size });
      await whenSettled(page);
      const lines = await furthest(page);
      assert.ok(lines < 1, `text of ${size}%: the line was ${lines.toFixed(2)} lines away`);
    }
  });
}

test('a reader who moves on while the page settles stays where they went', async () => {
  const page = await with_.visit();
  await page.$eval('#officers-jailed', story => story.scrollIntoView());
  await putOn(page, { size: '200' });
  await page.mouse.move(195, 300);
  await page.mouse.wheel({ deltaY: 600 });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
  await watchLine(page);
  await whenSettled(page);
  const lines = await furthest(page);
  // The wheel may still be rolling for a frame or two; a jump back, or one by what was laid out above, would be many
  // lines.
  assert.ok(lines < 24, `${lines.toFixed(1)} lines`);
  const story = await page.$eval('#officers-jailed', story => story.getBoundingClientRect().top);
  assert.ok(story < -300, `the reader was taken back: ${story}`);
});

test('a reader who goes to the very last link while the page settles stays there', async () => {
  for (const size of inSweep(['200', '70'], ['200'])) {
    const page = await with_.visit();
    await page.$eval('#officers-jailed', story => story.scrollIntoView());
    await putOn(page, { size });
    await page.focus('footer a:last-of-type');
    await whenSettled(page);
    const link = await page.$eval('footer a:last-of-type', link => link.getBoundingClientRect().top);
    assert.ok(link > 0 && link < 844, `text of ${size}%: the last link is at ${link}`);
    await page.browserContext().close();
  }
});

test('the keys for the end and the beginning of the page lead there while the page settles', async () => {
  for (const size of inSweep(['200', '70'], ['200']))
    for (const [key, away] of [
      ['End', () => Math.abs(document.body.getBoundingClientRect().bottom - innerHeight)],
      ['Home', () => scrollY],
    ] as const) {
      const page = await with_.visit();
      await page.$eval('#officers-jailed', story => story.scrollIntoView());
      await putOn(page, { size });
      await page.keyboard.press(key);
      await whenSettled(page);
      await page
        .waitForFunction(`(${away.toString()})() < 1`, { timeout: 5000 })
        .catch(async () => assert.fail(`text of ${size}%: ${key} led ${await page.evaluate(away)} px away`));
      await page.browserContext().close();
    }
});

test('where the key for the end leads is the end at once, with the room that a bar of another size needs', async () => {
  const page = await with_.visit();
  await page.$eval('#officers-jailed', story => story.scrollIntoView());
  await page.evaluate(() => {
    localStorage.setItem('reader-settings', JSON.stringify({ size: '200' }));
    dispatchEvent(new StorageEvent('storage', { key: 'reader-settings' }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    // As the browser does after the key: it takes the end for where it is now.
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  });
  await whenSettled(page);
  const away = await page.evaluate(() => document.body.getBoundingClientRect().bottom - innerHeight);
  assert.ok(Math.abs(away) < 1, `${away} px away`);
  await page.browserContext().close();
});

const frames = (page: Page) =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/** Asserts that what is selected is in the window; of words that are higher than that, the browser shows the middle. */
async function isSelectionShown(page: Page, told: string): Promise<void> {
  const { top, bottom, room } = await page.evaluate(() => {
    const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { top, bottom, room: innerHeight };
  });
  const isHigh = bottom - top > room;
  assert.ok(
    isHigh ? top < room / 4 && bottom > room / 2 : top >= 0 && bottom <= room,
    `${told} is at ${top} to ${bottom}`,
  );
}

for (const [width, height] of inSweep<[number, number]>([...sizes, [320, 640]], [[390, 844]]))
  for (const size of inSweep(['100', '400'], ['400'])) {
    test(`at ${width} px, ${size}%, the browser’s own search leads to the words, and the line stays`, async () => {
      const page = await with_.visit({ width, height, choices: { size } });
      for (const passage of [
        '#cardiff > p',
        '#contact li:last-child',
        '#boy-stopped-and-searched > p',
        '#complaint-handlers > p',
        '#officers-jailed > p',
      ]) {
        await page.$eval(passage, passage => {
          getSelection()!.removeAllRanges();
          const [words] = /^.{30}\S*/.exec(passage.textContent.trim())!;
          if (!(window as unknown as { find(text: string): boolean }).find(words))
            throw new Error(`“${words}” is not found`);
        });
        await frames(page);
        await isSelectionShown(page, passage);
        await watchLine(page);
        await frames(page);
        await frames(page);
        const lines = await furthest(page);
        assert.ok(lines < 1, `${passage}: the line was ${lines.toFixed(2)} lines away`);
      }
      await page.browserContext().close();
    });
  }

/** Opens the report on a device that is too busy to lay out what the first frames left out. */
async function visitBusy(): Promise<Page> {
  const page = await with_.open();
  await keepBusy(page);
  await with_.visit({ page, width: 320, height: 640, whole: false });
  assert.ok(await page.$('html.far'), 'all is laid out already');
  return page;
}

for (const [when, visit] of [
  ['before the browser is idle', visitBusy],
  ['at rest', () => with_.visit({ width: 320, height: 640 })],
] as const) {
  test(`${when} a link leads to its very place, however far down`, async () => {
    for (const place of ['figures', 'accountability-and-learning', 'contact', 'officers-jailed']) {
      const page = await visit();
      await page.$eval(`a[href="#${place}"]`, link => {
        (link as HTMLElement).click();
      });
      await frames(page);
      const top = await page.$eval(`#${place}`, section => section.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 80, `the link to ${place} led to ${top}`);
      await page.browserContext().close();
    }
  });

  test(`${when} the end of the page is its end`, async () => {
    const page = await visit();
    await page.keyboard.press('End');
    await page.waitForFunction(() => Math.abs(document.body.getBoundingClientRect().bottom - innerHeight) < 1);
    await page.browserContext().close();
  });
}

test('who comes to a place, or back to one, is there, and keeps the line', async () => {
  const page = await with_.visit({ path: '#officers-jailed' });
  const top = () => page.$eval('#officers-jailed', story => story.getBoundingClientRect().top);
  await whenSettled(page);
  assert.ok(Math.abs(await top()) < 100, `by an address: ${await top()}`);
  await page.evaluate(() => {
    history.replaceState(null, '', '.');
  });
  await page.reload();
  assert.ok(Math.abs(await top()) < 100, `after a reload: ${await top()}`);
  await page.browserContext().close();
});

/** @returns what a screen reader finds in the landmark of the report */
async function heard(session: CDPSession): Promise<string> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const within = (node: (typeof nodes)[number] | undefined): boolean =>
    !!node && (node.role?.value === 'main' || within(byId.get(node.parentId ?? '')));
  const texts = nodes.filter(node => !node.ignored && node.role?.value === 'StaticText' && within(node));
  return texts
    .map(({ name }) => String(name?.value))
    .join('')
    .replace(/\s/g, '');
}
/** The tree lists its texts in another order while some wait: compared by how often each letter stands in it. */
const letters = (text: string) => [...text].sort().join('');

test('for a reader with a screen reader, text that is not laid out yet is in the accessibility tree', async () => {
  // As when an assistive technology runs; without one, Chromium makes no tree for what it does not draw.
  const browser = await launch({ args: ['--force-renderer-accessibility'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(with_.site.url);
    await page.waitForSelector('reader-settings:defined');
    const session = await page.createCDPSession();
    const before = await heard(session);
    assert.ok(before.length > 20_000);
    await page.$eval('html', root => {
      root.classList.remove('far');
    });
    await frames(page);
    assert.equal(letters(before), letters(await heard(session)), 'not all of the text could be heard');
  } finally {
    await browser.close();
  }
});

test('nothing went wrong in any page', () => assert.deepEqual(with_.faults, []));
