/** Makes a translation of a report that was taken in from a document in another language. */
import type { Report, Translation } from '../../model/report/model.js';
import type { Passage } from './report.js';

const passagesOf = ({ title, opening, parts }: Report): Passage[] => [
  { id: 'opening', heading: title, blocks: opening },
  ...parts.flatMap(part => [part, ...part.sections.flatMap(section => [section, ...section.stories])]),
];

/**
 * @param report as it is kept
 * @param other the same report, made of a document in another language
 * @returns the other's text under the first one's ids, and where the two do not stand side by side
 */
export function translationOf(report: Report, other: Report): { translation: Translation; faults: string[] } {
  const faults: string[] = [],
    passages: Translation['passages'] = {};
  const [here, there] = [passagesOf(report), passagesOf(other)];
  if (here.length !== there.length)
    faults.push(
      `the outline: found ${there.length - 1} headings, expected ${here.length - 1}, as in the English report.`,
    );
  for (const [index, { id, heading, blocks }] of here.entries()) {
    const same = there[index];
    if (!same) break;
    const kinds = [blocks, same.blocks].map(list => list.map(({ type }) => type).join(', ') || 'nothing');
    if (kinds[0] !== kinds[1]) {
      faults.push(`“${same.heading}”, in the place of “${heading}”: found ${kinds[1]}, expected: ${kinds[0]}.`);
      continue;
    }
    passages[id] = {
      heading: same.heading,
      blocks: same.blocks.map((block, place) => ({ ...block, id: blocks[place]!.id })),
    };
  }
  return { translation: { language: other.language, passages }, faults };
}
