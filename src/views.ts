/** The views of the panel: this file, like main.ts, knows every folder. It is fetched when the first view is asked for. */
import type { ViewName } from './panel/ask.js';
import { fetchPart } from './panel/fetch-part.js';
import { makePanel, type ReaderPanel } from './panel/panel.js';
import type { View } from './panel/view.js';
import { whenIdle } from './panel/when-idle.js';

let panel: Promise<ReaderPanel> | undefined, made: ReaderPanel | undefined;

const views: Record<ViewName, () => Promise<View>> = {
  contents: async () => (await import('./contents/contents-view.js')).showContents,
  find: async () => (await import('./find/find-view.js')).showFind,
  // Under the passage, in this order: marks, sharing, what its words mean, and printing.
  passage: async () => (await import('./passage/passage-view.js')).passageView([
    async () => (await import('./marks/marks-part.js')).showMarksOf,
    async () => (await import('./share/share-part.js')).showSharing,
    async () => (await import('./plain/words-part.js')).showWordsOf,
    async () => (await import('./passage/print-part.js')).showPrinting,
  ]),
  marks: async () => (await import('./marks/marks-view.js')).showMarks,
  plain: async () => (await import('./plain/plain-view.js')).showPlain,
  figures: async () => (await import('./figures/figures-view.js')).showFigures,
  help: async () => (await import('./care/help-view.js')).showHelp,
};

/** Opens a view; the one that is open already closes. @param about what the view is about, where that is known @throws what the browser throws when the panel cannot be fetched */
export async function openView(view: ViewName, about?: unknown): Promise<void> {
  // At the press: whoever presses again because nothing has come yet wants it open, too.
  const isShown = about === undefined && made?.shown === view;
  // The view is on its way while the panel is; whether it came, the panel asks.
  if (!panel) views[view]().catch(() => undefined);
  panel ??= makePanel(views);
  // What could not be fetched may come the next time.
  made = await panel.catch((error: unknown) => { panel = undefined; throw error; });
  if (isShown) made.close();
  else await made.show(view, about);
  // The report's own elements come alive after the first view; until then their words stand in the page, and nothing else is needed of them.
  whenIdle(() => fetchPart(async () => { await import('./components/report-pages.js'); return () => undefined; }));
}
