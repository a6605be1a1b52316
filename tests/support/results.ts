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

/**
 * Collects results and tells them as they come: a line for each file, and each failure in full.
 * @param say writes one line
 * @returns `report`, which takes the next result (results of one file must follow each other); `told`, the results so far;
 *   `end`, which tells the last file and returns every result
 */
export function collect(say: (line: string) => unknown): { report: Report; told: () => Result[]; end: () => Result[] } {
  const all: Result[] = [];
  let current: Result[] = [];
  const endFile = () => { if (current[0]) say(`  ${current[0].file}: ${inWords(current)}`); current = []; };
  return {
    report: result => {
      if (current[0]?.file !== result.file) endFile();
      current.push(result);
      all.push(result);
      if (result.outcome !== 'passed') say(toldAt(result));
    },
    told: () => all,
    end: () => { endFile(); return all; },
  };
}
