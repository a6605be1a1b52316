/** Each text stands out from what is behind it at 7:1 or better, in every theme; each drawing at 3:1 (WCAG 1.4.6, 1.4.11). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnPairs, textPairs, themes } from '../../src/styles/themes.js';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(colour)![1]!;
  const [red, green, blue] = (hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g)!)
    .map(pair => parseInt(pair, 16) / 255).map(value => (value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4));
  return .2126 * red! + .7152 * green! + .0722 * blue!;
}
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + .05) / (dark! + .05);
};

for (const [name, { colours }] of Object.entries(themes)) {
  test(`${name}: every text is at least 7:1`, () => {
    for (const [text, behind] of textPairs) assert.ok(contrast(colours[text], colours[behind]) >= 7, `${text} on ${behind}: ${contrast(colours[text], colours[behind]).toFixed(2)}`);
  });
  test(`${name}: every drawing and edge is at least 3:1`, () => {
    for (const [drawing, behind] of drawnPairs) assert.ok(contrast(colours[drawing], colours[behind]) >= 3, `${drawing} on ${behind}: ${contrast(colours[drawing], colours[behind]).toFixed(2)}`);
  });
}

test('the sum is the one that WCAG gives: black on white 21, #767676 on white 4.54', () => {
  assert.equal(contrast('#000', '#fff'), 21);
  assert.equal(contrast('#767676', '#fff').toFixed(2), '4.54');
});
