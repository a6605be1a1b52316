/** What the finished site costs its reader, and what it may cost: bytes, requests and shifts of a first visit over a slow connection. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import type { Language } from '../../src/i18n/translate.js';
import { serve, type Answered, type Handle, type Site } from '../support/server.js';
import { builtFolder } from '../support/site.js';

/** Every figure with a budget that does not depend on the machine: a new figure is a new row. `promise` is what a reader gets from it. */
export const budgets = {
  // A server sends ten packets before it waits for the first answer: 14,600 bytes, headers included.
  html: { what: 'HTML of the page', unit: 'bytes', most: 14_200, promise: 'comes in the first ten packets' },
  blocking: { what: 'Requests before first paint, beside the document', unit: 'requests', most: 0, promise: 'waits for nothing but itself before it shows' },
  script: { what: 'Script of the first view', unit: 'bytes', most: 20_000, promise: 'needs little script for its first view' },
  offline: { what: 'Everything until both languages are offline', unit: 'bytes', most: 112_640, promise: 'brings both languages offline for 110 KB' },
  shift: { what: 'Layout shift, both widths, with and without kept settings', unit: 'score', most: 0, promise: 'never moves the words under a reader’s eyes' },
  outside: { what: 'Requests that leave the origin', unit: 'requests', most: 0, promise: 'asks nobody else for anything' },
} as const satisfies Record<string, { what: string; unit: string; most: number; promise: string }>;

/** A measured value and what it is made of, so that whoever has to mend it knows where to look. */
export interface Figure { value: number; from: string[] }
export type Figures = Record<keyof typeof budgets, Figure>;

/** 1.6 Mbit/s and 150 ms: a phone on a weak connection, slow enough for the order of things to show. */
const connection = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 };

const screens = [{ width: 390, height: 844 }, { width: 1280, height: 800 }];
const keptSettings = [undefined, { theme: 'dark', size: '200' }];

interface Conditions {
  screen?: { width: number; height: number };
  /** How many times slower than this machine the reader's processor is. */
  slowdown?: number;
  /** The choices that the reader has made before. */
  kept?: Record<string, string> | undefined;
  handle?: Handle;
}

/** `outside` collects the addresses that were asked for on other origins, by the page or its worker. */
interface Visit { page: Page; site: Site; outside: Set<string> }

/** @returns the path of a language's page under the site's address */
export const pathOf = (language: Language): string => (language === 'en' ? '' : `${language}/`);

/** A proxy for everything but the site, which stands on this machine. Unlike the page's own tools it sees the worker's requests as well. */
async function watchOutside() {
  const outside = new Set<string>();
  const proxy = createServer(({ url }, response) => { outside.add(String(url)); response.writeHead(404).end(); })
    .on('connect', ({ url }, socket) => { outside.add(String(url)); socket.destroy(); });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return { outside, proxy, proxyServer: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

/**
 * Visits a page of the built site for the first time: empty cache, no worker, slow connection.
 * @param path under the site's address
 * @param look is called when the network is quiet; what it returns is returned
 * @throws Error when the site has not been built, or the page does not answer
 */
export async function visit<Seen>(browser: Browser, path: string, conditions: Conditions, look: (visit: Visit) => Promise<Seen>): Promise<Seen> {
  const { screen = screens[0]!, slowdown = 1, kept, handle } = conditions;
  const site = await serve(builtFolder, handle && { handle });
  const { outside, proxy, proxyServer } = await watchOutside();
  const context = await browser.createBrowserContext({ proxyServer });
  try {
    const page = await context.newPage();
    await page.setViewport(screen);
    await page.emulateNetworkConditions(connection);
    await page.emulateCPUThrottling(slowdown);
    if (kept) await page.evaluateOnNewDocument(text => localStorage.setItem('reader-settings', text), JSON.stringify(kept));
    const response = await page.goto(site.url + path, { waitUntil: 'networkidle0' });
    if (!response?.ok()) throw new Error(`The built site answers ${response?.status()} for /${path}: has it been built (npm run build)?`);
    if (kept && !await page.evaluate(kept => Object.entries(kept).every(([name, value]) => document.documentElement.dataset[name] === value), kept)) {
      throw new Error(`The page does not show the kept settings ${JSON.stringify(kept)}: are they still kept under "reader-settings"?`);
    }
    return await look({ page, site, outside });
  } finally {
    await context.close();
    await site.close();
    proxy.close();
  }
}

/** @returns what must arrive before anything is shown: what the browser says it waited for, and what held up the parser in the body, which it does not say */
const blockingIn = (page: Page): Promise<string[]> => page.evaluate(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
  const inTheWay = 'link[rel~=stylesheet]:not([media=print]), script[src]:not([type=module], [async], [defer])';
  const stopping = [...document.querySelectorAll<HTMLLinkElement & HTMLScriptElement>(inTheWay)].map(({ href, src }) => href || src);
  return (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[])
    .filter(({ name, renderBlockingStatus, responseEnd }) => renderBlockingStatus === 'blocking' || (responseEnd < paint && stopping.includes(name)))
    .map(({ name }) => new URL(name).pathname);
});

type Entry = PerformanceEntry & { value: number; sources?: { node: Node | null }[] };

/** @returns all entries of a type since the page began, each with the beginnings of the elements that it is about */
export const entriesIn = (page: Page, type: 'layout-shift' | 'longtask'): Promise<{ duration: number; value: number; nodes: string[] }[]> => page.evaluate(async type => {
  const entries: Entry[] = [];
  new PerformanceObserver(list => { entries.push(...list.getEntries() as Entry[]); }).observe({ type, buffered: true });
  // The past comes in a task of its own, and no task comes when there is no past.
  await new Promise(done => setTimeout(done, 100));
  return entries.map(({ duration, value, sources }) => ({
    duration, value,
    nodes: (sources ?? []).map(({ node }) => (node instanceof Element ? node.outerHTML : String(node?.textContent)).slice(0, 60)),
  }));
}, type);

const bytes = (requests: Answered[]): Figure => ({
  value: requests.reduce((sum, request) => sum + request.bytes, 0),
  from: requests.map(request => `${request.path}: ${request.bytes}`),
});

const each = (found: string[]): Figure => { const from = [...new Set(found)]; return { value: from.length, from }; };

/** Answers the browser's question for a worker as a server without one would. */
const withoutWorker: Handle = (request, response, next) => (request.headers['service-worker'] ? response.writeHead(404).end() : next());

/**
 * @param language whose page is visited
 * @returns its figures: nothing in them is a time, so that they are the same on every machine
 * @throws Error when the site has not been built, or the page never says that it is kept offline
 */
export async function figuresOf(language: Language, browser: Browser): Promise<Figures> {
  const path = pathOf(language);
  const script = await visit(browser, path, { handle: withoutWorker }, async ({ site }) =>
    bytes(site.requests.filter(({ path, status }) => status === 200 && /\.m?js(\?|$)/.test(path))));

  const visits = [];
  for (const screen of screens) {
    for (const kept of keptSettings) {
      visits.push(await visit(browser, path, { screen, kept }, async ({ page, site, outside }) => {
        await page.waitForSelector('.saved.now');
        const requests = [...site.requests];
        await page.waitForNetworkIdle();
        const shifts = await entriesIn(page, 'layout-shift');
        return {
          requests, blocking: await blockingIn(page), outside: [...outside],
          shift: shifts.reduce((sum, { value }) => sum + value, 0),
          shifts: shifts.map(({ value, nodes }) => `${screen.width} wide${kept ? ', kept settings' : ''}: ${value.toPrecision(2)} by ${nodes.join(', ')}`),
        };
      }));
    }
  }
  const { requests } = visits[0]!;
  return {
    html: bytes(requests.filter(request => request.path === `/${path}`)),
    blocking: each(visits.flatMap(({ blocking }) => blocking)),
    script,
    offline: bytes(requests),
    shift: { value: visits.reduce((sum, { shift }) => sum + shift, 0), from: visits.flatMap(({ shifts }) => shifts) },
    outside: each(visits.flatMap(({ outside }) => outside)),
  };
}
