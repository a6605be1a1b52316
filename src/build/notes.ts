/** Which stories have a content note, and which ways to reach the publisher have one of ours. */
import en from '../../locales/en.json';
import type { Report } from '../model/report/model.js';

/** @returns the ids of the stories and ways to reach the publisher that the locales have a note for */
export const notesFor = (report: Report): Set<string> =>
  new Set(
    report.parts
      .flatMap(({ blocks, sections }) => [
        ...blocks.filter(({ type }) => type === 'contact'),
        ...sections.flatMap(({ stories }) => stories),
      ])
      .map(({ id }) => id)
      .filter(id => `note.${id}` in en),
  );
