/** The cover as a picture, for shelves: the dot and the four lines, and the title set in the reader's own typeface. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Report } from '../../model/report/model.js';
import { themes } from '../../model/settings/themes.js';
import { pictureOf } from '../picture.js';

const packages = createRequire(import.meta.url);
const size = { width: 1200, height: 1800 },
  left = 300,
  room = size.width - left - 60;
/** Letters on the cover are never smaller, in its own units. */
const smallest = 44;
/** Most letters are in the first part of a typeface, ŵ and ŷ are in the second. */
const faceOf = (weight: number) =>
  ['latin', 'latin-ext'].map(
    part =>
      create(
        readFileSync(
          packages.resolve(
            `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${weight}-normal.woff`,
          ),
        ),
      ) as Font,
  );

/**
 * @returns the letters of a line as one path each, and how wide the line is; set as paths, so that every device shows
 * the same
 */
function lineOf(
  text: string,
  faces: readonly Font[],
  letterSize: number,
): { width: number; at(x: number, y: number): string } {
  let width = 0;
  const letters = [...text].map(letter => {
    const face = faces.find(each => each.hasGlyphForCodePoint(letter.codePointAt(0)!)) ?? faces[0]!;
    const [glyph] = face.layout(letter).glyphs,
      scale = letterSize / face.unitsPerEm,
      from = width;
    width += glyph!.advanceWidth * scale;
    return { path: glyph!.path.toSVG(), scale, from };
  });
  return {
    width,
    at: (x, y) =>
      letters
        .map(({ path, scale, from }) => {
          const place = `translate(${(x + from).toFixed(2)} ${y})`,
            turned = `scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`;
          return `<path transform="${place} ${turned}" d="${path}"/>`;
        })
        .join(''),
  };
}

/** @returns a word, or, where it is wider than a line in the smallest letters, as many pieces as it takes */
function pieces(word: string, faces: readonly Font[]): string[] {
  const all: string[] = [];
  for (const letter of word) {
    const longer = `${all.at(-1) ?? ''}${letter}`;
    if (all.length && lineOf(longer, faces, smallest).width > room) all.push(letter);
    else all.splice(-1, 1, longer);
  }
  return all.length ? all : [word];
}

/**
 * @returns the words in lines that fit, as large as they can be, up to `most`; what is too long for all of them ends in
 * "…", because the whole title is in the book
 */
function fitted(
  text: string,
  faces: readonly Font[],
  most: number,
  height: number,
): { letterSize: number; lines: string[] } {
  const broken = text.split(' ').flatMap(word => pieces(word, faces));
  for (let letterSize = most; ; letterSize -= 4) {
    const lines: string[] = [];
    for (const word of broken) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && lineOf(longer, faces, letterSize).width <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    if (lines.length * letterSize * 1.1 <= height && lines.every(line => lineOf(line, faces, letterSize).width <= room))
      return { letterSize, lines };
    if (letterSize <= smallest)
      return { letterSize, lines: [...lines.slice(0, Math.floor(height / letterSize / 1.1) - 1), '…'] };
  }
}

/** @returns the cover as SVG, letters as paths */
export function coverDrawing({ title, series, period }: Report): string {
  const { colours } = themes.light,
    [bold, regular] = [faceOf(700), faceOf(400)];
  const lines = [1, 2, 3, 4].map((number, index) => {
    const x = 70 + index * 50,
      radius = 330 - index * 50,
      way = `M1300 ${x}H${x + radius}A${radius} ${radius} 0 0 0 ${x} ${x + radius}V1900`;
    return `<path fill="none" stroke-width="34" stroke="${colours[`signal-${number as 1}`]}" d="${way}"/>`;
  });
  const name = fitted(title, bold!, 128, 800),
    under = fitted(series, bold!, 72, 160);
  const top = 640,
    below = top + name.lines.length * name.letterSize * 1.1 + 30;
  const written = [
    ...name.lines.map((line, index) =>
      lineOf(line, bold!, name.letterSize).at(left, top + index * name.letterSize * 1.1),
    ),
    ...under.lines.map((line, index) =>
      lineOf(line, bold!, under.letterSize).at(left, below + index * under.letterSize * 1.1),
    ),
    lineOf(period, regular!, 200).at(left, 1660),
  ];
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${colours['block-0']}" d="M0 0h${width}v${height}H0z"/>`,
    ...lines,
    `<circle cx="${left + 76}" cy="390" r="70" fill="#fff"/>`,
    `<g fill="#fff">${written.join('')}</g>`,
    '</svg>',
  ].join('');
}

/** @returns the cover as PNG */
export const coverPicture = (report: Report): Promise<Uint8Array> => pictureOf(coverDrawing(report), size.width);
