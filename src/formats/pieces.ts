/**
 * The report as one list of pieces in the order of reading, for formats that know no page: what each piece is, and
 * nothing of how it looks.
 */
import type { Key } from '../model/words/translate.js';
import type { Block, Contact, Paragraph, Quotation, Section, Statistic, Story } from '../model/report/model.js';
import type { Edition } from './format.js';

/**
 * Words of one paragraph; `voice` where somebody's own words are quoted in it. Joined, they are the published words.
 */
interface Run {
  text: string;
  voice?: true;
}

/** `lang` is the language of the words (BCP 47). A `note` is ours, never the report's: every format says so. */
export type Piece = { lang: string } & (
  | { kind: 'title'; title: string; series: string; period: string }
  | { kind: 'heading'; level: 2 | 3 | 4; id: string; words: string }
  | { kind: 'paragraph'; id: string; runs: Run[] }
  | { kind: 'list'; id: string; items: readonly string[] }
  | { kind: 'quotation'; id: string; introduction?: string; paragraphs: readonly string[]; attribution?: string }
  | { kind: 'figures'; statistics: readonly Statistic[] }
  | { kind: 'contacts'; contacts: readonly Contact[] }
  | { kind: 'signature'; id: string; name: string; role: string }
  | { kind: 'note'; words: string }
);

/** A piece of one kind. */
export type PieceOf<Kind extends Piece['kind']> = Extract<Piece, { kind: Kind }>;

/** @returns the words of a paragraph, what people said set apart */
function runsOf({ text, voices = [] }: Paragraph): Run[] {
  let rest = text;
  const runs = voices.flatMap((voice): Run[] => {
    const at = rest.indexOf(voice);
    const before = rest.slice(0, at);
    rest = rest.slice(at + voice.length);
    return [{ text: before }, { text: voice, voice: true }];
  });
  return [...runs, { text: rest }].filter(({ text }) => text);
}

const quotation = ({ id, introduction, paragraphs, attribution }: Quotation) => ({
  kind: 'quotation' as const,
  id,
  paragraphs,
  ...(introduction && { introduction }),
  ...(attribution && { attribution }),
});

/** @returns the piece; null where the one before it took the block in */
function pieceOf(block: Block, lang: string, before: Piece | undefined): Piece | null {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', lang, id: block.id, runs: runsOf(block) };
    case 'list':
      return { kind: 'list', lang, id: block.id, items: block.items };
    case 'quotation':
      return { lang, ...quotation(block) };
    case 'signature':
      return { kind: 'signature', lang, id: block.id, name: block.name, role: block.role };
    // Neighbours of these kinds are one grid, or one list.
    case 'statistic':
      if (before?.kind === 'figures') {
        (before.statistics as Statistic[]).push(block);
        return null;
      }
      return { kind: 'figures', lang, statistics: [block] };
    case 'contact':
      if (before?.kind === 'contacts') {
        (before.contacts as Contact[]).push(block);
        return null;
      }
      return { kind: 'contacts', lang, contacts: [block] };
  }
}

/**
 * @returns the whole report, from its title to its last way of contact; our notes stand where they stand on the page
 */
export function piecesOf({ report, reading, notes }: Edition): Piece[] {
  const pieces: Piece[] = [];
  const usual = report.lang ?? report.language;
  const { t, language } = reading;
  const note = (key: Key) => pieces.push({ kind: 'note', lang: language, words: t(key) });
  const blocks = (list: readonly Block[], lang: string) => {
    for (const block of list) {
      const piece = pieceOf(block, lang, pieces.at(-1));
      if (piece) pieces.push(piece);
    }
  };
  const heading = (
    level: 2 | 3 | 4,
    { id, heading: words, lang = usual }: { id: string; heading: string; lang?: string },
  ) => pieces.push({ kind: 'heading', level, id, words, lang });
  const story = (each: Story) => {
    heading(4, each);
    if (notes.has(each.id)) note(`note.${each.id}` as Key);
    blocks(each.blocks, each.lang ?? usual);
  };
  const section = (each: Section) => {
    heading(3, each);
    blocks(each.blocks, each.lang ?? usual);
    each.stories.forEach(story);
  };
  pieces.push({ kind: 'title', lang: usual, title: report.title, series: report.series, period: report.period });
  if (language === 'cy' && usual !== 'cy') note('note.welsh');
  blocks(report.opening, usual);
  for (const part of report.parts) {
    heading(2, part);
    blocks(part.blocks, part.lang ?? usual);
    for (const { id } of part.blocks) if (notes.has(id)) note(`note.${id}` as Key);
    part.sections.forEach(section);
  }
  return pieces;
}

/** @returns the published strings of a piece, in order; none of a note, which is ours */
export function publishedIn(piece: Piece): string[] {
  switch (piece.kind) {
    case 'title':
      return [piece.title, piece.series, piece.period];
    case 'heading':
      return [piece.words];
    case 'paragraph':
      return [piece.runs.map(({ text }) => text).join('')];
    case 'list':
      return [...piece.items];
    case 'quotation':
      return [piece.introduction ?? '', ...piece.paragraphs, piece.attribution ?? ''].filter(Boolean);
    case 'figures':
      return piece.statistics.map(({ statement }) => statement);
    case 'contacts':
      return piece.contacts.flatMap(({ label, lines }) => [label ?? '', ...lines]).filter(Boolean);
    case 'signature':
      return [piece.name, piece.role];
    case 'note':
      return [];
  }
}
