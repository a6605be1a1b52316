/** The row of hard words after a passage: a small button for each, which opens its meaning in place. */
import { make } from '../../core/dom/make.js';
import { putBack, type Anchor } from '../../core/position/line.js';
import type { Use } from './found.js';
import { meaningOf, nameInText } from './naming.js';

/** What the rows say of themselves: their name, and whose words are in them. */
export interface RowWords {
  name: string;
  whose: string;
}

/** A button, its meaning, and the word that they explain; `settle` is called when it has been opened or closed. */
export interface Word {
  use: Use;
  button: HTMLButtonElement;
  meaning: HTMLElement;
  settle: () => void;
  from?: { line: Anchor; scrolled: number };
}

/** @returns whether the meaning is open */
const isOpen = ({ meaning }: Word): boolean => meaning.isConnected;

/** Opens or closes a meaning. The focus is on its button, so that the same press closes it and Escape does. */
function turn(word: Word, open = !isOpen(word)): void {
  const { button, meaning, settle, from } = word;
  if (open) button.after(meaning);
  else meaning.remove();
  settle();
  button.setAttribute('aria-expanded', String(open));
  button.focus({ preventScroll: true });
  if (open) return;
  // Whoever came by the word itself, and has not moved on, goes on reading there.
  if (from?.scrolled === scrollY) putBack(from.line);
  delete word.from;
}

/** Opens the meaning of a word that was pressed where it stands, and brings it into view; pressed again, it closes. */
export function turnFrom(word: Word, line: Anchor): void {
  turn(word);
  if (!isOpen(word)) return;
  word.meaning.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  word.from = { line, scrolled: scrollY };
}

function wordOf(use: Use, settle: () => void): Word {
  const button = make('button', { type: 'button' }, ...nameInText(use.term));
  const word = {
    use,
    button,
    settle,
    meaning: make('div', { className: 'meaning' }, make('p', {}, ...meaningOf(use.term))),
  };
  button.setAttribute('aria-expanded', 'false');
  button.onclick = () => turn(word);
  return word;
}

/** @returns the row, closed, and its words */
export function rowOf(uses: readonly Use[], { name, whose }: RowWords): { row: HTMLElement; words: Word[] } {
  // Of several that are open, the first says whose words these are.
  const ours = make('p', { className: 'whose', textContent: whose }),
    settle = () => words.find(isOpen)?.meaning.prepend(ours);
  const words = uses.map(use => wordOf(use, settle));
  const row = make(
    'div',
    { className: 'hard-words', lang: document.documentElement.lang },
    ...words.map(({ button }) => button),
  );
  row.dataset['ours'] = '';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', name);
  row.addEventListener('keydown', event => {
    const word = words.find(
      word => isOpen(word) && [word.button, word.meaning].some(each => each.contains(event.target as Node)),
    );
    if (event.key !== 'Escape' || !word) return;
    event.preventDefault();
    turn(word, false);
  });
  return { row, words };
}
