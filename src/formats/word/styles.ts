/** How the Word document looks: all of it in styles, so that a reader changes it in one place. */
import {
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx';
import { themes } from '../../model/settings/themes.js';

const { colours } = themes.light;
/** The page is white: Word's own, which a reader's settings may replace. */
export const page = '#ffffff';
/** Colours of letters, and what they stand on; a test computes their contrast. */
export const inks = {
  text: colours.text,
  title: colours['block-0'],
  part: colours['line-1'],
  section: colours['line-2'],
  story: colours['line-3'],
  note: colours.text,
  link: colours['line-3'],
} as const;
export const noteGround = colours['tint-0'];

const hex = (colour: string) => colour.slice(1);
/**
 * Faces that every system has, or has one of the same widths for (Liberation Sans, Gelasio). The serif is for what
 * people said.
 */
export const faces = { sans: 'Arial', serif: 'Georgia' } as const;
/** Half points: 24 is 12 point. */
const usual = 24;
/** Between lines, in 240ths of a line: it grows with the letters and with what else stands in a line. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });
const edge = (colour: string, size: number) => ({ style: BorderStyle.SINGLE, color: hex(colour), size, space: 8 });
const dashes = { style: BorderStyle.DASHED, color: hex(colours.edge), size: 12, space: 6 };

/** A style of ours under the name that Word shows. */
const named = (
  id: string,
  name: string,
  rest: Omit<IParagraphStyleOptions, 'id' | 'name'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });
const contents = (level: number): IParagraphStyleOptions =>
  named(`TOC${level}`, `toc ${level}`, {
    paragraph: { indent: { start: (level - 1) * 340 }, spacing: { before: level === 1 ? 120 : 0, after: 60 } },
  });

/** The languages of Word, by those of the report. */
export const tagOf = (lang: string): string => ({ en: 'en-GB', cy: 'cy-GB' })[lang] ?? lang;

/** @returns all styles, for a document whose words are in `lang` unless they say otherwise */
export const stylesFor = (lang: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: faces.sans, size: usual, color: hex(inks.text), language: { value: tagOf(lang) } },
      paragraph: { spacing: { after: 180, ...lines(320) } },
    },
    title: {
      run: { size: 64, bold: true, color: hex(inks.title) },
      paragraph: {
        spacing: { before: 600, after: 240, ...lines(264) },
        border: { left: edge(colours['line-1'], 96) },
        indent: { start: 300 },
      },
    },
    heading1: {
      run: { size: 44, bold: true, color: hex(inks.part) },
      paragraph: {
        spacing: { before: 720, after: 240, ...lines(264) },
        keepNext: true,
        keepLines: true,
        border: { bottom: edge(inks.part, 36) },
      },
    },
    heading2: {
      run: { size: 34, bold: true, color: hex(inks.section) },
      paragraph: { spacing: { before: 560, after: 180, ...lines(264) }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { size: 28, bold: true, color: hex(inks.story) },
      paragraph: { spacing: { before: 440, after: 140, ...lines(264) }, keepNext: true, keepLines: true },
    },
    heading4: {
      run: { size: 26, bold: true, color: hex(inks.text) },
      paragraph: { spacing: { before: 360, after: 120, ...lines(264) }, keepNext: true, keepLines: true },
    },
    caption: {
      run: { size: usual, bold: true, color: hex(inks.text) },
      paragraph: { spacing: { before: 120, after: 100 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 120 } } },
    // Nobody's letters are smaller than 12 point, not even those of footnotes that somebody adds.
    footnoteText: { run: { size: usual } },
    footnoteTextChar: { run: { size: usual } },
    endnoteText: { run: { size: usual } },
    endnoteTextChar: { run: { size: usual } },
    hyperlink: { run: { color: hex(inks.link), underline: {} } },
  },
  paragraphStyles: [
    named('Subtitle', 'Subtitle', {
      run: { size: 36, color: hex(inks.title) },
      paragraph: { spacing: { after: 60 }, border: { left: edge(colours['line-1'], 96) }, indent: { start: 300 } },
    }),
    named('Quote', 'Quote', {
      run: { font: faces.serif, size: 25 },
      paragraph: {
        indent: { start: 340 },
        spacing: { after: 200, ...lines(336) },
        border: { left: edge(colours['line-1'], 48) },
      },
    }),
    named('QuoteSource', 'Quote source', { paragraph: { indent: { start: 340 } } }),
    named('Signature', 'Signature', { run: { bold: true }, paragraph: { spacing: { before: 120, after: 0 } } }),
    named('ListBullet', 'List Bullet', {
      paragraph: { spacing: { after: 120 }, numbering: { reference: 'bullets', level: 0 } },
    }),
    named('NoteFromTheReader', 'Note from the reader', {
      run: { color: hex(inks.note) },
      paragraph: {
        keepNext: true,
        spacing: { before: 160, after: 240 },
        indent: { start: 140, end: 140 },
        border: { top: dashes, bottom: dashes, left: dashes, right: dashes },
        shading: { type: 'clear', fill: hex(noteGround) },
      },
    }),
    named('Contact', 'Contact', { paragraph: { spacing: { after: 200 }, keepLines: true } }),
    named('InTable', 'In a table', { paragraph: { spacing: { before: 60, after: 60, ...lines(300) } } }),
    named('DrawingInTable', 'Drawing in a table', { paragraph: { spacing: { before: 60, after: 60 } } }),
    named('TableHead', 'Head of a table', {
      run: { bold: true },
      paragraph: { spacing: { before: 60, after: 60 }, keepNext: true },
    }),
    named('TOCHeading', 'TOC Heading', {
      run: { size: 34, bold: true, color: hex(inks.title) },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    }),
    named('Footer', 'footer', { paragraph: { spacing: { after: 0 } } }),
    ...[1, 2, 3].map(contents),
  ],
  characterStyles: [{ id: 'Voice', name: 'Voice', basedOn: 'DefaultParagraphFont', run: { font: faces.serif } }],
});

/** Real bullets, which a reader's program counts and tells. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 400, hanging: 400 } } },
        },
      ],
    },
  ],
};
