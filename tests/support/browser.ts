/** Starts Chromium the same way for every test, measurement and picture. */
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, LaunchOptions, Page, PuppeteerNode } from 'puppeteer-core';
import { find } from './tools.js';

// Asked for as Node's own kind of module: half a second less for every file of tests than 200 modules that go through
// the compiler's hooks.
const { default: puppeteer } = createRequire(import.meta.url)('puppeteer-core') as { default: PuppeteerNode };

/**
 * Flags that keep Chromium from calling home during a test, and from anything that belongs to its window alone: such
 * work would blur timings and counts of requests.
 */
export const flags: readonly string[] = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Two pages of its own for the list below its address field, made anew for every window: a third of the time of a
  // visit.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // The shared memory of a container is often too small for Chromium.
  '--disable-dev-shm-usage',
  // Chromium refuses to run as root in its sandbox; everybody else keeps the sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** @returns the path of a Chromium or Chrome @throws Error saying how to get one, when there is none */
export const findChromium = (): string => find('chromium');
/** @returns the path of a Firefox @throws Error saying how to get one, when there is none */
export const findFirefox = (): string => find('firefox');

/**
 * @returns the browser of this lane of tests; closing it closes what was opened by it, and leaves the browser to others
 * and to the next file
 */
async function borrow(address: string): Promise<Browser> {
  const browser = await puppeteer.connect({ browserWSEndpoint: address });
  const contexts: BrowserContext[] = [],
    pages: Page[] = [];
  const { createBrowserContext, newPage } = browser;
  browser.createBrowserContext = async options => {
    const context = await createBrowserContext.call(browser, options);
    contexts.push(context);
    return context;
  };
  browser.newPage = async () => {
    const page = await newPage.call(browser);
    pages.push(page);
    return page;
  };
  browser.close = async () => {
    for (const context of contexts) if (!context.closed) await context.close();
    for (const page of pages) if (!page.isClosed()) await page.close();
    await browser.disconnect();
  };
  return browser;
}

/**
 * @param options what this launch needs beside the usual, if anything; its `args` are added to the flags. `isWhole`
 * asks for the browser that readers have, with windows, installing and all
 * @returns a running browser, which the caller closes: Chromium's headless shell, which many files of tests share, or
 * one of its own where it needs options
 * @throws Error when there is no Chromium, or when it does not start
 */
export async function launch({
  isWhole = false,
  ...options
}: LaunchOptions & { isWhole?: boolean } = {}): Promise<Browser> {
  const shared = process.env['READER_CHROMIUM_AT'];
  if (shared && !isWhole && !Object.keys(options).length) return borrow(shared);
  const { args = [], ...others } = options;
  return puppeteer.launch({
    executablePath: isWhole ? findChromium() : find('shell'),
    headless: true,
    ...others,
    args: [...flags, ...args],
  });
}
