/** Which stories have a content note. */
import en from '../../locales/en.json';
import type { Report } from '../report/model.js';

/** @returns the ids of the stories that have a content note: those that the locales have a note for */
export const notesFor = (report: Report): Set<string> =>
  new Set(report.parts.flatMap(part => part.sections.flatMap(section => section.stories)).map(story => story.id).filter(id => `note.${id}` in en));
