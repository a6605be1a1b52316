/** The browser's few lines give the very sentences that i18next gives while building. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import cy from '../../locales/cy.json';
import deviceCy from '../../locales/device.cy.json';
import deviceEn from '../../locales/device.en.json';
import en from '../../locales/en.json';
import { translationsFrom } from '../../src/model/words/i18n.js';
import { wordsFrom } from '../../src/model/words/words-from.js';
import type { Language } from '../../src/model/words/translate.js';

/** Numbers that reach every plural category of Welsh and English, and others that look like them. */
const counts = [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 21, 100, 1000];

/** @returns the names of the places to be filled in the sentences of a key, with every plural */
const placesIn = (file: Record<string, string>, key: string): string[] => {
  const sentences = Object.entries(file).filter(([name]) => name.startsWith(key));
  return [
    ...sentences
      .map(([, text]) => text)
      .join('')
      .matchAll(/\{\{(\w+)/g),
  ].map(([, name]) => name!);
};

for (const [language, files] of Object.entries({ en: [en, deviceEn], cy: [cy, deviceCy] }) as [
  Language,
  Record<string, string>[],
][]) {
  test(`${language}: every sentence, with every plural, number and per cent`, () => {
    let compared = 0;
    for (const file of files) {
      const theirs = translationsFrom<string>(language, file),
        ours = wordsFrom<string>(language, file);
      const keys = new Set(Object.keys(file).flatMap(key => [key, key.replace(/_(zero|one|two|few|many|other)$/, '')]));
      for (const key of [...keys, 'no.such.key']) {
        const places = placesIn(file, key);
        for (const count of counts) {
          for (const sample of [count / 100, `“${count}” & <b>`]) {
            const values = {
              ...Object.fromEntries(places.map(name => [name, /number/.test(file[key] ?? '') ? count / 100 : sample])),
              count,
            };
            assert.equal(ours(key, values), theirs(key, values), `${key} with ${JSON.stringify(values)}`);
            compared += 1;
          }
        }
      }
    }
    assert.ok(compared > 5000, `only ${compared} were compared`);
  });
}
