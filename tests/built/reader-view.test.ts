/**
 * The browsers' own reading views (Firefox's is Mozilla's Readability, Safari's has the same roots) keep every word of
 * the report.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { readers, wordsInPage, type Readers } from '../support/readers.js';

const require = createRequire(import.meta.url);
const readability = readFileSync(require.resolve('@mozilla/readability/Readability.js'), 'utf8');

interface Reading {
  title: string;
  content: HTMLElement;
}
declare const Readability: new (page: Document, options: { serializer(article: Node): Node }) => { parse(): Reading };

/**
 * Run inside an empty page, where Readability stands.
 * @returns the words that a reading view shows of a page, its title first
 */
function wordsShown(markup: string): string[] {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const { title, content } = new Readability(page, { serializer: article => article }).parse();
  for (const each of content.querySelectorAll('p, li, h1, h2, h3, h4, br')) each.after(' ');
  return `${title.replace(':', ' ')} ${content.textContent}`.split(/\s+/).filter(Boolean);
}

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(async () => {
  await all.close();
  assert.deepEqual(all.faults, []);
});

for (const path of ['', 'cy/']) {
  test(`a reading view shows every word of the report, in order: ${path || 'in English'}`, async () => {
    const page = await all.visit({ path });
    const empty = await all.open(page.browserContext());
    await empty.goto('about:blank');
    await empty.evaluate(`${readability}\nglobalThis.Readability = Readability;`);
    const shown = await empty.evaluate(wordsShown, await page.content()),
      words = await page.evaluate(wordsInPage);
    let at = 0;
    const lost = words.filter(word => {
      const found = shown.indexOf(word, at);
      if (found >= 0) at = found + 1;
      return found < 0;
    });
    assert.deepEqual(lost, []);
    await page.browserContext().close();
  });
}
