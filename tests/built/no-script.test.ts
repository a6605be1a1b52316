/** With JavaScript off every word is there, contents and links lead where they say, and no control is dead. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import cy from '../../locales/device.cy.json';
import en from '../../locales/device.en.json';
import { helpLines } from '../../src/model/explanations.js';
import { notedStories } from '../support/noted.js';
import { readers, type Readers } from '../support/readers.js';

let all: Readers;
before(async () => {
  all = await readers();
});
after(() => all.close());

test('every link of the contents leads to its heading', async () => {
  for (const path of ['', 'cy/']) {
    const page = await all.visit({ path, script: false });
    const links = await page.$$eval('contents-list a', links =>
      links.map(link => [link.getAttribute('href')!, link.textContent]),
    );
    assert.equal(links.length, 29);
    for (const [href, words] of links)
      assert.equal(await page.$eval(`${href}`, place => place.querySelector('h2, h3, h4')!.textContent), words);
    await page.browserContext().close();
  }
});

test('a deep link lands on its story', async () => {
  const page = await all.visit({ path: '#cardiff', script: false });
  assert.ok(await page.$eval('#cardiff', story => Math.abs(story.getBoundingClientRect().top) < 60));
  await page.browserContext().close();
});

test('“Skip this story” leads past the story, to what comes next', async () => {
  const page = await all.visit({ script: false });
  const skips = await page.$$eval('.note > a:first-of-type', links =>
    links.map(link => [link.closest('[id]')!.id, link.getAttribute('href')!.slice(1)]),
  );
  assert.equal(skips.length, notedStories.length);
  for (const [from, to] of skips) {
    const after = await page.evaluate(
      (from, to) =>
        Boolean(
          document.getElementById(from)!.compareDocumentPosition(document.getElementById(to)!) &
            Node.DOCUMENT_POSITION_FOLLOWING,
        ),
      from!,
      to!,
    );
    assert.ok(after, `${from} → ${to}`);
  }
  assert.deepEqual(
    skips.find(([from]) => from === 'cardiff'),
    ['cardiff', 'accountability-and-learning'],
  );
  await page.browserContext().close();
});

test('each content note leads to the page with all helplines, which says whom to call', async () => {
  const page = await all.visit({ script: false });
  const ways = await page.$$eval('.run .note > a:last-of-type', links =>
    links.map(link => (link as HTMLAnchorElement).href),
  );
  assert.deepEqual(
    ways,
    notedStories.map(() => `${all.site.url}plain/#help`),
  );
  await page.goto(ways[0]!);
  assert.equal((await page.$$('#help a[href^="tel:"]')).length, helpLines.length);
  await page.browserContext().close();
});

test('no control is shown that could not work', async () => {
  for (const path of ['', 'cy/', 'device/', 'cy/device/']) {
    const page = await all.visit({ path, script: false });
    assert.deepEqual(
      await page.$$eval('summary, button, input, label', controls =>
        controls
          .filter(control => control.checkVisibility({ visibilityProperty: true }))
          .map(control => control.outerHTML),
      ),
      [],
      path,
    );
    // Nor is room kept for one.
    assert.equal(
      await page.$$eval('nav.bar > reader-settings', all => all.filter(each => each.getClientRects().length).length),
      0,
      path,
    );
    await page.browserContext().close();
  }
});

/** Whether words of the page about this device stand there without script. */
const isStatic = (key: string) =>
  /^(about$|copy\.|file\.|leave\.)/.test(key) ||
  /^install\.(heading|what|iphone|android|firefox|computer)$/.test(key) ||
  /^kept\.(heading|what|script)$/.test(key);

test('the page about this device says what only script knows, and its links and the one file are there', async () => {
  for (const [path, { title, ...words }] of [
    ['device/', en],
    ['cy/device/', cy],
  ] as const) {
    const page = await all.visit({ path, script: false });
    assert.equal(await page.$eval('h1', heading => heading.textContent), title);
    const seen = await page.$eval('main', main => main.innerText);
    for (const [key, text] of Object.entries(words)) {
      if (isStatic(key))
        for (const piece of text.split(/\{\{\w+\}\}/)) assert.ok(seen.includes(piece.trim()), `${path}: ${key}`);
    }
    const places = await page.$$eval('a:not(.exit)', links => links.map(link => (link as HTMLAnchorElement).href));
    assert.ok(
      places.some(place => /\/files\/.*\.html$/.test(place)),
      places.join(', '),
    );
    for (const place of places) assert.equal((await fetch(place)).status, 200, place);
    await page.browserContext().close();
  }
});

test('the text size that the browser is set to is followed', async () => {
  const page = await all.visit({ script: false });
  const client = await page.createCDPSession();
  await client.send('Emulation.setScriptExecutionDisabled', { value: true });
  assert.equal(await page.$eval('html', root => getComputedStyle(root).fontSize), '16px');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  assert.equal(await page.$eval('html', root => getComputedStyle(root).backgroundColor), 'rgb(16, 21, 31)');
  await page.browserContext().close();
});
