/**
 * Brings a page to rest without waiting by the clock: what waits for a time in it is run at once, in its order. So
 * "nothing happens" can be shown, however long it would take to happen.
 */
import type { HTTPRequest, Page } from 'puppeteer-core';

/** Longer waits, in milliseconds, are limits on somebody else's answer, and must not end before their time. */
const longest = 3000;
/** No page of ours begins so many waits one after another, unless one of them begins the next for ever. */
const most = 200;

declare global {
  interface Window {
    pageWaits: { runNext(): boolean };
  }
}

/** Run inside a page before its own scripts: keeps account of what waits. */
const keepAccount = (longest: number) => {
  const waiting = new Map<number, { due: number; run(): void }>();
  const { setTimeout: set, clearTimeout: clear } = window;
  Object.assign(window, {
    setTimeout(run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) {
      const id: number = set(() => {
        waiting.delete(id);
        run(...given);
      }, wait);
      if (wait <= longest) waiting.set(id, { due: performance.now() + wait, run: () => run(...given) });
      return id;
    },
    clearTimeout(id: number) {
      waiting.delete(id);
      clear(id);
    },
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

/** What a page has asked for and not yet got, and what runs when that changes. */
interface OnTheWay {
  requests: Set<HTTPRequest>;
  changed(): void;
}
const onTheWay = new WeakMap<Page, OnTheWay>();

/** Lets `whenStill` know what waits, and what is fetched, in every page that is opened in this one from now on. */
export async function followWaits(page: Page): Promise<void> {
  const way: OnTheWay = { requests: new Set(), changed: () => undefined };
  const ended = (request: HTTPRequest) => {
    way.requests.delete(request);
    way.changed();
  };
  onTheWay.set(page, way);
  page.on('request', request => way.requests.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  // Of some that a page leaves behind Chromium never tells the end.
  page.on('framenavigated', frame => {
    if (frame === page.mainFrame())
      for (const request of way.requests) if (!request.isNavigationRequest()) ended(request);
  });
  await page.evaluateOnNewDocument(keepAccount, longest);
}

/**
 * Waits until no file is on its way to a page, and not by the clock.
 * @throws Error with what is still to come after a minute
 */
export async function whenFetched(page: Page): Promise<void> {
  const way = onTheWay.get(page);
  if (!way) throw new Error('The page was not opened by open() or visit().');
  const { requests } = way;
  while (requests.size)
    await new Promise<void>((done, failed) => {
      const limit = setTimeout(
        () =>
          failed(
            new Error(
              `After a minute these are still on their way: ${[...requests].map(request => request.url()).join(', ')}`,
            ),
          ),
        60_000,
      );
      way.changed = () => {
        clearTimeout(limit);
        done();
      };
    });
}

/** Two frames, and a moment in which the browser is idle: what was begun by then has ended. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>(done => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done())));
      }),
  );

/**
 * Waits until nothing happens any more in a page: no file is on its way, and nothing waits for a time.
 * @throws Error when the page does not come to rest
 */
export async function whenStill(page: Page): Promise<void> {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let left = most; left; left -= 1) {
    await whenFetched(page);
    const before = await fetched();
    await settle(page);
    // What the browser does when it is idle may be to fetch something, which does something in its turn.
    await whenFetched(page);
    if (!(await page.evaluate(() => window.pageWaits.runNext())) && (await fetched()) === before) return;
  }
  throw new Error(`The page does not come to rest: each of ${most} waits began another.`);
}
