/** The table of journeys and engines, as tests/ENGINES.md holds it. */
import { engineNames, type EngineName } from '../support/engines/engine.js';

/**
 * What came of a journey in each engine: true where it was made, the reason where the engine cannot, nothing where it
 * failed.
 */
export interface Row {
  name: string;
  cells: Map<EngineName, true | string>;
}

/** @returns the table, with the reasons below it */
export function table(rows: readonly Row[]): string {
  const reasons: string[] = [];
  const cell = (found: true | string | undefined) => {
    if (typeof found !== 'string') return found ? 'yes' : 'no';
    if (!reasons.includes(found)) reasons.push(found);
    return `cannot (${reasons.indexOf(found) + 1})`;
  };
  const lines = rows.map(
    ({ name, cells }) => `| ${name} | ${engineNames.map(engine => cell(cells.get(engine))).join(' | ')} |`,
  );
  return [
    '# Journeys and engines',
    '',
    'Made by `tests/engines/engines.test.ts` against the built site, in real browsers. ' +
      'The browser tests of single elements (`tests/browser`) run in the same three engines.',
    '',
    `| What a reader does | ${engineNames.join(' | ')} |`,
    `|---|${'---|'.repeat(engineNames.length)}`,
    ...lines,
    '',
    'What an engine cannot do, and the tests show that it cannot:',
    '',
    ...reasons.map((reason, index) => `${index + 1}. ${reason}.`),
    '',
  ].join('\n');
}
