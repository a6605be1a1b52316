/**
 * The report's pieces as blocks that have words but no cells yet: where they stand follows BANA's Braille Formats
 * (2016), whose layout for headings, paragraphs, lists, displayed quotations and transcriber's notes is also read in
 * Britain; page numbers stand at the top right.
 */
import type { Piece } from '../pieces.js';
import { signs } from './cells.js';
import type { Code, Text } from './liblouis.js';
import type { Block } from './pages.js';
import { centred, wrap, type Shape } from './wrap.js';

/** A block whose lines are still to be made. `open` and `close` are signs around its words. */
export interface Draft extends Omit<Block, 'lines'> {
  text: Text;
  open?: string;
  shut?: string;
  shape: Shape | 'centred';
}

/** 1 is uncontracted, 2 contracted. */
export type Grade = 1 | 2;

/** @returns the code for words of a language */
export const codeOf = (lang: string, grade: Grade): Code => (lang === 'cy' ? `cy${grade}` : `ueb${grade}`);

/** Cells counted from 0: a paragraph's first line begins in cell 3, the rest in cell 1, and so on. */
const shapes = {
  paragraph: { first: 2, rest: 0 },
  item: { first: 0, rest: 2 },
  quotation: { first: 4, rest: 2 },
  source: { first: 6, rest: 6 },
  note: { first: 6, rest: 4 },
  label: { first: 0, rest: 4 },
  address: { first: 2, rest: 4 },
  3: { first: 4, rest: 4 },
  4: { first: 6, rest: 6 },
} satisfies Record<string, Shape>;

/**
 * @returns the signs around a note of ours (UEB 3.27), and inside them those around words that are not in UEB (14.3.2)
 */
export const noteSigns = (lang: string) =>
  lang === 'cy'
    ? { open: signs.openNote + signs.openWelsh, shut: signs.closeWelsh + signs.closeNote }
    : { open: signs.openNote, shut: signs.closeNote };

/** Addresses stand in lines of their own, letter by letter (UEB 10.12.3, 11.10.2). */
const electronic: readonly string[] = ['web', 'email', 'social', 'feedback-survey'];

/** @returns the draft of each of some texts, with blank lines around them all */
function spaced(drafts: Draft[]): Draft[] {
  const [first, last] = [drafts[0], drafts.at(-1)];
  if (first) first.before = true;
  if (last) last.after = true;
  return drafts;
}

/** @returns the drafts of a piece, in order; none of the title, which has a page of its own */
export function draftsOf(piece: Piece, grade: Grade): Draft[] {
  const code = codeOf(piece.lang, grade);
  const draft = (words: string, shape: keyof typeof shapes, more: Partial<Draft> = {}): Draft => ({
    text: { code, words },
    shape: shapes[shape],
    ...more,
  });
  switch (piece.kind) {
    case 'title':
      return [];
    case 'heading':
      return piece.level === 2
        ? [
            {
              text: { code, words: piece.words },
              shape: 'centred',
              before: true,
              after: true,
              leads: true,
              central: true,
              id: piece.id,
            },
          ]
        : [draft(piece.words, piece.level, { before: true, leads: true, close: true, id: piece.id })];
    case 'paragraph':
      return [draft(piece.runs.map(({ text }) => text).join(''), 'paragraph')];
    case 'list':
      return spaced(piece.items.map(item => draft(item, 'item')));
    case 'figures':
      return spaced(piece.statistics.map(({ statement }) => draft(statement, 'item')));
    case 'quotation':
      return [
        ...(piece.introduction ? [draft(piece.introduction, 'paragraph', { leads: true })] : []),
        ...spaced([
          ...piece.paragraphs.map(words => draft(words, 'quotation')),
          ...(piece.attribution ? [draft(piece.attribution, 'source')] : []),
        ]),
      ];
    case 'signature':
      return spaced([draft(piece.name, 'source'), draft(piece.role, 'source')]);
    case 'note':
      return [draft(piece.words, 'note', noteSigns(piece.lang))];
    case 'contacts':
      return spaced(
        piece.contacts.flatMap(({ kind, label, lines }) => [
          ...(label ? [draft(label, 'label', { leads: true })] : []),
          ...lines.map(line => ({
            ...draft(line, 'address', { whole: true }),
            ...(electronic.includes(kind) && { text: { code: codeOf('en', 1), words: line } }),
          })),
        ]),
      );
  }
}

/** @returns a block with its lines */
export function blockOf(
  { text, open = '', shut = '', shape, ...block }: Draft,
  cellsOf: (text: Text) => string,
): Block {
  const cells = open + cellsOf(text) + shut;
  return { ...block, lines: shape === 'centred' ? centred(cells) : wrap(cells, shape) };
}
