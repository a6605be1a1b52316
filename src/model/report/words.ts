/** The words of a report, in the order in which they were published. */
import type { Block, Report, Section } from './model.js';

const wordsOfBlock: { [Kind in Block['type']]: (block: Extract<Block, { type: Kind }>) => string[] } = {
  paragraph: block => [block.text],
  list: block => block.items,
  quotation: block => [block.introduction ?? '', ...block.paragraphs, block.attribution ?? ''],
  statistic: block => [block.statement],
  contact: block => [block.label ?? '', ...block.lines],
  signature: block => [block.name, block.role],
};

/** @returns the published strings of one block, in order */
export const textsOf = (block: Block): string[] =>
  (wordsOfBlock[block.type] as (block: Block) => string[])(block).filter(Boolean);

/** @returns the published strings of a section and its stories, in order */
export const textsOfSection = ({ heading, blocks, stories }: Section): string[] => [
  heading,
  ...blocks.flatMap(textsOf),
  ...stories.flatMap(story => [story.heading, ...story.blocks.flatMap(textsOf)]),
];

/** @returns every published string of a report, in order */
export const textsOfReport = ({ title, series, period, opening, parts }: Report): string[] => [
  title,
  series,
  period,
  ...opening.flatMap(textsOf),
  ...parts.flatMap(part => [part.heading, ...part.blocks.flatMap(textsOf), ...part.sections.flatMap(textsOfSection)]),
];

/** @returns the words of a text: what stands between spaces, punctuation kept */
export const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

/**
 * @returns the reading time of a number of words, in minutes, at least 1, at 200 words a minute (Brysbaert 2019: 238
 * for adults' silent reading of non-fiction; slower readers are many here)
 */
export const readingMinutes = (count: number): number => Math.max(1, Math.round(count / 200));
