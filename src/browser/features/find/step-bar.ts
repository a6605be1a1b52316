/** The way from place to place while one reads: above the bar, as long as something found is marked in the text and the view is closed. */
import { askFor } from '../../core/panel/ask.js';
import { make } from '../../core/dom/make.js';
import { withPlaceHeld } from '../../core/position/held-place.js';
import { announce } from '../../core/announcements/announce.js';
import type { FindWords } from './find-words.js';
import { forget, goTo, placeAfter, places, position, textAt } from './finding.js';

let bar: HTMLElement | undefined;

/** Takes the way away, as where the view shows it itself. */
export function hideSteps(): void {
  const shown = bar;
  bar = undefined;
  if (shown) withPlaceHeld(() => shown.remove());
}

/** @returns where the reader is among what was found */
export const positionIn = (t: FindWords, key: 'position' | 'list' = 'position'): string => t(key, { now: position() + 1, count: places().length });

/** @returns the sentence of the place where the reader is */
export function sentenceHere(): string {
  const place = places()[position()]!;
  return textAt(place).slice(...place.sentence).trim();
}

/** Shows the way, if the reader is at a place that was found. */
export function showSteps(t: FindWords): void {
  hideSteps();
  const under = document.querySelector('nav.bar');
  if (position() < 0 || !under) return;
  const list = make('button', { type: 'button', onclick: () => askFor('find') });
  const tellWhere = () => {
    list.textContent = positionIn(t);
    list.setAttribute('aria-label', positionIn(t, 'list'));
  };
  const step = (steps: 1 | -1, name: 'next' | 'previous') => {
    const button = make('button', { type: 'button', textContent: t(name) });
    button.onclick = () => {
      goTo(placeAfter(steps));
      tellWhere();
      // The jump took the focus into the text; here it stays, to be pressed again, and the words are said instead.
      button.focus({ preventScroll: true });
      void announce('find', `${positionIn(t)}. ${sentenceHere()}`);
    };
    return button;
  };
  const clear = make('button', { type: 'button', textContent: t('clear'), onclick: () => {
    forget();
    hideSteps();
    under.querySelector('a')?.focus();
    void announce('find', t('cleared'));
  } });
  clear.setAttribute('aria-label', t('clear.results'));
  tellWhere();
  bar = make('div', { className: 'steps' }, step(-1, 'previous'), step(1, 'next'), list, clear);
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', t('steps'));
  withPlaceHeld(() => under.prepend(bar!));
}
