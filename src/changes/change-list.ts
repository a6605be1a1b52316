/** The list of what was changed in the text, as our own note above the report. */
import type { Translate } from '../i18n/translate.js';
import type { Change } from './difference.js';

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, facts: Partial<HTMLElementTagNameMap[Name]>, ...inside: (Node | string)[]): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), facts);
  element.append(...inside);
  return element;
};

/** @returns the heading under which a passage stands */
const headingOf = (id: string) => document.getElementById(id)?.querySelector('h1, h2, h3, h4')?.textContent ?? '';

function item({ id, before, now }: Change, t: Translate): HTMLLIElement {
  const kind = before === undefined ? 'added' : now === undefined ? 'taken' : 'corrected';
  const heading = headingOf(id);
  const text = (tag: 'del' | 'ins', words: string) => make('p', { lang: document.querySelector<HTMLElement>('main [lang]')?.lang ?? '' }, make(tag, { textContent: words }));
  return make('li', {}, make('p', {}, `${t(`changes.${kind}`)} `, make('a', { href: `#${id}`, textContent: heading || t('bar.contents') })), ...(before === undefined ? [] : [text('del', before)]), ...(now === undefined ? [] : [text('ins', now)]));
}

/** @returns the list, closed, with the number of changes in its name @param done is called when the reader has seen it */
export function changeList(changes: readonly Change[], t: Translate, done: () => void): HTMLElement {
  const button = make('button', { type: 'button', textContent: t('changes.done'), onclick: done });
  const list = make('ul', {}, ...changes.map(change => item(change, t)));
  list.setAttribute('role', 'list');
  const aside = make('aside', { className: 'changes' }, make('details', {}, make('summary', { textContent: t('changes.heading', { count: changes.length }) }), list), make('p', {}, button));
  aside.setAttribute('aria-label', t('changes.name'));
  return aside;
}
