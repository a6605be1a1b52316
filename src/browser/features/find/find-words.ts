/** The words of finding, and the sentences that are made of them. */
import type { Base, Translate } from '../../../model/words/translate.js';
import { pageLanguage } from '../../core/language.js';
import { wordsOf } from '../../core/loading/words-of.js';
import type en from '../../../../locales/find.en.json';
import type { Meant, WordIndex } from './word-index.js';

export type FindWords = Translate<Base<keyof typeof en>>;

/** @returns the words of finding in the page's language @throws what the browser throws when they cannot be fetched */
export const findWords: () => Promise<FindWords> = wordsOf({
  en: () => import('../../../../locales/find.en.json'),
  cy: () => import('../../../../locales/find.cy.json'),
});

/** How many words of the text are named for one word of the reader's. */
const named = 4;

/** @returns how many matches there are, and under how many headings */
export const countOf = (t: FindWords, matches: number, headings: number): string =>
  t('places', { count: matches, under: t('under', { count: headings }) });

/** @returns for each word that the report does not have as it was typed: what was taken for it */
export const takenFor = (t: FindWords, meant: readonly Meant[], index: WordIndex): string[] =>
  meant
    .filter(({ reading }) => reading === 'beginning' || reading === 'similar')
    .map(({ written, reading, words }) =>
      t(reading as 'beginning' | 'similar', {
        word: written,
        words: index.asWritten([...words.en, ...words.cy], named).join(', '),
      }),
    );

/** @returns what to say and to try where nothing was found */
export function adviceOn(t: FindWords, meant: readonly Meant[], allEnglish: boolean): string[] {
  const unknown = meant.filter(({ reading }) => reading === 'unknown').map(({ written }) => written);
  return [
    unknown.length ? t('none', { words: unknown.join(', ') }) : t('none.together'),
    t('none.try'),
    ...(allEnglish && pageLanguage() === 'cy' ? [t('none.english')] : []),
  ];
}
