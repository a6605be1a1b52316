/** What the page runs after it is readable: the controls at once, the offline copy and the live elements when the browser is idle. */
import { watchGuide } from './guide/watch.js';
import { keepCopy } from './offline/reader-copy.js';
import { linkToSamePlace } from './place/same-place.js';
import { startSettings } from './settings/reader-settings.js';

startSettings();
watchGuide();
if (location.hash.startsWith('#settings:')) void import('./settings/offered.js').then(({ offerCarried }) => offerCarried());
linkToSamePlace();

const whenIdle = (task: () => void) => ('requestIdleCallback' in globalThis ? requestIdleCallback(task) : setTimeout(task, 200));
addEventListener('load', () => whenIdle(() => {
  if (import.meta.env.PROD) keepCopy();
  void import('./components/report-pages.js');
  void import('./shortcuts/shortcuts.js').then(({ startShortcuts }) => startShortcuts());
}), { once: true });
