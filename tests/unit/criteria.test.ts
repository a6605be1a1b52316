/**
 * The table of criteria is whole and honest: every criterion of WCAG 2.2 once, at its level, with a proof that can be
 * found.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import cy from '../../locales/statement.cy.json';
import en from '../../locales/statement.en.json';
import { criteria, criteriaWith, isFullyCompliant, levels, outcomes } from '../../src/pages/statement/criteria.js';

/** https://www.w3.org/TR/WCAG22/, without 4.1.1, which is obsolete there. */
const published = {
  A: [
    '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2',
    '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4',
    '3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7',
    '4.1.2',
  ].join(' '),
  AA: [
    '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
    '2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8',
    '3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8',
    '4.1.3',
  ].join(' '),
  AAA: [
    '1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9',
    '2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 2.4.10 2.4.12 2.4.13 2.5.5 2.5.6',
    '3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9',
  ].join(' '),
};
const unmet = criteria
  .filter(({ outcome }) => outcome === 'not met')
  .map(({ number }) => `limit.${number}`)
  .toSorted();

test('WCAG 2.2 has 86 criteria, 31 of level A, 24 of AA, 31 of AAA; each is in the table once, in order', () => {
  assert.equal(criteria.length, 86);
  assert.deepEqual(
    levels.map(level => published[level].split(' ').length),
    [31, 24, 31],
  );
  for (const level of levels)
    assert.deepEqual(
      criteria.filter(each => each.level === level).map(({ number }) => number),
      published[level].split(' '),
    );
  assert.equal(new Set(criteria.map(({ name }) => name)).size, 86);
  const places = criteria.map(({ number }) => number.split('.').reduce((place, part) => place * 100 + Number(part), 0));
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  );
});

test('every proof is one plain sentence or two, and names a test that is there, or a step by hand', () => {
  for (const { number, proof } of criteria) {
    const named = proof.match(/tests\/[\w./-]+\.ts/g) ?? [];
    assert.ok(named.length || proof.startsWith('By hand: '), number);
    for (const path of named)
      assert.ok(existsSync(resolve(import.meta.dirname, '../..', path)), `${number} names ${path}, which is not there`);
    assert.ok(proof.length < 180 && /^\p{Lu}.*\.$/u.test(proof), number);
  }
});

test('whatever is not met has its reason in both languages, and nothing else has', () => {
  for (const words of [en, cy])
    assert.deepEqual(
      Object.keys(words)
        .filter(key => key.startsWith('limit.'))
        .toSorted(),
      unmet,
    );
});

test('the pages comply fully only when no criterion of level A or AA is missed', () => {
  const missing = (...missed: string[]) =>
    criteria.map(each => ({
      ...each,
      outcome: missed.includes(each.number) ? ('not met' as const) : ('met' as const),
    }));
  assert.deepEqual(
    [[], ['3.1.5', '2.4.9'], ['1.1.1'], ['4.1.3'], ['3.1.5', '1.4.3']].map(missed =>
      isFullyCompliant(missing(...missed)),
    ),
    [true, true, false, false, false],
  );
  assert.equal(
    levels
      .flatMap(level => outcomes.map(outcome => criteriaWith(level, outcome).length))
      .reduce((sum, count) => sum + count),
    86,
  );
});
