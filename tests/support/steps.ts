/** Steps that many tests of the built reader take. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { whenStill } from './clock.js';
import { readers, type Readers, type Visit } from './readers.js';

/**
 * Opens site and browser for one file of tests, and closes them after its last.
 * @returns the readers; that nothing went wrong in any of their pages is asserted in the end
 */
export async function readersOfFile(...options: Parameters<typeof readers>): Promise<Readers> {
  const all = await readers(...options);
  after(async () => {
    await all.close();
    assert.deepEqual(all.faults, []);
  });
  return all;
}

export const close = (page: Page): Promise<void> => page.browserContext().close();
export const pause = (milliseconds: number): Promise<void> =>
  new Promise(done => {
    setTimeout(done, milliseconds);
  });

/** A mark in a page that goes when it is loaded anew. */
export const markVisit = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window, { sameVisit: true });
  });
/** @returns whether the page was not loaded anew since it was marked */
export const isSameVisit = (page: Page): Promise<boolean> => page.evaluate(() => 'sameVisit' in window);
/**
 * Waits until a marked page was loaded anew, by the clock: one behind another draws no frames. As long as the page
 * itself asks its worker again, three times fifteen seconds, and some more.
 * @throws Error saying what the page and its workers are doing instead
 */
export async function whenAnew(page: Page): Promise<void> {
  try {
    await page.waitForFunction(() => !('sameVisit' in window) && document.readyState === 'complete', {
      polling: 100,
      timeout: 60_000,
    });
  } catch (cause) {
    const doing = await page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      const [installing, waiting, active] = [found?.installing, found?.waiting, found?.active].map(
        worker => worker?.state,
      );
      return {
        sameVisit: 'sameVisit' in window,
        document: document.readyState,
        controller: navigator.serviceWorker.controller?.state,
        installing,
        waiting,
        active,
        notice: document.querySelector('.notice')?.textContent,
      };
    });
    throw new Error(`The page was not loaded anew: ${JSON.stringify(doing)}`, { cause });
  }
}

/**
 * Does the same with each of several things, three at a time: for what mostly waits. Each takes a context of its own,
 * because a page behind another draws no frames.
 * @returns when all are done
 * @throws what the first of them throws
 */
export async function sideBySide<Thing>(
  things: readonly Thing[],
  each: (thing: Thing) => Promise<void>,
): Promise<void> {
  const left = things.values();
  const lane = async () => {
    for (const thing of left) await each(thing);
  };
  await Promise.all(Array.from({ length: 3 }, lane));
}

/**
 * Keeps from a page, from now on, what it asks for under certain addresses.
 * @returns what lets all of it come, and what is asked for later too
 */
export async function hold(page: Page, addresses: RegExp): Promise<() => void> {
  const held: HTTPRequest[] = [];
  let isHeld = true;
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (isHeld && addresses.test(request.url())) held.push(request);
    else void request.continue();
  });
  return () => {
    isHeld = false;
    for (const request of held) void request.continue();
  };
}

/** Scrolls until a passage begins a quarter of the screen from the top, above the line that counts as being read. */
export const readAt = (page: Page, selector: string, number = 0): Promise<void> =>
  page.evaluate(
    (selector, number) => {
      scrollTo({
        top: document.querySelectorAll(selector)[number]!.getBoundingClientRect().top + scrollY - innerHeight / 4,
        behavior: 'instant',
      });
    },
    selector,
    number,
  );

export interface VisitAt extends Visit {
  at: string;
  number: number;
}

/** @returns the report, in which somebody reads a passage and then opens a view */
export async function visitAt(
  all: Readers,
  open: (page: Page) => Promise<void>,
  { at, number, ...visit }: VisitAt,
): Promise<Page> {
  const page = await all.visit(visit);
  await readAt(page, at, number);
  await open(page);
  return page;
}

/** Takes the focus away, waits until all that was opened is said, and forgets what was heard of it. */
export async function whenQuiet(page: Page, heard: string[]): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await whenStill(page);
  heard.length = 0;
}

/** Lets the page believe that its browser would install it; what the reader answers stands in `window.answer`. */
export function fakeInstalling(): void {
  let chosen: (choice: { outcome: string }) => void;
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: () => {
      Object.assign(window, { prompted: true });
      chosen({ outcome: (window as unknown as { answer?: string }).answer ?? 'dismissed' });
      return Promise.resolve();
    },
    userChoice: new Promise(done => {
      chosen = done;
    }),
  });
  addEventListener('load', () => setTimeout(() => dispatchEvent(event), 100));
}

/** Deletes everything on the page about this device, and answers that it is meant. */
export async function deleteEverything(page: Page): Promise<void> {
  await (await page.waitForSelector('kept-here > p > button'))!.click();
  await (await page.waitForSelector('kept-here [value=do]'))!.click();
}
