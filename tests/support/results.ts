/** What a test came to, in one shape for all rings, and how that is told. */

/**
 * One test of a file. `name` is its sentence after those of its suites; `reason` says why it failed, `seconds` how long
 * it took.
 */
export interface Result {
  file: string;
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  reason?: string;
  seconds?: number;
}
export type Report = (result: Result) => void;

/**
 * @param results any tests
 * @returns the counts in words: `12 passed, 1 failed`, and how many were skipped, if any were
 */
export function inWords(results: Result[]): string {
  const count = (outcome: Result['outcome']) => results.filter(result => result.outcome === outcome).length;
  const skipped = count('skipped') ? `, ${count('skipped')} skipped` : '';
  return `${count('passed')} passed, ${count('failed')} failed${skipped}`;
}

/** @returns a sentence for a result that is not a pass, with its reason below */
export const toldAt = ({ file, name, outcome, reason }: Result): string =>
  `  ${outcome}: ${file} › ${name}${reason ? `\n${reason.trimEnd().replace(/^/gm, '      ')}` : ''}`;

/** @returns the tests that took longest, a line each, the longest first */
export const slowest = (results: readonly Result[], count: number): string[] =>
  results
    .toSorted((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0))
    .slice(0, count)
    .map(({ file, name, seconds = 0 }) => `  ${seconds.toFixed(1)} s: ${file} › ${name}`);
