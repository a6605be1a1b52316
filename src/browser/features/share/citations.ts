/**
 * Citations of a passage, in the styles that are asked for most. Written here, because the kept libraries weigh more
 * than the whole reader (citeproc: 149 KB in brotli) and their licence (CPAL or AGPL) asks more than ours. The rules:
 * Cite Them Right (12th edition) for Harvard, the Publication Manual of the APA (7th edition) 10.4 and 8.28, BibTeX's
 * @techreport, and RIS as reference managers read it.
 */
import type { Source } from './source.js';

/** What a citation is made from. `heading` may be empty; `accessed` is the day on which the page was read. */
export interface Cited extends Source {
  heading: string;
  url: string;
  accessed: { year: number; month: number; day: number; written: string };
}
/** The few words of a citation that follow the language of the page. */
export interface CitationWords {
  available: string;
  accessed: string;
  noDate: string;
}

export const styles = ['harvard', 'apa', 'bibtex', 'ris'] as const;
export type Style = (typeof styles)[number];

/** A line in pieces; `title` stands in italics where that can be shown. */
export interface Citation {
  before: string;
  title: string;
  after: string /** how it is named in the reader's own text */;
  inText?: string;
}

/** @returns Harvard: Organisation (year) Title. Available at: address (Accessed: date). */
export const harvard = ({ publisher, title, year, heading, url, accessed }: Cited, words: CitationWords): Citation => ({
  before: `${publisher} (${year ?? words.noDate}) `,
  title,
  after: `. ${words.available} ${url} (${words.accessed} ${accessed.written}).`,
  inText: `(${publisher}, ${year ?? words.noDate}${heading && `, ‘${heading}’`})`,
});

/**
 * @returns APA: Organisation. (year). Title. Address. The publisher is not named twice where it is the author; a
 * heading stands for the page that there is not.
 */
export const apa = ({ publisher, title, year, heading, url }: Cited): Citation => ({
  before: `${publisher}. (${year ?? 'n.d.'}). `,
  title,
  after: `. ${url}`,
  inText: `(${publisher}, ${year ?? 'n.d.'}${heading && `, “${heading}” section`})`,
});

/** @returns a short name: the capitals of the publisher, and the year */
export const keyOf = ({ publisher, year = '' }: Source): string =>
  ((publisher.match(/\p{Lu}/gu) ?? []).join('') + year).toLowerCase().replace(/[^a-z0-9]/g, '') || 'report';

const two = (number: number) => String(number).padStart(2, '0');
const texSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** @returns a text in which no sign means anything to TeX */
const tex = (text: string): string => text.replace(/[\\{}~^]/g, sign => texSigns[sign]!).replace(/[&%$#_]/g, '\\$&');
/** An address holds none of the signs that would end a field; the others are meant as they stand. */
const texUrl = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);

/** @returns an entry for BibTeX and BibLaTeX. Double braces keep a name whole, and capitals as they are */
export function bibtex(cited: Cited): string {
  const {
    publisher,
    title,
    year,
    heading,
    url,
    accessed: { year: y, month, day },
  } = cited;
  const fields = {
    author: `{${tex(publisher)}}`,
    title: `{${tex(title)}}`,
    institution: tex(publisher),
    ...(year && { year }),
    url: texUrl(url),
    urldate: `${y}-${two(month)}-${two(day)}`,
    ...(heading && { note: tex(`Section: “${heading}”`) }),
    langid: cited.language === 'cy' ? 'welsh' : 'english',
  };
  return `@techreport{${keyOf(cited)},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value}},`)
    .join('\n')}\n}\n`;
}

/** A field of RIS is one line. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @returns a record for reference managers; each line ends as that format asks */
export function ris({
  publisher,
  title,
  year,
  heading,
  url,
  language,
  accessed: { year: y, month, day },
}: Cited): string {
  const lines: [string, string | undefined][] = [
    ['TY', 'RPRT'],
    ['AU', `${publisher},`],
    ['TI', title],
    ['PB', publisher],
    ['PY', year],
    ['SE', heading || undefined],
    ['UR', url],
    ['Y2', `${y}/${two(month)}/${two(day)}`],
    ['LA', language],
    ['ER', ''],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${oneLine(value!)}\r\n`)
    .join('');
}

/** @returns a citation in one text, as it is copied: plain, without italics */
export function citationText(style: Style, cited: Cited, words: CitationWords): string {
  if (style === 'bibtex') return bibtex(cited);
  if (style === 'ris') return ris(cited);
  const { before, title, after } = style === 'apa' ? apa(cited) : harvard(cited, words);
  return before + title + after;
}
