/**
 * The letters of each kind of words in an edition. No italics: bold and the other family tell voices and headings
 * apart.
 */
import type { LineNumber, Style } from './blocks.js';
import type { Look } from './looks.js';

/** The deep colour of a line, for words and lines on the page. */
export const deep = ({ colours }: Look, line: LineNumber): string => colours[`line-${line}`];

/** How far from the margin framed words begin. */
export const slipIndent = ({ size }: Look): number => size * 1.3;

/** How far on the cover words stand from the left margin: beyond the four lines. */
export const coverIndent = ({ margins }: Look): number => 150 - margins.left;

export function stylesOf(look: Look) {
  const { size, text, voice, headings, colours } = look;
  const heading = (level: 1 | 2 | 3 | 4, colour: string): Style => ({
    face: `${text}-700`,
    size: headings[level - 1]!,
    colour,
  });
  return {
    body: { face: `${text}-400`, size, colour: colours.text },
    bold: { face: `${text}-700`, size, colour: colours.text },
    /** People's own words, inside a sentence and as a quotation. */
    said: { face: `${voice}-400`, size: voice === text ? size : size * 1.06, colour: colours.text },
    quoted: { face: `${voice}-400`, size: voice === text ? size : size * 1.16, colour: colours.text },
    number: { face: `${voice}-700`, size: size * 1.5, colour: colours.text },
    title: { ...heading(1, colours.on) },
    series: { face: `${text}-700`, size: Math.max(size, 18), colour: colours.on },
    period: { face: `${voice}-400`, size: headings[0] * 1.5, colour: colours.on },
    /** A heading on its sign, or on the page in the colour of its line. */
    sign: (level: 2 | 3) => heading(level, colours.on),
    heading: (level: 2 | 3 | 4, line: LineNumber) => heading(level, deep(look, line)),
  } satisfies Record<string, Style | ((...args: never[]) => Style)>;
}
export type Styles = ReturnType<typeof stylesOf>;
