/** While a change settles: the screen first, what is far off a little later, and no frame in which the line that is being read has moved. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import { launch } from '../support/browser.js';
import { keepBusy, rest as beIdle } from '../support/busy.js';
import { readers, type Readers, type Visit } from '../support/readers.js';
import { inSweep } from '../support/sweep.js';
import { putOn, whenSettled } from '../support/choose-settings.js';

let with_: Readers;
before(async () => { with_ = await readers({ copy: false }); });
after(() => with_.close());

const sizes = inSweep<[number, number]>([[390, 844], [1280, 800]], [[390, 844]]);

/** Takes the letter a third down and across the screen, or half across it where a heading stands beside its story, and from then on notes in each frame where it is. */
const watchLine = (page: Page): Promise<void> => page.evaluate(() => {
  const { offsetNode, offset } = [3, 2].map(part => document.caretPositionFromPoint(innerWidth / part, innerHeight / 3)!).find(({ offsetNode }) => !offsetNode.parentElement!.closest('h4'))!;
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

test('a reader who goes to the very last link while the page settles stays there', async () => {
  for (const size of inSweep(['200', '70'], ['200'])) {
    const page = await with_.visit();
    await page.$eval('#officers-jailed', story => story.scrollIntoView());
    assert.ok(await putOn(page, { size }) > 3);
    await page.focus('footer a:last-of-type');
    await whenSettled(page);
    await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
    const link = await page.$eval('footer a:last-of-type', link => link.getBoundingClientRect().top);
    assert.ok(link > 0 && link < 844, `text of ${size}%: the last link is at ${link}`);
    await page.browserContext().close();
  }
});

test('the keys for the end and the beginning of the page lead there while the page settles', async () => {
  for (const size of inSweep(['200', '70'], ['200'])) for (const [key, away] of [['End', () => Math.abs(document.body.getBoundingClientRect().bottom - innerHeight)], ['Home', () => scrollY]] as const) {
    const page = await with_.visit();
    await page.$eval('#officers-jailed', story => story.scrollIntoView());
    assert.ok(await putOn(page, { size }) > 3);
    await page.keyboard.press(key);
    await whenSettled(page);
    await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
    await page.waitForFunction(`(${away.toString()})() < 1`, { timeout: 5000 }).catch(async () => assert.fail(`text of ${size}%: ${key} led ${await page.evaluate(away)} px away`));
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
  await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
  const away = await page.evaluate(() => document.body.getBoundingClientRect().bottom - innerHeight);
  assert.ok(Math.abs(away) < 1, `${away} px away`);
  await page.browserContext().close();
});

/** Opens the report as on a device that is busy for a while: its browser is idle when `rest` is called. @returns the page, in which the lines far below are not laid out yet */
async function visitBusy(visit: Visit): Promise<{ page: Page; rest(): Promise<unknown> }> {
  const page = await with_.open();
  await keepBusy(page);
  await with_.visit({ ...visit, page, whole: false });
  assert.equal(await page.$eval('html', root => root.dataset['later']), '');
  return { page, rest: async () => {
    await beIdle(page);
    await page.waitForSelector('html:not([data-later])');
    await whenSettled(page);
    await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
  } };
}

const frames = (page: Page) => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

for (const [width, height] of inSweep<[number, number]>([...sizes, [320, 640]], [[390, 844]])) for (const size of inSweep(['100', '400'], ['400'])) {
  test(`at ${width} px and ${size}% text, whoever moves on before the browser is idle reads on where they went, and nothing is left waiting`, async () => {
    for (const passage of ['#boy-stopped-and-searched > p', '#cardiff > p', '#officers-jailed > p', '#complaint-handlers > p', '#contact li:last-child']) {
      const { page, rest } = await visitBusy({ width, height, choices: { size } });
      const top = () => page.$eval(passage, passage => passage.getBoundingClientRect().top);
      await page.$eval(passage, passage => scrollBy({ top: passage.getBoundingClientRect().top - innerHeight / 3 + 8, behavior: 'instant' }));
      await frames(page);
      const there = await top();
      assert.ok(there < height / 2 && there > -height, `${passage}: the way led to ${there}`);
      await watchLine(page);
      await rest();
      const lines = await furthest(page);
      assert.ok(lines < 1, `${passage}: the line was ${lines.toFixed(2)} lines away`);
      assert.equal(await page.$$eval('main [style]', all => all.length), 0, 'a mark of the waiting was left on a piece');
      await page.browserContext().close();
    }
  });
}

test('whoever moves on between a frame and what settles after it reads on where they went', async () => {
  for (const [width, height] of inSweep<[number, number]>([...sizes, [800, 600]], [[390, 844]])) for (const passage of ['#boy-stopped-and-searched > p', '#cardiff > p', '#complaint-handlers > p']) {
    const { page, rest } = await visitBusy({ width, height });
    await page.evaluate(passage => {
      const frame = requestAnimationFrame;
      window.requestAnimationFrame = done => {
        window.requestAnimationFrame = frame;
        return frame(now => {
          // Before the page’s own task after this frame, and before any frame has drawn the place.
          setTimeout(() => scrollBy({ top: document.querySelector(passage)!.getBoundingClientRect().top - innerHeight / 3 + 8, behavior: 'instant' }));
          done(now);
        });
      };
    }, passage);
    await rest();
    const away = await page.$eval(passage, passage => passage.getBoundingClientRect().top - innerHeight / 3 + 8);
    assert.ok(Math.abs(away) < 3, `at ${width} px ${passage} is ${away} px from where the reader went`);
    assert.equal(await page.$$eval('main [style]', all => all.length), 0, 'a mark of the waiting was left on a piece');
    await page.browserContext().close();
  }
});

test('before the browser is idle a link leads to its very place, and the end of the page is its end', async () => {
  const { page, rest } = await visitBusy({ width: 320, height: 640 });
  for (const place of ['figures', 'accountability-and-learning', 'contact', 'officers-jailed']) {
    await page.$eval(`a[href="#${place}"]`, link => { (link as HTMLElement).click(); });
    await frames(page);
    const top = await page.$eval(`#${place}`, section => section.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 80, `the link to ${place} led to ${top}`);
  }
  await rest();
  const { page: other, rest: otherRest } = await visitBusy({ width: 320, height: 640 });
  await other.keyboard.press('End');
  assert.equal(await other.$eval('html', root => root.dataset['later']), undefined, 'the way to the end is longer than the page');
  await frames(other);
  await otherRest();
  await other.waitForFunction(() => Math.abs(document.body.getBoundingClientRect().bottom - innerHeight) < 1);
  for (const each of [page, other]) await each.browserContext().close();
});

test('who comes to a place, or back to one, is there, and keeps the line', async () => {
  const page = await with_.visit({ path: '#officers-jailed' });
  const top = () => page.$eval('#officers-jailed', story => story.getBoundingClientRect().top);
  await whenSettled(page);
  assert.ok(Math.abs(await top()) < 100, `by an address: ${await top()}`);
  await page.evaluate(() => { history.replaceState(null, '', '.'); });
  await page.reload();
  assert.equal(await page.$eval('html', root => root.dataset['later']), undefined);
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
  return texts.map(({ name }) => String(name?.value)).join('').replace(/\s/g, '');
}
/** The tree lists its texts in another order while some wait: compared by how often each letter stands in it. */
const letters = (text: string) => [...text].sort().join('');

test('for a reader with a screen reader, text that waits is in the accessibility tree all the while', async () => {
  // As when an assistive technology runs; without one, Chromium makes no tree for what it does not draw.
  const browser = await launch({ args: ['--force-renderer-accessibility'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
    await keepBusy(page);
    await page.goto(with_.site.url);
    await page.waitForSelector('reader-settings:defined');
    const session = await page.createCDPSession();
    assert.equal(await page.$eval('html', root => root.dataset['later']), '');
    const atFirst = await heard(session);
    await beIdle(page);
    await page.waitForSelector('html:not([data-later])');
    await whenSettled(page);
    const before = await heard(session);
    assert.ok(before.length > 20_000);
    assert.equal(letters(atFirst), letters(before));
    // Held where it is: no frame, no end of the waiting.
    await page.evaluate(() => { window.requestAnimationFrame = () => 0; });
    assert.ok(await putOn(page, { size: '200' }) > 3);
    assert.equal(letters(await heard(session)), letters(before));
  } finally { await browser.close(); }
});

test('nothing went wrong in any page', () => assert.deepEqual(with_.faults, []));
