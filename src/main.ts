/** What the page runs after it is readable: the controls at once, the offline copy when the browser is idle, and views of the panel when they are asked for. */
import { watchHard } from './care/watch.js';
import { watchGuide } from './guide/watch.js';
import { startExit } from './leaving/exit.js';
import { isInstalled } from './offline/install.js';
import { followUpdates, keepCopy } from './offline/reader-copy.js';
import { whenAsked } from './panel/ask.js';
import { fetchPart } from './panel/fetch-part.js';
import { fetchScript } from './panel/fetch-script.js';
import { whenIdle } from './panel/when-idle.js';
import { keepRoom } from './place/bar-room.js';
import { takePlace } from './place/held-place.js';
import { jumpTo, noteJumps } from './place/jump.js';
import { layOutForEnds, layOutRest } from './place/rest.js';
import { linkToSamePlace } from './place/same-place.js';
import { watchTerms } from './plain/watch.js';
import { whenPanelOpens } from './settings/parts.js';
import { startSettings } from './settings/reader-settings.js';
import { root } from './storage/root.js';
import { carryWish } from './storage/storage.js';

startExit();
Object.assign(globalThis, { fetchScript });
whenIdle(() => layOutRest());
layOutForEnds();
keepRoom();
startSettings();
takePlace();
noteJumps(() => fetchPart(async () => (await import('./contents/back-row.js')).drawBackRow));
// The pages beside the report have no panel. highlight.js stands for all that its views share (`shared` in build/first-chunk.ts): the panel needs it, and so it comes with the panel, not after it.
if (document.querySelector('report-section')) whenAsked((view, about) => void Promise.all([import('./views.js'), import('./panel/highlight.js')]).then(([{ openView }]) => openView(view, about)).catch(() => {
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
// As the reader came: they may have gone on to a place by the time that this is there.
const { hash } = location;
if (/^#settings(:|%3A)/i.test(hash)) fetchPart(async () => {
  const { offerCarried } = await import('./settings/offered.js');
  return () => offerCarried(hash);
});
if (/[?&]passage=/.test(location.search)) fetchPart(async () => (await import('./share/arrive.js')).arrive);
linkToSamePlace();
carryWish(root);
if (isInstalled()) fetchPart(async () => (await import('./offline/installed-window.js')).addWindowButtons);
if (import.meta.env.PROD) followUpdates();
if (document.querySelector('keep-file')) fetchPart(async () => (await import('./device/start.js')).startDevice);

// When the controls are there. What else a page asks for, such as its styles for paper, may come late, and keeps nothing waiting.
void customElements.whenDefined('reader-settings').then(() => whenIdle(() => {
  if (import.meta.env.PROD) keepCopy();
  fetchPart(async () => (await import('./soon.js')).startSoon);
}));
