/** Hard words as a list: each opens to what it means. */
import { asText } from '../contents/words.js';
import { make } from '../../core/dom/make.js';
import { pageLanguage } from '../../core/language.js';
import { announce } from '../../core/announcements/announce.js';
import { terms, type Term } from '../../../model/explanations.js';
import { meaningOf, nameInList, nameInText, type Pieces } from './naming.js';
import type { PlainWords } from './words.js';

function item(name: Pieces, term: Term): HTMLElement {
  return make(
    'li',
    {},
    make(
      'details',
      { className: 'part' },
      make('summary', {}, make('span', {}, ...name)),
      make('p', { className: 'meaning' }, ...meaningOf(term)),
    ),
  );
}

function listOf(items: readonly HTMLElement[]): HTMLElement {
  const list = make('ul', { className: 'hard-list' }, ...items);
  list.setAttribute('role', 'list');
  return list;
}

/** @returns these words as the report has them, with what they mean */
export const wordList = (terms: readonly Term[]): HTMLElement =>
  listOf(terms.map(term => item(nameInText(term), term)));

/** @returns a text as it is compared with what somebody types: without capitals and accents */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/**
 * @returns all words in the order of our letters, folded, with a field that leaves only those with certain letters in
 * them
 */
export function allWords(t: PlainWords): HTMLElement {
  const { compare } = new Intl.Collator(pageLanguage());
  const items = terms
    .map(term => ({ name: nameInList(term), term }))
    .sort((one, other) => compare(asText(one.name), asText(other.name)))
    .map(({ name, term }) => ({ words: plain(asText(name)), made: item(name, term) }));
  const field = make('input', { type: 'text', id: 'hard-word-filter', autocomplete: 'off' });
  const count = make('p', { className: 'count', textContent: t('count', { count: items.length }) });
  field.oninput = () => {
    const wanted = plain(field.value.trim());
    for (const { words, made } of items) made.hidden = !words.includes(wanted);
    count.textContent = t('count', { count: items.filter(({ made }) => !made.hidden).length });
    void announce('hard words', count.textContent);
  };
  return make(
    'details',
    { className: 'part' },
    make('summary', { textContent: t('all') }),
    make(
      'div',
      { className: 'all-words' },
      make('label', { htmlFor: field.id, textContent: t('filter') }),
      field,
      count,
      listOf(items.map(({ made }) => made)),
    ),
  );
}
