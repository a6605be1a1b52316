/**
 * What the page runs after it is readable: the controls at once, the offline copy when the browser is idle, and views
 * of the panel when they are asked for.
 */
import { watchHard } from '../features/sensitive-content/watch.js';
import { watchGuide } from '../features/reading-guide/watch.js';
import { startExit } from '../features/quick-exit/exit.js';
import { isInstalled } from '../features/offline/install.js';
import { followUpdates, keepCopy } from '../features/offline/reader-copy.js';
import { whenAsked } from '../core/panel/ask.js';
import { fetchPart } from '../core/loading/fetch-part.js';
import { fetchScript } from '../core/loading/fetch-script.js';
import { whenIdle } from '../core/loading/when-idle.js';
import { keepRoom } from '../core/position/bar-room.js';
import { takeHeldPosition } from '../core/position/held-position.js';
import { jumpTo, noteJumps } from '../core/position/jump.js';
import { followJumps, layOutWhenIdle } from '../core/position/keep-line.js';
import { linkToSamePosition } from '../core/position/same-position.js';
import { watchTerms } from '../features/plain-english/watch.js';
import { whenPanelOpens } from '../features/settings/parts.js';
import { startSettings } from '../features/settings/start.js';
import { root } from '../core/storage/root.js';
import { carryWish } from '../core/storage/storage.js';

startExit();
// Every script asks for others by it, in the place of `import()` (build/fetched-scripts.ts).
Object.assign(globalThis, { fetchScript });
followJumps();
void layOutWhenIdle();
keepRoom();
startSettings();
takeHeldPosition();
noteJumps(() => fetchPart(async () => (await import('../features/contents/way-back.js')).showWayBack));
// The pages beside the report have no panel. highlight.js stands for all that its views share (`shared` in
// build/script-groups.ts): the panel needs it, and so it comes with the panel, not after it.
if (document.querySelector('report-section'))
  whenAsked(
    (view, about) =>
      void Promise.all([import('./views.js'), import('../core/dom/highlight.js')])
        .then(([{ openView }]) => openView(view, about))
        .catch(() => {
          // The contents in the page are there without any panel.
          jumpTo(document.querySelector('#contents')!);
        }),
  );
whenPanelOpens(
  async () => (await import('../features/settings/more-settings.js')).addMoreSettings,
  async () => (await import('../features/shortcuts/shortcut-settings.js')).addShortcuts,
);
watchGuide(async () => (await import('../features/reading-guide/reading-guide.js')).startGuide);
watchTerms();
watchHard(async () => (await import('../features/sensitive-content/fold.js')).foldStories);
// As the reader came: they may have gone on to a place by the time that this is there.
const { hash } = location;
if (/^#settings(:|%3A)/i.test(hash))
  fetchPart(async () => {
    const { offerCarried } = await import('../features/settings/offered.js');
    return () => offerCarried(hash);
  });
if (/[?&]passage=/.test(location.search)) fetchPart(async () => (await import('../features/share/arrive.js')).arrive);
linkToSamePosition();
carryWish(root);
if (isInstalled()) fetchPart(async () => (await import('../features/offline/installed-window.js')).addWindowButtons);
if (import.meta.env.PROD) followUpdates();
if (document.querySelector('keep-file'))
  fetchPart(async () => (await import('../features/device/start.js')).startDevice);

// When the controls are there. What else a page asks for, such as its styles for paper, may come late, and keeps
// nothing waiting.
void customElements.whenDefined('reader-settings').then(() =>
  whenIdle(() => {
    if (import.meta.env.PROD) keepCopy();
    fetchPart(async () => (await import('./idle.js')).startWhenIdle);
  }),
);
