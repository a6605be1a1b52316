/** English and Welsh readers are equals: every word of the interface is there in both, with the plural forms of each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { translations } from '../../src/i18n/i18n.js';
import type { Key } from '../../src/i18n/translate.js';

const files: Record<string, Record<string, string>> = { en, cy };
const categories = { en: ['one', 'other'], cy: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const stems = (language: string) => new Set(Object.keys(files[language]!).map(stem));
/** Names, which are the same in every language. */
const names = ['settings.typeface.atkinson'];
/** Words that only the Welsh page has: it tells where the Welsh report is. */
const onlyWelsh = ['page.title', 'note.welsh'];

test('both languages have the same keys', () => {
  assert.deepEqual([...stems('cy')].filter(key => !onlyWelsh.includes(key)), [...stems('en')]);
});

test('each plural has every form that its language has: two in English, six in Welsh', () => {
  for (const [language, forms] of Object.entries(categories)) {
    assert.deepEqual(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted(), forms.toSorted(), `the browser's own rules for ${language}`);
    const keys = Object.keys(files[language]!);
    for (const plural of new Set(keys.filter(key => key !== stem(key)).map(stem))) assert.deepEqual(keys.filter(key => stem(key) === plural), forms.map(form => `${plural}_${form}`));
  }
});

test('Welsh counts in Welsh, for every form', () => {
  const t = translations('cy');
  assert.deepEqual([0, 1, 2, 3, 6, 8].map(count => t('contents.minutes', { count })),
    ['0 munud o ddarllen', '1 funud o ddarllen', '2 funud o ddarllen', '3 munud o ddarllen', '6 munud o ddarllen', '8 munud o ddarllen']);
});

test('a sentence has the same places for values in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, place]) => place).toSorted();
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    const welsh = files['cy']![key] ?? files['cy']![`${stem(key)}_other`];
    assert.deepEqual(places(welsh!), places(en[key]), key);
  }
});

test('nothing is empty, and nothing that is a sentence was left in English', () => {
  for (const [key, text] of Object.entries(cy)) {
    assert.ok(text.trim(), key);
    if (!names.includes(key) && /\p{L}.* /u.test(text.replace(/\{\{.*?\}\}/g, ''))) assert.notEqual(text, (en as Record<string, string>)[key], key);
  }
});

test('a percentage is written as the language writes it', () => {
  assert.equal(translations('cy')('settings.percent' satisfies Key, { value: 1.5 }), '150%');
});
