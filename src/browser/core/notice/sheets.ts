/** The sheets that open above the bar, the settings and the panel. A row that came into the bar, or went from it, would move an open one under the reader's finger. */
import { sheetOnBar } from '../position/bar-room.js';

const isOpen = () => document.querySelector(sheetOnBar) !== null;

/** @returns a promise that no sheet stands on the bar: at once, or when the last one was closed */
export function whenNoSheet(): Promise<void> {
  return new Promise(done => {
    if (!isOpen()) return done();
    const watch = new MutationObserver(() => {
      if (isOpen()) return;
      watch.disconnect();
      done();
    });
    watch.observe(document.documentElement, { subtree: true, attributeFilter: ['hidden', 'open', 'data-beside'] });
  });
}
