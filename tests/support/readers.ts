/**
 * Opens the built reader as different people would: with a script or without, with saved choices, in a window of a
 * given size.
 */
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { askOnce } from './ask-once.js';
import { launch } from './browser.js';
import { followWaits } from './clock.js';
import { reuse } from './reuse.js';
import { serve, type Options, type Site } from './server.js';
import { builtFolder } from './site.js';

export interface Visit {
  path?: string;
  width?: number;
  height?: number;
  choices?: Record<string, string>;
  script?: boolean;
  context?: BrowserContext;
  page?: Page;
  whole?: boolean;
  copy?: boolean;
}

/** A site, a browser, and a way to visit the one with the other. */
export interface Readers {
  site: Site;
  browser: Browser;
  visit(visit?: Visit): Promise<Page>;
  open(context?: BrowserContext, copy?: boolean): Promise<Page>;
  faults: string[];
  close(): Promise<void>;
}

/**
 * @param options of the server; and whether these readers keep an offline copy, which is much of the work of a first
 * visit, for the machine as for a phone. Who keeps none has said so before, as one can on the page about this device. A
 * single visit may differ
 * @param folder the built site
 * @returns `open`, which opens an empty page; `visit`, which opens a page, a new one in a context of its own if none is
 * given, and waits until its controls are there, and all of it is laid out, if `whole` is not false; `faults` holds
 * what went wrong in any page: errors, refusals of the policy
 */
export async function readers(
  { copy: keep = true, ...options }: Options & { copy?: boolean } = {},
  folder = builtFolder,
): Promise<Readers> {
  const site = await serve(folder, options);
  const browser = await launch();
  const faults: string[] = [];
  const openIn = async (context: BrowserContext, copy: boolean): Promise<Page> => {
    const page = await context.newPage();
    // Long enough for a machine that does much else: what is waited for ends the wait, and not the clock.
    page.setDefaultTimeout(60_000);
    // A page behind another gets no frames, and what waits for them hangs.
    await page.bringToFront();
    // Pictures and measurements run through tsx, which names functions by a helper that a page does not have.
    await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
    await followWaits(page);
    askOnce(page);
    if (!copy)
      await page.evaluateOnNewDocument(() => {
        try {
          localStorage['reader-copy'] ??= 'unwanted';
        } catch {
          /* about:blank */
        }
      });
    page.on('pageerror', error => faults.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
    });
    return page;
  };
  // A worker would outlast the page: a context in which a copy is kept is used once.
  const openAlone = reuse(browser, site.origin, context => openIn(context, false));
  const open = async (context?: BrowserContext, copy = keep): Promise<Page> =>
    context || copy ? openIn(context ?? (await browser.createBrowserContext()), copy) : openAlone();
  return {
    site,
    browser,
    faults,
    open,
    async visit({
      path = '',
      width = 390,
      height = 844,
      choices,
      script = true,
      context,
      page: given,
      whole = true,
      copy,
    }: Visit = {}) {
      const page = given ?? (await open(context, copy));
      await page.setViewport({ width, height });
      await page.setJavaScriptEnabled(script);
      if (choices)
        await page.evaluateOnNewDocument(choices => {
          try {
            localStorage.setItem('reader-settings', choices);
          } catch {
            /* about:blank */
          }
        }, JSON.stringify(choices));
      await page.goto(site.url + path);
      if (script)
        await page.waitForFunction(
          () => document.querySelector('reader-settings:defined') ?? !document.querySelector('reader-settings'),
        );
      if (script && whole) await whenLaidOut(page);
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Waits until nothing of a page is left out any more: every height is right. */
const whenLaidOut = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector('html.far report-section, [style*="content-visibility"]'));

/**
 * Opens a view of the panel, as the page itself asks for it; with the first one the report's own elements come alive.
 */
export async function openView(page: Page, view = 'contents'): Promise<void> {
  await page.evaluate(view => dispatchEvent(new CustomEvent('reader-view', { detail: { view } })), view);
  await page.waitForFunction(
    () => customElements.get('quote-card') && document.querySelector('reader-panel:not([hidden]) .view > *'),
  );
}

/** Waits until the page listens for keys, which it does last of all. */
export async function whenListening(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/idle-')),
  );
  await page.evaluate(async () => {
    await import(performance.getEntriesByType('resource').find(({ name }) => name.includes('/idle-'))!.name);
    await new Promise(done => setTimeout(done));
  });
}

/** Waits until the page says that its offline copy is complete. */
export const whenSaved = (page: Page): Promise<unknown> => page.waitForSelector('.saved.now');

/**
 * Waits until all of the copy is there: the report, and what comes after it (finding, marks, plain words, further
 * pages).
 */
export async function whenWhole(page: Page): Promise<void> {
  await whenSaved(page);
  await page.waitForFunction(() => Number(localStorage.getItem('reader-copy')) > 0, { polling: 50 });
}

/**
 * Waits until the page about this device has drawn all that only a script can know, when the copy is there.
 * @param kept how many kinds of things are kept by then
 */
export const whenDeviceIsKnown = (page: Page, kept = 1): Promise<unknown> =>
  page.waitForFunction(
    kept =>
      document.querySelectorAll('offline-copy button').length > 1 &&
      document.querySelectorAll('kept-here li').length >= kept,
    {},
    kept,
  );

/** Run inside a page. @returns the report's own words on it, in order: those of `main`, without ours */
export const wordsInPage = (): string[] => {
  const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
  for (const ours of main.querySelectorAll('[data-ours]')) ours.remove();
  // Where a block or a line ends, a word ends.
  for (const end of main.querySelectorAll('p, li, h1, h2, h3, h4, br, h1 b')) end.after(' ');
  for (const start of main.querySelectorAll('li, p, h1 span')) start.before(' ');
  return main.textContent.split(/\s+/).filter(Boolean);
};

/** @returns the report's own words on a page, in order: those of `main`, without ours */
export const reportWords = (page: Page): Promise<string[]> => page.evaluate(wordsInPage);
