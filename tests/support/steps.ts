/** Steps that many tests of the built reader take. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'puppeteer-core';
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
export const pause = (milliseconds: number): Promise<void> => new Promise(done => { setTimeout(done, milliseconds); });

/** Scrolls until a passage begins a quarter of the screen from the top, above the line that counts as being read. */
export const readAt = (page: Page, selector: string, number = 0): Promise<void> => page.evaluate((selector, number) => {
  scrollTo({ top: document.querySelectorAll(selector)[number]!.getBoundingClientRect().top + scrollY - innerHeight / 4, behavior: 'instant' });
}, selector, number);

export interface VisitAt extends Visit { at: string; number: number }

/** @returns the report, in which somebody reads a passage and then opens a view */
export async function visitAt(all: Readers, open: (page: Page) => Promise<void>, { at, number, ...visit }: VisitAt): Promise<Page> {
  const page = await all.visit(visit);
  await readAt(page, at, number);
  await open(page);
  return page;
}

/** Waits until everything that was opened is said and drawn, and forgets what was heard of it; the focus is then nowhere. */
export async function whenQuiet(page: Page, heard: string[]): Promise<void> {
  await page.evaluate(() => { (document.activeElement as HTMLElement).blur(); });
  await pause(1500);
  heard.length = 0;
}
