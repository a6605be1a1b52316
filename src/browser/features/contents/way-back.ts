/** The notice that leads back to where the reader was before a jump. */
import { control, endNotice, mainControl, showNotice } from '../../core/notice/notice.js';
import { dropPosition, goBack, isTop, positionsBefore } from '../../core/position/jump.js';
import { goToPosition, isSamePassage, positionNow, type Position } from '../../core/position/held-position.js';
import { findPassage } from '../../core/position/passages.js';
import { noteRow, rowState } from '../../core/position/row-shown.js';
import { outline, trailTo } from './outline.js';
import { contentsWords, nameIn, sentence, type ContentsWords } from './words.js';

let known = -1;

/** @returns the button's words: the heading nearest to the position */
function namedAfter(position: Position, t: ContentsWords): (Node | string)[] {
  const trail = isTop(position) ? [] : trailTo(findPassage(position), outline()),
    nearest = trail[trail.length - 1];
  return nearest ? sentence(t, 'back.to', {}, { place: nameIn(nearest.heading) }) : [t('back.top')];
}

function hide(): void {
  noteRow('hidden');
  endNotice('back', true);
}

/** The browser's own Back may have led there already, by pixel. */
addEventListener('popstate', () =>
  requestAnimationFrame(() => {
    const last = positionsBefore().slice(-1)[0],
      now = positionNow();
    if (!last || !(now ? isSamePassage(last, now) : isTop(last))) return;
    dropPosition();
    if (now) goToPosition(last);
  }),
);

/**
 * Shows the way back anew: it is gone where there is nothing to go back to. It is told of once, when it is first seen;
 * after being hidden, it comes back with the next jump.
 */
export async function showWayBack(): Promise<void> {
  // First of all: where the words did not come, this is called again, and must know of the jump then.
  const t = await contentsWords(),
    { length, [length - 1]: position } = positionsBefore();
  if (known >= 0 && length > known && rowState() === 'hidden') noteRow('told');
  known = length;
  if (!position || rowState() === 'hidden') return endNotice('back');
  showNotice('back', {
    content: [mainControl(namedAfter(position, t), () => void goBack()), control([t('back.hide')], hide, '×')],
    said: () => {
      if (rowState()) return undefined;
      noteRow('told');
      return t('back.said');
    },
  });
}
