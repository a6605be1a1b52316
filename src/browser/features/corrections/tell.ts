/** Tells what was changed in the text. Fetched when something was. */
import styles from 'virtual:changes-styles';
import { linkStyles } from '../../core/dom/styles.js';
import { withPlaceHeld } from '../../core/position/held-place.js';
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { changeList } from './change-list.js';
import { changesBetween, type Passage } from './difference.js';

/** Shows the changes above the report. @param seen is called when the reader has seen them, or there is nothing to see */
export async function tell(before: readonly Passage[], now: readonly Passage[], seen: () => void): Promise<void> {
  const changes = changesBetween(before, now);
  if (!changes.length) return seen();
  // With its looks from the beginning: they would move the text a second time.
  const [t] = await Promise.all([interfaceWords(), linkStyles(styles)]);
  const list = changeList(changes, t, () => {
    withPlaceHeld(() => list.remove());
    document.querySelector<HTMLElement>('nav.bar a')?.focus();
    seen();
  });
  withPlaceHeld(() => document.querySelector('main')!.before(list));
  void announce('changes', t('changes.said', { count: changes.length }));
}
