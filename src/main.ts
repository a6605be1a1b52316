/** What the page runs after it is readable: the controls at once, the offline copy when the browser is idle, and views of the panel when they are asked for. */
import { watchHard } from './care/watch.js';
import { watchGuide } from './guide/watch.js';
import { startExit } from './leaving/exit.js';
import { isInstalled } from './offline/install.js';
import { followUpdates, keepCopy } from './offline/reader-copy.js';
import { whenAsked } from './panel/ask.js';
import { whenIdle } from './panel/when-idle.js';
import { keepRoom } from './place/bar-room.js';
import { takePlace } from './place/held-place.js';
import { jumpTo, noteJumps } from './place/jump.js';
import { layOutRest } from './place/rest.js';
import { linkToSamePlace } from './place/same-place.js';
import { watchTerms } from './plain/watch.js';
import { whenPanelOpens } from './settings/parts.js';
import { startSettings } from './settings/reader-settings.js';
import { marksName } from './storage/marks-name.js';
import { root } from './storage/root.js';
import { carryWish, keepsNothing, read } from './storage/storage.js';

startExit();
whenIdle(() => layOutRest());
keepRoom();
startSettings();
takePlace();
noteJumps(() => void import('./contents/back-row.js').then(({ drawBackRow }) => drawBackRow()));
// The pages beside the report have no panel.
if (document.querySelector('report-section')) whenAsked((view, about) => void import('./views.js').then(({ openView }) => openView(view, about)).catch(() => {
  // The contents in the page are there without any panel.
  jumpTo(document.querySelector('#contents')!);
}));
whenPanelOpens(
  async () => (await import('./settings/more-settings.js')).addMoreSettings,
  async () => (await import('./shortcuts/shortcut-settings.js')).addShortcuts,
);
watchGuide();
watchTerms();
watchHard();
if (location.hash.startsWith('#settings:')) void import('./settings/offered.js').then(({ offerCarried }) => offerCarried());
if (/[?&]passage=/.test(location.search)) void import('./share/arrive.js').then(({ arrive }) => arrive());
linkToSamePlace();
carryWish(root);
if (isInstalled()) void import('./offline/installed-window.js').then(({ addWindowButtons }) => addWindowButtons());
if (import.meta.env.PROD) followUpdates();
if (document.querySelector('offline-copy')) void import('./device/start.js').then(({ startDevice }) => startDevice());

/** The first words that are selected bring what can be done with them. */
function whenSelected(): void {
  if (getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', whenSelected);
  void import('./passage/selected.js').then(({ startSelected }) => startSelected());
}
addEventListener('load', () => whenIdle(() => {
  if (document.querySelector('report-section')) void import('./contents/kept-place.js').then(({ keepPlace }) => keepPlace());
  if (import.meta.env.PROD) keepCopy();
  if (keepsNothing()) void import('./storage/stores.js').then(({ eraseAll }) => eraseAll());
  if (document.querySelector('report-section')) {
    void import('./changes/last-read.js').then(({ tellChanges }) => tellChanges());
    if (read(marksName)) void import('./marks/in-text.js').then(({ showMarksInText }) => showMarksInText());
    document.addEventListener('selectionchange', whenSelected);
  }
  void import('./shortcuts/shortcuts.js').then(({ startShortcuts }) => startShortcuts());
}), { once: true });
