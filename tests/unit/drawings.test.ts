/** The drawings are honest: one dot is one, and a line is as long as its share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/build/content.js';
import { htmlOf } from '../../src/build/prerender.js';
import { dotsPath, statDrawing } from '../../src/pages/elements/stat-drawing.js';
import type { Statistic } from '../../src/model/report/model.js';

/** Dots in a path: the dashes put one at the start of each run, then one every 3 units, and 4.5 after each tenth. */
const dotsIn = (path: string) =>
  [...path.matchAll(/h([\d.]+)/g)].reduce((sum, [, length]) => {
    let dots = 1;
    for (let at = 0; at < Number(length) - 0.1 - 1e-6; dots += 1) at += dots % 10 ? 3 : 4.5;
    return sum + dots;
  }, 0);

const { report } = readContent();
const statistics = report.parts
  .flatMap(part => part.sections)
  .flatMap(section => section.stories)
  .flatMap(story => story.blocks)
  .filter((block): block is Statistic => block.type === 'statistic');

test('there are twelve headline figures, of which two have no number', () => {
  assert.equal(statistics.length, 12);
  assert.equal(statistics.filter(({ figure }) => !figure).length, 2);
});

test('every count is drawn with exactly as many dots', () => {
  const counts = statistics.filter(({ unit, value }) => value && value < 5000 && unit !== 'percent' && unit !== 'year');
  assert.deepEqual(
    counts.map(({ value }) => value),
    [139, 240, 25, 350, 3157],
  );
  for (const { value } of counts) assert.equal(dotsIn(dotsPath(value!)), value);
  for (const value of [1, 10, 11, 50, 51, 100]) assert.equal(dotsIn(dotsPath(value)), value);
});

test('a share is as long as its percentage of the full line', () => {
  for (const { value, ...rest } of statistics.filter(({ unit }) => unit === 'percent')) {
    const [, full, part] = /M6 6H([\d.]+).*M6 6h([\d.]+)/.exec(htmlOf(statDrawing({ value: value!, ...rest })))!;
    assert.equal((Number(part) / (Number(full) - 6)).toFixed(4), (value! / 100).toFixed(4));
  }
});

test('almost 60,000 has no drawing: at one dot for one it would not fit, and another scale would mislead', () => {
  const many = statistics.find(({ value }) => value === 60000)!;
  assert.equal(many.approximate, true);
  assert.equal(htmlOf(statDrawing(many)), '');
});
