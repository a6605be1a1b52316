/**
 * A device that is busy for a while after a page is readable: what waits for an idle moment waits until a test says so.
 */
import type { Page } from 'puppeteer-core';

/** Run inside a page before its own scripts: the browser is idle when `rest` is called. */
const beBusy = () => {
  const waiting: IdleRequestCallback[] = [],
    usual = globalThis.requestIdleCallback;
  globalThis.requestIdleCallback = task => waiting.push(task);
  (window as unknown as { rest(): void }).rest = () => {
    // From now on it is as idle as it really is.
    globalThis.requestIdleCallback = usual;
    for (const task of waiting.splice(0)) task({ didTimeout: false, timeRemaining: () => 50 });
  };
};

/** Makes every page that is opened in this one busy. */
export const keepBusy = (page: Page): Promise<unknown> => page.evaluateOnNewDocument(beBusy);

/** Lets the browser be idle. */
export const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    (window as unknown as { rest(): void }).rest();
  });
