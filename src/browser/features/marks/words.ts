/** The words of the marks, and what a mark is called. */
import { wordsOf } from '../../core/loading/words-of.js';
import type { Names } from './file.js';
import { isHighlight, wordsMarked, type Kind, type Mark } from './model.js';

export const marksWords = wordsOf({
  en: () => import('../../../../locales/marks.en.json'),
  cy: () => import('../../../../locales/marks.cy.json'),
});
export type MarksWords = Awaited<ReturnType<typeof marksWords>>;

/** How much of a mark's words is enough to know it by, in letters. */
const brief = 60;

/** @returns what a kind is called: by the reader, or else by us */
export const kindName = (kind: Kind, t: MarksWords, names: Names): string =>
  (isHighlight(kind) && names[kind]) || t(`kind.${kind}`);

/** @returns a mark in one line: its kind, then its name, the beginning of its note, or of its words */
export function markName(mark: Mark, t: MarksWords, names: Names): string {
  const note = mark.note.replace(/\s+/g, ' ').trim(),
    short = note.length > brief ? `${note.slice(0, brief)} …` : note;
  return t('mark.with', { kind: kindName(mark.kind, t, names), words: mark.name || short || wordsMarked(mark, brief) });
}
