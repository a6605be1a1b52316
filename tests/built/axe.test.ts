/** axe-core with all its rules, best practice and AAA too, finds nothing in any look of the page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { catalogue } from '../../src/settings/catalogue.js';
import { readers, type Readers } from '../support/readers.js';

declare global { interface Window { axe: typeof axe } }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = catalogue.find(({ name }) => name === 'theme')!.options;
let all: Readers;
before(async () => { all = await readers(); });
after(() => all.close());

/** @returns what axe finds, or cannot decide, each with its place */
const findings = (page: Page) => page.evaluate(async () => {
  const rules = Object.fromEntries(window.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations, incomplete } = await window.axe.run({ rules });
  // hidden-content only ever asks whether hidden content was looked at; each state here is one in which it is shown.
  return [...violations, ...incomplete.filter(({ id }) => id !== 'hidden-content')].flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary ?? ''}`));
});

const choose = (page: Page, name: string, value: string) => page.$eval(`[name=${name}][value="${value}"]`, radio => (radio as HTMLInputElement).click());

async function visit(path: string, width: number): Promise<Page> {
  const page = await all.visit({ path, width });
  await page.evaluate(source);
  return page;
}

for (const path of ['', 'cy/']) for (const width of [320, 1280]) {
  test(`/${path} at ${width} px: every theme, at 100%, 200% and 400% text, settings open and closed`, async () => {
    const page = await visit(path, width);
    let states = 0;
    for (const open of [false, true]) for (const theme of themes) for (const size of ['100', '200', '400']) {
      await page.$eval('details', (details, open) => { details.open = open; }, open);
      await choose(page, 'theme', theme);
      await choose(page, 'size', size);
      assert.deepEqual(await findings(page), [], `${theme}, ${size}%, settings ${open ? 'open' : 'closed'}`);
      states += 1;
    }
    assert.equal(states, 36);
    await page.close();
  });
}

for (const scheme of ['light', 'dark']) for (const contrast of ['no-preference', 'more']) {
  test(`a device that asks for ${scheme} and ${contrast === 'more' ? 'more contrast' : 'no special contrast'} is followed, and clean`, async () => {
    const page = await visit('', 390);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-contrast', value: contrast }] });
    assert.deepEqual(await findings(page), []);
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const expected: Record<string, string> = { 'light,no-preference': 'rgb(253, 251, 248)', 'dark,no-preference': 'rgb(16, 21, 31)', 'light,more': 'rgb(255, 255, 255)', 'dark,more': 'rgb(0, 0, 0)' };
    assert.equal(background, expected[`${scheme},${contrast}`]);
    await page.close();
  });
}

test('a nameless button, a pale text and a lost language are each found', async () => {
  const page = await visit('', 390);
  for (const [change, rule] of [
    ['document.querySelector("main").append(document.createElement("button"))', 'button-name'],
    ['document.querySelector("main p").style.color = "#999"', 'color-contrast'],
    ['document.documentElement.removeAttribute("lang")', 'html-has-lang'],
  ] as const) {
    await page.evaluate(change);
    assert.ok((await findings(page)).some(finding => finding.startsWith(rule)), rule);
  }
  await page.close();
});

test('the page for a missing address is clean, and leads to the report in both languages', async () => {
  const page = await visit('nothing-here', 390);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(await page.$$eval('main a', links => links.map(link => link.getAttribute('href'))), ['/', '/cy/']);
  await page.close();
});
