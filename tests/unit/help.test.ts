/** The help page calls things by the names that stand on them, in both languages. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { languages } from '../../src/model/words/translate.js';

const folder = 'locales';
const wordsIn = (file: string) =>
  Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>);
/** What is not ours: names that devices give to their own ways to read aloud, and what is said to a computer. */
const ofDevices = ['Speak Screen', 'Select to Speak', 'click', 'show numbers'];

for (const language of languages)
  test(`whatever the help page names stands on a control or a heading under that very name (${language})`, () => {
    const files = readdirSync(folder).filter(
      file => (file === `${language}.json` || file.endsWith(`.${language}.json`)) && !file.startsWith('help-page'),
    );
    const known = new Set(files.flatMap(wordsIn).map(([, words]) => words.replace(/: \{\{.*$/, '')));
    let named = 0;
    for (const [key, words] of wordsIn(`help-page.${language}.json`))
      for (const [, name] of words.matchAll(/“([^”]+)”/g)) {
        if (ofDevices.includes(name!)) continue;
        assert.ok(known.has(name!), `${key}: nothing is called “${name}”`);
        named += 1;
      }
    assert.ok(named > 12, `${named} names`);
  });

test('the help page quotes the ready-made looks by their names', () => {
  for (const language of languages) {
    const looks = wordsIn(`${language}.json`)
      .filter(([key]) => /^preset\.\w+$/.test(key))
      .map(([, name]) => name.toLowerCase());
    const { 'look.ready': told } = Object.fromEntries(wordsIn(`help-page.${language}.json`)) as Record<string, string>;
    assert.equal(looks.length, 4);
    // Welsh softens a first letter after “neu” (or).
    for (const look of looks)
      assert.ok(
        told!.toLowerCase().includes(look) || told!.toLowerCase().includes(look.replace(/^t/, 'd')),
        `${language}: ${look}`,
      );
  }
});
