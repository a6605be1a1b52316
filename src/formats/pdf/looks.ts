/**
 * The editions, a row each: ordinary A4, and large print set anew. Large print follows UKAAF's and RNIB's guidance on
 * clear and large print: 18 and 24 points, left aligned, no italics, no hyphenation, wide leading, numbers in one
 * place. Six files: each size of large print with and without serifs, for readers who read best in either, and one on
 * cream for readers whom white dazzles. Cream at 24 points, or with serifs, would be four files more for what a
 * screen's own colours do; whoever prints has cream paper.
 */
import { themes, type Colours } from '../../model/settings/themes.js';
import type { FormatKey } from '../../model/words/format-words.js';

/** Which family of letters; the files of each are in faces.ts. */
export type Letters = 'sans' | 'serif';
/**
 * A weight of one family, as fonts are named in the file. `ext` holds letters that the usual file lacks, such as Welsh
 * ŵ and ŷ.
 */
export type Face = `${Letters}-${400 | 700}`;

/** All lengths are in points, 1/72 inch. */
export interface Look {
  ending: string;
  name: FormatKey;
  /** The size of the text. Nothing is smaller. */
  size: number;
  /** What the report says, and what people say. */
  text: Letters;
  voice: Letters;
  /** Sizes of headings, from the title to a story's. */
  headings: readonly [number, number, number, number];
  leading: number;
  margins: { left: number; right: number; top: number; bottom: number };
  colours: Colours;
  /** The colour of the page, where it is not the paper itself. */
  page?: string;
  /** Whether slips of quotations are tinted; black on white needs no tint. */
  tinted: boolean;
}

/** A4 (ISO 216). */
export const sheet = { width: 595.28, height: 841.89 };

const ordinary = {
  size: 12,
  headings: [46, 28, 26, 17],
  leading: 1.5,
  margins: { left: 104, right: 78, top: 62, bottom: 84 },
} as const;
const large18 = {
  size: 18,
  headings: [46, 34, 32, 23],
  leading: 1.5,
  margins: { left: 78, right: 48, top: 56, bottom: 92 },
  tinted: false,
} as const;
const large24 = {
  size: 24,
  headings: [48, 38, 36, 29],
  leading: 1.4,
  margins: { left: 70, right: 40, top: 54, bottom: 98 },
  tinted: false,
} as const;

const black: Colours = { ...themes.light.colours, page: '#fff', text: '#000', quiet: '#000', edge: '#000' };
const cream = themes.cream.colours;
const onCream: Colours = { ...cream, text: '#000', quiet: '#000', edge: '#000' };

export const looks: readonly Look[] = [
  {
    ...ordinary,
    ending: '.pdf',
    name: 'pdf.a4',
    text: 'sans',
    voice: 'serif',
    colours: { ...themes.light.colours, page: '#fff' },
    tinted: true,
  },
  { ...large18, ending: '-large-18-sans.pdf', name: 'pdf.large18sans', text: 'sans', voice: 'sans', colours: black },
  {
    ...large18,
    ending: '-large-18-serif.pdf',
    name: 'pdf.large18serif',
    text: 'serif',
    voice: 'serif',
    colours: black,
  },
  {
    ...large18,
    ending: '-large-18-cream.pdf',
    name: 'pdf.large18cream',
    text: 'sans',
    voice: 'sans',
    colours: onCream,
    page: cream.page,
    tinted: true,
  },
  { ...large24, ending: '-large-24-sans.pdf', name: 'pdf.large24sans', text: 'sans', voice: 'sans', colours: black },
  {
    ...large24,
    ending: '-large-24-serif.pdf',
    name: 'pdf.large24serif',
    text: 'serif',
    voice: 'serif',
    colours: black,
  },
];
