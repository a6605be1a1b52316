/**
 * A report in the language asked for, as far as there is a text: passage by passage, the rest in the language it was
 * published in.
 */
import type { Block, Report, Translation } from './model.js';

type Passage = { id: string; heading: string; blocks: Block[] };

/**
 * @param report the report as published
 * @param translation the passages that exist in another language, if any
 * @returns the report with those passages in place; each passage carries `lang`, the language that it is in.
 *   The passage `opening` stands for the title and the opening blocks.
 */
export function inLanguage(report: Report, translation?: Translation): Report {
  const speak = <P extends Passage>(passage: P): P & { lang: string } => {
    const there = translation?.passages[passage.id];
    return there && translation
      ? { ...passage, heading: there.heading ?? passage.heading, blocks: there.blocks, lang: translation.language }
      : { ...passage, lang: report.language };
  };
  const opening = speak({ id: 'opening', heading: report.title, blocks: report.opening });
  return {
    ...report,
    title: opening.heading,
    opening: opening.blocks,
    lang: opening.lang,
    parts: report.parts.map(part => ({
      ...speak(part),
      sections: part.sections.map(section => ({ ...speak(section), stories: section.stories.map(speak) })),
    })),
  };
}
