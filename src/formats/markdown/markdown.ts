/** Markdown (https://spec.commonmark.org/0.31.2/): for those who put the report into something of their own. */
import GithubSlugger from 'github-slugger';
import type { Contact } from '../../model/report/model.js';
import { dayIn } from '../../model/words/day.js';
import type { Edition, Format } from '../format.js';
import { piecesOf, type Piece } from '../pieces.js';

/**
 * @returns published words, none of which means anything to Markdown: signs of emphasis, links, code, tags and entities
 * anywhere, and at the beginning of a line those of headings, lists and quotations
 */
export const plain = (words: string): string =>
  words
    .replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/^(#{1,6}(?= |$)|[-+=](?=[ -=]|$))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');

const quoted = (blocks: readonly string[]) => blocks.map(block => block.replace(/^/gm, '> ')).join('\n>\n');
const item = (words: string) => `- ${plain(words)}`;

function wayOf({ label, lines, address }: Contact): string {
  // A backslash ends a line without ending the paragraph.
  const words = lines.map(plain).join('\\\n  ');
  const way = address ? `[${words}](<${address}>)` : words;
  return `- ${label ? plain(label) + (lines.length > 1 ? '\\\n  ' : ' ') : ''}${way}`;
}

function markdownOf(piece: Piece, ours: string): string {
  switch (piece.kind) {
    case 'title':
      return `# ${plain(piece.title)}\n\n${plain(piece.series)}\\\n${plain(piece.period)}`;
    case 'heading':
      return `${'#'.repeat(piece.level)} ${plain(piece.words)}`;
    case 'paragraph':
      return plain(piece.runs.map(({ text }) => text).join(''));
    case 'list':
      return piece.items.map(item).join('\n');
    case 'quotation':
      return [
        piece.introduction && plain(piece.introduction),
        quoted(piece.paragraphs.map(plain)),
        piece.attribution && plain(piece.attribution),
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'figures':
      return piece.statistics.map(({ statement }) => item(statement)).join('\n');
    case 'contacts':
      return piece.contacts.map(wayOf).join('\n');
    case 'signature':
      return `${plain(piece.name)}\\\n${plain(piece.role)}`;
    case 'note':
      return `*\\[${plain(ours)}: ${plain(piece.words)}\\]*`;
  }
}

/**
 * @returns the whole report. The contents lead to headings by the names that GitHub, GitLab and many editors give them,
 * which leaves the text free of tags.
 */
export function markdownTextOf(edition: Edition): string {
  const {
      reading: { t, language },
      t: own,
      changed,
      site,
    } = edition,
    ours = t('note.name');
  const [title, ...pieces] = piecesOf(edition);
  const names = new GithubSlugger();
  // Every heading takes its name in turn, the title and the contents too.
  for (const heading of [(title as Piece & { kind: 'title' }).title, t('contents.heading')]) names.slug(heading);
  const contents = pieces.flatMap(piece =>
    piece.kind === 'heading'
      ? [`${'  '.repeat(piece.level - 2)}- [${plain(piece.words)}](#${names.slug(piece.words)})`]
      : [],
  );
  const about = [
    own('markdown.ours'),
    own('file.changed', { date: dayIn(language, changed) }),
    ...(site ? [own('file.site', { site: language === 'en' ? site : `${site}cy/` })] : []),
  ].join(' ');
  const blocks = [
    markdownOf(title!, ours),
    markdownOf({ kind: 'note', lang: language, words: about }, ours),
    `## ${t('contents.heading')}`,
    contents.join('\n'),
    ...pieces.map(piece => markdownOf(piece, ours)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

export const format: Format = {
  name: 'markdown',
  type: 'text/markdown',
  languages: ['en', 'cy'],
  make: edition => [{ ending: '.md', source: markdownTextOf(edition), name: 'markdown.name' }],
};
