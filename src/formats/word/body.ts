/** The report's pieces as paragraphs and tables of a Word document. */
import { Bookmark, ExternalHyperlink, HeadingLevel, Paragraph, TextRun, type ParagraphChild, type Table } from 'docx';
import type { Contact } from '../../model/report/model.js';
import type { Edition } from '../format.js';
import { piecesOf, type Piece } from '../pieces.js';
import { figuresTable } from './tables.js';
import { tagOf } from './styles.js';

type Part = Paragraph | Table;
/**
 * What is known while going through the report. `begun` once something of it stands there: the first paragraph or note
 * begins a page.
 */
interface Going {
  edition: Edition;
  tables: number;
  heading: string;
  begun: boolean;
}

const levels = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;

/** @returns words in their language */
const run = (text: string, lang: string, more: { bold?: true; style?: string; break?: number } = {}) =>
  new TextRun({ text, language: { value: tagOf(lang) }, ...more });

/** @returns a note of ours: in a style of its own, and saying whose it is, for those who hear no style */
export const noteOf = ({ reading: { t, language } }: Edition, words: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    style: 'NoteFromTheReader',
    pageBreakBefore,
    children: [run(`${t('note.name')}: `, language, { bold: true }), run(words, language)],
  });

/** Where a link leads must stand in its words: the address is what was published. */
function contactOf({ label, lines, address }: Contact, lang: string): Paragraph {
  const link = (children: TextRun[]): ParagraphChild[] =>
    address ? [new ExternalHyperlink({ link: address, children })] : children;
  const words = lines.flatMap((line, place) =>
    link([run(line, lang, { ...(place && { break: 1 }), ...(address && { style: 'Hyperlink' }) })]),
  );
  return new Paragraph({
    style: 'Contact',
    children: [...(label ? [run(label, lang, { bold: true }), run(' ', lang)] : []), ...words],
  });
}

/** @returns the bookmark of a heading: letters, digits and lower lines only, as Word asks */
export const bookmarkOf = (id: string): string => id.replaceAll('-', '_');

async function partsOf(piece: Piece, going: Going): Promise<Part[]> {
  const { edition } = going,
    { lang } = piece,
    begins = !going.begun;
  const paragraph = (style: string, words: string, more: { keepNext?: true } = {}) =>
    new Paragraph({ style, ...more, children: [run(words, lang)] });
  switch (piece.kind) {
    case 'title':
      return [];
    case 'heading':
      going.heading = piece.words;
      return [
        new Paragraph({
          heading: levels[piece.level],
          children: [new Bookmark({ id: bookmarkOf(piece.id), children: [run(piece.words, lang)] })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          pageBreakBefore: begins,
          children: piece.runs.map(({ text, voice }) => run(text, lang, voice && { style: 'Voice' })),
        }),
      ];
    case 'list':
      return piece.items.map(item => paragraph('ListBullet', item));
    case 'quotation':
      return [
        ...(piece.introduction ? [paragraph('Normal', piece.introduction, { keepNext: true })] : []),
        ...piece.paragraphs.map((words, place, { length }) =>
          paragraph('Quote', words, place + 1 === length && piece.attribution ? { keepNext: true } : {}),
        ),
        ...(piece.attribution ? [paragraph('QuoteSource', piece.attribution)] : []),
      ];
    case 'signature':
      return [paragraph('Signature', piece.name, { keepNext: true }), paragraph('Normal', piece.role)];
    case 'note':
      return [noteOf(edition, piece.words, begins)];
    case 'contacts':
      return piece.contacts.map(contact => contactOf(contact, lang));
    case 'figures': {
      const number = ++going.tables,
        { t, reading } = edition;
      const caption = new Paragraph({
        style: 'Caption',
        children: [run(t('word.table', { number, heading: going.heading }), reading.language)],
      });
      return [
        ...(number === 1 ? [noteOf(edition, reading.t('note.drawings'))] : []),
        caption,
        await figuresTable(piece.statistics, lang, edition, number),
      ];
    }
  }
}

/** @returns the report from its first paragraph on */
export async function bodyOf(edition: Edition): Promise<Part[]> {
  const going: Going = { edition, tables: 0, heading: '', begun: false },
    parts: Part[] = [];
  // One after the other, because tables are counted.
  for (const piece of piecesOf(edition)) {
    parts.push(...(await partsOf(piece, going)));
    going.begun = parts.length > 0;
  }
  return parts;
}
