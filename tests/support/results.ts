/** What a test came to, in one shape for all rings, and how that is told. */

/** One test of a file. `name` is its sentence after those of its suites; `reason` says why it failed. */
export interface Result { file: string; name: string; outcome: 'passed' | 'failed' | 'skipped'; reason?: string }
export type Report = (result: Result) => void;

/**
 * @param results any tests
 * @returns the counts in words: `12 passed, 1 failed`, and how many were skipped, if any were
 */
export function inWords(results: Result[]): string {
  const count = (outcome: Result['outcome']) => results.filter(result => result.outcome === outcome).length;
  return `${count('passed')} passed, ${count('failed')} failed${count('skipped') ? `, ${count('skipped')} skipped` : ''}`;
}

/** @returns a sentence for a result that is not a pass, with its reason below */
export const toldAt = ({ file, name, outcome, reason }: Result): string =>
  `  ${outcome}: ${file} › ${name}${reason ? `\n${reason.trimEnd().replace(/^/gm, '      ')}` : ''}`;
