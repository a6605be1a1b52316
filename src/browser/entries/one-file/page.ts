/** What the one file runs: the settings, the keys and the choice of a language. All of it is inside; there is no panel, no offline copy and no page beside it. */
import { whenAsked } from '../../core/panel/ask.js';
import { whenIdle } from '../../core/loading/when-idle.js';
import { keepRoom } from '../../core/position/bar-room.js';
import { noteJumps } from '../../core/position/jump.js';
import { layOutForEnds } from '../../core/position/lay-out-rest.js';
import { keepsNothing, write } from '../../core/storage/storage.js';
import { startExit } from '../../features/quick-exit/exit.js';
import { showGuide } from '../../features/reading-guide/guide-element.js';
import { watchGuide } from '../../features/reading-guide/watch.js';
import { foldStories, nameFolds } from '../../features/sensitive-content/fold.js';
import { watchHard } from '../../features/sensitive-content/watch.js';
import { offerOnly } from '../../features/settings/choices.js';
import { addMoreSettings } from '../../features/settings/more-settings.js';
import { offerCarried } from '../../features/settings/offered.js';
import { addParts, whenPanelOpens } from '../../features/settings/parts.js';
import { ReaderSettings } from '../../features/settings/reader-settings.js';
import { whereKept } from '../../features/settings/store.js';
import { addShortcuts } from '../../features/shortcuts/shortcut-settings.js';
import { startShortcuts } from '../../features/shortcuts/shortcuts.js';
import { catalogue, type Offered } from '../../../model/settings/catalogue.js';
import { startLanguages } from './language-choice.js';

/** All that the file keeps on a device. */
const kept = ['reader-settings', 'reader-looks', 'reader-shortcuts', 'reader-language'];

/** The words that are explained elsewhere would make the file much larger, and OpenDyslexic would more than double it. The other typeface is inside, and need not be fetched. */
const settings: readonly Offered[] = catalogue.filter(({ name }) => name !== 'terms').map(row =>
  (row.name === 'typeface' ? { ...row, options: row.options.filter(option => option !== 'opendyslexic'), fetched: [], note: 'oneFile.typefaces' } : row));

const panel = document.querySelector<HTMLElement>('reader-settings')!;
const fetchParts = () => whenPanelOpens(() => Promise.resolve(addMoreSettings), () => Promise.resolve(addShortcuts));

/** Draws the further settings anew, in the language that was chosen: at once where the panel is open, or when it is opened. */
async function drawPartsAnew(): Promise<void> {
  const drawn = panel.querySelectorAll('.sheet > :is(more-settings, .part)');
  if (!drawn.length) return;
  for (const part of drawn) part.remove();
  fetchParts();
  if (!panel.querySelector('details')!.open) return;
  panel.querySelector('.kept')!.textContent = await whereKept();
  await addParts(panel);
}

offerOnly(settings);
startExit();
layOutForEnds();
keepRoom();
fetchParts();
customElements.define('reader-settings', ReaderSettings);
// The keys lead back. There is no row that does, because the browser's own Back does too.
noteJumps(() => undefined);
// The contents stand in the page; of the other views there are none.
whenAsked(view => { if (view === 'contents') location.hash = 'contents'; });
watchGuide(() => Promise.resolve(showGuide));
watchHard(() => Promise.resolve(foldStories));
if (/^#settings(:|%3A)/i.test(location.hash)) void offerCarried(location.hash);
startLanguages(() => { void drawPartsAnew(); void nameFolds(); });
whenIdle(() => {
  if (keepsNothing()) for (const name of kept) write(name, '');
  startShortcuts();
});
