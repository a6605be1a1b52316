/** The report's figures, gathered from its text: each where it stands, and whole. */
import type { Block, Report, Statistic } from './report/model.js';

/** A heading of the report, and its language where that is not the one asked for. */
export interface Heading {
  text: string;
  lang: string;
}

/**
 * Figures that stand together. `id` is that of the passage they stand in; `around` are the headings of its part and
 * section, as far as it is in them.
 */
export interface FigureGroup {
  id: string;
  heading: Heading;
  around: Heading[];
  lang: string;
  figures: Omit<Statistic, 'type'>[];
}

type Passage = { id: string; heading: string; lang?: string; blocks: readonly Block[] };

const statisticsIn = (blocks: readonly Block[]) =>
  blocks.filter(block => block.type === 'statistic').map(({ type: _, ...figure }) => figure);

/** @returns every statistic of a report, in its order, by the passage in which it stands */
export function figureGroups(report: Report): FigureGroup[] {
  const headingOf = ({ heading, lang }: Passage): Heading => ({ text: heading, lang: lang ?? report.language });
  const group = (passage: Passage, ...around: Passage[]): FigureGroup[] => {
    const figures = statisticsIn(passage.blocks),
      { id } = passage;
    return figures.length
      ? [
          {
            id,
            heading: headingOf(passage),
            around: around.map(headingOf),
            lang: passage.lang ?? report.language,
            figures,
          },
        ]
      : [];
  };
  const opening: Passage = {
    id: 'main',
    heading: report.title,
    blocks: report.opening,
    ...(report.lang && { lang: report.lang }),
  };
  return [
    ...group(opening),
    ...report.parts.flatMap(part => [
      ...group(part),
      ...part.sections.flatMap(section => [
        ...group(section, part),
        ...section.stories.flatMap(story => group(story, part, section)),
      ]),
    ]),
  ];
}
