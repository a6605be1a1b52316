/**
 * While the contents of the page stand beside the text, they show where the reader is, quietly, as those in the panel
 * do.
 */
import { isColumn } from '../../core/position/column.js';
import { followReader } from './beside.js';
import { bringIntoView } from './follow.js';
import { outline, type Entry } from './outline.js';
import { whereNow } from './where.js';

/** Marks the entry of the contents for where the reader is, from now on. */
export function markInColumn(): void {
  const box = document.querySelector<HTMLElement>('contents-list nav')!;
  let parts: readonly Entry[] = [],
    current: HTMLElement | undefined;
  const mark = () => {
    const entry = whereNow(parts).trail.pop(),
      link = entry && box.querySelector<HTMLElement>(`a[href="#${entry.id}"]`);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link ?? undefined;
    bringIntoView(current, box);
  };
  followReader(
    {
      get beside() {
        return isColumn();
      },
    },
    mark,
    () => {
      parts = outline();
    },
  );
}
