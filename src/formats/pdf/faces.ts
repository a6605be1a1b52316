/** The typefaces in the file: Atkinson Hyperlegible Next and Literata (SIL Open Font Licence), as Fontsource packs them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from './looks.js';

const require = createRequire(import.meta.url);
const packages = { sans: 'atkinson-hyperlegible-next', serif: 'literata' } as const;

/** Fontsource parts a typeface by script. Only WOFF 1 is of use: pdfkit cannot take single letters out of WOFF 2. */
const pathOf = (face: Face, part: 'latin' | 'latin-ext') => {
  const [letters, weight] = face.split('-') as ['sans' | 'serif', string];
  return require.resolve(`@fontsource/${packages[letters]}/files/${packages[letters]}-${part}-${weight}-normal.woff`);
};

/** The name of a font in the file: a face, or its part with the letters beyond Latin-1. */
export type FontName = Face | `${Face}-ext`;
const faces: readonly Face[] = ['sans-400', 'sans-700', 'serif-400', 'serif-700'];

/** @returns the bytes of every font, by name. Those that are not used are not put into the file. */
export const fontFiles = (): [FontName, Buffer][] => faces.flatMap((face): [FontName, Buffer][] => [
  [face, readFileSync(pathOf(face, 'latin'))],
  [`${face}-ext`, readFileSync(pathOf(face, 'latin-ext'))],
]);

/** Latin Extended-A, -B and Additional, where Welsh ŵ, ŷ, ẁ and ỳ are. */
const beyond = /([\u0100-\u024f\u1e00-\u1eff]+)/;

/** @returns a text in pieces, each with the font that has its letters */
export const fontsFor = (text: string, face: Face): [string, FontName][] =>
  text.split(beyond).map((piece, index): [string, FontName] => [piece, index % 2 ? `${face}-ext` : face]).filter(([piece]) => piece);
