/** Tells what was changed in the text. Fetched when something was. */
import styles from 'virtual:changes-styles';
import { linkStyles } from '../../core/dom/styles.js';
import { ask } from '../../core/notice/notice.js';
import { withPositionHeld } from '../../core/position/held-position.js';
import { notePosition } from '../../core/position/jump.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { changeList } from './change-list.js';
import { changesBetween, type Change, type Passage } from './difference.js';

/** Leads to the list of changes, above the report, from which the reader finds the way back. */
async function show(changes: readonly Change[], seen: () => void): Promise<void> {
  // With its looks from the beginning: they would move the text a second time.
  const [t] = await Promise.all([interfaceWords(), linkStyles(styles)]);
  const list = changeList(changes, t, () => {
    withPositionHeld(() => list.remove());
    document.querySelector<HTMLElement>('nav.bar > a')?.focus({ preventScroll: true });
    seen();
  });
  if (scrollY >= innerHeight) notePosition();
  document.querySelector('main')!.before(list);
  list.scrollIntoView({ block: 'start', behavior: 'instant' });
  list.querySelector('summary')!.focus({ preventScroll: true });
}

/**
 * Tells that something was changed, wherever the reader is, and shows it to whoever asks.
 * @param seen is called when the reader has seen it, or there is nothing to see
 */
export async function tell(before: readonly Passage[], now: readonly Passage[], seen: () => void): Promise<void> {
  const changes = changesBetween(before, now),
    count = changes.length;
  if (!count) return seen();
  const t = await interfaceWords();
  const answer = ask('corrections', {
    about: [t('changes.told', { count })],
    take: [t('changes.show')],
    close: t('settings.close'),
    said: t('changes.said', { count }),
  });
  // Nothing waits for a reader's answer: whoever erases everything does so before.
  void answer.then(taken => (taken ? show(changes, seen) : seen()));
}
