/**
 * Every success criterion of WCAG 2.2, whether these pages meet it, and what shows it. The accessibility statement and
 * its tests are drawn from this table.
 */
import rows from './criteria.json';

export type Level = 'A' | 'AA' | 'AAA';
/** A criterion is not applicable when the pages have nothing of what it is about. */
export type Outcome = 'met' | 'not applicable' | 'not met';

export interface Criterion {
  readonly number: string;
  /** As in https://www.w3.org/TR/WCAG22/. */
  readonly name: string;
  readonly level: Level;
  readonly outcome: Outcome;
  /**
   * One plain sentence with the test that shows it, or the step by hand that does. Why something is not met stands in
   * locales/statement.*.json, as `limit.NUMBER`.
   */
  readonly proof: string;
}

export const levels = ['A', 'AA', 'AAA'] as const satisfies readonly Level[];
export const outcomes = ['met', 'not applicable', 'not met'] as const satisfies readonly Outcome[];

/**
 * A row for each: number, name, level, outcome, proof. What they may hold is asserted in tests/unit/criteria.test.ts.
 */
export const criteria = rows.map(([number, name, level, outcome, proof]) => ({
  number,
  name,
  level,
  outcome,
  proof,
})) as readonly Criterion[];

/** @returns the criteria of a level that have an outcome */
export const criteriaWith = (level: Level, outcome: Outcome): readonly Criterion[] =>
  criteria.filter(criterion => criterion.level === level && criterion.outcome === outcome);

/** @returns whether the pages comply fully with the AA standard, which holds the criteria of level A too */
export const isFullyCompliant = (table: readonly Criterion[] = criteria): boolean =>
  !table.some(({ level, outcome }) => level !== 'AAA' && outcome === 'not met');
