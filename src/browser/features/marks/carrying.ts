/** Saves marks as files, and brings them in from one. */
import { saveFile } from '../../core/dom/save-file.js';
import { pageLanguage } from '../../core/language.js';
import { addNames, allMarks, changeMarks, givenNames } from './kept.js';
import { htmlOf, markdownOf } from './export.js';
import { fileOf, largest, readFile, type Refused } from './file.js';
import { linkToMark } from './link.js';
import { merge } from './merge.js';
import { cleanLine } from './model.js';
import { inOrder, languageOf } from './text.js';
import type { MarksWords } from './words.js';

export type Form = 'markdown' | 'html' | 'data';
const forms: Record<Form, { type: string; ending: string }> = {
  markdown: { type: 'text/markdown', ending: 'md' },
  html: { type: 'text/html', ending: 'html' },
  data: { type: 'application/json', ending: 'json' },
};

function contentOf(form: Form, t: MarksWords): string {
  const marks = inOrder(allMarks()),
    names = givenNames();
  const exported = { marks, names, t, language: pageLanguage(), languageOf, linkTo: linkToMark };
  return form === 'data' ? fileOf(marks, names) : form === 'html' ? htmlOf(exported) : markdownOf(exported);
}

/** Saves all marks as a file, in the order of the text. */
export function saveMarks(form: Form, t: MarksWords): void {
  const { type, ending } = forms[form];
  saveFile(new Blob([contentOf(form, t)], { type: `${type};charset=utf-8` }), `${t('export.file')}.${ending}`);
}

/** What came of a file: sentences for the reader, and which marks in it could not be taken. */
export interface Came {
  sentences: string[];
  refused: readonly Refused[];
}

/** Brings in the marks of a file; the reader's own are not touched by what is not theirs. @returns what came of it */
export async function bringIn(file: File, t: MarksWords): Promise<Came> {
  const name = cleanLine(file.name, 100),
    none = (key: 'read.tooLarge' | 'read.tooMany' | 'read.notOurs') => ({
      sentences: [t(key, { file: name, save: t('files.data'), most: largest.marks, megabytes: largest.bytes / 1e6 })],
      refused: [],
    });
  if (file.size > largest.bytes) return none('read.tooLarge');
  // A file can be gone, or not be ours to read, by the time it is read.
  const read = readFile(await file.text().catch(() => ''));
  if (read === 'not ours') return none('read.notOurs');
  if (read === 'too many') return none('read.tooMany');
  const { keep, added, changed, same, left } = merge(allMarks(), read.marks, largest.marks);
  if (Object.keys(read.names).length) await addNames(read.names);
  if (keep.length) await changeMarks(keep);
  const sentences = (
    [
      ['read.added', added],
      ['read.changed', changed],
      ['read.same', same],
    ] as const
  )
    .filter(([key, count]) => count || (key === 'read.added' && !changed && !same))
    .map(([key, count]) => t(key, { count }));
  return {
    sentences: [
      ...sentences,
      ...(left ? [t('read.left', { count: left, most: largest.marks })] : []),
      ...(read.refused.length ? [t('read.refused', { count: read.refused.length })] : []),
    ],
    refused: read.refused,
  };
}
