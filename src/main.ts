/** What the page runs after it is readable: the controls at once, the offline copy and the live elements when the browser is idle. */
import { watchGuide } from './guide/watch.js';
import { startExit } from './leaving/exit.js';
import { isInstalled } from './offline/install.js';
import { keepCopy } from './offline/reader-copy.js';
import { takePlace } from './place/held-place.js';
import { linkToSamePlace } from './place/same-place.js';
import { whenPanelOpens } from './settings/parts.js';
import { startSettings } from './settings/reader-settings.js';
import { root } from './storage/root.js';
import { carryWish, keepsNothing } from './storage/storage.js';

startExit();
startSettings();
takePlace();
whenPanelOpens(
  async () => (await import('./settings/more-settings.js')).addMoreSettings,
  async () => (await import('./shortcuts/shortcut-settings.js')).addShortcuts,
);
watchGuide();
if (location.hash.startsWith('#settings:')) void import('./settings/offered.js').then(({ offerCarried }) => offerCarried());
linkToSamePlace();
carryWish(root);
if (isInstalled()) void import('./offline/installed-window.js').then(({ addWindowButtons }) => addWindowButtons());
if (document.querySelector('offline-copy')) void import('./device/start.js').then(({ startDevice }) => startDevice());

const whenIdle = (task: () => void) => ('requestIdleCallback' in globalThis ? requestIdleCallback(task) : setTimeout(task, 200));
addEventListener('load', () => whenIdle(() => {
  if (import.meta.env.PROD) keepCopy();
  if (keepsNothing()) void import('./storage/stores.js').then(({ eraseAll }) => eraseAll());
  if (document.querySelector('report-section')) {
    void import('./components/report-pages.js');
    void import('./changes/last-read.js').then(({ tellChanges }) => tellChanges());
  }
  void import('./shortcuts/shortcuts.js').then(({ startShortcuts }) => startShortcuts());
}), { once: true });
