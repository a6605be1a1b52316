/**
 * Says how wide a run of the tests is: `npm run test:all` adds the sweeps over every look, window, size, language and
 * input, for which `npm test` takes those at which a fault shows first.
 */

/** Whether this run takes all of each sweep. */
export const isSweep: boolean = process.env['READER_SWEEP'] === '1';

/** @returns what this run goes through: `all` in a sweep, and otherwise `few` of it */
export const inSweep = <Item>(all: readonly Item[], few: readonly Item[]): readonly Item[] => (isSweep ? all : few);

/** A window, its width and height in pixels, and a size of text in per cent. */
export type Screen = [width: number, height: number, size: string];

/** A phone, a small phone with the largest text, and a desk. */
export const usualScreens: readonly Screen[] = [
  [390, 844, '100'],
  [320, 640, '400'],
  [1280, 800, '100'],
];

/** The same, with usual text on the small phone and the largest at the desk. */
export const moreScreens: readonly Screen[] = [[320, 640, '100'], ...usualScreens, [1280, 800, '400']];
