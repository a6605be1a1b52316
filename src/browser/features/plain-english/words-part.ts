/**
 * What the hard words of the chosen passage or words mean: a part of the view "This passage". Where there are none, it
 * is not there.
 */
import { make } from '../../core/dom/make.js';
import type { Part } from '../passage/parts.js';
import { termsOf } from './found.js';
import { wordList } from './word-list.js';
import { plainWords } from './words.js';

export const showWordsOf: Part = ({ words }, container) => {
  const terms = termsOf(words);
  if (!terms.length) return undefined;
  let ended = false;
  void plainWords().then(t => {
    if (!ended) container.append(make('h3', { textContent: t('part.heading') }), wordList(terms));
  });
  return () => {
    ended = true;
  };
};
