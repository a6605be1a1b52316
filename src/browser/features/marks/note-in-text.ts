/** A passage's marks and notes, opened where the passage stands, and closed again with the focus where it was. */
import { askFor } from '../../core/panel/ask.js';
import { make } from '../../core/dom/make.js';
import { allMarks, givenNames } from './kept.js';
import type { Mark } from './model.js';
import { inOrder, placesIn } from './text.js';
import { kindName, type MarksWords } from './words.js';

const open = new Map<HTMLElement, { note: HTMLElement; sign: HTMLElement }>();

/** @returns the marks on a passage, in order */
export const marksOn = (passages: readonly HTMLElement[]): Mark[] =>
  inOrder(allMarks().filter(mark => placesIn(mark).some(({ passage }) => passages.includes(passage))));

/** Closes what is open at a passage. @param focus whether the focus goes back to its button */
export function closeNote(passage: HTMLElement, focus = false): void {
  const found = open.get(passage);
  open.delete(passage);
  found?.note.remove();
  found?.sign.removeAttribute('aria-expanded');
  if (focus) found?.sign.focus();
}

function told(mark: Mark, t: MarksWords): HTMLElement {
  const kind = make('b', { className: 'kind', textContent: kindName(mark.kind, t, givenNames()) });
  kind.dataset['kind'] = mark.kind;
  const name = mark.name ? [' ', make('span', { textContent: mark.name })] : [];
  return make(
    'span',
    { className: 'my-mark' },
    kind,
    ...name,
    ...(mark.note ? [make('span', { className: 'my-words', textContent: mark.note })] : []),
  );
}

/** Opens the marks of a passage under it, or closes them. Everything in it may stand in a paragraph or a heading. */
export function openNote(passage: HTMLElement, sign: HTMLElement, t: MarksWords): void {
  if (open.has(passage)) return closeNote(passage, true);
  const button = (key: 'row.edit' | 'note.close', onclick: () => void) =>
    make('button', { type: 'button', textContent: t(key), onclick });
  const note = make(
    'span',
    { className: 'my-note', lang: document.documentElement.lang, tabIndex: -1 },
    ...marksOn([passage]).map(mark => told(mark, t)),
    make(
      'span',
      { className: 'my-way' },
      button('row.edit', () => {
        closeNote(passage, true);
        askFor('passage', passage);
      }),
      button('note.close', () => closeNote(passage, true)),
    ),
  );
  note.dataset['ours'] = '';
  note.setAttribute('role', 'group');
  note.setAttribute('aria-label', t('part.yours'));
  note.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closeNote(passage, true);
  });
  sign.setAttribute('aria-expanded', 'true');
  open.set(passage, { note, sign });
  passage.append(note);
  note.focus();
}
