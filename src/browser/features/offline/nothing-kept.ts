/**
 * While nothing is to be kept, what is there is erased, and a quiet line on every page says so, where others read that
 * the report is saved.
 */
import { interfaceWords } from '../../core/announcements/announce.js';
import { make } from '../../core/dom/make.js';
import { withPositionHeld } from '../../core/position/held-position.js';
import { eraseAll } from '../../core/storage/stores.js';

/**
 * Shows the line. The report has room for it; the pages beside it make some, above their bar, and so does the single
 * file, which tells there what it is.
 */
async function showNothingKept(): Promise<void> {
  const t = await interfaceWords(),
    line = make('p', { className: 'saved now', textContent: t('offline.nothing') }),
    before = document.querySelector('header > .saved');
  if (before?.matches(':not(.now)')) before.replaceWith(line);
  else withPositionHeld(() => document.querySelector('header > nav')?.before(line));
}

/** Erases everything, and says that nothing is kept. */
export async function keepNothing(): Promise<void> {
  await Promise.all([showNothingKept(), eraseAll()]);
}
