/** The notice that leads back to where the reader was before a jump. */
import { control, endNotice, mainControl, showNotice } from '../../core/notice/notice.js';
import { goBack, isTop, positionsBefore } from '../../core/position/jump.js';
import type { Position } from '../../core/position/held-position.js';
import { findPassage } from '../../core/position/passages.js';
import { noteRow, rowState } from '../../core/position/row-shown.js';
import { outline, trailTo } from './outline.js';
import { contentsWords, nameIn, sentence, type ContentsWords } from './words.js';

let known = -1;

/** @returns the button's words: the heading nearest to the position; before the first part there is none */
function namedAfter(position: Position, t: ContentsWords): (Node | string)[] {
  if (isTop(position)) return [t('back.top')];
  const nearest = trailTo(findPassage(position), outline()).pop();
  return nearest ? sentence(t, 'back.to', {}, { place: nameIn(nearest.heading) }) : [t('back.here')];
}

function hide(): void {
  noteRow('hidden');
  endNotice('back', true);
}

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
