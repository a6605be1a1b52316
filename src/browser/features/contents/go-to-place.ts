/** The field for a place in per cent. */
import { jumpTo } from '../../core/position/jump.js';
import { letterAt } from '../../core/position/passages.js';
import { make } from '../../core/dom/make.js';
import { announce } from '../../core/announcements/announce.js';
import { shownPassages, wordsIn } from './outline.js';
import { typedPerCent, wordAt } from './progress.js';
import type { ContentsWords } from './words.js';

/** @returns the first letter of a word of a passage, counted from 0 */
function rangeOf(passage: HTMLElement, word: number): Range | undefined {
  const found = [...passage.textContent.matchAll(/\S+/gu)][word];
  const letter = found && letterAt(passage, found.index);
  if (!letter) return undefined;
  const range = document.createRange();
  range.setStart(letter.node, letter.offset);
  range.setEnd(letter.node, letter.offset + 1);
  return range;
}

/** Jumps to the line that stands so many per cent of the words from the beginning. */
function jumpToPerCent(perCent: number): void {
  const passages = shownPassages(),
    { index, word } = wordAt(passages.map(wordsIn), perCent),
    passage = passages[index];
  if (passage) jumpTo(passage, rangeOf(passage, word));
}

/** @param gone is called after the jump @returns the field with its button, and room for what is wrong */
export function goToPlace(t: ContentsWords, gone: () => void): HTMLElement {
  const field = make('input', { type: 'text', id: 'per-cent', autocomplete: 'off', inputMode: 'numeric' });
  const fault = make('p', { id: 'per-cent-fault', className: 'fault', hidden: true });
  const refuse = () => {
    const typed = field.value.trim(),
      words = typed ? t('goTo.fault', { typed }) : t('goTo.empty'),
      wasThere = document.activeElement === field;
    fault.textContent = words;
    fault.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', fault.id);
    // Coming to the field, its description is heard with it; being there already, it is not.
    if (wasThere) void announce('place', words);
    else field.focus();
  };
  const go = () => {
    const perCent = typedPerCent(field.value);
    if (perCent === undefined) return refuse();
    fault.hidden = true;
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    jumpToPerCent(perCent);
    gone();
  };
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) go();
  });
  return make(
    'div',
    { className: 'go-to' },
    make('label', { htmlFor: field.id, textContent: t('goTo.name') }),
    fault,
    make(
      'div',
      { className: 'typed' },
      field,
      make('button', { type: 'button', textContent: t('goTo.go'), onclick: go }),
    ),
  );
}
