/** A chapter as XHTML: every block has an id of its own, to which a link, or recorded speech, can point. */
import type { Contact, Statistic } from '../../model/report/model.js';
import { scaleOf } from '../../pages/elements/stat-drawing.js';
import { drawingOf } from '../drawing.js';
import type { Edition } from '../format.js';
import type { Piece, PieceOf } from '../pieces.js';
import type { Chapter } from './chapters.js';
import { documentOf, langIn, xml } from './xml.js';

/**
 * What every piece of a chapter needs to know: the edition, the language around it, and the lines that sections are
 * drawn with.
 */
interface Around {
  edition: Edition;
  lang: string;
  lines: ReadonlyMap<string, number>;
}

/** @returns the sections that tell stories, numbered: each has a line of its own colour, as on the page */
export const linesOf = ({ report }: Edition): ReadonlyMap<string, number> =>
  new Map(
    report.parts
      .flatMap(part => part.sections)
      .filter(section => section.stories.some(story => !story.about))
      .map(({ id }, index) => [id, index + 1]),
  );

/** @returns a note of ours */
export function noteOf({ reading: { t, language } }: Edition, words: string, around: string): string {
  const inside = `<p><b>${xml(t('note.name'))}</b></p><p>${xml(words)}</p>`;
  return `<div class="note" data-ours="" role="note"${langIn(language, around)}>${inside}</div>`;
}

/**
 * @returns the drawing of a figure, ours, told in words to those who listen, and what one of its dots stands for;
 * nothing where it has none
 */
function drawingBlock(statistic: Statistic, scale: number, { edition: { t, reading }, lang }: Around): string {
  const drawing = drawingOf(statistic, scale);
  if (!drawing) return '';
  const { kind, viewBox, inside, dots } = drawing,
    name = `${statistic.id}-drawing`,
    value = (dots || statistic.value!).toLocaleString(reading.language);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" class="${kind}" viewBox="${viewBox}"`,
    told = `<title id="${name}">${xml(t(`epub.drawing.${kind}`, { value }))}</title>`;
  const svg = `${open} role="img" aria-labelledby="${name}">${told}${inside}</svg>`;
  const says = dots ? `<p class="scale">${xml(reading.t('note.scale', { scale }))}</p>` : '';
  return `<div data-ours=""${langIn(reading.language, lang)}>${svg}${says}</div>`;
}

function figure(statistic: Statistic, scale: number, around: Around): string {
  const { id, statement, figure: number = '' } = statistic,
    at = statement.indexOf(number);
  const sentence = number
    ? `${xml(statement.slice(0, at))}<b>${xml(number)}</b>${xml(statement.slice(at + number.length))}`
    : xml(statement);
  return `<li id="${id}"><p>${sentence}</p>${drawingBlock(statistic, scale, around)}</li>`;
}

function wayOf({ id, label, lines, address, kind }: Contact): string {
  const name = label ? `${xml(label)} ` : '',
    words = lines.map(xml).join('<br/>'),
    way = address ? `<a href="${xml(address)}">${words}</a>` : words;
  return `<li id="${id}">${name}${kind === 'post' ? '<br/>' : ''}${way}</li>`;
}

/** @returns each text in an element of its own, with an id */
const numbered = (element: 'p' | 'li', id: string, texts: readonly string[]) =>
  texts.map((text, index) => `<${element} id="${id}-${index + 1}">${xml(text)}</${element}>`).join('');
const runOf = ({ text, voice }: PieceOf<'paragraph'>['runs'][number]) => (voice ? `<q>${xml(text)}</q>` : xml(text));
const by = (words = '') => (words ? `<p class="by">${xml(words)}</p>` : '');

/** @returns a piece as XHTML; the headings of a chapter begin with h1 */
function blockOf(piece: Exclude<Piece, { kind: 'heading' }>, around: Around): string {
  const lang = langIn(piece.lang, around.lang);
  switch (piece.kind) {
    case 'title':
      return (
        `<h1 id="title"${lang}>${xml(piece.title)}</h1>` +
        `<p class="series"${lang}>${xml(piece.series)} <b>${xml(piece.period)}</b></p>`
      );
    case 'paragraph':
      return `<p id="${piece.id}"${lang}>${piece.runs.map(runOf).join('')}</p>`;
    case 'list':
      return `<ul id="${piece.id}"${lang}>${numbered('li', piece.id, piece.items)}</ul>`;
    case 'quotation': {
      const said = `<blockquote>${numbered('p', piece.id, piece.paragraphs)}</blockquote>`,
        inside = by(piece.introduction) + said + by(piece.attribution);
      return `<div class="voice" id="${piece.id}"${lang}>${inside}</div>`;
    }
    case 'figures': {
      const scale = scaleOf(piece.statistics),
        figures = piece.statistics.map(each => figure(each, scale, { ...around, lang: piece.lang }));
      return `<ul class="figures"${lang}>${figures.join('')}</ul>`;
    }
    case 'contacts':
      return `<ul class="ways"${lang}>${piece.contacts.map(wayOf).join('')}</ul>`;
    case 'signature':
      return `<p class="signature" id="${piece.id}"${lang}><b>${xml(piece.name)}</b><br/>${xml(piece.role)}</p>`;
    case 'note':
      return noteOf(around.edition, piece.words, around.lang);
  }
}

/** @returns a place that readers can go to by its number: no words in the text, but a name for those who listen */
const pageBreak = (page: number, { edition: { t, reading }, lang }: Around) =>
  `<div epub:type="pagebreak" role="doc-pagebreak" id="page-${page}"` +
  ` aria-label="${xml(t('epub.page', { page }))}"${langIn(reading.language, lang)}></div>`;

/** What a chapter is, in the words of EPUB and of ARIA (https://www.w3.org/TR/dpub-aria-1.1/). */
const kindOf = (id: string) =>
  id === 'foreword' ? 'epub:type="foreword" role="doc-foreword"' : 'epub:type="chapter" role="doc-chapter"';

/** @returns the file of a chapter */
export function chapterOf({ id, title, lang, placed }: Chapter, edition: Edition): string {
  const around: Around = { edition, lang, lines: linesOf(edition) },
    open: number[] = [],
    lines: string[] = [];
  const close = (level: number) => {
    while ((open.at(-1) ?? 0) >= level) {
      open.pop();
      lines.push('</section>');
    }
  };
  let isTold = false;
  for (const { piece, page } of placed) {
    if (piece.kind === 'heading') {
      close(piece.level);
      open.push(piece.level);
      const line = around.lines.get(piece.id),
        of = piece.level === 2 ? ` ${kindOf(id)} aria-labelledby="${piece.id}"` : '';
      lines.push(`<section${of}${line ? ` class="line line-${line}"` : ''}>`);
      if (page) lines.push(pageBreak(page, around));
      if (line || piece.level === 2) lines.push('<div class="bend" aria-hidden="true"></div>');
      lines.push(
        `<h${piece.level - 1} id="${piece.id}"${langIn(piece.lang, lang)}>${xml(piece.words)}</h${piece.level - 1}>`,
      );
      continue;
    }
    if (page) lines.push(pageBreak(page, around));
    if (piece.kind === 'figures' && !isTold) {
      lines.push(noteOf(edition, edition.reading.t('note.drawings'), lang));
      isTold = true;
    }
    lines.push(blockOf(piece, around));
  }
  close(2);
  return documentOf({
    lang,
    title,
    body: ` epub:type="${id === 'opening' ? 'frontmatter' : 'bodymatter'}"`,
    inside: lines.join('\n'),
  });
}
