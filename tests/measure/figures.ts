/**
 * What the finished site costs its reader, and what it may cost: bytes, requests and shifts of a first visit over a
 * slow connection.
 */
import type { Browser, Page } from 'puppeteer-core';
import type { Language } from '../../src/model/words/translate.js';
import type { Answered } from '../support/server.js';
import { entriesIn, pathOf, phone, visit, withoutWorker } from './visit.js';

/**
 * Every figure with a budget that does not depend on the machine: a new figure is a new row. `promise` is what a reader
 * gets from it.
 */
export const budgets = {
  // A server sends ten packets before it waits for the first answer: 14,600 bytes, headers included.
  html: { what: 'HTML of the page', unit: 'bytes', most: 14_200, promise: 'comes in the first ten packets' },
  blocking: {
    what: 'Requests before first paint, beside the document',
    unit: 'requests',
    most: 0,
    promise: 'waits for nothing but itself before it shows',
  },
  script: {
    what: 'Script of the first view',
    unit: 'bytes',
    most: 14_500,
    promise: 'needs little script for its first view',
  },
  // A page of the same packages that draws the report in the browser needs 32,945 (tests/bench/naive).
  first: {
    what: 'All of the first view',
    unit: 'bytes',
    most: 31_300,
    promise: 'brings less for its first view than a page that draws the same report in the browser',
  },
  requests: {
    what: 'Requests of the first view',
    unit: 'requests',
    most: 8,
    promise: 'asks for few files for its first view',
  },
  nodes: {
    what: 'Elements that the page is made of',
    unit: 'elements',
    most: 640,
    promise: 'is made of no more pieces than a slow phone lays out at once',
  },
  offline: {
    what: 'Everything until both languages are offline',
    unit: 'bytes',
    most: 112_640,
    promise: 'brings both languages offline for 110 KB',
  },
  shift: {
    what: 'Layout shift, both widths, with and without kept settings',
    unit: 'score',
    most: 0,
    promise: 'never moves the words under a reader’s eyes',
  },
  outside: {
    what: 'Requests that leave the origin',
    unit: 'requests',
    most: 0,
    promise: 'asks nobody else for anything',
  },
} as const satisfies Record<string, { what: string; unit: string; most: number; promise: string }>;

/** A measured value and what it is made of, so that whoever has to mend it knows where to look. */
export interface Figure {
  value: number;
  from: string[];
}
export type Figures = Record<keyof typeof budgets, Figure>;

const screens = [phone, { width: 1280, height: 800 }];
const keptSettings = [undefined, { theme: 'dark', size: '200' }];

/**
 * @returns what must arrive before anything is shown: what the browser says it waited for, and what held up the parser
 * in the body, which it does not say
 */
const blockingIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
    const inTheWay = 'link[rel~=stylesheet]:not([media=print]), script[src]:not([type=module], [async], [defer])';
    const stopping = [...document.querySelectorAll<HTMLLinkElement & HTMLScriptElement>(inTheWay)].map(
      ({ href, src }) => href || src,
    );
    return (
      performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[]
    )
      .filter(
        ({ name, renderBlockingStatus, responseEnd }) =>
          renderBlockingStatus === 'blocking' || (responseEnd < paint && stopping.includes(name)),
      )
      .map(({ name }) => new URL(name).pathname);
  });

const bytes = (requests: Answered[]): Figure => ({
  value: requests.reduce((sum, request) => sum + request.bytes, 0),
  from: requests.map(request => `${request.path}: ${request.bytes}`),
});

const each = (found: string[]): Figure => {
  const from = [...new Set(found)];
  return { value: from.length, from };
};

/**
 * @param language whose page is visited
 * @returns its figures: nothing in them is a time, so that they are the same on every machine
 * @throws Error when the site has not been built, or the page never says that it is kept offline
 */
export async function figuresOf(language: Language, browser: Browser): Promise<Figures> {
  const path = pathOf(language);
  const first = await visit(browser, path, { handle: withoutWorker }, async ({ page, site }) => {
    await page.waitForNetworkIdle({ idleTime: 1000 });
    const there = site.requests.filter(({ status }) => status === 200);
    return { there, nodes: await page.evaluate(() => document.querySelectorAll('*').length) };
  });

  const visits = [];
  for (const screen of screens) {
    for (const kept of keptSettings) {
      visits.push(
        await visit(browser, path, { screen, kept }, async ({ page, site, outside }) => {
          await page.waitForSelector('.saved.now');
          const requests = [...site.requests];
          await page.waitForNetworkIdle();
          const shifts = await entriesIn(page, 'layout-shift');
          return {
            requests,
            blocking: await blockingIn(page),
            outside: [...outside],
            shift: shifts.reduce((sum, { value }) => sum + value, 0),
            shifts: shifts.map(
              ({ value, nodes }) =>
                `${screen.width} wide${kept ? ', kept settings' : ''}: ${value.toPrecision(2)} by ${nodes.join(', ')}`,
            ),
          };
        }),
      );
    }
  }
  const { requests } = visits[0]!;
  return {
    html: bytes(requests.filter(request => request.path === `/${path}`)),
    blocking: each(visits.flatMap(({ blocking }) => blocking)),
    script: bytes(first.there.filter(({ path }) => /\.m?js(\?|$)/.test(path))),
    first: bytes(first.there),
    requests: { value: first.there.length, from: first.there.map(({ path }) => path) },
    nodes: { value: first.nodes, from: [] },
    offline: bytes(requests),
    shift: { value: visits.reduce((sum, { shift }) => sum + shift, 0), from: visits.flatMap(({ shifts }) => shifts) },
    outside: each(visits.flatMap(({ outside }) => outside)),
  };
}
