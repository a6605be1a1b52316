/** What the one file runs. All of it is inside; there is no panel, no offline copy and no page beside it. */
import { whenAsked } from '../../core/panel/ask.js';
import { whenIdle } from '../../core/loading/when-idle.js';
import { keepRoom } from '../../core/position/bar-room.js';
import { followJumps, layOutWhenIdle } from '../../core/position/keep-line.js';
import { jumpTo, noteJumps } from '../../core/position/jump.js';
import { keepsNothing, write } from '../../core/storage/storage.js';
import { startExit } from '../../features/quick-exit/exit.js';
import { showGuide } from '../../features/reading-guide/guide-element.js';
import { watchGuide } from '../../features/reading-guide/watch.js';
import { foldStories, nameFolds } from '../../features/sensitive-content/fold.js';
import { watchHard } from '../../features/sensitive-content/watch.js';
import { offerOnly } from '../../features/settings/choices.js';
import { addMoreSettings } from '../../features/settings/more-settings.js';
import { offerCarried } from '../../features/settings/offered.js';
import { whenPanelOpens } from '../../features/settings/parts.js';
import { ReaderSettings } from '../../features/settings/reader-settings.js';
import { addShortcuts } from '../../features/shortcuts/shortcut-settings.js';
import { startShortcuts } from '../../features/shortcuts/shortcuts.js';
import { catalogue, type Offered } from '../../../model/settings/catalogue.js';
import { startLanguages } from './language-choice.js';

/** All that the file keeps on a device. */
const kept = ['reader-settings', 'reader-looks', 'reader-shortcuts', 'reader-language'];

/**
 * Explained words would make the file much larger, OpenDyslexic over twice as large; Atkinson is inside. No position is
 * kept to return to.
 */
const settings: readonly Offered[] = catalogue
  .filter(({ name }) => name !== 'terms' && name !== 'return')
  .map(row =>
    row.name !== 'typeface'
      ? row
      : {
          ...row,
          options: row.options.filter(name => name !== 'opendyslexic'),
          fetched: [],
          note: 'oneFile.typefaces',
        },
  );

const panel = document.querySelector('reader-settings')!;
const fetchParts = () =>
  whenPanelOpens(
    () => Promise.resolve(addMoreSettings),
    () => Promise.resolve(addShortcuts),
  );

/** Draws the further settings anew, in the language that was chosen: at once in an open panel, or when it is opened. */
function drawPartsAnew(): void {
  const drawn = panel.querySelectorAll('.sheet > :is(more-settings, .part)');
  if (!drawn.length) return;
  for (const part of drawn) part.remove();
  fetchParts();
  panel.querySelector('details')!.dispatchEvent(new Event('toggle'));
}

offerOnly(settings);
startExit();
followJumps();
void layOutWhenIdle();
keepRoom();
fetchParts();
customElements.define('reader-settings', ReaderSettings);
// The keys lead back. There is no notice that does, because the browser's own Back does too.
noteJumps(() => undefined);
// The contents stand in the page; of the other views there are none.
whenAsked(view => {
  if (view === 'contents') jumpTo(document.querySelector('#contents')!);
});
watchGuide(() => Promise.resolve(showGuide));
watchHard(() => Promise.resolve(foldStories));
if (/^#settings(:|%3A)/i.test(location.hash)) void offerCarried(location.hash);
startLanguages(() => {
  drawPartsAnew();
  void nameFolds();
});
whenIdle(() => {
  if (keepsNothing()) for (const name of kept) write(name, '');
  startShortcuts();
});
