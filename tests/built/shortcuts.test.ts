/** What the reader can do by key: each action, the reader's own keys, and silence where somebody types (WCAG 2.1.4). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { actions, type ActionName } from '../../src/browser/features/shortcuts/catalogue.js';
import { pressKeys, use, usual } from '../support/keys.js';
import { readers, whenListening, type Readers, type Visit } from '../support/readers.js';
import { inSweep } from '../support/sweep.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

/** Opens the report and waits until it listens, which it does last of all. */
async function visit(visit?: Visit): Promise<Page> {
  const page = await all.visit(visit);
  await whenListening(page);
  return page;
}

const chosen = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }) as Record<string, string>);
const focused = (page: Page) => page.evaluate(() => document.activeElement!.textContent!.trim());
const said = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);

/** Opens the panel and everything in it, and waits for the list of shortcuts. */
async function openList(page: Page): Promise<void> {
  await page.$eval('reader-settings > details', details => {
    // The bar may have no room for their control; the menu shows it then.
    details.parentElement!.hidden = false;
    details.open = true;
  });
  await page.waitForSelector('shortcut-settings li button');
  await page.$$eval('reader-settings details', all => {
    for (const details of all) details.open = true;
  });
}
/** Presses the button of an action, with the keyboard. */
async function ask(page: Page, action: ActionName): Promise<void> {
  const [button] = await page.$$(
    `shortcut-settings li:nth-child(${actions.findIndex(({ name }) => name === action) + 1}) button`,
  );
  await button!.focus();
  await page.keyboard.press('Enter');
}
const row = (page: Page, action: ActionName) =>
  page.$eval(`shortcut-settings li:nth-child(${actions.findIndex(({ name }) => name === action) + 1})`, row =>
    [...row.children].map(child => child.textContent!.trim()),
  );
const flip = (page: Page, number: number) =>
  page.$$eval(
    'shortcut-settings [type=checkbox]',
    (boxes, number) => {
      (boxes[number] as HTMLInputElement).click();
    },
    number,
  );

test('larger and smaller text, the next colours, and one step back', async () => {
  const page = await visit();
  await use(page, 'larger');
  await use(page, 'larger');
  assert.equal((await chosen(page))['size'], '150');
  await use(page, 'smaller');
  assert.equal((await chosen(page))['size'], '125');
  await said(page, 'Text size: 125%.');
  await use(page, 'theme');
  await use(page, 'theme');
  assert.equal((await chosen(page))['theme'], 'dark');
  await use(page, 'undo');
  assert.deepEqual(await chosen(page), { size: '125' });
  await use(page, 'undo');
  assert.deepEqual(await chosen(page), {});
  await use(page, 'undo');
  await said(page, 'There is nothing to undo.');
  await page.browserContext().close();
});

test('at 400% it says that there is no larger text, and leaves nothing to undo', async () => {
  const page = await visit({ choices: { size: '400' } });
  await use(page, 'larger');
  await said(page, 'This is the largest text.');
  await use(page, 'undo');
  await said(page, 'There is nothing to undo.');
  assert.equal((await chosen(page))['size'], '400');
  await page.browserContext().close();
});

test('the settings open and close, with the focus where they are opened', async () => {
  const page = await visit();
  await use(page, 'settings');
  assert.equal(await page.$eval('reader-settings > details', details => details.open), true);
  assert.equal(await focused(page), 'Settings');
  await use(page, 'settings');
  assert.equal(await page.$eval('reader-settings > details', details => details.open), false);
  await page.browserContext().close();
});

/** @returns whether what has the focus is on the screen as a whole, and marked */
const inView = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && document.activeElement!.matches(':focus-visible');
  });

for (const [width, height] of inSweep<[number, number]>(
  [
    [390, 844],
    [1280, 800],
  ],
  [[390, 844]],
)) {
  test(`in ${width} × ${height} px the contents can be reached, and the same keys close them again`, async () => {
    const page = await visit({ width, height });
    await use(page, 'contents');
    await page.waitForSelector('.panel .outline');
    assert.equal(await focused(page), 'Contents');
    await use(page, 'contents');
    assert.equal(
      await page.$eval('.panel', panel => (panel as HTMLElement).hidden),
      true,
      'the same keys close them again',
    );
    await page.browserContext().close();
  });

  test(`in ${width} × ${height} px every story is reached, back too, in view, its heading in focus`, async () => {
    const page = await visit({ width, height });
    const headings = await page.$$eval('.run h4', all => all.map(heading => heading.textContent!.trim()));
    const found: string[] = [];
    for (const _ of headings) {
      await use(page, 'next');
      assert.ok(await inView(page), await focused(page));
      found.push(await focused(page));
    }
    assert.deepEqual(found, headings);
    await use(page, 'next');
    await said(page, 'There is no story after this.');
    await use(page, 'previous');
    assert.equal(await focused(page), headings.at(-2));
    // From the middle of a story its own beginning comes first.
    await page.evaluate(() => scrollBy(0, 300));
    await use(page, 'previous');
    assert.equal(await focused(page), headings.at(-2));
    await page.evaluate(() => scrollTo(0, 0));
    await use(page, 'previous');
    await said(page, 'There is no story before this.');
    assert.equal(await page.$$eval('main [tabindex]', all => all.length), 1, 'only the heading in focus can hold it');
    await page.keyboard.press('Tab');
    assert.equal(await page.$$eval('main [tabindex]', all => all.length), 0);
    await page.browserContext().close();
  });
}

test('stories that are hidden are passed over', async () => {
  const page = await visit({ choices: { stories: 'hidden' } });
  await use(page, 'next');
  await said(page, 'There is no story after this.');
  await use(page, 'previous');
  await said(page, 'There is no story before this.');
  await page.browserContext().close();
});

test('no single key does anything by default, with Shift or without', async () => {
  const page = await visit();
  // When the copy was last checked is kept too, whatever is pressed.
  const state = () =>
    page.evaluate(() =>
      JSON.stringify([
        { ...document.documentElement.dataset },
        scrollY,
        document.activeElement!.tagName,
        document.querySelector('details')!.open,
        Object.keys(localStorage).filter(key => key !== 'reader-copy'),
      ]),
    );
  const before = await state();
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    for (const modifier of ['', 'Shift+']) await pressKeys(page, `${modifier}Key${letter}`);
  for (let digit = 0; digit < 10; digit += 1) await pressKeys(page, `Digit${digit}`);
  assert.equal(await state(), before);
  await page.browserContext().close();
});

test('where somebody types, nothing happens', async () => {
  const page = await visit();
  await page.evaluate(() => {
    for (const tag of ['input', 'textarea', 'select'])
      document.querySelector('main')!.append(document.createElement(tag));
  });
  for (const tag of ['input', 'textarea', 'select']) {
    await page.focus(`main > ${tag}`);
    for (const { name } of actions) await use(page, name);
    assert.deepEqual(await chosen(page), {}, tag);
    assert.equal(await page.evaluate(() => document.activeElement!.tagName.toLowerCase()), tag);
  }
  await page.browserContext().close();
});

/** Gives larger text the keys Alt + Shift + M, in the open list: what is asked and answered is said. */
async function changeLarger(page: Page): Promise<void> {
  assert.deepEqual(await row(page, 'larger'), ['Larger text Alt + Shift + G', 'Change: Larger text']);
  await ask(page, 'larger');
  assert.equal(
    (await row(page, 'larger'))[1],
    'Press the new keys for “Larger text”. Press Escape to keep the old keys.',
  );
  await pressKeys(page, 'Alt+Shift+KeyM');
  assert.deepEqual((await row(page, 'larger')).slice(0, 2), [
    'Larger text Alt + Shift + M',
    'Larger text: Alt + Shift + M.',
  ]);
  await said(page, 'Larger text: Alt + Shift + M.');
}

test('a key can be changed, works at once and after a reload, and the old one is free', async () => {
  const page = await visit();
  await openList(page);
  await changeLarger(page);
  assert.deepEqual(await chosen(page), {}, 'the press itself was only an answer');
  assert.equal(await focused(page), 'Change: Larger text');
  for (const time of ['at once', 'after a reload']) {
    await pressKeys(page, usual.larger);
    assert.deepEqual(await chosen(page), time === 'at once' ? {} : { size: '125' }, time);
    await pressKeys(page, 'Alt+Shift+KeyM');
    assert.equal((await chosen(page))['size'], time === 'at once' ? '125' : '150', time);
    if (time === 'at once') {
      await page.reload();
      await whenListening(page);
    }
  }
  await openList(page);
  await page.$$eval('shortcut-settings > p button', buttons => {
    buttons.at(-1)!.click();
  });
  await said(page, 'The shortcuts have been reset.');
  assert.equal((await row(page, 'larger'))[0], 'Larger text Alt + Shift + G');
  assert.equal(await page.evaluate(() => localStorage.getItem('reader-shortcuts')), null);
  await page.browserContext().close();
});

test('keys that are taken, or the browser’s, are refused with a reason; Escape leaves all as it was', async () => {
  const page = await visit();
  await openList(page);
  await ask(page, 'larger');
  for (const [combination, words] of [
    [usual.smaller, '“Smaller text” already uses these keys. Try different ones.'],
    ['Ctrl+Shift+KeyY', 'Your browser or device uses these keys. Try different ones.'],
    ['Alt+Shift+KeyT', 'Your browser or device uses these keys. Try different ones.'],
    [
      'KeyL',
      'Single letters are off because they are easy to press by mistake. ' +
        'Hold Alt + Shift as well, or allow single-letter shortcuts.',
    ],
    ['Space', 'Hold Alt + Shift and press a letter or number.'],
    ['Enter', 'Hold Alt + Shift and press a letter or number.'],
  ] as const) {
    await pressKeys(page, combination);
    assert.deepEqual((await row(page, 'larger')).slice(0, 2), ['Larger text Alt + Shift + G', words]);
  }
  await page.keyboard.press('Escape');
  assert.equal((await row(page, 'larger'))[1], 'Nothing has changed.');
  assert.equal(await page.$eval('reader-settings > details', details => details.open), true, 'the settings stay open');
  assert.equal(await focused(page), 'Change: Larger text');
  assert.deepEqual(await chosen(page), {});
  await page.browserContext().close();
});

test('while keys are asked for, Tab goes on and leaves all as it was; Escape then closes the settings', async () => {
  const page = await visit();
  await openList(page);
  await ask(page, 'larger');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Change: Smaller text');
  assert.deepEqual(await row(page, 'larger'), ['Larger text Alt + Shift + G', 'Change: Larger text']);
  await page.keyboard.press('Escape');
  assert.equal(
    await page.$eval('reader-settings > details', details => details.open),
    false,
    'when nothing is asked, Escape closes the settings',
  );
  assert.deepEqual(await chosen(page), {});
  await page.browserContext().close();
});

test('single letters work only as long as they are allowed', async () => {
  const page = await visit();
  await openList(page);
  await flip(page, 1);
  await ask(page, 'larger');
  await pressKeys(page, 'KeyL');
  assert.equal((await row(page, 'larger'))[0], 'Larger text L');
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await pressKeys(page, 'KeyL');
  assert.equal((await chosen(page))['size'], '125');
  await flip(page, 1);
  assert.equal((await row(page, 'larger'))[0], 'Larger text Alt + Shift + G');
  await pressKeys(page, 'KeyL');
  assert.equal((await chosen(page))['size'], '125');
  await page.browserContext().close();
});

test('all can be switched off, and stay off after a reload and in another tab', async () => {
  const page = await visit();
  const other = await visit({ context: page.browserContext(), path: 'cy/' });
  await page.bringToFront();
  await openList(page);
  await flip(page, 0);
  const silent = async (page: Page) => {
    await page.bringToFront();
    await use(page, 'larger');
    assert.deepEqual(await chosen(page), {});
  };
  await silent(page);
  // Another tab hears of it a moment later, and one behind has no frames to wait for.
  await other.waitForFunction(() => localStorage.getItem('reader-shortcuts'), { polling: 50 });
  await silent(other);
  await page.bringToFront();
  await page.reload();
  await whenListening(page);
  await silent(page);
  await openList(page);
  await flip(page, 0);
  await use(page, 'larger');
  assert.equal((await chosen(page))['size'], '125');
  await page.browserContext().close();
});

test('where storage is refused, a changed key holds for this visit, and the list says so', async () => {
  const page = await visit();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openList(page);
  await ask(page, 'larger');
  await pressKeys(page, 'Alt+Shift+KeyM');
  await pressKeys(page, 'Alt+Shift+KeyM');
  assert.equal((await chosen(page))['size'], '125');
  assert.match(await page.$eval('shortcut-settings', list => list.textContent!), /cannot save/);
  await page.browserContext().close();
});

test('garbage in storage leaves the usual keys', async () => {
  const page = await visit();
  const strange = '{"keys":{"larger":{"a":1}},"on":"no"}',
    taken = '{"keys":{"larger":"Ctrl+KeyW"}}';
  for (const garbage of inSweep(['{', 'null', '[]', taken, strange], ['{', strange])) {
    await page.evaluate(garbage => {
      localStorage.clear();
      localStorage.setItem('reader-shortcuts', garbage);
    }, garbage);
    await page.reload();
    await whenListening(page);
    await use(page, 'larger');
    assert.equal((await chosen(page))['size'], '125', garbage);
  }
  assert.deepEqual(all.faults, []);
  await page.browserContext().close();
});

for (const [path, size] of inSweep<[string, string]>(
  [
    ['', '100'],
    ['cy/', '100'],
    ['', '400'],
  ],
  [['cy/', '400']],
)) {
  test(`/${path} at ${size}%: the list is clean for axe, fits a narrow screen, and has large targets`, async () => {
    const page = await visit({ path, width: 320, height: 640, choices: { size } });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    await openList(page);
    await ask(page, 'next');
    const { violations } = await page.evaluate(() => window.axe.run('shortcut-settings'));
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
      [],
    );
    const targets = await page.$$eval('shortcut-settings :is(button, label)', all =>
      all.map(target => {
        const { width, height } = target.getBoundingClientRect();
        return { width, height, words: target.textContent!.trim() };
      }),
    );
    assert.equal(targets.length, actions.length + 3);
    for (const { width, height, words } of targets)
      assert.ok(width >= 44 && height >= 44, `${words}: ${width} × ${height}`);
    assert.ok(await page.$eval('.sheet', sheet => sheet.scrollWidth <= sheet.clientWidth), 'nothing sticks out');
    await page.browserContext().close();
  });
}
