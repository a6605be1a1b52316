/**
 * Says how wide a run of the tests is: `npm run test:all` adds the sweeps over every look, window, size, language and
 * input, for which `npm test` takes those at which a fault shows first.
 */

/** Whether this run takes all of each sweep. */
export const isSweep: boolean = process.env['READER_SWEEP'] === '1';

/** @returns what this run goes through: `all` in a sweep, and otherwise `few` of it */
export const inSweep = <Item>(all: readonly Item[], few: readonly Item[]): readonly Item[] => (isSweep ? all : few);
