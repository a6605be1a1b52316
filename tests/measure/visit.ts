/** Visits a page of the built site as somebody does for the first time, over a slow connection. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import type { Language } from '../../src/model/words/translate.js';
import { serve, type Handle, type Site } from '../support/server.js';
import { builtFolder } from '../support/site.js';
import { addNextFrame } from './frames.js';

/**
 * 1.6 Mbit/s and 150 ms: a phone on a weak connection, slow enough for the order of things to show. Bytes per second,
 * and milliseconds.
 */
export const connection = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 };

export const phone = { width: 390, height: 844 };

interface Conditions {
  screen?: { width: number; height: number };
  /** How many times slower than this machine the reader's processor is. */
  slowdown?: number;
  /** The choices that the reader has made before. */
  kept?: Record<string, string> | undefined;
  handle?: Handle | undefined;
  /** What is served: the built site, if nothing else is named. */
  folder?: string;
  /** Gets the page ready before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** `outside` collects the addresses that were asked for on other origins, by the page or its worker. */
export interface Visit {
  page: Page;
  site: Site;
  outside: Set<string>;
}

/** @returns the path of a language's page under the site's address */
export const pathOf = (language: Language): string => (language === 'en' ? '' : `${language}/`);

/** Answers the browser's question for a worker as a server without one would. */
export const withoutWorker: Handle = (request, response, next) =>
  request.headers['service-worker'] ? response.writeHead(404).end() : next();

/**
 * A proxy for everything but the site, which stands on this machine. Unlike the page's own tools it sees the worker's
 * requests as well.
 */
async function watchOutside() {
  const outside = new Set<string>();
  const proxy = createServer(({ url }, response) => {
    outside.add(String(url));
    response.writeHead(404).end();
  }).on('connect', ({ url }, socket) => {
    outside.add(String(url));
    socket.destroy();
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return { outside, proxy, proxyServer: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

/**
 * Visits a page of the built site for the first time: empty cache, no worker, slow connection.
 * @param path under the site's address
 * @param look is called when the network is quiet; what it returns is returned
 * @throws Error when the site has not been built, or the page does not answer
 */
export async function visit<Seen>(
  browser: Browser,
  path: string,
  conditions: Conditions,
  look: (visit: Visit) => Promise<Seen>,
): Promise<Seen> {
  const { screen = phone, slowdown = 1, kept, handle, folder = builtFolder, prepare } = conditions;
  const site = await serve(folder, handle && { handle });
  const { outside, proxy, proxyServer } = await watchOutside();
  const context = await browser.createBrowserContext({ proxyServer });
  try {
    const page = await context.newPage();
    // The compiler of the tests names functions by a helper that a page does not have.
    await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
    await page.evaluateOnNewDocument(addNextFrame);
    await page.setViewport(screen);
    await page.emulateNetworkConditions(connection);
    await page.emulateCPUThrottling(slowdown);
    if (kept)
      await page.evaluateOnNewDocument(text => localStorage.setItem('reader-settings', text), JSON.stringify(kept));
    await prepare?.(page);
    const response = await page.goto(site.url + path, { waitUntil: 'networkidle0' });
    if (!response?.ok())
      throw new Error(`The built site answers ${response?.status()} for /${path}: has it been built (npm run build)?`);
    if (
      kept &&
      !(await page.evaluate(
        kept => Object.entries(kept).every(([name, value]) => document.documentElement.dataset[name] === value),
        kept,
      ))
    ) {
      throw new Error(
        `The page does not show the settings ${JSON.stringify(kept)}: are they still kept under "reader-settings"?`,
      );
    }
    return await look({ page, site, outside });
  } finally {
    await context.close();
    await site.close();
    proxy.close();
  }
}

type Entry = PerformanceEntry & {
  value: number;
  sources?: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
};

/**
 * @returns all entries of a type since the page began, each with the beginnings of the elements that it is about, and
 * from where to where on the screen they moved (top and bottom, in pixels)
 */
export const entriesIn = (
  page: Page,
  type: 'layout-shift' | 'longtask' | 'largest-contentful-paint',
): Promise<{ startTime: number; duration: number; value: number; nodes: string[] }[]> =>
  page.evaluate(async type => {
    const entries: Entry[] = [];
    new PerformanceObserver(list => {
      entries.push(...(list.getEntries() as Entry[]));
    }).observe({ type, buffered: true });
    // The past comes in a task of its own, and no task comes when there is no past.
    await new Promise(done => setTimeout(done, 100));
    return entries.map(({ startTime, duration, value, sources }) => ({
      startTime,
      duration,
      value,
      nodes: (sources ?? []).map(({ node, previousRect: from, currentRect: to }) => {
        const start = (node instanceof Element ? node.outerHTML : String(node?.textContent)).slice(0, 60);
        const way = `from ${from.top}–${from.bottom} to ${to.top}–${to.bottom}`;
        return `${start} ${way} at ${startTime.toFixed()} ms`;
      }),
    }));
  }, type);

/** @returns when the page first showed something of its content, in milliseconds since it was asked for */
export const firstPaintIn = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity);
