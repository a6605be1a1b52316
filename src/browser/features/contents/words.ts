/** The words of the contents and of places, and sentences with names in them that may be in another language. */
import type { Base, Translate } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import { wordsOf } from '../../core/loading/words-of.js';
import type en from '../../../../locales/contents.en.json';

type ContentsKey = Base<keyof typeof en>;
export type ContentsWords = (key: ContentsKey, values?: Record<string, string | number>) => string;

/** @returns the words in the page's language @throws what the browser throws when they cannot be fetched */
export const contentsWords: () => Promise<ContentsWords> = wordsOf({
  en: () => import('../../../../locales/contents.en.json'),
  cy: () => import('../../../../locales/contents.cy.json'),
});

/** A name from the report, and the language that it is in. */
interface Name {
  text: string;
  lang: string;
}

/** @returns the name that a heading gives; no more than the beginning of a longer one, where there is little room */
export function nameIn(heading: Element, letters = Infinity): Name {
  const text = heading.textContent.replace(/\s+/g, ' ').trim();
  const lang = heading.closest<HTMLElement>('[lang]')!.lang;
  return { lang, text: text.length > letters ? `${text.slice(0, letters).replace(/\s+\S*$/, '')} …` : text };
}

// A letter for private use stands in no report and in no words of ours.
const mark = '\uE000';

/**
 * @returns a sentence as pieces of a page, in which each name carries the mark of its language, so that it is spoken
 * right (WCAG 3.1.2)
 */
export function sentence<Key extends string>(
  t: Translate<Key>,
  key: Key,
  values: Record<string, number>,
  names: Record<string, Name>,
): (Node | string)[] {
  const inMarks = Object.fromEntries(Object.keys(names).map(name => [name, `${mark}${name}${mark}`]));
  return t(key, { ...values, ...inMarks })
    .split(mark)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const { text, lang } = names[piece]!;
      return lang === document.documentElement.lang ? text : make('span', { lang, textContent: text });
    });
}

/** @returns the same sentence as text */
export const asText = (pieces: readonly (Node | string)[]): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : piece.textContent)).join('');
