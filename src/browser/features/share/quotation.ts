/** A passage as a quotation: its exact words, whose they are, and where they stand. */
import type { Chosen } from '../passage/parts.js';
import type { Source } from './source.js';

export interface Quoted {
  words: string /** who says it, in the report's own words; empty where the report speaks */;
  by: string;
  heading: string;
  url: string;
}

/**
 * @returns the report's own words on who speaks, where the passage is a quotation: those after it, or else those before
 */
function speakerOf(passage: HTMLElement): string {
  const said = passage.closest('blockquote'),
    lines = said ? [...(said.closest('quote-card')?.querySelectorAll('.by') ?? [])] : [];
  return lines[lines.length - 1]?.textContent?.replace(/\s+/g, ' ').trim().replace(/:$/, '') ?? '';
}

/** @returns words in quotation marks; words that stand in such marks already keep their own */
export const inMarks = (words: string): string => (/^[“"][^“”"]*[”"][.,]?$/.test(words) ? words : `“${words}”`);

/** @returns who and where, in one line: the speaker, the publisher, the report with its year, the heading */
export const sourceLine = (
  { by, heading }: Pick<Quoted, 'by' | 'heading'>,
  { publisher, title, year }: Source,
): string =>
  [by, publisher, `${title}${year ? ` (${year})` : ''}`, heading && `“${heading}”`].filter(Boolean).join(', ');

/** @returns the quotation as text, ready to be pasted; the link is the last line */
export const quotationText = (quoted: Quoted, source: Source): string =>
  `${inMarks(quoted.words)}\n— ${sourceLine(quoted, source)}\n${quoted.url}`;

/**
 * @returns what was chosen, as a quotation. A heading does not stand under itself, and the cover stands under the
 * title, which is named anyway
 */
export const quotedFrom = ({ passages, words, heading, id }: Chosen, url: string): Quoted => ({
  words,
  by: speakerOf(passages[0]!),
  heading: heading === words || id === 'main' ? '' : heading,
  url,
});
