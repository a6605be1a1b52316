/** The drawings are honest: in a group each dot stands for as many, and a line is as long as its share. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readContent } from '../../src/build/content.js';
import { htmlOf } from '../../src/build/prerender.js';
import { figureGroups } from '../../src/model/figure-groups.js';
import { dashes, dotsOf, dotsPath, scaleOf, statDrawing } from '../../src/pages/elements/stat-drawing.js';
import type { Statistic } from '../../src/model/report/model.js';

/** Dots in a path: the dashes put one at the start of each run, then one every 3 units, and 4.5 after each fifth. */
const dotsIn = (path: string) =>
  [...path.matchAll(/h([\d.]+)/g)].reduce((sum, [, length]) => {
    let dots = 1;
    for (let at = 0; at < Number(length) - 1 - 1e-6; dots += 1) at += dots % 5 ? 3 : 4.5;
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

test('every count is drawn with as many dots as its group’s scale asks for: 3,157 and 350 in tens', () => {
  assert.deepEqual(
    figureGroups(report).map(({ figures }) => {
      const group = figures.map(figure => ({ type: 'statistic' as const, ...figure })),
        scale = scaleOf(group);
      return [scale, ...group.map(each => dotsIn(htmlOf(statDrawing(each, scale)).replace(/M3 3[Hh].*/, '')))];
    }),
    [
      [1, 0, 139, 0],
      [1, 240, 25, 0],
      [10, 35, 316, 0],
      [1, 0, 0, 0],
    ],
  );
  for (const value of [1, 5, 6, 25, 26, 100, 101, 500]) assert.equal(dotsIn(dotsPath(value)), value);
});

const count = (value: number, approximate = false): Statistic => ({
  ...{ type: 'statistic', id: `c${value}`, statement: `${value}`, figure: `${value}` },
  ...{ value, unit: 'things', approximate },
});

test('what tens would make untrue, or nobody would count, has no drawing', () => {
  assert.equal(scaleOf([count(500)]), 1);
  assert.equal(scaleOf([count(7), count(501)]), 10);
  assert.equal(scaleOf([count(350), count(5001), count(600, true)]), 1, 'nothing is drawn in tens for these');
  assert.deepEqual(
    [94, 95, 100, 5004, 5006].map(value => dotsOf(count(value), 10)),
    [0, 10, 10, 500, 0],
  );
});

test('the dashes in the styles of the page are those that were counted here', () => {
  assert.ok(
    readFileSync('src/pages/styles/page.css', 'utf8').includes(
      `.dots { stroke-width: 2; stroke-dasharray: ${dashes}; }`,
    ),
  );
});

test('a share is as long as its percentage of the full line', () => {
  for (const { value, ...rest } of statistics.filter(({ unit }) => unit === 'percent')) {
    const [, full, part] = /M3 3H([\d.]+).*M3 3h([\d.]+)/.exec(htmlOf(statDrawing({ value: value!, ...rest }, 1)))!;
    assert.equal((Number(part) / (Number(full) - 3)).toFixed(4), (value! / 100).toFixed(4));
  }
});

test('almost 60,000 has no drawing: neither ones nor tens would fit, and it is not exact', () => {
  const many = statistics.find(({ value }) => value === 60000)!;
  assert.equal(many.approximate, true);
  assert.equal(htmlOf(statDrawing(many, 10)), '');
});
