/** Our own words that help to understand the report: what its terms mean, short summaries, and where to find help. */
import glossary from '../../locales/glossary.json';
import help from '../../locales/help-lines.json';
import summaries from '../../locales/summaries.json';
import type { Language } from './words/translate.js';

type InBoth<Of> = Readonly<Record<Language, Of>>;

/** What a term is called, what its letters stand for where it is an abbreviation, and what it means. */
interface Explanation {
  readonly term: string;
  readonly expansion?: string;
  readonly means: string;
}

/** A term of the report; `forms` is how it is spelled there. An abbreviation is one only in these very letters. */
export interface Term extends InBoth<Explanation> {
  readonly id: string;
  readonly forms: readonly string[];
  readonly abbreviation?: boolean;
}

/** A term in a text, from its first letter to the one after its last. */
interface FoundTerm {
  term: Term;
  start: number;
  end: number;
}

/** What help is about. A line for any crisis is for every reader. */
export const topics = [
  'any-crisis',
  'domestic-abuse',
  'sexual-abuse',
  'violence',
  'death',
  'road',
  'children',
  'drugs',
  'police-complaint',
  'race',
] as const;
export type Topic = (typeof topics)[number];

/**
 * A help line. `checked` is the day on which somebody found that it is right; until then, readers are told that nobody
 * has.
 */
export interface HelpLine {
  readonly id: string;
  readonly name: InBoth<string>;
  readonly for: InBoth<string>;
  readonly phone: string;
  readonly tel: string;
  readonly web?: string;
  /** Where the site in Welsh has an address of its own. */
  readonly webInWelsh?: string;
  readonly languages: readonly Language[];
  readonly wales?: boolean;
  readonly topics: readonly Topic[];
  readonly source: string;
  readonly checked: string | null;
  readonly confirm: string;
}

/** @returns the same data, which nobody can change any more */
function frozen<Data>(data: Data): Data {
  if (data && typeof data === 'object') Object.values(Object.freeze(data)).forEach(frozen);
  return data;
}

export const terms = frozen(glossary.terms as readonly Term[]);
export const helpLines = frozen(help.lines as readonly HelpLine[]);
const passages = new Map(Object.entries<InBoth<string>>(summaries.passages));
const topicsOf = new Map(Object.entries(help.topicsOf as Record<string, readonly Topic[]>));

const forms = terms.flatMap(term => term.forms.map(form => ({ term, form })));
const termOf = new Map(forms.map(({ term, form }) => [form.toLowerCase(), { term, form }]));
/** A soft hyphen, a joiner or a space of no width may stand between any two letters. */
const unseen = '\\p{Cf}*';
// The longest comes first, because an expression takes the first that fits; in the forms is nothing that means
// something else in it (a test sees to that). What stands before a form is taken along, because older browsers cannot
// look behind.
const longestFirst = [...termOf.keys()].sort((one, other) => other.length - one.length);
const anyForm = new RegExp(
  `(^|[^\\p{L}\\p{N}])(${longestFirst.map(form => [...form].join(unseen)).join('|')})(?!${unseen}[\\p{L}\\p{N}])`,
  'giu',
);

/** @returns the terms in a text, in order; where one stands inside another, the longer */
export function termsIn(text: string): FoundTerm[] {
  return [...text.matchAll(anyForm)].flatMap(({ 1: before, 2: written, index }) => {
    const letters = written!.replace(/\p{Cf}/gu, ''),
      start = index + before!.length;
    const { term, form } = termOf.get(letters.toLowerCase()) ?? {};
    return !term || (term.abbreviation && letters !== form) ? [] : [{ term, start, end: start + written!.length }];
  });
}

/** @returns the summary of a part, a section or a story; nothing for an id that has none */
export const summaryOf = (id: string, language: Language): string | undefined => passages.get(id)?.[language];

/** @returns the site of a helpline, in the reader's language where there is one */
export const webOf = ({ web, webInWelsh }: HelpLine, language: Language): string | undefined =>
  (language === 'cy' && webInWelsh) || web;

/**
 * @returns the help lines for a story: those on what it tells of, then those for any crisis; in Welsh, of each those
 * first that answer in Welsh
 */
export function helpLinesFor(storyId: string, language: Language): HelpLine[] {
  const told = topicsOf.get(storyId) ?? [],
    wanted: readonly Topic[] = [...told, 'any-crisis'];
  const lines = helpLines.map(line => {
    const rank = wanted.findIndex(topic => line.topics.includes(topic));
    return {
      line,
      rank,
      general: Number(rank >= told.length),
      elsewhere: Number(language === 'cy' && !line.languages.includes('cy')),
    };
  });
  return lines
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.general - other.general || one.elsewhere - other.elsewhere || one.rank - other.rank)
    .map(({ line }) => line);
}
