/** The quiet row above the bar's links that leads back to where the reader was before a jump. */
import { make } from '../../core/dom/make.js';
import { panelStyles } from '../../core/panel/panel.js';
import { dropPlace, goBack, isTop, placesBefore } from '../../core/position/jump.js';
import { isSamePassage, placeNow, withPlaceHeld, type Place } from '../../core/position/held-place.js';
import { findPassage } from '../../core/position/passages.js';
import { noteRow, rowState } from '../../core/position/row-shown.js';
import { announce } from '../../core/announcements/announce.js';
import { outline, trailTo } from './outline.js';
import { contentsWords, nameIn, sentence, type ContentsWords } from './words.js';

/** How much of a long heading is shown, in letters, so that the row stays low. */
const letters = 30;

let row: HTMLElement | undefined, known = -1;

/** @returns the button's words: the heading nearest to the place */
function namedAfter(place: Place, t: ContentsWords): (Node | string)[] {
  const trail = isTop(place) ? [] : trailTo(findPassage(place), outline()), nearest = trail[trail.length - 1];
  return nearest ? sentence(t, 'back.to', {}, { place: nameIn(nearest.heading, letters) }) : [t('back.top')];
}

function hide(): void {
  noteRow('hidden');
  withPlaceHeld(() => row?.remove());
  document.querySelector<HTMLElement>('nav.bar a')?.focus();
}

function draw(t: ContentsWords): void {
  const place = placesBefore().slice(-1)[0], bar = document.querySelector('nav.bar');
  withPlaceHeld(() => {
    row?.remove();
    row = undefined;
    if (!place || !bar || rowState() === 'hidden') return;
    row = make('p', { className: 'back-row' },
      make('button', { type: 'button', onclick: () => void goBack() }, ...namedAfter(place, t)),
      make('button', { type: 'button', textContent: t('back.hide'), onclick: hide }));
    bar.prepend(row);
  });
}

/** The browser's own Back may have led there already. */
addEventListener('popstate', () => requestAnimationFrame(() => {
  const last = placesBefore().slice(-1)[0], now = placeNow();
  if (last && (now ? isSamePassage(last, now) : isTop(last))) dropPlace();
}));

/** Draws the row anew: it is gone where there is nothing to go back to. It is told of once, by its first jump; after being hidden, it comes back with the next. */
export async function drawBackRow(): Promise<void> {
  // First of all: where the words did not come, this is called again, and must tell of the jump then.
  const [t] = await Promise.all([contentsWords(), panelStyles()]);
  const count = placesBefore().length, isJump = known >= 0 ? count > known : !rowState();
  known = count;
  if (isJump && rowState() === 'hidden') noteRow('told');
  draw(t);
  if (!isJump || rowState()) return;
  noteRow('told');
  void announce('back', t('back.said'));
}
