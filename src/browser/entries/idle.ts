/**
 * What every visit gets as soon as the browser is idle, beside the offline copy: this file, like page.ts, knows every
 * folder.
 */
import { keepPosition } from '../features/contents/kept-position.js';
import { canInstall, isInstalled, whenInstallChanges } from '../features/offline/install.js';
import { lastChecked, whenChecked } from '../features/offline/reader-copy.js';
import { isWhole } from '../../model/copy-condition.js';
import { fetchPart } from '../core/loading/fetch-part.js';
import { isColumn } from '../core/position/column.js';
import { startShortcuts } from '../features/shortcuts/shortcuts.js';
import { marksName } from '../core/storage/marks-name.js';
import { keepsNothing, read } from '../core/storage/storage.js';
import { wakeElements } from './wake-elements.js';

/** The first words that are selected bring what can be done with them. */
function whenSelected(): void {
  if (getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', whenSelected);
  fetchPart(async () => (await import('../features/passage/selection-button.js')).startSelected);
}

/** Once the contents stand beside the text, they show where the reader is. */
function whenInColumn(): void {
  const watch = new ResizeObserver(() => {
    if (!isColumn()) return;
    watch.disconnect();
    fetchPart(async () => (await import('../features/contents/in-column.js')).markInColumn);
  });
  watch.observe(document.querySelector('contents-list')!);
}

/** As soon as the browser can install, whoever has not said no finds a button for it after the report. */
function whenInstallable(): void {
  if (isInstalled() || read('reader-install')) return;
  const add = () => {
    if (!canInstall()) return;
    end();
    fetchPart(async () => (await import('../features/offline/button-to-install.js')).addInstallButton);
  };
  const end = whenInstallChanges(add);
  add();
}

/**
 * Over the network nobody pays for the elements before something needs them; from a copy that is whole they cost
 * nothing.
 */
function wakeFromCopy(): void {
  if (navigator.serviceWorker?.controller && lastChecked()) return void wakeElements();
  const end = whenChecked(condition => {
    if (!condition || !isWhole(condition)) return;
    end();
    wakeElements();
  });
}

/** Starts the keys, the place that is kept, and what tells of changes, marks and selected words. */
export function startWhenIdle(): void {
  if (keepsNothing()) fetchPart(async () => (await import('../features/offline/nothing-kept.js')).keepNothing);
  if (document.querySelector('report-section')) {
    keepPosition();
    fetchPart(async () => (await import('../features/corrections/last-read.js')).tellChanges);
    if (read(marksName)) fetchPart(async () => (await import('../features/marks/in-text.js')).showMarksInText);
    document.addEventListener('selectionchange', whenSelected);
    // Words may have been selected while this was on its way.
    whenSelected();
    whenInstallable();
    whenInColumn();
    wakeFromCopy();
  }
  if (document.documentElement.dataset['typeface'])
    fetchPart(async () => {
      await import('../features/settings/typeface.js');
      return () => undefined;
    });
  if (!CSS.supports('animation-timeline: scroll()'))
    fetchPart(async () => (await import('../features/contents/progress-line.js')).drawProgress);
  startShortcuts();
}
