/**
 * The views of the panel: this file, like page.ts, knows every folder. It is fetched when the first view is asked for.
 */
import type { ViewName } from '../core/panel/ask.js';
import { makePanel, type ReaderPanel } from '../core/panel/panel.js';
import type { View } from '../core/panel/view.js';
import { wakeElements } from './wake-elements.js';

let panel: Promise<ReaderPanel> | undefined, made: ReaderPanel | undefined;

const views: Record<ViewName, () => Promise<View>> = {
  contents: async () => (await import('../features/contents/contents-view.js')).showContents,
  find: async () => (await import('../features/find/find-view.js')).showFind,
  more: async () => (await import('../features/more/more-view.js')).showMore,
  // Under the passage, in this order: marks, sharing, what its words mean, and printing.
  passage: async () =>
    (await import('../features/passage/passage-view.js')).passageView([
      async () => (await import('../features/marks/marks-part.js')).showMarksOf,
      async () => (await import('../features/share/share-part.js')).showSharing,
      async () => (await import('../features/plain-english/words-part.js')).showWordsOf,
      async () => (await import('../features/passage/print-part.js')).showPrinting,
    ]),
  marks: async () => (await import('../features/marks/marks-view.js')).showMarks,
  plain: async () => (await import('../features/plain-english/plain-view.js')).showPlain,
  figures: async () => (await import('../features/figures/figures-view.js')).showFigures,
  help: async () => (await import('../features/sensitive-content/help-view.js')).showHelp,
};

/**
 * Opens a view; the one that is open already closes.
 * @param about what the view is about, where that is known
 * @throws what the browser throws when the panel cannot be fetched
 */
export async function openView(view: ViewName, about?: unknown): Promise<void> {
  // At the press: whoever presses again because nothing has come yet wants it open, too.
  const isShown = about === undefined && made?.shown === view;
  // The view is on its way while the panel is; whether it came, the panel asks.
  if (!panel) views[view]().catch(() => undefined);
  panel ??= makePanel(views);
  // What could not be fetched may come the next time.
  made = await panel.catch((error: unknown) => {
    panel = undefined;
    throw error;
  });
  if (isShown) made.close();
  else await made.show(view, about);
  wakeElements();
}
