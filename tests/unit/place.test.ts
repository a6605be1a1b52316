/** Places in per cent of the words, there and back, and what is taken for a place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perCentAt, typedPerCent, wordAt } from '../../src/browser/features/contents/progress.js';
import { isPosition } from '../../src/browser/core/position/held-position.js';

/** Four passages of a report of a hundred words. */
const counts = [10, 50, 0, 40];

test('per cent counts the words before the line that is read', () => {
  assert.deepEqual(
    [
      [0, 0],
      [1, 0],
      [1, 0.5],
      [3, 0],
      [3, 0.5],
      [4, 0],
    ].map(([index, share]) => perCentAt(counts, index!, share!)),
    [0, 10, 35, 60, 80, 100],
  );
});

test('a line above or below its passage counts as the beginning or the end of it', () => {
  assert.deepEqual(
    [-3, 7].map(share => perCentAt(counts, 1, share)),
    [10, 60],
  );
});

test('a report without words is not begun', () => {
  assert.equal(perCentAt([], 0, 0), 0);
  assert.equal(perCentAt([0, 0], 1, 0.5), 0);
  assert.deepEqual(wordAt([], 50), { index: 0, word: 0 });
});

test('a number of per cent leads to the word that stands there', () => {
  assert.deepEqual(
    [0, 9, 10, 59, 60, 99, 100].map(perCent => wordAt(counts, perCent)),
    [
      { index: 0, word: 0 },
      { index: 0, word: 9 },
      { index: 1, word: 0 },
      { index: 1, word: 49 },
      { index: 3, word: 0 },
      { index: 3, word: 39 },
      { index: 3, word: 39 },
    ],
  );
});

test('whoever goes to a number of per cent is there', () => {
  const many = Array.from({ length: 300 }, (_, index) => (index * 7) % 31);
  for (let perCent = 0; perCent <= 100; perCent += 1) {
    const { index, word } = wordAt(many, perCent);
    assert.ok(Math.abs(perCentAt(many, index, word / many[index]!) - perCent) <= 1, `${perCent}%`);
  }
});

test('numbers from 0 to 100 are taken as people type them, and nothing else', () => {
  assert.deepEqual(
    ['0', '40', ' 40 ', '40%', '40 %', '100', '12,5', '12.5', '007'].map(typedPerCent),
    [0, 40, 40, 40, 40, 100, 12.5, 12.5, 7],
  );
  for (const typed of [
    '',
    ' ',
    '101',
    '-1',
    'forty',
    '4 0',
    '1e2',
    '0x10',
    '40%%',
    '100,1',
    '٤٠',
    '<b>',
    '9'.repeat(400),
  ])
    assert.equal(typedPerCent(typed), undefined, typed);
});

test('only a place is taken for a place', () => {
  const place = { id: 'cardiff', index: 2, begins: 'In', letter: 4, top: 120.5 };
  assert.ok(isPosition(place));
  for (const wrong of [
    null,
    undefined,
    1,
    'cardiff',
    [],
    {},
    [place],
    { ...place, id: 3 },
    { ...place, index: -1 },
    { ...place, index: 1.5 },
    { ...place, begins: null },
    { ...place, letter: -1 },
    { ...place, letter: '4' },
    { ...place, top: null },
    { ...place, top: Infinity },
  ]) {
    assert.equal(isPosition(wrong), false, JSON.stringify(wrong));
  }
});
