/** The list of what was changed in the text, as our own note above the report. */
import type { Translate } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import { wordsBetween, type Change } from './difference.js';

/** @returns the heading under which a passage stands */
const headingOf = (id: string) => document.getElementById(id)?.querySelector('h1, h2, h3, h4')?.textContent ?? '';

/** @returns the language of the report's text where a passage stands, or stood */
const languageOf = (id: string) =>
  (document.getElementById(id) ?? document.querySelector('main'))?.closest<HTMLElement>('[lang]')?.lang;

/**
 * @returns words that are only in one version: told by a word before them, because strokes and lines are not read aloud
 */
const marked = (tag: 'del' | 'ins', words: string, t: Translate, lang: Partial<HTMLElement>) => [
  make('b', {}, t(tag === 'del' ? 'changes.was' : 'changes.now')),
  ' ',
  make(tag, { ...lang, textContent: words }),
];

/** @returns what was changed in a passage, as one paragraph: only the words that differ are marked */
function passage({ id, before, now }: Change, t: Translate): HTMLElement {
  const language = languageOf(id),
    lang = language ? { lang: language } : {};
  if (before === undefined || now === undefined) return make('p', lang, (now ?? before)!);
  const runs = wordsBetween(before, now).map(({ kind, text }) => {
    if (kind === 'same') return [make('span', { ...lang, textContent: text })];
    return marked(kind === 'before' ? 'del' : 'ins', text, t, lang);
  });
  return make('p', {}, ...runs.flatMap(run => [...run, ' ']));
}

function item(change: Change, t: Translate): HTMLLIElement {
  const { id, before, now } = change,
    language = languageOf(id),
    heading = headingOf(id);
  const kind = before === undefined ? 'added' : now === undefined ? 'taken' : 'corrected';
  const link = make('a', {
    href: `#${id}`,
    textContent: heading || t('bar.contents'),
    ...(heading && language && { lang: language }),
  });
  return make('li', {}, make('p', {}, `${t(`changes.${kind}`)} `, link), passage(change, t));
}

/** @returns the list, open, with the number of changes in its name @param done is called when the reader has seen it */
export function changeList(changes: readonly Change[], t: Translate, done: () => void): HTMLElement {
  const button = make('button', { type: 'button', textContent: t('changes.done'), onclick: done });
  const list = make('ul', {}, ...changes.map(change => item(change, t)));
  list.setAttribute('role', 'list');
  const aside = make(
    'aside',
    { className: 'changes' },
    make(
      'details',
      { open: true },
      make('summary', { textContent: t('changes.heading', { count: changes.length }) }),
      list,
    ),
    make('p', {}, button),
  );
  aside.setAttribute('aria-label', t('changes.name'));
  return aside;
}
