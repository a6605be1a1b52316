/** Makes a report of the lines of a document: title, parts, sections, stories, and the blocks in them. */
import GithubSlugger from 'github-slugger';
import type { Block, Contact, Part, Report, Section } from '../../model/report/model.js';
import type { Line } from './document.js';

/** A heading with the blocks below it. */
export interface Passage {
  id: string;
  heading: string;
  blocks: Block[];
}

const numberIn = /(?<![\w.,])\d[\d,]*(?:\.\d+)?%?/;
const roughly = /\b(about|almost|approximately|around|more than|nearly|over|some)\s*$/i;

/**
 * @returns what is known of a headline figure: its first number, what it counts, and whether it is exact; nothing where
 * there is no number
 */
function figureOf(statement: string) {
  const found = numberIn.exec(statement);
  if (!found) return {};
  const [figure] = found,
    after = statement.slice(found.index + figure.length);
  const unit = figure.endsWith('%') ? 'percent' : (/^\s*([\p{L}-]+)/u.exec(after)?.[1] ?? 'times');
  return {
    figure,
    value: Number(figure.replace(/[,%]/g, '')),
    unit,
    approximate: roughly.test(statement.slice(0, found.index)),
  };
}

const kindsOfAddress: readonly (readonly [RegExp, string])[] = [
  [/^mailto:/, 'email'],
  [/^tel:/, 'phone'],
  [/^https:/, 'web'],
];
/** Of an address, the document keeps the link; a telephone number or an address on paper often has none. */
function contactOf({ text, rows, label, address }: Line, id: string): Contact {
  const kind =
    kindsOfAddress.find(([begins]) => begins.test(address ?? ''))?.[1] ??
    (/^[\d\s+()]+$/.test(text.slice(label.length).trim()) ? 'phone' : 'post');
  const lines = rows
    .map((row, place) => (place ? row : row.slice(row.startsWith(label) ? label.length : 0).trim()))
    .filter(Boolean);
  const own = lines.length ? { ...(label && { label }), lines } : { lines: rows };
  return {
    type: 'contact',
    id,
    kind,
    ...own,
    ...(address && /^(https:\/\/|mailto:|tel:)/.test(address) && { address }),
  } as Contact;
}

/** @returns whether a line goes on with the block before it */
function joins(line: Line, before: Block | undefined): boolean {
  switch (line.kind) {
    case 'item':
      if (before?.type === 'list') {
        before.items.push(line.text);
        return true;
      }
      return false;
    // An opening mark begins somebody else's words.
    case 'quote':
      if (before?.type === 'quotation' && !before.attribution && !/^["“‘']/.test(line.text)) {
        before.paragraphs.push(line.text);
        return true;
      }
      return false;
    case 'source':
      if (before?.type === 'quotation' && !before.attribution) {
        before.attribution = line.text;
        return true;
      }
      return false;
    default:
      return false;
  }
}

function blockOf(line: Line, id: string): Block {
  const { kind, text, voices, rows } = line;
  switch (kind) {
    case 'item':
      return { type: 'list', id, items: [text] };
    case 'quote':
      return { type: 'quotation', id, paragraphs: [text] };
    case 'figure':
      return { type: 'statistic', id, statement: text, ...figureOf(text) };
    case 'contact':
      return contactOf(line, id);
    case 'signature':
      return { type: 'signature', id, name: rows[0]!, role: rows.slice(1).join(' ') };
    default:
      return { type: 'paragraph', id, text, ...(voices.length && { voices }) };
  }
}

/**
 * @returns a function that gives each heading an id: its first six words, with a number where two are the same or the
 * id is taken
 */
function namer(taken: Iterable<string>): (heading: string) => string {
  const slugger = new GithubSlugger();
  for (const id of taken) slugger.slug(id);
  return heading => {
    const words =
      heading
        .normalize('NFKD')
        .replace(/\p{M}|[’']/gu, '')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [];
    // An id begins with a letter.
    const from = words.findIndex(word => /^[a-z]/.test(word));
    return slugger.slug(from < 0 ? 'passage' : words.slice(from, from + 6).join(' '));
  };
}

/** A name in the style "Signature" takes the plain line below it as its role. */
function withRoles(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => {
    const before = lines[index - 1];
    if (before?.kind !== 'signature' || before.rows.length > 1 || line.kind !== 'paragraph') return true;
    before.rows.push(line.text);
    return false;
  });
}

/** @returns what stands on the cover, and what is missing there */
function coverOf(lines: readonly Line[]): { title: string; series: string; period: string; faults: string[] } {
  const textsIn = (wanted: Line['kind']) => lines.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  const [title = '', ...moreTitles] = textsIn('title'),
    [series = '', period = ''] = textsIn('subtitle');
  return {
    title,
    series,
    period,
    faults: [
      ...(title
        ? []
        : ['the beginning: found no line in the style “Title”, expected: one, with the title of the report.']),
      ...(moreTitles.length
        ? [
            `the beginning: found ${moreTitles.length + 1} lines in the style “Title”, expected: one. Give ` +
              `“${moreTitles[0]}” the style “Heading 1”, or join the lines.`,
          ]
        : []),
      ...(period
        ? []
        : [
            'the beginning: found fewer than two lines in the style “Subtitle”, expected: two: what kind of ' +
              'report it is (“Impact Report”) and the period it covers (“2023/24”).',
          ]),
    ],
  };
}

/**
 * @param all the lines of a document
 * @param language of its words
 * @param taken ids that belong to the page around the report
 * @returns the report, and what is wrong with its outline, each with its place
 */
export function reportOf(
  all: readonly Line[],
  language: string,
  taken: Iterable<string>,
): { report: Report; faults: string[] } {
  const lines = withRoles(all),
    idOf = namer(taken);
  const { faults, ...cover } = coverOf(lines);
  const report: Report = { language, ...cover, opening: [], parts: [] };
  let passage: Passage = { id: 'opening', heading: cover.title, blocks: report.opening };
  let part: Part | undefined, section: Section | undefined;
  const begin = <P extends object>({ text }: Line, more: P) => {
    const begun = { id: idOf(text), heading: text, blocks: [] as Block[], ...more };
    passage = begun;
    return begun;
  };
  const headings: Partial<Record<Line['kind'], (line: Line) => unknown>> = {
    title: () => undefined,
    subtitle: () => undefined,
    part: line => {
      report.parts.push((part = begin(line, { sections: [] })));
      section = undefined;
    },
    section: line =>
      part
        ? part.sections.push((section = begin(line, { stories: [] })))
        : faults.push(
            `${line.place}: found a section (Heading 2) before any part, expected: a part (Heading 1) above it.`,
          ),
    story: line =>
      section
        ? section.stories.push(begin(line, {}))
        : faults.push(
            `${line.place}: found a story (Heading 3) outside of any section, expected: a section (Heading 2) ` +
              'above it.',
          ),
  };
  for (const line of lines) {
    const heading = headings[line.kind];
    if (heading) heading(line);
    else if (joins(line, passage.blocks.at(-1))) continue;
    else if (line.kind === 'source')
      faults.push(
        `${line.place}: found who said something (Quote source) with no quotation above it, expected: a line in ` +
          'the style “Quote” before it.',
      );
    else if (line.kind === 'signature' && line.rows.length < 2)
      faults.push(`${line.place}: found a name (Signature) without a role, expected: the role in the next line.`);
    else passage.blocks.push(blockOf(line, `${passage.id}-${passage.blocks.length + 1}`));
  }
  const stories = report.parts.flatMap(({ sections }) => sections).flatMap(({ stories }) => stories);
  for (const { heading } of stories.filter(({ blocks }) => !blocks.length))
    faults.push(`the story “${heading}”: found nothing below its heading, expected: at least one paragraph.`);
  if (!report.parts.length)
    faults.push(
      'the whole document: found no line in the style “Heading 1”, expected: one for each part of the report.',
    );
  return { report, faults };
}
