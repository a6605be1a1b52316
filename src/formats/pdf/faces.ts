/**
 * The typefaces in the file: Atkinson Hyperlegible Next and Literata (SIL Open Font Licence), as Fontsource packs them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
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

/**
 * @param woff a font as WOFF 1, whose tables are compressed one by one (https://www.w3.org/TR/WOFF/#DataTables)
 * @returns the same font with its tables as they are: fontkit would unpack a table anew for every letter
 */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12),
    head = Buffer.alloc(12 + 16 * count),
    tables: Buffer[] = [];
  woff.copy(head, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(count));
  for (const [at, value] of [count, 16 * power, Math.log2(power), 16 * (count - power)].entries())
    head.writeUInt16BE(value, 4 + 2 * at);
  let place = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index,
      to = 12 + 16 * index;
    const [from, packed, length, checksum] = [4, 8, 12, 16].map(at => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(from, from + packed),
      table = packed < length ? inflateSync(bytes) : bytes;
    woff.copy(head, to, entry, entry + 4);
    for (const [at, value] of [checksum, place, length].entries()) head.writeUInt32BE(value, to + 4 + 4 * at);
    // Each table begins at a multiple of four.
    tables.push(table, Buffer.alloc(-length & 3));
    place += length + (-length & 3);
  }
  return Buffer.concat([head, ...tables]);
}

/** @returns the bytes of every font, by name. Those that are not used are not put into the file. */
export const fontFiles = (): [FontName, Buffer][] =>
  faces.flatMap((face): [FontName, Buffer][] => [
    [face, unpacked(readFileSync(pathOf(face, 'latin')))],
    [`${face}-ext`, unpacked(readFileSync(pathOf(face, 'latin-ext')))],
  ]);

/** Latin Extended-A, -B and Additional, where Welsh ŵ, ŷ, ẁ and ỳ are. */
const beyond = /([\u0100-\u024f\u1e00-\u1eff]+)/;

/** @returns a text in pieces, each with the font that has its letters */
export const fontsFor = (text: string, face: Face): [string, FontName][] =>
  text
    .split(beyond)
    .map((piece, index): [string, FontName] => [piece, index % 2 ? `${face}-ext` : face])
    .filter(([piece]) => piece);
