/** What stands in storage may be old, broken or hostile: only what the catalogue knows is taken. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { catalogue } from '../../src/settings/catalogue.js';
import { checked, keepChoices, keptChoices } from '../../src/settings/choices.js';

const browser = globalThis as { localStorage?: unknown };
afterEach(() => { delete browser.localStorage; });

test('every setting has a usual that is one of its options, and a name in both languages', () => {
  for (const { name, options, usual } of catalogue) {
    assert.ok((options as readonly string[]).includes(usual), name);
    for (const words of [en, cy]) assert.ok(`settings.${name}` in words, name);
  }
});

test('the text size goes from 70% to 400%', () => {
  const sizes = catalogue.find(({ name }) => name === 'size')!.options;
  assert.deepEqual([sizes[0], sizes.at(-1)], ['70', '400']);
});

test('what is known is taken, everything else becomes the usual', () => {
  assert.deepEqual(checked({ size: '200', theme: 'cream' }), { size: '200', theme: 'cream' });
  for (const hostile of [null, 7, 'x', [], { size: 200 }, { size: '1e9' }, { size: '100' }, { theme: '<img src=x>' }, { theme: { toString: 1 } }, { __proto__: { theme: 'x' } }]) assert.deepEqual(checked(hostile), {});
  assert.deepEqual(checked({ theme: 'dark', size: '99', other: 'x' }), { theme: 'dark' });
});

test('a browser that refuses storage still works, and it is known', () => {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get() { throw new Error('refused'); } });
  assert.deepEqual(keptChoices(), {});
  assert.equal(keepChoices({ theme: 'dark' }), false);
});

test('garbage in storage is the same as nothing', () => {
  browser.localStorage = { getItem: () => '{"size":' };
  assert.deepEqual(keptChoices(), {});
});
