/**
 * The further settings: each does what it says, at once, is heard once, can be undone, and keeps the line that is being
 * read.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { catalogue } from '../../src/model/settings/catalogue.js';
import { presets } from '../../src/model/settings/presets.js';
import { savedBy } from '../support/downloads.js';
import { whenStill } from '../support/clock.js';
import { readers, reportWords, whenSaved, type Readers } from '../support/readers.js';
import { inSweep, isSweep } from '../support/sweep.js';
import { openSettings, putOn, chooseSettings, whenSettled } from '../support/choose-settings.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(() => all.close());

const kept = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('reader-settings') ?? '{}') as Record<string, string>);
const whenSaid = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent!.includes(words), {}, words);
/** The style of an element, once the further styles have come. */
const style = (page: Page, selector: string, property: string) =>
  page.$eval(selector, (element, property) => getComputedStyle(element).getPropertyValue(property), property);
const whenStyled = (page: Page) =>
  page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('/more-')));
const press = async (page: Page, words: string) => {
  const [button] = (await page.$$(
    `::-p-xpath(//button[normalize-space()="${words}"])`,
  )) as ElementHandle<HTMLElement>[];
  assert.ok(button, `a button "${words}"`);
  await button.evaluate(element => element.click());
};

/** What a reader would see of each setting: a place, a property, and the value chosen. */
const seen: Record<string, [value: string, selector: string, property: string, expected: RegExp]> = {
  typeface: ['atkinson', 'main p', 'font-family', /^Atkinson/],
  weight: ['bold', 'main p', 'font-weight', /^800$/],
  leading: ['3', '#foreword p', 'line-height', /^54px$/],
  tracking: ['0.5', '#foreword p', 'letter-spacing', /^9px$/],
  wordspace: ['1', '#foreword p', 'word-spacing', /^18px$/],
  paragraph: ['4', '#foreword p:nth-of-type(2)', 'margin-top', /^72px$/],
  measure: ['20', '#foreword p', 'max-width', /^(1[89]\d|2\d\d)(\.\d+)?px$/],
  plain: ['on', 'main h4', 'font-weight', /^400$/],
  dim: ['70', ':root', '--my-dim', /^70$/],
  guide: ['ruler', ':root', '--my-guide', /^ruler$/],
  drawings: ['hidden', 'stats-grid svg', 'display', /^none$/],
  quotations: ['hidden', '#young-witness quote-card', 'display', /^none$/],
  stories: ['hidden', '.run', 'display', /^none$/],
  hard: ['folded', ':root', '--my-hard', /^folded$/],
  return: ['start', ':root', '--my-return', /^start$/],
  contents: ['page', 'contents-list', 'position', /^static$/],
  terms: ['explained', ':root', '--my-terms', /^explained$/],
};

/** Asserts that a setting is seen, or not, as it is put on here. */
async function isSeen(page: Page, name: string, when: string, yes = true): Promise<void> {
  const [, selector, property, expected] = seen[name]!,
    found = await style(page, selector, property);
  assert.equal(expected.test(found), yes, `${name}, ${when}: ${found}`);
}
async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForSelector('reader-settings:defined');
}
const takeBack = (page: Page) => page.$eval('[value=reset]', button => (button as HTMLElement).click());

test('further settings that cannot be fetched come by themselves into the open panel, once connected', async () => {
  const page = await all.visit(),
    failed: string[] = [];
  let isLost = true;
  // What a visit fetches by itself has come.
  await whenStill(page);
  await page.setRequestInterception(true);
  const lost = new Promise(done => page.on('requestfailed', request => done(failed.push(request.resourceType()))));
  page.on('request', request => void (isLost && request.url().endsWith('.js') ? request.abort() : request.continue()));
  await page.$eval('reader-settings details', details => {
    details.open = true;
  });
  await lost;
  isLost = false;
  await page.waitForSelector('more-settings .part');
  // An older browser keeps a script that did not come as failed (whatwg/html#10327).
  assert.ok(!failed.includes('script'), failed.join());
});

test('every setting has a test of what is seen', () => {
  const others = catalogue.map(({ name }) => name).filter(name => !(name in seen));
  assert.deepEqual(
    others.filter(name => !['size', 'theme', 'ink', 'paper', 'link'].includes(name)),
    [],
  );
});

test('every setting changes what is seen, and goes with everything else by one press', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  for (const [name, [value]] of Object.entries(seen)) {
    await chooseSettings(page, { [name]: value });
    await whenStyled(page);
    await isSeen(page, name, 'put on');
    if (isSweep) {
      await reload(page);
      await isSeen(page, name, 'after a reload');
    }
    await takeBack(page);
    await isSeen(page, name, 'taken back', false);
  }
  assert.deepEqual(await kept(page), {});
  await page.browserContext().close();
});

test('all settings together survive a reload', async () => {
  const page = await all.visit({ width: 1280, height: 800 });
  // Plain letters are never bold.
  for (const names of [Object.keys(seen).filter(name => name !== 'plain'), ['plain']]) {
    await chooseSettings(page, Object.fromEntries(names.map(name => [name, seen[name]![0]])));
    await reload(page);
    await whenStyled(page);
    for (const name of names) await isSeen(page, name, 'after a reload');
    await takeBack(page);
    for (const name of names) await isSeen(page, name, 'taken back', false);
  }
  await page.browserContext().close();
});

test('whatever is hidden or changed, no word of the report leaves the page', async () => {
  const page = await all.visit();
  await chooseSettings(page, {
    quotations: 'hidden',
    stories: 'hidden',
    drawings: 'hidden',
    plain: 'on',
    typeface: 'serif',
  });
  assert.equal((await reportWords(page)).length, 4396);
  await page.browserContext().close();
});

test('sliders and their buttons change a setting, and say it with its unit and whose choice it is', async () => {
  const page = await all.visit();
  await openSettings(page);
  const source = () => page.$eval('.measure[data-setting=leading] small', small => small.textContent);
  assert.equal(await source(), 'Default');
  await page.$eval('[aria-label="More: Line spacing"]', button => (button as HTMLElement).click());
  await whenSaid(page, 'Line spacing: 1.7 times.');
  assert.equal(await source(), 'Chosen by you');
  assert.deepEqual(await kept(page), { leading: '1.7' });
  await page.focus('#set-tracking');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(
    await page.$eval('#set-tracking', slider => slider.getAttribute('aria-valuetext')),
    '0.04 of the letter size',
  );
  await press(page, 'Undo the last change');
  await whenSaid(page, 'The last change is undone.');
  assert.deepEqual(await kept(page), { leading: '1.7' });
  await press(page, 'Undo the last change');
  assert.deepEqual(await kept(page), {});
  assert.equal(await page.$eval('more-settings button', button => (button as HTMLButtonElement).disabled), true);
  await page.browserContext().close();
});

test('a ready-made look is a set of ordinary values that one can go on changing', async () => {
  const page = await all.visit();
  await openSettings(page);
  await press(page, 'Easier with dyslexia');
  assert.deepEqual(await kept(page), presets.dyslexia);
  await page.$eval('[aria-label="Less: Letter spacing"]', button => (button as HTMLElement).click());
  assert.deepEqual(await kept(page), { ...presets.dyslexia, tracking: '0.04' });
  await page.browserContext().close();
});

/** Picks a colour of one’s own, as by the browser’s own palette. */
const pick = (page: Page, name: 'ink' | 'paper' | 'link', colour: string) =>
  page.evaluate(
    (name, colour) => {
      const fields = document.querySelectorAll<HTMLInputElement>('more-settings [type=color]');
      const field = fields[['ink', 'paper', 'link'].indexOf(name)]!;
      field.value = colour;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    name,
    colour,
  );
/** @returns the colour of an element’s letters, and that of what is behind them */
const coloursOf = (page: Page, selector: string) =>
  page.$eval(selector, element => {
    let behind: Element | null = element;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [getComputedStyle(element).color, getComputedStyle(behind!).backgroundColor];
  });

test('own colours carry the page, contrast is said in number and words, a poor pair warns, never traps', async () => {
  const page = await all.visit();
  await openSettings(page);
  await page.$eval('more-settings [type=checkbox]', box => (box as HTMLElement).click());
  await pick(page, 'ink', '#ffff00');
  await pick(page, 'paper', '#000080');
  assert.equal(await style(page, 'main p', 'color'), 'rgb(255, 255, 0)');
  assert.equal(await style(page, ':root', 'background-color'), 'rgb(0, 0, 128)');
  assert.match(
    await page.$eval('[data-contrast=ink]', words => words.textContent),
    /^Text on its background: 14\.9 to 1\. Strong/,
  );
  await whenSaid(page, 'Text on its background: 14.9 to 1. Strong');
  await pick(page, 'ink', '#000081');
  await whenSaid(page, 'Text on its background: 1.0 to 1. Too weak');
  assert.match(
    await page.$eval('[data-contrast=ink]', words => words.textContent),
    /^Text on its background: 1\.0 to 1\. Too weak/,
  );
  for (const selector of ['[value=reset]', 'summary', '.sheet legend']) {
    assert.deepEqual(await coloursOf(page, selector), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], selector);
  }
  await page.$eval('[value=reset]', button => (button as HTMLElement).click());
  assert.equal(await style(page, 'main p', 'color'), 'rgb(255, 255, 255)');
  await page.browserContext().close();
});

/** Waits until the letters of the typeface are there. */
const whenAtkinson = (page: Page) =>
  page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'Atkinson' && status === 'loaded'),
  );

/** Run inside a page. @returns whether a typeface is kept for reading offline */
const hasKeptTypeface = async () =>
  (await (await caches.open(`reader-typefaces-${new URL('./', location.href).href}`)).keys()).length > 0;

if (isSweep)
  test('a typeface is fetched only when it is chosen, and then kept offline', async () => {
    const context = await all.browser.createBrowserContext();
    const page = await all.visit({ context, copy: true });
    await whenSaved(page);
    const fetched = () => all.site.requests.filter(({ path }) => path.endsWith('.woff2')).length;
    const before = fetched();
    await openSettings(page);
    assert.equal(fetched(), before);
    await chooseSettings(page, { typeface: 'atkinson' });
    await page.waitForFunction(async () => {
      await document.fonts.load('16px Atkinson');
      return document.fonts.check('16px Atkinson');
    });
    await whenAtkinson(page);
    assert.ok(fetched() > before);
    await page.waitForFunction(hasKeptTypeface);
    await all.site.stop();
    try {
      await page.reload();
      await whenAtkinson(page);
    } finally {
      await all.site.start();
      await context.close();
    }
  });

test('under the system’s own contrast colours, what it overrides is off, with the reason', async () => {
  const page = await all.visit();
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await openSettings(page);
  assert.equal(await page.$eval('[data-setting=theme]', group => (group as HTMLFieldSetElement).disabled), true);
  assert.equal(await page.$eval('[data-setting=size]', group => (group as HTMLFieldSetElement).disabled), false);
  assert.ok(
    await page.$$eval('more-settings p', all =>
      all.some(({ textContent }) => textContent.includes('so you cannot change colours here')),
    ),
  );
  await page.browserContext().close();
});

/**
 * @returns how far the first letter of a passage is from where it was before the changes, one right after the other, in
 * lines of that passage
 */
async function moved(page: Page, ...changes: Record<string, string>[]): Promise<number> {
  const mark = () =>
    page.evaluate(() => {
      const kept = window as unknown as { line?: { node: Text; offset: number } };
      if (!kept.line) {
        const position = document.caretPositionFromPoint(innerWidth / 3, innerHeight / 3)!;
        kept.line = { node: position.offsetNode as Text, offset: position.offset };
      }
      const range = document.createRange();
      range.setStart(kept.line.node, kept.line.offset);
      range.setEnd(kept.line.node, Math.min(kept.line.offset + 1, kept.line.node.length));
      return {
        top: range.getBoundingClientRect().top,
        line: parseFloat(getComputedStyle(kept.line.node.parentElement!).lineHeight),
      };
    });
  const before = await mark();
  for (const choices of changes) await putOn(page, choices);
  await whenSettled(page);
  await whenStill(page);
  const after = await mark();
  return Math.abs(after.top - before.top) / Math.max(before.line, after.line);
}

test('of two quick changes neither takes the other’s move for the reader’s own, though styles come late', async () => {
  const page = await all.open();
  // The styles are there, and the page is busy before it hears of them.
  await page.evaluateOnNewDocument(() =>
    document.addEventListener(
      'load',
      event => {
        if (!event.isTrusted || !(event.target instanceof HTMLLinkElement) || !event.target.href.includes('/more-'))
          return;
        event.stopImmediatePropagation();
        setTimeout(link => link.dispatchEvent(new Event('load')), 150, event.target);
      },
      true,
    ),
  );
  await all.visit({ page, width: 1280, height: 800 });
  await page.$eval('#officers-jailed', story => {
    scrollTo(0, story.getBoundingClientRect().top + scrollY + 300);
  });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
  const lines = await moved(page, { theme: 'dark' }, { theme: 'dark', measure: '20' });
  assert.ok(lines < 1, `${lines.toFixed(2)} lines`);
  await page.browserContext().close();
});

const changes: readonly Record<string, string>[] = [
  { size: '150' },
  { size: '400' },
  { size: '70' },
  { leading: '3' },
  { tracking: '0.5' },
  { wordspace: '1' },
  { paragraph: '4' },
  { measure: '20' },
  { typeface: 'opendyslexic' },
  { weight: 'bold' },
  { theme: 'dark' },
  { drawings: 'hidden' },
  presets.dyslexia,
];
/**
 * Those that move the most, each in one window: all that is above gets longer, shorter, or goes; and styles or letters
 * come late.
 */
const decisive: typeof changes = [
  { size: '400' },
  // In the wide window the contents go back into the page.
  { size: '150' },
  { size: '70' },
  { measure: '20' },
  { typeface: 'opendyslexic' },
  { drawings: 'hidden' },
  presets.dyslexia,
];

test('whatever changes, the line that is being read moves by less than its own height', async () => {
  for (const [number, width] of [390, 1280].entries()) {
    for (const choices of inSweep(
      changes,
      decisive.filter((_, index) => index % 2 === number),
    )) {
      const page = await all.visit({ width, height: width === 390 ? 844 : 800 });
      await page.$eval('#officers-jailed', story => {
        scrollTo(0, story.getBoundingClientRect().top + scrollY + 300);
      });
      await chooseSettings(page, {});
      const lines = await moved(page, choices);
      assert.ok(lines < 1, `${JSON.stringify(choices)} at ${width} px: ${lines.toFixed(2)} lines`);
      await page.browserContext().close();
    }
  }
});

/** @returns the words that are shown with a field and tied to it, and whether what is in the field is wrong */
const fault = (page: Page, field: string) =>
  page.$eval(field, field => {
    const words = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    if (words?.checkVisibility()) return { words: words.textContent, invalid: field.getAttribute('aria-invalid') };
    return field.hasAttribute('aria-describedby') || field.hasAttribute('aria-invalid') ? null : undefined;
  });

test('where storage is refused no look is kept: that is said aloud and beside the field; the name stays', async () => {
  const page = await all.visit({ choices: { theme: 'dark' } });
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openSettings(page);
  await page.type('.looks input', 'Night');
  await press(page, 'Save this style');
  const words =
    'This browser cannot save styles. ' +
    'You can save your settings as a file instead, under “Use my settings on another device”.';
  await whenSaid(page, words);
  assert.deepEqual(await fault(page, '.looks input'), { words, invalid: null });
  assert.equal(await page.$eval('.looks input', field => (field as HTMLInputElement).value), 'Night');
  await page.browserContext().close();
});

test('a look is kept if it has a name and a change; what is lacking is said by the field until mended', async () => {
  const page = await all.visit();
  await openSettings(page);
  await press(page, 'Save this style');
  await whenSaid(page, 'Enter a name in “Name for this style”.');
  assert.deepEqual(await fault(page, '.looks input'), {
    words: 'Enter a name in “Name for this style”.',
    invalid: 'true',
  });
  await page.type('.looks input', 'Night <b>bus</b>');
  assert.equal(await fault(page, '.looks input'), undefined, 'mended by typing');
  await press(page, 'Save this style');
  await whenSaid(page, 'Change a setting first');
  assert.deepEqual(await fault(page, '.looks input'), {
    words: 'Change a setting first, for example text size, then save it as a style.',
    invalid: null,
  });
  await chooseSettings(page, { theme: 'dark', size: '125' });
  assert.equal(await fault(page, '.looks input'), undefined, 'mended by a change');
  await press(page, 'Save this style');
  await whenSaid(page, '“Night <b>bus</b>” saved.');
  await page.browserContext().close();
});

test('a look of one’s own is used, deleted, and brought back', async () => {
  const page = await all.visit();
  await openSettings(page);
  await page.type('.looks input', 'Night <b>bus</b>');
  await chooseSettings(page, { theme: 'dark', size: '125' });
  await press(page, 'Save this style');
  await whenSaid(page, '“Night <b>bus</b>” saved.');
  assert.equal(await page.$('more-settings button b'), null);
  await chooseSettings(page, {});
  await press(page, 'Use: Night <b>bus</b>');
  assert.deepEqual(await kept(page), { size: '125', theme: 'dark' });
  await press(page, 'Delete: Night <b>bus</b>');
  await whenSaid(page, '“Night <b>bus</b>” deleted.');
  assert.equal(await page.evaluate(() => localStorage.getItem('reader-looks')), null);
  await press(page, 'Restore: Night <b>bus</b>');
  await page.reload();
  await page.waitForSelector('reader-settings:defined');
  await openSettings(page);
  await press(page, 'Use: Night <b>bus</b>');
  await page.browserContext().close();
});

test('a link with settings asks first, names them, and is forgotten by the address', async () => {
  const page = await all.visit({ path: '#settings:size=200&theme=dark&evil=<b>' });
  await page.waitForSelector('.notice[data-kind=settings]');
  assert.match(
    await page.$eval('.notice', notice => notice.textContent),
    /This link contains settings: Text size: 200%; Colour and contrast: Dark\./,
  );
  assert.deepEqual(await kept(page), {});
  assert.equal(new URL(page.url()).hash, '');
  await press(page, 'Keep my settings');
  assert.deepEqual(await kept(page), {});
  await page.goto(`${all.site.url}?x#settings:size=200&theme=dark`);
  await page.waitForSelector('.notice[data-kind=settings]');
  await press(page, 'Use these settings');
  assert.deepEqual(await kept(page), { size: '200', theme: 'dark' });
  await page.browserContext().close();
});

test('a hostile link changes nothing, says so kindly, and can be closed', async () => {
  const page = await all.visit({ choices: { theme: 'cream' } });
  await page.goto(`${all.site.url}?y#settings:theme=javascript:alert(1)&size=99999`);
  const words =
    'The link does not contain settings. ' +
    'Copy a new link on your other device, under “Use my settings on another device”. Nothing has changed.';
  await whenSaid(page, words);
  assert.equal(await page.$eval('.notice', notice => notice.firstChild!.textContent!.trim()), words);
  assert.deepEqual(await kept(page), { theme: 'cream' });
  await page.waitForSelector('reader-settings:defined');
  await press(page, 'Close');
  assert.equal(await page.$('.notice'), null);
  assert.equal(
    await page.evaluate(() => document.activeElement!.textContent),
    'Contents',
    'the focus stays in the bar',
  );
  assert.deepEqual(all.faults, []);
  await page.browserContext().close();
});

/** Brings a file with these words to the settings. */
async function bring(page: Page, text: string, file: string): Promise<void> {
  writeFileSync(file, text);
  await ((await page.$('more-settings [type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** Brings files that hold no settings: each is refused kindly, and nothing of the reader's own is lost. */
async function bringHostile(page: Page, file: string): Promise<void> {
  for (const text of ['{', '{"kind":"reader-settings","choices":{"size":"<script>"}}', 'x'.repeat(200_000)]) {
    await page.evaluate(() => {
      document.querySelector('[role=status]')!.textContent = '';
    });
    await bring(page, text, file);
    const words =
      '“file.json” is not a settings file. Choose a file you saved with “Save my settings as a file”. ' +
      'Nothing has changed.';
    await whenSaid(page, words);
    assert.deepEqual(await fault(page, 'more-settings [type=file]'), { words, invalid: null });
    assert.deepEqual(await kept(page), { theme: 'cream' });
  }
}

test('a hostile file changes nothing and says so kindly; of another only what we know is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-')),
    file = join(folder, 'file.json');
  const page = await all.visit({ choices: { theme: 'cream' } });
  try {
    await openSettings(page);
    await bringHostile(page, file);
    const looks = [{ name: 'Sun', choices: { theme: 'contrast-light' } }],
      choices = { size: '150', theme: '<b>' };
    await bring(page, JSON.stringify({ kind: 'reader-settings', version: 1, choices, looks }), file);
    await whenSaid(page, 'Your settings have been updated.');
    assert.equal(await fault(page, 'more-settings [type=file]'), undefined);
    assert.deepEqual(await kept(page), { size: '150' });
    await press(page, 'Use: Sun');
    assert.deepEqual(all.faults, []);
  } finally {
    rmSync(folder, { recursive: true });
    await page.browserContext().close();
  }
});

test('settings saved as a file open again on another device', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const page = await all.visit({ choices: { size: '150', leading: '2' } });
  try {
    const saved = await savedBy(page, folder);
    await openSettings(page);
    await press(page, 'Save my settings as a file');
    await whenSaid(page, 'The file is saved.');
    const { path: file } = await saved('reader-settings.json');
    const other = await all.visit();
    await openSettings(other);
    await ((await other.$('more-settings [type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
    await whenSaid(other, 'Your settings have been updated.');
    assert.deepEqual(await kept(other), { size: '150', leading: '2' });
    await other.browserContext().close();
  } finally {
    rmSync(folder, { recursive: true });
    await page.browserContext().close();
  }
});

test('nothing on the page moves by itself: no animation, no transition, no smooth scrolling', async () => {
  const page = await all.visit();
  await openSettings(page);
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(element => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior === 'smooth';
        })
        .map(element => element.outerHTML.slice(0, 80)),
    ),
    [],
  );
  await page.browserContext().close();
});
