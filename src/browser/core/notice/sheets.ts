/**
 * The sheets that open above the bar, the settings and the panel. A notice that came into the bar, or went from it,
 * would move an open one under the reader's finger.
 */
import { sheetOnBar } from '../position/bar-room.js';

/** @returns whether a sheet stands on the bar */
export const isSheetOpen = (): boolean => document.querySelector(sheetOnBar) !== null;

/** @returns a promise that no sheet stands on the bar any more */
export const whenNoSheet = (): Promise<void> =>
  new Promise(done => {
    const watch = new MutationObserver(() => {
      if (isSheetOpen()) return;
      watch.disconnect();
      done();
    });
    watch.observe(document.documentElement, { subtree: true, attributeFilter: ['hidden', 'open', 'data-beside'] });
  });
