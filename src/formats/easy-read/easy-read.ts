/**
 * Easy read: the plain summaries, one idea on a line with a place for a picture, as one file for screen and paper. All
 * of it is ours but the headings.
 */
import { createHash } from 'node:crypto';
import { summaryOf, terms, type Term } from '../../model/explanations.js';
import type { Key } from '../../model/words/translate.js';
import { dayIn } from '../../model/words/day.js';
import type { Edition, Format } from '../format.js';
import { piecesOf } from '../pieces.js';
import { styles } from './styles.js';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

/** @returns the sentences of a text; a full stop inside a name or a number ends none */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?][”’]?) (?=[“‘]?\p{Lu})/u);

/** `id` names the place of the picture, the same in every language. */
const line = (sentence: string, id: string) =>
  `<div class="line" id="${id}"><span></span><p>${escaped(sentence)}</p></div>`;
const lines = (id: string, text: string) =>
  sentencesOf(text)
    .map((sentence, index) => line(sentence, `${id}-${index + 1}`))
    .join('\n');

function passages(edition: Edition): string {
  const {
      reading: { language, t },
      notes,
      report,
    } = edition,
    own = report.lang ?? report.language;
  const heading = (level: number, words: string, lang: string) =>
    `<h${level}${lang === language ? '' : ` lang="${lang}"`}>${escaped(words)}</h${level}>`;
  return piecesOf(edition)
    .flatMap(piece => {
      const [id, level, words] =
        piece.kind === 'title'
          ? (['opening', 2, piece.title] as const)
          : piece.kind === 'heading'
            ? ([piece.id, piece.level, piece.words] as const)
            : ([''] as const);
      const summary = id && summaryOf(id, language);
      if (!summary) return [];
      const note = notes.has(id)
        ? `<div class="note"><p><b>${escaped(t('note.name'))}</b></p><p>${escaped(t(`note.${id}` as Key))}</p></div>`
        : '';
      return [heading(level!, words!, piece.lang ?? own), note, lines(id, summary)];
    })
    .join('\n');
}

function hardWords({ reading: { language } }: Edition): string {
  const { compare } = new Intl.Collator(language);
  const entry = ({ id, [language]: { term, expansion, means }, en }: Term) => {
    const english = language === 'en' || en.term === term ? '' : ` (<span lang="en">${escaped(en.term)}</span>)`;
    const meaning = [...(expansion ? [expansion] : []), ...sentencesOf(means)].map(paragraph).join('');
    return `<dt id="word-${id}">${escaped(term)}${english}</dt><dd>${meaning}</dd>`;
  };
  return terms
    .toSorted((one, other) => compare(one[language].term, other[language].term))
    .map(entry)
    .join('\n');
}

/** @returns the document; its policy allows nothing but its own styles, because it goes about alone */
export function easyReadOf(edition: Edition): string {
  const {
      report,
      report: { series, period },
      reading: { language, t: words },
      t,
      changed,
      site,
    } = edition,
    style = styles();
  const named = escaped(`${series} ${period}`),
    own = report.lang ?? report.language,
    what = escaped(t('easy-read.title')),
    hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    `default-src 'none'`,
    `style-src 'sha256-${hash}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${named}: ${what}</title>`,
    `<style>${style}</style>`,
  ].join('');
  const about = [
    t('easy-read.ours'),
    t('easy-read.unchecked'),
    t('easy-read.pictures'),
    t('easy-read.gentle'),
    t('file.changed', { date: dayIn(language, changed) }),
  ];
  const address = site && (language === 'en' ? site : `${site}cy/`),
    link = address && `<a href="${escaped(address)}">${escaped(address)}</a>`;
  const note = [
    `<p><b>${escaped(words('note.name'))}</b></p>`,
    ...about.map(paragraph),
    ...(link ? [`<p>${escaped(t('file.site', { site: '' }))}${link}</p>`] : []),
  ].join('');
  return `<!doctype html>
<html lang="${language}">
<head>${head}</head>
<body><main>
<h1><span${own === language ? '' : ` lang="${own}"`}>${named}</span>: ${what}</h1>
<div class="note">${note}</div>
${passages(edition)}
<h2>${escaped(t('easy-read.words'))}</h2>
<dl>
${hardWords(edition)}
</dl>
</main></body>
</html>
`;
}

export const format: Format = {
  name: 'easy-read',
  type: 'text/html',
  languages: ['en', 'cy'],
  make: edition => [{ ending: '-easy-read.html', source: easyReadOf(edition), name: 'easy-read.name' }],
};
