/** While a change settles: the screen first, what is far off a little later, and no frame in which the line that is being read has moved. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { launch } from '../support/browser.js';
import { readers, type Readers } from '../support/readers.js';
import { putOn, whenSettled } from '../support/wear.js';

let with_: Readers;
before(async () => { with_ = await readers(); });
after(() => with_.close());

const sizes = [[390, 844], [1280, 800]] as const;

/** Takes the letter a third down the screen, and from then on notes in each frame where it is. */
const watchLine = (page: Page): Promise<void> => page.evaluate(() => {
  const { offsetNode, offset } = document.caretPositionFromPoint(innerWidth / 3, innerHeight / 3)!;
  const range = document.createRange();
  range.setStart(offsetNode, offset);
  range.setEnd(offsetNode, Math.min(offset + 1, (offsetNode as Text).length));
  const seen = window as unknown as { tops: number[]; lineHeight(): number };
  const tops: number[] = seen.tops = [];
  // As high as it ever was: a line that grows or shrinks moves its letters within it.
  let height = 0;
  seen.lineHeight = () => height = Math.max(height, parseFloat(getComputedStyle(offsetNode.parentElement!).lineHeight));
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
const furthest = (page: Page): Promise<number> => page.evaluate(() => {
  const { tops, lineHeight } = window as unknown as { tops: number[]; lineHeight(): number };
  return Math.max(...tops.map(top => Math.abs(top - tops[0]!))) / lineHeight();
});

for (const [width, height] of sizes) {
  test(`at ${width} px the screen is painted first; in no frame has the line that is being read moved, and nothing is left waiting`, async () => {
    const page = await with_.visit({ width, height });
    // A line in the middle of the report's own text, whatever typefaces the device has.
    await page.$eval('#officers-jailed > p', passage => scrollBy({ top: passage.getBoundingClientRect().top - innerHeight / 3 + 8, behavior: 'instant' }));
    await putOn(page, { leading: '2' });
    await whenSettled(page);
    for (const size of ['400', '70', '200', '100']) {
      await watchLine(page);
      assert.ok(await putOn(page, { size }) > 3, 'the whole page was laid out before the first frame');
      await whenSettled(page);
      await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
      const lines = await furthest(page);
      assert.ok(lines < 1, `text of ${size}%: the line was ${lines.toFixed(2)} lines away`);
    }
    assert.equal(await page.$$eval('main [style]', all => all.length), 0, 'a mark of the waiting was left on a piece');
  });
}

test('a reader who moves on while the page settles stays where they went', async () => {
  const page = await with_.visit();
  await page.$eval('#officers-jailed', story => story.scrollIntoView());
  assert.ok(await putOn(page, { size: '200' }) > 3);
  await page.mouse.move(195, 300);
  await page.mouse.wheel({ deltaY: 600 });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
  await watchLine(page);
  await whenSettled(page);
  const lines = await furthest(page);
  // The wheel may still be rolling for a frame or two; a jump back, or one by what was laid out above, would be many lines.
  assert.ok(lines < 24, `${lines.toFixed(1)} lines`);
  const story = await page.$eval('#officers-jailed', story => story.getBoundingClientRect().top);
  assert.ok(story < -300, `the reader was taken back: ${story}`);
});

test('for a reader with a screen reader, text that waits is in the accessibility tree all the while', async () => {
  // As when an assistive technology runs; without one, Chromium makes no tree for what it does not draw.
  const browser = await launch({ args: ['--force-renderer-accessibility'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(with_.site.url);
    await page.waitForSelector('reader-settings:defined');
    const session = await page.createCDPSession();
    /** @returns what a screen reader finds in the landmark of the report */
    const heard = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map(node => [node.nodeId, node]));
      const within = (node: (typeof nodes)[number] | undefined): boolean => !!node && (node.role?.value === 'main' || within(byId.get(node.parentId ?? '')));
      return nodes.flatMap(node => !node.ignored && node.role?.value === 'StaticText' && within(node) ? [String(node.name?.value)] : []).join('').replace(/\s/g, '');
    };
    const before = await heard();
    assert.ok(before.length > 20_000);
    // Held where it is: no frame, no end of the waiting.
    await page.evaluate(() => { window.requestAnimationFrame = () => 0; });
    assert.ok(await putOn(page, { size: '200' }) > 3);
    // The tree lists its texts in another order while some wait: compared by how often each letter stands in it.
    const letters = (text: string) => [...text].sort().join('');
    assert.equal(letters(await heard()), letters(before));
  } finally { await browser.close(); }
});

test('nothing went wrong in any page', () => assert.deepEqual(with_.faults, []));
