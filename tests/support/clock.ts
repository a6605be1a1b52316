/** Brings a page to rest without waiting by the clock: what waits for a time in it is run at once, in its order. So "nothing happens" can be shown, however long it would take to happen. */
import type { Page } from 'puppeteer-core';

/** Longer waits, in milliseconds, are limits on somebody else's answer, and must not end before their time. */
const longest = 3000;
/** No page of ours begins so many waits one after another, unless one of them begins the next for ever. */
const most = 200;

declare global { interface Window { pageWaits: { runNext(): boolean } } }

/** Run inside a page before its own scripts: keeps account of what waits. */
const keepAccount = (longest: number) => {
  const waiting = new Map<number, { due: number; run(): void }>();
  const { setTimeout: set, clearTimeout: clear } = window;
  Object.assign(window, {
    setTimeout(run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) {
      const id: number = set(() => { waiting.delete(id); run(...given); }, wait);
      if (wait <= longest) waiting.set(id, { due: performance.now() + wait, run: () => run(...given) });
      return id;
    },
    clearTimeout(id: number) { waiting.delete(id); clear(id); },
    pageWaits: {
      runNext() {
        const [id, next] = [...waiting].sort(([, one], [, other]) => one.due - other.due)[0] ?? [];
        if (id === undefined || !next) return false;
        waiting.delete(id);
        clear(id);
        next.run();
        return true;
      },
    },
  });
};

/** Lets `whenStill` know what waits in every page that is opened in this one from now on. */
export const followWaits = (page: Page): Promise<unknown> => page.evaluateOnNewDocument(keepAccount, longest);

/** Two frames, and a moment in which the browser is idle: what was begun by then has ended. */
const settle = (page: Page) => page.evaluate(() => new Promise<void>(done => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done())));
}));

/**
 * Waits until nothing happens any more in a page: no file is on its way, and nothing waits for a time.
 * @throws Error when the page does not come to rest
 */
export async function whenStill(page: Page): Promise<void> {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let left = most; left; left -= 1) {
    await page.waitForNetworkIdle({ idleTime: 0 });
    const before = await fetched();
    await settle(page);
    // What the browser does when it is idle may be to fetch something, which does something in its turn.
    await page.waitForNetworkIdle({ idleTime: 0 });
    if (!await page.evaluate(() => window.pageWaits.runNext()) && await fetched() === before) return;
  }
  throw new Error(`The page does not come to rest: each of ${most} waits began another.`);
}
