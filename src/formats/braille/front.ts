/** What stands before the report: the title page, our notes on this edition, and the contents. */
import type { Edition } from '../format.js';
import type { Piece } from '../pieces.js';
import { blank, numberInCells, signs } from './cells.js';
import { blockOf, codeOf, noteSigns, type Draft, type Grade } from './drafts.js';
import type { Text } from './liblouis.js';
import type { Block } from './pages.js';
import { centred, width, wrap, type Shape } from './wrap.js';

type Title = Extract<Piece, { kind: 'title' }>;
type Heading = Extract<Piece, { kind: 'heading' }>;
type CellsOf = (text: Text) => string;

const titleTop = 5;

/** @returns the drafts of the title page: the report's own title, then what this edition is, as a note of ours */
export function titleDrafts(
  { title, series, period, lang }: Title,
  { t, reading: { language } }: Edition,
  grade: Grade,
): Draft[] {
  const line = (words: string, more: Partial<Draft> = {}): Draft => ({
    text: { code: codeOf(lang, grade), words },
    shape: 'centred',
    ...more,
  });
  return [
    line(title, { after: true }),
    line(series),
    line(period, { after: true }),
    {
      text: {
        code: codeOf(language, grade),
        words: t(grade === 2 ? 'braille.contracted-edition' : 'braille.uncontracted-edition'),
      },
      shape: { first: 6, rest: 4 },
      before: true,
      ...noteSigns(language),
    },
  ];
}

/** @returns the title page, its words from the sixth line on */
export const titleBlocks = (drafts: readonly Draft[], cellsOf: CellsOf): Block[] => [
  { lines: Array.from({ length: titleTop }, () => blank) },
  ...drafts.map(draft => blockOf(draft, cellsOf)),
];

/** Signs that a reader may not know, each with the key of its name. */
const explained = (welsh: boolean) =>
  [
    [signs.openNote, 'braille.sign-note'],
    [signs.closeNote, 'braille.sign-note-end'],
    ...(welsh
      ? ([
          [signs.openWelsh, 'braille.sign-welsh'],
          [signs.closeWelsh, 'braille.sign-welsh-end'],
        ] as const)
      : []),
    [signs.goesOn, 'braille.sign-goes-on'],
  ] as const;

/** @returns the drafts of our notes on this edition */
export function noteDrafts({ t, reading: { language } }: Edition, grade: Grade): Draft[] {
  const code = codeOf(language, grade),
    welsh = language === 'cy';
  const paragraph = (words: string): Draft => ({ text: { code, words }, shape: { first: 2, rest: 0 } });
  const list = explained(welsh).map(
    ([sign, key], place, all): Draft => ({
      text: { code, words: t(key) },
      open: signs.locator + sign + blank,
      shape: { first: 0, rest: 2 },
      before: place === 0,
      after: place === all.length - 1,
    }),
  );
  return [
    { text: { code, words: t('braille.notes-heading') }, shape: 'centred', after: true, leads: true, central: true },
    ...[...(welsh ? [t('braille.notes-welsh')] : []), t('braille.notes-pages'), t('braille.notes-signs')].map(
      paragraph,
    ),
    ...list,
    paragraph(t('braille.notes-proof')),
  ];
}

/**
 * @returns our notes as blocks; in the Welsh edition between the signs for braille that is not UEB, each on a line by
 * itself (UEB 14.3.7)
 */
export function noteBlocks(drafts: readonly Draft[], cellsOf: CellsOf, language: string): Block[] {
  const blocks = drafts.map(draft => blockOf(draft, cellsOf));
  return language === 'cy' ? [{ lines: [signs.openWelsh] }, ...blocks, { lines: [signs.closeWelsh] }] : blocks;
}

/** The words of the contents page that are ours. */
export const contentsTexts = ({ t, reading }: Edition, grade: Grade): [heading: Text, page: Text] =>
  [reading.t('contents.heading'), t('braille.page')].map(words => ({
    code: codeOf(reading.language, grade),
    words,
  })) as [Text, Text];

/**
 * An entry keeps out of the last six cells of its lines, where the page numbers stand; its level shows where it begins,
 * its further lines begin deeper than any entry.
 */
const entry = (level: number): Shape => ({ first: (level - 2) * 2, rest: 6, room: width - 6 });

/** @returns an entry, with guide dots from its end to the number of its page */
function entryLines(cells: string, level: number, page: number): string[] {
  const lines = wrap(cells, entry(level)),
    last = lines.pop()!,
    number = numberInCells(page);
  const gap = width - last.length - number.length - 2;
  return [...lines, last + blank + (gap < 2 ? blank : signs.guide).repeat(gap) + blank + number];
}

/** @returns the contents; `pageOf` gives the page of a heading by its id */
export function contentsBlocks(
  headings: readonly Heading[],
  [heading, page]: readonly [Text, Text],
  cellsOf: CellsOf,
  grade: Grade,
  pageOf: (id: string) => number,
): Block[] {
  const word = (text: Text) => (text.code.startsWith('cy') ? signs.welshWord : '') + cellsOf(text),
    right = word(page);
  return [
    { lines: centred(word(heading)), after: true, central: true },
    { lines: [blank.repeat(width - right.length) + right] },
    // What holds others is not parted from the first of them.
    ...headings.map(
      ({ words, lang, level, id }): Block => ({
        whole: true,
        leads: level < 4,
        lines: entryLines(cellsOf({ code: codeOf(lang, grade), words }), level, pageOf(id)),
      }),
    ),
  ];
}
