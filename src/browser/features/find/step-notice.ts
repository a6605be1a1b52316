/**
 * The way from match to match while one reads: a notice, as long as something found is marked in the text and the view
 * is closed.
 */
import { askFor } from '../../core/panel/ask.js';
import { control, endNotice, showNotice } from '../../core/notice/notice.js';
import { announce } from '../../core/announcements/announce.js';
import type { FindWords } from './find-words.js';
import { forget, goTo, matchAfter, matches, matchIndex, textAt } from './finding.js';

/** Takes the way away, as where the view shows it itself. */
export const hideSteps = (): void => endNotice('found');

/** @returns where the reader is among what was found */
export const positionIn = (t: FindWords, key: 'position' | 'list' = 'position'): string =>
  t(key, { now: matchIndex() + 1, count: matches().length });

/** @returns the sentence of the match where the reader is */
export function sentenceHere(): string {
  const match = matches()[matchIndex()]!;
  return textAt(match)
    .slice(...match.sentence)
    .trim();
}

/** Shows the way, if the reader is at a match that was found. */
export function showSteps(t: FindWords): void {
  if (matchIndex() < 0) return hideSteps();
  const list = control([], () => askFor('find'));
  const tellWhere = () => {
    list.textContent = positionIn(t);
    list.setAttribute('aria-label', positionIn(t, 'list'));
  };
  const step = (steps: 1 | -1, name: 'next' | 'previous') => {
    const button = control(
      [t(name)],
      () => {
        goTo(matchAfter(steps));
        tellWhere();
        // The jump took the focus into the text; here it stays, to be pressed again, and the words are said instead.
        button.focus({ preventScroll: true });
        void announce('find', `${positionIn(t)}. ${sentenceHere()}`);
      },
      steps > 0 ? '›' : '‹',
    );
    return button;
  };
  const clear = control(
    [t('clear')],
    () => {
      forget();
      endNotice('found', true);
      void announce('find', t('cleared'));
    },
    '×',
  );
  clear.setAttribute('aria-label', t('clear.results'));
  tellWhere();
  showNotice('found', { name: t('steps'), content: [step(-1, 'previous'), step(1, 'next'), list, clear] });
}
