/** The edition of the report that every format is made from. */
import { formatWords } from '../model/words/format-words.js';
import type { Edition } from '../formats/format.js';
import { translations } from '../model/words/i18n.js';
import type { Language } from '../model/words/translate.js';
import { readContent, reportIn } from './content.js';
import { notesFor } from './notes.js';
import { siteAddress } from './site.js';

/**
 * The day on which the report's words, our notes, or what a format makes of them last changed. Whoever changes them
 * sets it: files tell it to readers and to shelves, and the day of the build would make other bytes every day.
 */
export const changed = '2026-12-01';

/**
 * @returns the report in a language with all that formats may say beside it
 * @throws Error when the content cannot be built
 */
export function editionOf(language: Language): Edition {
  const report = reportIn(language, readContent());
  return {
    report,
    reading: { language, t: translations(language) },
    t: formatWords(language),
    notes: notesFor(report),
    changed,
    site: siteAddress() ?? '',
  };
}
