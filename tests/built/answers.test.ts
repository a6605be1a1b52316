/**
 * What came of a press is not only said: it is seen by the button, once, and moves nothing that stands beside it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSettings } from '../support/choose-settings.js';
import { whenStill } from '../support/clock.js';
import { openView } from '../support/readers.js';
import { listen } from '../support/speech.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

/** Opens a page for a reader who may use the clipboard. */
async function visit(path = ''): Promise<{ page: Page; heard: string[] }> {
  const context = await all.browser.createBrowserContext();
  await context.overridePermissions(all.site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
  const page = await all.open(context),
    heard = await listen(page);
  await all.visit({ page, path });
  return { page, heard };
}

/** Opens the view of a passage with all its parts. */
async function openSharing(page: Page): Promise<void> {
  await openView(page, 'passage');
  await page.waitForSelector('.passage-part .citations');
  await page.$$eval('.passage-part details', parts => {
    for (const part of parts) part.open = true;
  });
}
/** Marks a passage, and opens the list of marks with the ways to save them. */
async function openMarks(page: Page): Promise<void> {
  await openView(page, 'passage');
  await (await page.waitForSelector('.kinds button'))!.click();
  await openView(page, 'marks');
  await (await page.waitForSelector('.files summary'))!.click();
}

/** Presses a control, by its words. */
async function press(page: Page, words: RegExp): Promise<void> {
  await page.evaluate(words => {
    const all = [...document.querySelectorAll<HTMLElement>('.sheet :is(button, a)')],
      found = all.find(({ textContent }) => new RegExp(words).test(textContent.trim()));
    if (!found) throw new Error(`no control ${words}`);
    found.click();
  }, words.source);
}

/** @returns the answers that are seen, and after what each stands */
const seen = (page: Page) =>
  page.$$eval('.answer', all =>
    all
      .filter(each => each.checkVisibility({ visibilityProperty: true }))
      .map(each => [each.previousElementSibling!.textContent.trim(), each.textContent]),
  );
const whenSeen = (page: Page, answer: string) =>
  page.waitForFunction(
    answer =>
      [...document.querySelectorAll('.answer')].some(
        each => each.textContent === answer && each.checkVisibility({ visibilityProperty: true }),
      ),
    {},
    answer,
  );

const cases: [string, (page: Page) => Promise<unknown>, RegExp, string][] = [
  ['a citation', openSharing, /^Copy this citation$/, '✓ The citation is copied.'],
  ['a file for reference managers', openSharing, /^Save as .*\.bib$/, '✓ iopc2024.bib is saved.'],
  ['a picture', openSharing, /^Save the picture$/, '✓ iopc2024.png is saved.'],
  ['the first passage', openSharing, /^Previous passage$/, '! This is the first passage.'],
  ['marks as text', openMarks, /^Save as text/, '✓ The file is saved.'],
  ['the first mark', openMarks, /^Previous mark$/, '! There is no earlier mark.'],
  ['settings as a file', openSettings, /^Save my settings as a file$/, '✓ The file is saved.'],
  ['settings as a link', openSettings, /^Copy a link with my settings$/, '✓ The link is copied.'],
  ['figures', page => openView(page, 'figures'), /^Save the figures/, '✓ The figures file is saved.'],
  ['the first part', openView, /^Previous part$/, '! There is no part before this.'],
];
const few = cases.filter(([what]) => ['a citation', 'marks as text', 'settings as a file', 'figures'].includes(what));

for (const [what, open, words, answer] of inSweep(cases, few))
  test(`what came of a press is seen by what was pressed, and said once: ${what}`, async () => {
    const { page, heard } = await visit();
    await open(page);
    await whenStill(page);
    heard.length = 0;
    await press(page, words);
    await whenSeen(page, answer);
    await whenStill(page);
    const [[control]] = (await seen(page)) as [[string]];
    assert.match(control, words);
    assert.deepEqual(heard, [answer.slice(2)]);
    assert.equal(await page.$eval('.answer', each => each.ariaHidden), 'true');
    await close(page);
  });

/** @returns where the buttons of a row stand in it, and whether the answer in it can be seen in the panel as a whole */
const rowOf = (page: Page) =>
  page.evaluate(() => {
    const row = [...document.querySelectorAll('.passage-part p')].find(each => /Copy a link/.test(each.textContent))!,
      { left, top } = row.getBoundingClientRect();
    return [...row.querySelectorAll('button')].map(button => {
      const place = button.getBoundingClientRect();
      return [Math.round(place.left - left), Math.round(place.top - top)];
    });
  });

test('an answer moves no button of its row, and goes when another is pressed or the view is left', async () => {
  const { page } = await visit();
  await openSharing(page);
  const before = await rowOf(page);
  await press(page, /^Copy a link/);
  await whenSeen(page, '✓ The link is copied.');
  assert.deepEqual(await rowOf(page), before);
  const inPanel = await page.$eval('.answer', each => {
    const { top, bottom } = each.getBoundingClientRect(),
      panel = each.closest('.panel')!.getBoundingClientRect();
    return top >= panel.top && bottom <= panel.bottom;
  });
  assert.ok(inPanel, 'the answer is out of sight');
  const copied = '✓ The quotation is copied, with its source and a link.';
  await press(page, /^Copy as a quotation$/);
  await whenSeen(page, copied);
  assert.deepEqual(await seen(page), [['Copy as a quotation', copied]]);
  assert.deepEqual(await rowOf(page), before);
  await page.keyboard.press('Escape');
  await openSharing(page);
  assert.deepEqual(await seen(page), []);
  await close(page);
});
