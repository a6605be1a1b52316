/** What stands in storage may be old, broken or hostile: only what the catalogue knows is taken. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { allows, catalogue, settingNamed, sizeTiles, type Measure } from '../../src/model/settings/catalogue.js';
import { checked, keepChoices, keptChoices } from '../../src/browser/features/settings/choices.js';

const browser = globalThis as { localStorage?: unknown };
afterEach(() => {
  delete browser.localStorage;
});

test('every setting has a usual that it allows, and a name in both languages, for each option too', () => {
  for (const setting of catalogue) {
    assert.ok(allows(setting, setting.usual), setting.name);
    const keys = [
      `settings.${setting.name}`,
      ...(setting.kind === 'choice' ? setting.options.map(option => `settings.${setting.name}.${option}`) : []),
    ];
    for (const words of [en, cy]) for (const key of keys) assert.ok(key in words, key);
  }
});

test('a measure allows its steps, from its least to its most, and nothing else', () => {
  for (const setting of catalogue) {
    if (setting.kind !== 'measure') continue;
    for (const good of [setting.least, setting.most, Number((setting.least + setting.step).toFixed(2))])
      assert.ok(allows(setting, String(good)), `${setting.name} ${good}`);
    for (const bad of [
      setting.least - setting.step,
      setting.most + setting.step,
      setting.least + setting.step / 2,
      NaN,
      Infinity,
      '1e1',
      ' 1',
      '',
      '0x10',
      '-0',
    ])
      assert.ok(!allows(setting, String(bad)), `${setting.name} ${bad}`);
  }
});

test('a colour is six hexadecimal digits and nothing else', () => {
  const ink = settingNamed('ink');
  assert.ok(allows(ink, '#0a1b2c'));
  for (const bad of ['#fff', 'red', '#0A1B2C', '#12345g', 'url(x)', '#123456;color:red', 7])
    assert.ok(!allows(ink, bad), String(bad));
});

test('the text size goes from 70% to 400%', () => {
  const { least, most } = settingNamed('size') as Measure;
  assert.deepEqual([least, most], [70, 400]);
  for (const tile of sizeTiles) assert.ok(allows(settingNamed('size'), tile), tile);
});

test('what is known is taken, everything else becomes the usual', () => {
  assert.deepEqual(checked({ size: '200', theme: 'cream' }), { size: '200', theme: 'cream' });
  for (const hostile of [
    null,
    7,
    'x',
    [],
    { size: 200 },
    { size: '1e9' },
    { size: '100' },
    { theme: '<img src=x>' },
    { theme: { toString: 1 } },
    { __proto__: { theme: 'x' } },
  ])
    assert.deepEqual(checked(hostile), {});
  assert.deepEqual(checked({ theme: 'dark', size: '99', other: 'x', constructor: 'x' }), { theme: 'dark' });
});

test('a browser that refuses storage still works, and it is known', () => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new Error('refused');
    },
  });
  assert.deepEqual(keptChoices(), {});
  assert.equal(keepChoices({ theme: 'dark' }), false);
});

test('garbage in storage is the same as nothing', () => {
  browser.localStorage = { getItem: () => '{"size":' };
  assert.deepEqual(keptChoices(), {});
});
