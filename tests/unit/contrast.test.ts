/**
 * Each text stands out from what is behind it at 7:1 or better, in every theme; each drawing at 3:1 (WCAG 1.4.6,
 * 1.4.11).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, verdictOn } from '../../src/model/settings/contrast.js';
import { drawnPairs, textPairs, themes } from '../../src/model/settings/themes.js';

for (const [name, { colours }] of Object.entries(themes)) {
  test(`${name}: every text is at least 7:1`, () => {
    for (const [text, behind] of textPairs)
      assert.ok(
        contrast(colours[text], colours[behind]) >= 7,
        `${text} on ${behind}: ${contrast(colours[text], colours[behind]).toFixed(2)}`,
      );
  });
  test(`${name}: every drawing and edge is at least 3:1`, () => {
    for (const [drawing, behind] of drawnPairs)
      assert.ok(
        contrast(colours[drawing], colours[behind]) >= 3,
        `${drawing} on ${behind}: ${contrast(colours[drawing], colours[behind]).toFixed(2)}`,
      );
  });
}

test('the sum is the one that WCAG gives: black on white 21, #767676 on white 4.54', () => {
  assert.equal(contrast('#000', '#fff'), 21);
  assert.equal(contrast('#767676', '#fff').toFixed(2), '4.54');
});

test('the verdict changes where WCAG’s bounds are', () => {
  assert.deepEqual([21, 7, 6.99, 4.5, 4.49, 3, 2.99, 1].map(verdictOn), [
    'best',
    'best',
    'good',
    'good',
    'large',
    'large',
    'poor',
    'poor',
  ]);
});
