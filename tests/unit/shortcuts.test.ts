/**
 * Keys that are kept may be old, broken or hostile: only what may be used is taken, and no two actions ever have the
 * same.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { actions } from '../../src/browser/features/shortcuts/catalogue.js';
import { inWords, pressed, verdictOn } from '../../src/browser/features/shortcuts/combinations.js';
import { checkedShortcuts } from '../../src/browser/features/shortcuts/kept-keys.js';

const usual = { on: true, letters: false, keys: Object.fromEntries(actions.map(({ name, usual }) => [name, usual])) };

test('every action has keys of its own that may be used, none a single letter, and a name in both languages', () => {
  assert.equal(new Set(actions.map(({ usual }) => usual)).size, actions.length);
  for (const { name, usual } of actions) {
    assert.equal(verdictOn(usual, false), 'good', name);
    for (const words of [en, cy]) assert.ok(`shortcuts.${name}` in words, name);
  }
});

/** What is kept and cannot be used. */
const bad = [
  null,
  7,
  'x',
  [],
  { keys: null },
  { keys: [] },
  { keys: 'KeyL' },
  { keys: { larger: 7 } },
  { keys: { larger: ['Alt+Shift+KeyM'] } },
  { keys: { larger: { toString: () => 'Alt+Shift+KeyM' } } },
  { keys: { larger: '' } },
  { keys: { larger: 'KeyL' } },
  { letters: 'true', keys: { larger: 'KeyL' } },
  { keys: { larger: 'Ctrl+KeyW' } },
  { keys: { larger: 'Meta+KeyQ' } },
  { keys: { larger: 'Alt+F4' } },
  { keys: { larger: 'Tab' } },
  { keys: { larger: 'Alt+Shift+KeyT' } },
  { keys: { larger: 'Shift+Alt+KeyM' } },
  { keys: { larger: 'Alt+Shift+KeyM\n' } },
  { keys: { larger: 'Alt+Shift+<b>' } },
  { keys: { larger: 'alt+shift+keym' } },
  { keys: { unknown: 'Alt+Shift+KeyM' } },
  JSON.parse('{"__proto__":{"on":false,"letters":true},"keys":{"__proto__":{"larger":"Alt+Shift+KeyM"}}}'),
  Object.create({ on: false }),
  { on: 0 },
  { on: 'false' },
];

test('what may be used is taken, everything else becomes the usual', () => {
  assert.deepEqual(
    checkedShortcuts({ on: false, letters: true, keys: { larger: 'KeyL', next: 'Ctrl+Alt+Shift+Digit1' } }),
    { on: false, letters: true, keys: { ...usual.keys, larger: 'KeyL', next: 'Ctrl+Alt+Shift+Digit1' } },
  );
  for (const hostile of bad) assert.deepEqual(checkedShortcuts(hostile), usual, JSON.stringify(hostile));
});

test('two actions with the same keys bring all back to the usual, also where one of them was left at it', () => {
  assert.deepEqual(checkedShortcuts({ keys: { larger: 'Alt+Shift+KeyM', smaller: 'Alt+Shift+KeyM' } }), usual);
  assert.deepEqual(checkedShortcuts({ keys: { larger: usual.keys['smaller'] } }), usual);
  assert.deepEqual(checkedShortcuts({ keys: { larger: usual.keys['smaller'], smaller: usual.keys['larger'] } }).keys, {
    ...usual.keys,
    larger: usual.keys['smaller'],
    smaller: usual.keys['larger'],
  });
});

test('single letters are only good when they are allowed; what browsers and devices need never is', () => {
  assert.deepEqual([verdictOn('KeyL', false), verdictOn('KeyL', true)], ['letter', 'good']);
  for (const combination of [
    'Ctrl+KeyP',
    'Alt+KeyD',
    'Meta+KeyL',
    'Shift+Meta+KeyL',
    'Alt+ArrowLeft',
    'Ctrl+Shift+KeyN',
    'Ctrl+Alt+KeyT',
    'F5',
    'Alt+Shift+KeyT',
  ])
    assert.equal(verdictOn(combination, true), 'browser', combination);
  for (const combination of ['Digit1', 'Shift+KeyL', 'Space', 'Enter', 'Slash', 'ArrowDown', ''])
    assert.equal(verdictOn(combination, true), 'unusable', combination);
});

test('a combination is the same in whatever order its keys were pressed, and is called as on the keyboard', () => {
  assert.equal(
    pressed({ altKey: true, ctrlKey: false, shiftKey: true, metaKey: false, code: 'KeyL' }),
    'Alt+Shift+KeyL',
  );
  assert.equal(
    pressed({ altKey: true, ctrlKey: true, shiftKey: true, metaKey: true, code: 'Digit1' }),
    'Ctrl+Alt+Shift+Meta+Digit1',
  );
  assert.deepEqual(
    [
      inWords('Alt+Shift+KeyL', false),
      inWords('Alt+Shift+KeyL', true),
      inWords('Ctrl+Alt+Shift+Digit1', true),
      inWords('KeyL', false),
    ],
    ['Alt + Shift + L', 'Option + Shift + L', 'Control + Option + Shift + 1', 'L'],
  );
});
