/**
 * The reader's choices: shown at once, heard once, kept, applied before anything is painted, taken back with one press.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { settingNamed, sizeTiles } from '../../src/model/settings/catalogue.js';
import { whenStill } from '../support/clock.js';
import type { Visit } from '../support/readers.js';
import { listen } from '../support/speech.js';
import { readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';
import { openSettings } from '../support/choose-settings.js';

const all = await readersOfFile({ copy: false });

const choose = (page: Page, name: string, value: string) =>
  page.$eval(`[name=${name}][value="${value}"]`, radio => (radio as HTMLInputElement).click());
const textSize = (page: Page) => page.$eval('main p', paragraph => parseFloat(getComputedStyle(paragraph).fontSize));

/** The tiles that stand in the page from the start. */
const tiles = [
  ['size', sizeTiles],
  ['theme', ['device', 'light', 'dark', 'cream', 'contrast-light', 'contrast-dark']],
] as const;

/** Chooses each option in turn, each of which is there again after a reload. @returns the looks, each once */
async function looksOfEach(page: Page, name: string, options: readonly string[]): Promise<Set<string>> {
  const looks = new Set<string>();
  for (const option of options) {
    await choose(page, name, option);
    await page.reload();
    looks.add(
      await page.$eval('html', root => {
        const { backgroundColor, fontSize } = getComputedStyle(root);
        return JSON.stringify([backgroundColor, fontSize]);
      }),
    );
    assert.equal(await page.$eval(`[name=${name}]:checked`, radio => (radio as HTMLInputElement).value), option);
    await page.waitForSelector('reader-settings:defined');
  }
  return looks;
}
/** @returns the choice that the Welsh page shows */
async function choiceInWelsh(page: Page, name: string): Promise<string | undefined> {
  await page.goto(`${all.site.url}cy/`);
  const chosen = await page.evaluate(name => document.documentElement.dataset[name], name);
  await page.goto(all.site.url);
  await page.waitForSelector('reader-settings:defined');
  return chosen;
}

test('every tile changes what is seen, and is there again after a reload and in the other language', async () => {
  const page = await all.visit();
  for (const [name, options] of tiles) {
    const { usual } = settingNamed(name);
    const looks = await looksOfEach(page, name, options);
    for (const option of inSweep<string>(options, [usual, options.at(-1)!])) {
      await choose(page, name, option);
      assert.equal(await choiceInWelsh(page, name), option === usual ? undefined : option);
    }
    // Match my device and light look the same on a light device.
    assert.equal(looks.size, name === 'theme' ? options.length - 1 : options.length, name);
    await choose(page, name, usual);
  }
  await page.browserContext().close();
});

/**
 * @returns a page that keeps no offline copy, about which something is said at a time of its own; and what its live
 * region says, which grows
 */
async function listening({ path = '', context }: Visit): Promise<{ page: Page; heard: string[] }> {
  const page = await all.open(context);
  const heard = await listen(page);
  await page.goto(all.site.url + path);
  await page.waitForSelector('reader-settings:defined');
  return { page, heard };
}

test('a size that is chosen stays in view, though all that stands before it grows', async () => {
  const page = await all.visit({ width: 320, height: 568 });
  await openSettings(page);
  await page.focus('[name=size]:checked');
  for (const size of ['125', '150', '200', '300', '400']) {
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      size => {
        const chosen = document.querySelector('.sheet [name=size]:checked')!,
          { top, bottom } = chosen.closest('label')!.getBoundingClientRect();
        return (
          (chosen as HTMLInputElement).value === size &&
          bottom > document.querySelector('.sheet .title')!.getBoundingClientRect().bottom &&
          top < document.querySelector('nav.bar')!.getBoundingClientRect().top - 44
        );
      },
      {},
      size,
    );
  }
  await page.browserContext().close();
});

test('a choice is said once, in the page’s language: by its control, or by the page where none says it', async () => {
  for (const [path, value, words] of [
    ['', '1.7 times', 'Text size: 210%.'],
    ['cy/', '1.7 gwaith', 'Maint y testun: 210%.'],
  ] as const) {
    const { page, heard } = await listening({ path });
    await choose(page, 'size', '200');
    await openSettings(page);
    await page.focus('#set-leading');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.$eval('#set-leading', slider => slider.getAttribute('aria-valuetext')), value);
    await page.$eval('more-settings [type=checkbox]', box => (box as HTMLElement).click());
    await whenStill(page);
    assert.deepEqual(heard, [], 'radio buttons, sliders and check boxes say themselves');
    await page.$eval('#set-size + button', button => (button as HTMLElement).click());
    await whenStill(page);
    assert.deepEqual(heard, [words]);
    await page.browserContext().close();
  }
});

test('one press brings the usual look back, and says so', async () => {
  const page = await all.visit({ choices: { size: '300', theme: 'cream' } });
  const large = await textSize(page);
  await page.$eval('[value=reset]', button => (button as HTMLButtonElement).click());
  assert.equal((await textSize(page)) * 3, large);
  assert.equal(await page.evaluate(() => localStorage.getItem('reader-settings')), null);
  await page.waitForFunction(() => document.querySelector('[role=status]')!.textContent!.startsWith('All settings'));
  await page.browserContext().close();
});

test('text grows from the browser’s own size, not from a fixed one', async () => {
  const page = await all.visit({ choices: { size: '200' } });
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
  await page.browserContext().close();
});

test('kept choices are there at the first paint: nothing flashes, nothing shifts', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.open(context);
  await page.evaluateOnNewDocument(() => {
    if (location.protocol === 'about:') return;
    localStorage.setItem('reader-settings', '{"size":"200","theme":"contrast-dark"}');
    const seen: string[] = [];
    Object.assign(window, { seen });
    requestAnimationFrame(function frame() {
      if (document.body) {
        const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
        seen.push(`${backgroundColor} ${fontSize}`);
      }
      if (seen.length < 30) requestAnimationFrame(frame);
    });
  });
  await page.goto(all.site.url);
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 30);
  assert.deepEqual(await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]), [
    'rgb(0, 0, 0) 32px',
  ]);
  await context.close();
});

test('where storage is refused a choice holds for the visit, and the page says once that it is not kept', async () => {
  const { page, heard } = await listening({});
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await choose(page, 'theme', 'dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
  await page.waitForFunction(() => document.querySelector('.kept')!.textContent!.includes('cannot save'));
  await choose(page, 'theme', 'cream');
  await whenStill(page);
  assert.deepEqual(heard, ['This browser cannot save your settings. They last until you close this page.']);
  await page.browserContext().close();
});

const bothLanguages = [
  ['', en, cy],
  ['cy/', cy, en],
] as const;

/** Keeps a look of this name, as far as it is kept. */
async function keepLook(page: Page, name: string): Promise<void> {
  await page.type('.looks input', name);
  await page.$eval('.looks button', button => (button as HTMLElement).click());
}

test('who asked that nothing be kept is told that nothing is, because they asked so, and nothing is', async () => {
  for (const [path, words, others] of inSweep(bothLanguages, [bothLanguages[1]])) {
    const context = await all.browser.createBrowserContext(),
      asked = words['settings.nothingKept'];
    const { page, heard } = await listening({ path: `${path}?keep-nothing`, context });
    await openSettings(page);
    const kept = () => page.$eval('.kept', kept => kept.textContent);
    await page.waitForFunction(() => document.querySelector('.kept')!.textContent);
    assert.equal(await kept(), asked);
    await choose(page, 'theme', 'dark');
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await keepLook(page, 'Night');
    assert.equal(await page.$eval('#looks-fault', fault => fault.textContent), asked, 'a look');
    await page.$eval('shortcut-settings [type=checkbox]', box => (box as HTMLInputElement).click());
    await page.waitForFunction(
      asked => document.querySelector('shortcut-settings')!.textContent.includes(asked),
      {},
      asked,
    );
    await whenStill(page);
    assert.equal(await kept(), asked);
    assert.ok(heard.length && heard.every(said => said === asked), heard.join(' '));
    assert.ok(!heard.includes(others['settings.nothingKept']));
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await context.close();
  }
});

test('a letter that shows how large text will be stands on each tile of a size, and nowhere else', async () => {
  const page = await all.visit();
  await openSettings(page);
  const drawn = await page.$$eval('[data-setting] label', labels =>
    labels
      .filter(label => /A/.test(getComputedStyle(label, '::after').content))
      .map(label => label.querySelector('input')?.name),
  );
  assert.deepEqual(
    drawn,
    sizeTiles.map(() => 'size'),
  );
  await page.browserContext().close();
});

test('garbage in storage changes nothing', async () => {
  const page = await all.visit();
  const strange = '{"size":"9000","theme":"<b>"}';
  for (const garbage of inSweep(['{', '[]', strange, 'null', '"x"'], ['{', strange])) {
    await page.evaluate(garbage => localStorage.setItem('reader-settings', garbage), garbage);
    await page.reload();
    assert.deepEqual(
      await page.evaluate(() => [
        document.documentElement.dataset['size'],
        document.documentElement.dataset['theme'],
        getComputedStyle(document.documentElement).fontSize,
      ]),
      [undefined, undefined, '16px'].map(value => value ?? null),
    );
  }
  assert.deepEqual(all.faults, []);
  await page.browserContext().close();
});

test('a choice made in one tab is shown in the other, which says so', async () => {
  const context = await all.browser.createBrowserContext();
  const [one, other] = [await listening({ context }), await listening({ context, path: 'cy/' })];
  await choose(one.page, 'theme', 'cream');
  await other.page.waitForFunction(() => document.documentElement.dataset['theme'] === 'cream');
  await whenStill(other.page);
  // What else is kept on the device is not a change of the settings.
  await one.page.evaluate(() => localStorage.setItem('something-else', '1'));
  await whenStill(other.page);
  assert.deepEqual([one.heard, other.heard], [[], ['Mae eich gosodiadau wedi’u newid mewn tab arall.']]);
  await context.close();
});
