/** The report as a Word document (.docx), by docx (https://docx.js.org). */
import { Document, Footer, InternalHyperlink, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { dayIn } from '../../model/words/day.js';
import type { Edition, Format } from '../format.js';
import { piecesOf } from '../pieces.js';
import { bodyOf, bookmarkOf, noteOf } from './body.js';
import { settled } from './package.js';
import { numbering, stylesFor, tagOf } from './styles.js';

/** A4 and its margins, in twentieths of a point. */
const sheet = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1418, left: 1418, right: 1418, header: 709, footer: 709 },
};

/** @returns "Page 1 of 9" with Word's own counters in it, wherever the language puts them */
function pageLine({ t, reading: { language } }: Edition): TextRun[] {
  const counters: Record<string, string> = { '\u0001': PageNumber.CURRENT, '\u0002': PageNumber.TOTAL_PAGES };
  return t('word.page', { page: '\u0001', pages: '\u0002' })
    .split(/(?<=[\u0001\u0002])|(?=[\u0001\u0002])/)
    .map(part => new TextRun({ children: [counters[part] ?? part], language: { value: tagOf(language) } }));
}

/** @returns the first page: title, what the document is, and contents whose entries are links */
function front(edition: Edition): Paragraph[] {
  const { report, reading, t, changed, site } = edition,
    lang = tagOf(report.lang ?? report.language),
    { language } = reading;
  const line = (style: string, text: string, value = lang) =>
    new Paragraph({ style, children: [new TextRun({ text, language: { value } })] });
  // No page numbers: only Word knows them, and would have to be asked to count.
  const entries = piecesOf(edition).flatMap(piece =>
    piece.kind === 'heading'
      ? [
          new Paragraph({
            style: `TOC${piece.level - 1}`,
            children: [
              new InternalHyperlink({
                anchor: bookmarkOf(piece.id),
                children: [
                  new TextRun({ text: piece.words, style: 'Hyperlink', language: { value: tagOf(piece.lang) } }),
                ],
              }),
            ],
          }),
        ]
      : [],
  );
  return [
    line('Title', report.title),
    line('Subtitle', report.series),
    line('Subtitle', report.period),
    noteOf(
      edition,
      [
        t('word.ours'),
        t('file.changed', { date: dayIn(language, changed) }),
        ...(site ? [t('file.site', { site })] : []),
      ].join(' '),
    ),
    line('TOCHeading', reading.t('contents.heading'), tagOf(language)),
    ...entries,
  ];
}

/** @returns the whole document */
async function documentOf(edition: Edition): Promise<Uint8Array> {
  const { report, t, changed } = edition,
    lang = report.lang ?? report.language;
  const document = new Document({
    title: `${report.title}: ${report.series} ${report.period}`,
    creator: t('word.creator'),
    lastModifiedBy: t('word.creator'),
    description: t('word.ours'),
    subject: `${report.series} ${report.period}`,
    styles: stylesFor(lang),
    numbering,
    sections: [
      {
        properties: { page: sheet },
        footers: {
          default: new Footer({ children: [new Paragraph({ style: 'Footer', children: pageLine(edition) })] }),
        },
        children: [...front(edition), ...(await bodyOf(edition))],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), changed, tagOf(lang));
}

export const format: Format = {
  name: 'word',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  languages: ['en', 'cy'],
  make: async edition => [{ ending: '.docx', source: await documentOf(edition), name: 'word.name' }],
};
