/**
 * Plain text: the successor of the published text edition, with a contents list, underlined headings, and voices set
 * apart.
 */
import type { Contact } from '../../model/report/model.js';
import { dayIn } from '../../model/words/day.js';
import type { Edition, Format } from '../format.js';
import { piecesOf, type Piece } from '../pieces.js';
import { underlined, wrap } from './wrap.js';

/** What parts, sections and stories are underlined with, so that they can be told apart, and found one by one. */
const signs = { 2: '=', 3: '-', 4: '~' } as const;
const aside = '    ',
  farAside = `${aside}${aside}`;

const item = (text: string) => wrap(text, '  ', '- ');
const between = (blocks: readonly string[][]) => blocks.flatMap((lines, index) => (index ? ['', ...lines] : lines));

function wayOf({ label, lines, address = '' }: Contact): string[] {
  const [first = '', ...more] =
    label && lines.length > 1 ? [label, ...lines] : [[label, lines[0]].filter(Boolean).join(' '), ...lines.slice(1)];
  // Where the words are the address already, it is not said again.
  const hidden = /^https:/.test(address) && !lines.some(line => address.endsWith(line)) ? [`  [${address}]`] : [];
  return [...item(first), ...more.flatMap(line => wrap(line, '  ')), ...hidden];
}

/** @returns the lines of a piece @param ours the beginning of a note of ours */
function linesOf(piece: Piece, ours: string): string[] {
  switch (piece.kind) {
    case 'title':
      return [...underlined(piece.title, '='), ...wrap(piece.series), ...wrap(piece.period)];
    case 'heading':
      return underlined(piece.words, signs[piece.level]);
    case 'paragraph':
      return wrap(piece.runs.map(({ text }) => text).join(''));
    case 'list':
      return piece.items.flatMap(item);
    case 'quotation':
      return between([
        ...(piece.introduction ? [wrap(piece.introduction)] : []),
        ...piece.paragraphs.map(text => wrap(text, aside)),
        ...(piece.attribution ? [wrap(piece.attribution, farAside)] : []),
      ]);
    case 'figures':
      return piece.statistics.flatMap(({ statement }) => item(statement));
    case 'contacts':
      return piece.contacts.flatMap(wayOf);
    case 'signature':
      return [piece.name, piece.role];
    case 'note':
      return wrap(`[${ours}: ${piece.words}]`);
  }
}

/** @returns the lines of the report, and on which of them, counted from 0, each heading stands */
function bodyOf(pieces: readonly Piece[], ours: string): { lines: string[]; at: Map<Piece, number> } {
  const lines: string[] = [],
    at = new Map<Piece, number>();
  for (const piece of pieces) {
    // More room before a part, so that even somebody who skims blank lines by ear finds it.
    lines.push(...Array<string>(piece.kind === 'heading' && piece.level === 2 ? 3 : 1).fill(''));
    at.set(piece, lines.length);
    lines.push(...linesOf(piece, ours));
  }
  return { lines, at };
}

/**
 * @returns the whole text; lines end as on every system since the teletype, because old readers and notetakers need
 * both signs
 */
export function textOf(edition: Edition): string {
  const {
      reading: { t, language },
      t: own,
      changed,
      site,
    } = edition,
    ours = t('note.name');
  const [title, ...pieces] = piecesOf(edition);
  const body = bodyOf(pieces, ours);
  const about = [
    own('text.ours'),
    own('file.changed', { date: dayIn(language, changed) }),
    ...(site ? [own('file.site', { site: language === 'en' ? site : `${site}cy/` })] : []),
  ].join(' ');
  const top = [
    ...linesOf(title!, ours),
    '',
    ...wrap(`[${ours}: ${about}]`),
    '',
    '',
    ...underlined(t('contents.heading'), '='),
    '',
  ];
  const headings = pieces.filter(piece => piece.kind === 'heading');
  const contents = (offset: number) =>
    headings.flatMap(heading => {
      const indent = '  '.repeat(heading.level - 2);
      return wrap(
        own('text.line', { heading: heading.words, line: offset + body.at.get(heading)! + 1 }),
        `${indent}    `,
        indent,
      );
    });
  // How many lines the list takes depends on the numbers in it, so it is made until it fits.
  let list = contents(0),
    before = -1;
  while (list.length !== before) {
    before = list.length;
    list = contents(top.length + before);
  }
  return `${[...top, ...list, ...body.lines].join('\r\n')}\r\n`;
}

export const format: Format = {
  name: 'text',
  type: 'text/plain',
  languages: ['en', 'cy'],
  make: edition => [{ ending: '.txt', source: textOf(edition), name: 'text.name' }],
};
