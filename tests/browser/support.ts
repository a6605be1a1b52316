/** The few assertions that tests in a page need. */

/** @throws Error when the two are not the same value */
export function equal(found: unknown, expected: unknown): void {
  if (!Object.is(found, expected)) throw new Error(`found ${String(found)}, expected ${String(expected)}`);
}

/** @throws Error when the two are not alike, part by part */
export function same(found: unknown, expected: unknown): void {
  const [here, there] = [found, expected].map(value => JSON.stringify(value, null, 1));
  if (here !== there) throw new Error(`found ${here}\nexpected ${there}`);
}

/** @throws Error when it does not hold */
export function ok(holds: boolean): void {
  if (!holds) throw new Error('expected this to hold');
}
