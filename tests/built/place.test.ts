/**
 * The reader's place: the way back from every jump, several steps, and the place that is kept and offered to whoever
 * comes back.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import cy from '../../locales/contents.cy.json';
import en from '../../locales/contents.en.json';
import { findings } from '../support/axe.js';
import { keepBusy, rest } from '../support/busy.js';
import { whenFetched, whenStill } from '../support/clock.js';
import { use } from '../support/keys.js';
import { misfits } from '../support/misfits.js';
import { endNotice } from '../support/notices.js';
import { openView, whenListening, type Visit } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { listen, whenHeard } from '../support/speech.js';
import { close, deleteEverything, readAt, readersOfFile } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

/** @returns where a passage is on the screen, in screens from its upper edge */
const heightOf = (page: Page, selector: string, number = 1) =>
  page.evaluate(
    (selector, number) => document.querySelectorAll(selector)[number]!.getBoundingClientRect().top / innerHeight,
    selector,
    number,
  );
const isInView = async (page: Page, selector: string) => {
  const height = await heightOf(page, selector);
  return height > -0.3 && height < 0.6;
};

const row = (page: Page) =>
  page.evaluate(() => document.querySelector('.notice[data-kind=back] button')?.textContent ?? '');
const whenRow = (page: Page, words: string) =>
  page.waitForFunction(
    words => (document.querySelector('.notice[data-kind=back] button')?.textContent ?? '') === words,
    {},
    words,
  );
const goBack = (page: Page) => page.$eval('.notice[data-kind=back] button', button => button.click());
const follow = async (page: Page, id: string) => {
  await page.$eval(`main a[href="#${id}"]`, link => link.click());
  await whenStill(page);
};
const back = (place: string) => `Back to: ${place}`;

/** Asserts that a passage stands where it did, with the focus in its story or part. */
async function assertBackAt(page: Page, id: string, before: number, look: string): Promise<void> {
  const now = await heightOf(page, `#${id} p`);
  assert.ok(Math.abs(now - before) < 0.02, `${look}: ${id} is at ${now} and was at ${before}`);
  assert.ok(await page.evaluate(id => document.activeElement!.closest(`#${id}`), id));
}

test('after a link the way back is there, step by step: the line is where it was, its passage in focus', async () => {
  for (const [width, height] of inSweep<[number, number]>(
    [
      [390, 844],
      [1280, 800],
      [320, 256],
    ],
    [[390, 844]],
  )) {
    const page = await all.visit({ width, height });
    await readAt(page, '#foreword p', 1);
    const first = await heightOf(page, '#foreword p');
    await follow(page, 'cardiff');
    await whenRow(page, back('Foreword'));
    await readAt(page, '#cardiff p', 1);
    const second = await heightOf(page, '#cardiff p');
    await follow(page, 'contact');
    await whenRow(page, back('Community outreach in Cardiff'));
    await goBack(page);
    await whenRow(page, back('Foreword'));
    await assertBackAt(page, 'cardiff', second, `${width} px`);
    await goBack(page);
    await whenRow(page, '');
    await assertBackAt(page, 'foreword', first, `${width} px`);
    await close(page);
  }
});

test('in a low window a notice stands in the row of the bar, and moves no line, as in Safari', async () => {
  const page = await all.visit({ width: 800, height: 400 });
  // As in Safari.
  await page.evaluate(() => {
    document.body.style.overflowAnchor = 'none';
  });
  await readAt(page, '#cardiff p', 1);
  const top = () => page.$eval('#cardiff p:nth-of-type(2)', passage => passage.getBoundingClientRect().top),
    before = await top();
  const high = () => page.$eval('nav.bar', bar => bar.offsetHeight),
    low = await high();
  await page.$eval('#cardiff p:nth-of-type(2)', passage => {
    getSelection()!.setBaseAndExtent(passage.firstChild!, 4, passage.firstChild!, 14);
  });
  await page.waitForSelector('.notice[data-kind=selected]');
  assert.ok((await high()) < low + 2, 'the bar stays one row');
  assert.ok(Math.abs((await top()) - before) < 1, `it came, and the text moved by ${(await top()) - before}`);
  await page.evaluate(() => {
    getSelection()!.removeAllRanges();
  });
  await page.waitForFunction(() => !document.querySelector('.notice[data-kind=selected]'));
  assert.ok(Math.abs((await top()) - before) < 1, `it went, and the text moved by ${(await top()) - before}`);
  await close(page);
});

if (isSweep)
  test('a notice that comes while the page is moving does not stop it', async () => {
    const page = await all.visit();
    await readAt(page, '#cardiff p', 1);
    const to = await page.evaluate(() => scrollY + 6000);
    await page.$eval('#cardiff p:nth-of-type(2)', passage => {
      getSelection()!.setBaseAndExtent(passage.firstChild!, 4, passage.firstChild!, 14);
    });
    await page.waitForSelector('.notice[data-kind=selected]');
    const when = await page.evaluate(
      to =>
        new Promise<number>(done => {
          getSelection()!.removeAllRanges();
          new MutationObserver(() => {
            if (!document.querySelector('.notice[data-kind=selected]')) done(scrollY);
          }).observe(document.querySelector('nav.bar')!, { childList: true });
          // The time after which the row goes is over as soon as the page moves, however busy the machine is.
          addEventListener('scroll', () => {
            while (window.pageWaits.runNext());
          });
          scrollTo({ top: to, behavior: 'smooth' });
        }),
      to,
    );
    assert.ok(when < to, 'the page was moving when the row went');
    await page.waitForFunction(to => Math.abs(scrollY - to) < 2, {}, to);
    await close(page);
  });

test('from the very top the way back leads to the beginning', async () => {
  const page = await all.visit();
  await follow(page, 'contact');
  await whenRow(page, en['back.top']);
  await goBack(page);
  await page.waitForFunction(() => scrollY === 0 && document.activeElement!.matches('h1'));
  await close(page);
});

test('from before the first part the way back leads to that very place, not to the beginning', async () => {
  const page = await all.visit();
  await readAt(page, '.opening .voices p', 3);
  const before = await heightOf(page, '.opening .voices p', 3);
  await follow(page, 'contact');
  await whenRow(page, en['back.here']);
  await goBack(page);
  await whenRow(page, '');
  assert.ok(Math.abs((await heightOf(page, '.opening .voices p', 3)) - before) < 0.02);
  await close(page);
});

test('the way back is still there after a reload and in the other language, to the same passages', async () => {
  const page = await all.visit();
  await readAt(page, '#foreword p', 1);
  await follow(page, 'cardiff');
  await readAt(page, '#cardiff p', 1);
  await follow(page, 'figures');
  await whenRow(page, back('Community outreach in Cardiff'));
  await page.reload();
  await whenRow(page, back('Community outreach in Cardiff'));
  await openView(page, 'more');
  await Promise.all([page.waitForNavigation(), page.click('.doors a[hreflang=cy]')]);
  await whenRow(page, `Yn ôl i: Community outreach in Cardiff`);
  assert.equal(
    await page.$eval('.notice[data-kind=back] [lang]', name => (name as HTMLElement).lang),
    'en',
    'a name in English is marked as English',
  );
  await goBack(page);
  assert.ok(await isInView(page, '#cardiff p'));
  await goBack(page);
  assert.ok(await isInView(page, '#foreword p'));
  await whenRow(page, '');
  await close(page);
});

test('steps in a row have one way back, to where the first began', async () => {
  const page = await all.visit();
  await readAt(page, '#foreword p', 1);
  await page.click('nav.bar > a[href="#contents"]');
  await page.waitForSelector('.outline');
  await page.$$eval('.steps button', buttons => {
    buttons[3]!.click();
    buttons[3]!.click();
    buttons[3]!.click();
  });
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Supporting a young witness');
  await whenRow(page, back('Foreword'));
  await goBack(page);
  await whenRow(page, '');
  await close(page);
});

/** Follows a link from the foreword. @returns where the text that it led to stood just before the row came */
async function heightBeforeRow(page: Page): Promise<number> {
  await readAt(page, '#foreword p', 1);
  await page.$eval('nav.bar', bar => {
    const { prepend } = bar;
    bar.prepend = (...rows) => {
      Object.assign(window, {
        before: document.querySelector('#cardiff p')!.getBoundingClientRect().top / innerHeight,
      });
      prepend.apply(bar, rows);
    };
  });
  await page.$eval('main a[href="#cardiff"]', link => {
    link.focus({ preventScroll: true });
    link.click();
  });
  await page.waitForSelector('.notice[data-kind=back]');
  await whenStill(page);
  return page.evaluate(() => (window as unknown as { before: number }).before);
}

/** Hides the way back. @returns whether the focus goes to a link of the bar */
async function hideRow(page: Page): Promise<boolean> {
  await page.$$eval('.notice[data-kind=back] button', buttons => {
    buttons[1]!.click();
  });
  await whenRow(page, '');
  return page.evaluate(() => document.activeElement!.matches('nav.bar a'));
}
/** @returns what way back there is when the page was loaded anew */
async function rowAfterReload(page: Page): Promise<string> {
  await page.reload();
  await whenListening(page);
  await whenStill(page);
  return row(page);
}

test('the way back takes no focus, moves no text, is told once, can be hidden, and comes back at a jump', async () => {
  for (const [width, height] of inSweep<[number, number]>(
    [
      [390, 844],
      [320, 256],
    ],
    [[320, 256]],
  )) {
    const page = await all.open(),
      heard = await listen(page);
    await all.visit({ page, width, height });
    const before = await heightBeforeRow(page),
      now = await heightOf(page, '#cardiff p', 0);
    assert.ok(Math.abs(now - before) < 0.01, `${height}: the text moved from ${before} to ${now}`);
    assert.ok(await page.evaluate(() => !document.activeElement!.closest('.notice[data-kind=back]')));
    await whenHeard(heard, en['back.said']);
    assert.ok(await hideRow(page));
    assert.equal(await rowAfterReload(page), '', 'hidden is hidden');
    await follow(page, 'contact');
    await page.waitForSelector('.notice[data-kind=back]');
    await whenStill(page);
    assert.equal(heard.filter(words => words === en['back.said']).length, 1);
    await close(page);
  }
});

test('the browser’s own Back works for every link, and the way back forgets what was gone back to', async () => {
  const page = await all.visit();
  await readAt(page, '#foreword p', 1);
  const first = await heightOf(page, '#foreword p');
  await follow(page, 'cardiff');
  await whenRow(page, back('Foreword'));
  await page.goBack();
  await whenRow(page, '');
  assert.ok(Math.abs((await heightOf(page, '#foreword p')) - first) < 0.02);
  await close(page);
});

test('a link that is followed twice leads there both times, and has a way back', async () => {
  const page = await all.visit();
  await follow(page, 'cardiff');
  await readAt(page, '#foreword p', 1);
  await follow(page, 'cardiff');
  await whenRow(page, back('Foreword'));
  assert.ok((await heightOf(page, '#cardiff', 0)) < 0.3);
  await close(page);
});

test('after jumps, ways back and another jump, the browser’s own Back leads where the way back says', async () => {
  const page = await all.visit();
  await readAt(page, '#foreword p', 1);
  await follow(page, 'cardiff');
  await whenRow(page, back('Foreword'));
  await follow(page, 'contact');
  await whenRow(page, back('Community outreach in Cardiff'));
  await goBack(page);
  await whenRow(page, back('Foreword'));
  await goBack(page);
  await whenRow(page, '');
  // By key, which no link of the page follows.
  await use(page, 'next');
  await whenRow(page, back('Foreword'));
  await page.goBack();
  await whenRow(page, '');
  assert.ok(await isInView(page, '#foreword p'));
  await close(page);
});

if (isSweep)
  test('in the installed window it works the same', async () => {
    const page = await all.open();
    await page.evaluateOnNewDocument(() => {
      const usual = matchMedia.bind(window);
      window.matchMedia = query => usual(query.includes('display-mode: standalone') ? 'all' : query);
    });
    await page.goto(all.site.url);
    await page.waitForSelector('reader-settings:defined');
    await readAt(page, '#foreword p', 1);
    await follow(page, 'cardiff');
    await whenRow(page, back('Foreword'));
    await goBack(page);
    assert.ok(await isInView(page, '#foreword p'));
    await close(page);
  });

test('what the window holds is listed with what is kept, and erased with it', async () => {
  const page = await all.visit();
  await readAt(page, '#foreword p', 1);
  await follow(page, 'cardiff');
  await whenRow(page, back('Foreword'));
  await page.goto(`${all.site.url}device/`);
  await page.waitForFunction(() =>
    document.querySelector('kept-here')?.textContent!.includes('the way back to earlier ones'),
  );
  await deleteEverything(page);
  await page.waitForFunction(() =>
    document.querySelector('kept-here')?.textContent!.includes('Everything this website saved'),
  );
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await close(page);
});

test('whoever reads without keeping anything has the way back all the same', async () => {
  const page = await all.visit({ path: '?keep-nothing' });
  await follow(page, 'cardiff');
  await whenRow(page, en['back.top']);
  assert.deepEqual(await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)]), [[], []]);
  await close(page);
});

test('hostile values of the session are no places', async () => {
  const strange = `[{"id":"x","index":0,"begins":"","letter":0,"top":"1"}]`,
    mixed = '[1,null,"x",{"id":"cardiff"}]';
  const page = await all.visit();
  for (const value of inSweep(['{', 'null', '{"length":3}', mixed, strange], [mixed])) {
    await page.evaluate(value => {
      sessionStorage.setItem('reader-back', value);
      sessionStorage.setItem('reader-back-row', '<b>');
    }, value);
    assert.equal(await rowAfterReload(page), '', value);
    await follow(page, 'cardiff');
    await page.waitForSelector('.notice[data-kind=back]');
  }
  await close(page);
});

// ---- by key

const whenSaid = (page: Page, words: string | RegExp) =>
  page.waitForFunction(
    (words, isPattern) => {
      const said = document.querySelector('[role=status]')!.textContent;
      return isPattern ? new RegExp(words).test(said) : said === words;
    },
    {},
    words instanceof RegExp ? words.source : words,
    words instanceof RegExp,
  );

/** Goes on by a screen, by key. @returns where the page is then, where its bar is, and how high a line is */
async function screenOn(page: Page): Promise<{ at: number; bar: number; line: number }> {
  await use(page, 'screenOn');
  return page.evaluate(() => ({
    at: scrollY,
    bar: document.querySelector('nav.bar')!.getBoundingClientRect().top,
    line: parseFloat(getComputedStyle(document.body).lineHeight),
  }));
}

test('by key: where one is, is said without moving anything; back; a screen on and back', async () => {
  const page = await all.visit();
  await whenListening(page);
  await use(page, 'back');
  await whenSaid(page, 'There is nowhere to go back to.');
  await readAt(page, '#foreword p', 1);
  const before = await page.evaluate(() => [scrollY, document.activeElement!.tagName]);
  await use(page, 'where');
  await whenSaid(page, /^You are \d% of the way through the report, in the part “Foreword”\.$/);
  await page.waitForSelector('.notice[data-kind=where]');
  assert.deepEqual(await page.evaluate(() => [scrollY, document.activeElement!.tagName]), before);
  await endNotice(page);
  const on = await screenOn(page);
  assert.ok(Math.abs(on.at - Number(before[0]) - (on.bar - 2 * on.line)) < 2, JSON.stringify([before, on]));
  await use(page, 'screenBack');
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - Number(before[0])) < 2);
  await use(page, 'next');
  await whenRow(page, back('Foreword'));
  await use(page, 'back');
  await whenRow(page, '');
  assert.ok(await isInView(page, '#foreword p'));
  await page.evaluate(() => scrollTo(0, 0));
  await use(page, 'screenBack');
  await whenSaid(page, 'This is the beginning of the page.');
  await close(page);
});

// ---- the place that is kept

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('reader-kept-place'));
const offer = (page: Page) =>
  page.evaluate(() => document.querySelector('.notice[data-kind=place] .says')?.textContent ?? '');
const whenOffered = (page: Page) => page.waitForSelector('.notice[data-kind=place]');
const answer = (page: Page, number: number) =>
  page.$$eval(
    '.notice[data-kind=place] button',
    (buttons, number) => {
      buttons[number]!.click();
    },
    number,
  );
/** Whoever has chosen this is only offered the place. */
const asked = { return: 'start' };
/** Opens the report, in a browser that may have been here before, for somebody who wants to be asked. */
async function visit(context: BrowserContext, visit: Visit = {}): Promise<Page> {
  return all.visit({ ...visit, choices: { ...asked, ...visit.choices }, context });
}
/** Reads a passage until the page has seen that somebody rests there. */
async function restAt(page: Page, selector: string, number = 1): Promise<void> {
  await whenListening(page);
  await readAt(page, selector, number);
  await whenStill(page);
}
/** Reads the report at a passage until that place is kept. */
async function read(context: BrowserContext, selector: string, how: Visit = {}): Promise<Page> {
  const page = await visit(context, how);
  await restAt(page, selector);
  assert.ok(await kept(page));
  return page;
}
/** The places that were kept by reading, once for all tests: a visit costs much. */
const places = new Map<string, string>();
/** @returns a device on which somebody read a passage before */
async function readBefore(selector: string): Promise<BrowserContext> {
  const context = await all.browser.createBrowserContext(),
    place = places.get(selector);
  if (place === undefined) {
    const page = await read(context, selector);
    places.set(selector, (await kept(page))!);
    await page.close();
  } else {
    // A page without a script, on which nothing happens.
    const page = await visit(context, { path: 'licences.txt' });
    await page.evaluate(place => {
      localStorage.setItem('reader-kept-place', place);
    }, place);
    await page.close();
  }
  return context;
}
/** @returns what is offered when nothing happens any more: nothing, if all is well */
async function nothingOffered(page: Page): Promise<string> {
  await whenListening(page);
  await whenStill(page);
  return offer(page);
}

const sayings = {
  en: /^Continue reading: “Community outreach in Cardiff” \(4\d%\)$/,
  cy: /^Parhau i ddarllen: “Community outreach in Cardiff” \(4\d%\)$/,
};
/** A language, a window and a text size. */
type Look = [path: string, width: number, height: number, size: string];
const looks: Look[] = [
  ['', 390, 844, '100'],
  ['', 1280, 800, '100'],
  ['', 320, 640, '400'],
  ['cy/', 390, 844, '100'],
  ['cy/', 320, 256, '200'],
];
for (const [path, width, height, size] of inSweep(looks, [looks[4]!])) {
  const look = `/${path} at ${width} × ${height} px and ${size}%`;
  test(`${look}: who comes back is offered the place, by story and per cent, and led to it, in focus`, async () => {
    const context = await readBefore('#cardiff p'),
      page = await visit(context, { path, width, height, choices: { size } });
    await whenOffered(page);
    assert.match(await offer(page), sayings[path ? 'cy' : 'en']);
    assert.ok(await page.evaluate(() => document.activeElement === document.body), 'it takes no focus');
    assert.deepEqual(await misfits(page), []);
    // The rest of the page is as it is without an offer.
    assert.deepEqual(await findings(page, isSweep ? undefined : 'nav.bar'), []);
    await answer(page, 0);
    assert.equal(await page.$('.notice[data-kind=place]'), null);
    assert.ok(await page.evaluate(() => document.activeElement!.closest('#cardiff')), 'the focus');
    const isSeen = await page.evaluate(() => {
      const { top, bottom } = document.querySelectorAll('#cardiff p')[1]!.getBoundingClientRect();
      return top < innerHeight / 2 && bottom > 0;
    });
    assert.ok(isSeen, 'the passage is in view');
    await context.close();
  });
}

if (isSweep)
  test('a place kept while reading Welsh is offered in English', async () => {
    const context = await all.browser.createBrowserContext();
    await (await read(context, '#victim-blaming p', { path: 'cy/' })).close();
    const page = await visit(context);
    await whenOffered(page);
    assert.match(await offer(page), /^Continue reading: “Ending victim blaming language” \(8\d%\)$/);
    await context.close();
  });

test('it is kept too when the page is hidden or left before one has rested', async () => {
  const context = await all.browser.createBrowserContext(),
    page = await all.open(context);
  // Nobody rests here so long that it counts.
  await page.evaluateOnNewDocument(() => {
    const { setTimeout: usual } = window;
    Object.assign(window, {
      setTimeout: (run: () => void, time?: number, ...given: unknown[]) =>
        time === 1500 ? 0 : usual(run, time, ...given),
    });
  });
  await all.visit({ page });
  await restAt(page, '#cardiff p');
  assert.equal(await kept(page), null);
  await page.goto(`${all.site.url}device/`);
  assert.match((await kept(page)) ?? '', /cardiff/);
  await context.close();
});

/** Opens the report as it was corrected, and waits until the place is offered. */
async function visitCorrected(context: BrowserContext, corrected: string): Promise<Page> {
  const page = await all.open(context);
  await page.setRequestInterception(true);
  page.on(
    'request',
    request =>
      void (request.url() === all.site.url
        ? request.respond({ contentType: 'text/html', body: corrected })
        : request.continue()),
  );
  await all.visit({ page, choices: asked });
  await whenStill(page);
  // What was corrected is more important, and is told first.
  await page.$$eval('.notice[data-kind=corrections] button', all => all.at(-1)?.click());
  await whenOffered(page);
  return page;
}

test('a text that was corrected does not lose the place', async () => {
  const context = await readBefore('#cardiff p'),
    html = readFileSync(join(builtFolder, 'index.html'), 'utf8');
  const begins = /<section id=cardiff.*?<\/div><p>([^<]{30})/.exec(html)![1]!;
  // One paragraph more before it, and other words in it.
  const longer = html.replace(/(<section id=cardiff[^>]*><h4>[^<]*<\/h4>)/, '$1<p>A paragraph that was forgotten.</p>');
  const other = html.replace(begins, 'Corrected: '.padEnd(80, 'again '));
  for (const corrected of inSweep([longer, other], [other])) {
    assert.notEqual(corrected, html);
    const page = await visitCorrected(context, corrected);
    assert.match(await offer(page), /Community outreach in Cardiff/);
    await answer(page, 0);
    assert.ok(await page.evaluate(() => document.activeElement!.closest('#cardiff')));
    await page.close();
  }
  await context.close();
});

/**
 * Opens a sheet of the report while the browser is busy, and lets the browser rest then.
 * @returns a way to see where the sheet is
 */
async function openBeforeRest(page: Page, button: string, sheet: string): Promise<() => Promise<string>> {
  await keepBusy(page);
  await all.visit({ page, whole: false });
  await page.click(button);
  await page.waitForFunction(selector => document.querySelector(`${selector}:not([hidden]) [value=close]`), {}, sheet);
  await whenFetched(page);
  return () => page.$eval(sheet, each => JSON.stringify(each.getBoundingClientRect()));
}

test('an offer waits while the settings or the contents are open: nothing moves under the finger', async () => {
  const context = await readBefore('#cardiff p');
  const settings = ['reader-settings summary', 'reader-settings [value=close]', '.sheet'] as const;
  const contents = ['nav.bar > a[href="#contents"]', 'reader-panel [value=close]', 'reader-panel'] as const;
  // Before an offer comes the contents are open in the next test, too.
  for (const [open, close, sheet] of inSweep<typeof settings | typeof contents>([settings, contents], [settings])) {
    const page = await all.open(context);
    const where = await openBeforeRest(page, open, sheet),
      before = await where();
    await rest(page);
    assert.deepEqual([await nothingOffered(page), await where()], ['', before], sheet);
    await page.click(close);
    await whenOffered(page);
    await page.close();
  }
  await context.close();
});

test('who went on from the contents before the place could be offered is offered nothing any more', async () => {
  const context = await readBefore('#cardiff p');
  const page = await all.open(context),
    heard = await listen(page);
  await openBeforeRest(page, 'nav.bar > a[href="#contents"]', 'reader-panel');
  await page.waitForSelector('reader-panel .view a[href="#contact"]');
  await rest(page);
  assert.equal(await nothingOffered(page), '');
  await page.$eval('reader-panel .view a[href="#contact"]', link => {
    (link as HTMLElement).click();
  });
  await page.waitForFunction(() => scrollY > innerHeight);
  assert.equal(await nothingOffered(page), '');
  assert.deepEqual(
    heard.filter(each => each.includes('You stopped reading')),
    [],
  );
  await context.close();
});

test('“Not now” keeps the place until one has moved on', async () => {
  const context = await readBefore('#cardiff p');
  const first = await visit(context);
  await whenOffered(first);
  await answer(first, 1);
  assert.ok(await first.evaluate(() => scrollY === 0 && document.activeElement!.matches('nav.bar a')));
  await first.close();
  const second = await visit(context);
  await whenOffered(second);
  assert.match(await offer(second), /Cardiff/);
  await answer(second, 1);
  await restAt(second, '#foreword p');
  assert.match((await kept(second)) ?? '', /foreword/);
  await second.close();
  const third = await visit(context);
  await whenOffered(third);
  assert.match(await offer(third), /“Foreword”/);
  await context.close();
});

const earlier: [how: string, path: string][] = [
  ['scrolls from the top while the place further on is offered', ''],
  ['comes by a link to an earlier place', '#excessive-force'],
];
for (const [how, path] of inSweep(earlier, [earlier[0]!])) {
  test(`who ${how} does not lose it: it is offered at the next visit`, async () => {
    const context = await readBefore('#victim-blaming p'),
      page = await visit(context, { path });
    if (!path) await whenOffered(page);
    await restAt(page, '#foreword p');
    assert.equal(await offer(page), '', 'the offer goes away');
    assert.ok(await page.evaluate(() => document.activeElement!.matches('body, main *')), 'quietly');
    await page.close();
    const next = await visit(context);
    await whenOffered(next);
    assert.match(await offer(next), /^Continue reading: “Ending victim blaming language”/);
    await context.close();
  });
}

test('who reads on for a while at an earlier place, with no answer, is offered that at the next visit', async () => {
  const context = await readBefore('#victim-blaming p'),
    page = await visit(context);
  await whenOffered(page);
  for (const passage of [0, 1, 2, 3, 4]) {
    assert.match((await kept(page)) ?? '', /victim-blaming/, `at passage ${passage}`);
    await restAt(page, '#foreword p', passage);
  }
  assert.match((await kept(page)) ?? '', /foreword/);
  await context.close();
});

if (isSweep)
  test('who comes to the kept place again, or past it, is from then on offered the last place', async () => {
    const context = await readBefore('#cardiff p'),
      page = await visit(context);
    await whenOffered(page);
    await restAt(page, '#victim-blaming p');
    assert.match((await kept(page)) ?? '', /victim-blaming/);
    await restAt(page, '#foreword p');
    assert.match((await kept(page)) ?? '', /foreword/);
    await context.close();
  });

test('whoever loads the page anew goes on with the same visit: the last place is kept', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await read(context, '#victim-blaming p');
  await page.reload();
  await restAt(page, '#foreword p');
  assert.match((await kept(page)) ?? '', /foreword/);
  await context.close();
});

test('the cover and its quotations are no place: not kept, nor offered if an older version kept them', async () => {
  const context = await all.browser.createBrowserContext(),
    page = await visit(context);
  await restAt(page, '.opening p', 6);
  assert.ok(await page.evaluate(() => scrollY > innerHeight));
  assert.equal(await kept(page), null);
  await page.evaluate(() => {
    localStorage.setItem(
      'reader-kept-place',
      '{"id":"main","index":4,"begins":"As a family we would","letter":0,"top":200}',
    );
  });
  await page.goto(`${all.site.url}cy/`);
  assert.equal(await nothingOffered(page), '');
  await context.close();
});

test('nothing is offered at a first visit, after just the beginning, by a link, or after a reload', async () => {
  const context = await all.browser.createBrowserContext();
  const first = await visit(context);
  await whenListening(first);
  await first.evaluate(() => scrollTo(0, 300));
  assert.deepEqual([await nothingOffered(first), await kept(first)], ['', null]);
  await first.close();
  const page = await read(context, '#cardiff p');
  await page.reload();
  assert.equal(await nothingOffered(page), '');
  await page.close();
  assert.equal(await nothingOffered(await visit(context, { path: '#contact' })), '');
  await context.close();
});

test('while nothing is to be kept, no place is kept and none is offered', async () => {
  const page = await all.visit({ path: '?keep-nothing' });
  await restAt(page, '#cardiff p');
  assert.equal(await kept(page), null);
  await close(page);
});

const nowhere = '{"id":"nowhere","index":0,"begins":"x","letter":0,"top":0}',
  notThere = '{"id":"panel-name","index":0,"begins":"x","letter":0,"top":0}';
// What is no place at all is told by the unit tests too.
const noPlaces = [
  '{',
  'null',
  '[]',
  '"cardiff"',
  '{"id":"cardiff"}',
  nowhere,
  notThere,
  '{"id":"cardiff","index":-1,"begins":"","letter":0,"top":0}',
  '{"id":"cardiff","index":0,"begins":{},"letter":0,"top":0}',
  `{"id":"cardiff","index":0,"begins":"","letter":1e999,"top":0}`,
];
/** Loads the page anew with a place that was kept. */
async function reloadWith(page: Page, place: string): Promise<void> {
  await page.evaluate(place => {
    localStorage.setItem('reader-kept-place', place);
  }, place);
  await page.reload();
}

test('hostile values are no place, and are not offered', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await visit(context);
  for (const value of inSweep(noPlaces, [nowhere])) {
    await reloadWith(page, value);
    assert.equal(await nothingOffered(page), '', value);
  }
  await reloadWith(page, '{"id":"cardiff","index":99999,"begins":"<img src=x>","letter":99999999,"top":-1e300}');
  await whenOffered(page);
  await answer(page, 0);
  assert.ok(await page.evaluate(() => document.activeElement!.closest('#cardiff')));
  await context.close();
});

test('who leaves fast leaves no place behind', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await read(context, '#cardiff p');
  await page.setRequestInterception(true);
  page.on(
    'request',
    request =>
      void (request.url().startsWith(all.site.url)
        ? request.continue()
        : request.respond({ contentType: 'text/html', body: '<!doctype html><title>Weather</title>' })),
  );
  await page.click('a.exit');
  await page.waitForFunction(() => document.title === 'Weather', { polling: 50 });
  await page.close();
  const again = await visit(context, { path: 'licences.txt' });
  assert.equal(await kept(again), null);
  await context.close();
});

if (isSweep)
  test('it is listed with what is kept on the device, and erased with it', async () => {
    const context = await readBefore('#cardiff p');
    const page = await visit(context, { path: 'device/' });
    await page.waitForFunction(() =>
      document.querySelector('kept-here')?.textContent!.includes('Where you stopped reading'),
    );
    await deleteEverything(page);
    await page.waitForFunction(() =>
      document.querySelector('kept-here')?.textContent!.includes('Everything this website saved'),
    );
    assert.equal(await kept(page), null);
    await context.close();
  });

test('the offer is said once, in the language of the page', async () => {
  const context = await readBefore('#cardiff p');
  for (const [path, words] of inSweep<[string, typeof en]>(
    [
      ['', en],
      ['cy/', cy],
    ],
    [['cy/', cy]],
  )) {
    const page = await all.open(context),
      heard = await listen(page);
    await all.visit({ page, path, whole: false, choices: asked });
    await whenOffered(page);
    await whenStill(page);
    const pattern = new RegExp(
      words['kept.said']
        .replace('{{place}}', 'Community outreach in Cardiff')
        .replace(/\{\{.*?\}\}/, '4\\d%')
        .replace(/[()]/g, '\\$&'),
    );
    assert.equal(heard.filter(each => pattern.test(each)).length, 1, heard.join(' | '));
    await page.close();
  }
  await context.close();
});

// ---- coming back to it by itself

/** @returns a page on which somebody has come back and done nothing */
async function comeBack(context: BrowserContext, visit: Visit = {}): Promise<Page> {
  const page = await all.visit({ choices: {}, ...visit, context, whole: false });
  await whenOffered(page);
  return page;
}
const isAtCardiff = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = document.querySelectorAll('#cardiff p')[1]!.getBoundingClientRect();
    return Boolean(document.activeElement!.closest('#cardiff')) && top < innerHeight / 2 && bottom > 0;
  });

const here = {
  en: /^You stopped here: “Community outreach in Cardiff” \(4\d%\)\. Go to the beginning$/,
  cy: /^Dyma ble stopioch chi: “Community outreach in Cardiff” \(4\d%\)\. Mynd i’r dechrau$/,
};
for (const [path, width, height, size] of inSweep(looks, [looks[3]!])) {
  const look = `/${path} at ${width} × ${height} px and ${size}%`;
  test(`${look}: who comes back is where they stopped, in focus, with a way to the beginning`, async () => {
    const page = await comeBack(await readBefore('#cardiff p'), { path, width, height, choices: { size } });
    assert.ok(await isAtCardiff(page), 'the place');
    assert.match(await offer(page), here[path ? 'cy' : 'en']);
    assert.deepEqual(await misfits(page), []);
    await answer(page, 0);
    await page.waitForFunction(() => scrollY === 0 && document.activeElement!.matches('h1'));
    await whenRow(page, (path ? cy : en)['back.to'].replace('{{place}}', 'Community outreach in Cardiff'));
    await goBack(page);
    await whenRow(page, '');
    assert.ok(await isAtCardiff(page), 'back again');
    await close(page);
  });
}

test('who comes back is told once where they are, and the notice goes when they have read on', async () => {
  const context = await readBefore('#cardiff p'),
    page = await all.open(context),
    heard = await listen(page);
  await all.visit({ page, whole: false, choices: {} });
  await whenOffered(page);
  await whenStill(page);
  const said = heard.filter(words => words.startsWith('You are where you stopped reading: “Community outreach'));
  assert.equal(said.length, 1, heard.join(' | '));
  await restAt(page, '#victim-blaming p');
  assert.equal(await offer(page), '');
  assert.match((await kept(page)) ?? '', /victim-blaming/);
  await context.close();
});

test('who went to the beginning does not lose the place, and is not pulled back by another page', async () => {
  const context = await readBefore('#cardiff p'),
    page = await comeBack(context);
  await answer(page, 0);
  await page.waitForFunction(() => scrollY === 0);
  await restAt(page, '#foreword p');
  assert.match((await kept(page)) ?? '', /cardiff/);
  await page.goto(`${all.site.url}help/`);
  await all.visit({ page });
  await whenOffered(page);
  assert.match(await offer(page), /^Continue reading/);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.close();
  assert.ok(await isAtCardiff(await comeBack(context)));
  await context.close();
});

test('nobody is led away who comes by a link, has begun to do something, or was in the first part', async () => {
  const context = await readBefore('#cardiff p');
  const linked = await all.visit({ path: '#contact', context, choices: {} });
  assert.equal(await nothingOffered(linked), '');
  assert.ok((await heightOf(linked, '#contact', 0)) < 0.3);
  await linked.close();
  const busy = await all.open(context);
  await openBeforeRest(busy, 'reader-settings summary', '.sheet');
  await rest(busy);
  assert.equal(await nothingOffered(busy), '');
  assert.equal(await busy.evaluate(() => scrollY), 0);
  await context.close();
  const page = await comeBack(await readBefore('#foreword p'));
  assert.match(await offer(page), /^Continue reading: “Foreword”/);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await close(page);
});
