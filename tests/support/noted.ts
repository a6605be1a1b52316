/** The stories of the report that have a content note of ours. */
import en from '../../locales/en.json';
import { readContent } from '../../src/build/content.js';

/** Their ids, in the order of the report. */
export const notedStories: readonly string[] = readContent()
  .report.parts.flatMap(part => part.sections.flatMap(section => section.stories))
  .map(({ id }) => id)
  .filter(id => `note.${id}` in en);
