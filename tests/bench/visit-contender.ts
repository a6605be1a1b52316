/** One cold visit to a page on a slow phone, from the question for it to its copy without a server. */
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { wordsIn } from '../measure/bare-page.js';
import { connection, entriesIn, firstPaintIn, visit, withoutWorker } from '../measure/visit.js';
import type { Answered, Handle } from '../support/server.js';
import type { Contender } from './contenders.js';
import { goToEnd, watchFinding, watchPage, watchPress } from './in-page.js';

const slowdown = 4;
const lastWord = wordsIn('en').at(-1)!.split(' ').at(-1)!;

/** What is looked for where a page can find: a word that stands in many places. */
const query = 'complaint';

/**
 * Everything that is timed or weighed in one visit: milliseconds, bytes, a score for shift. Missing where a page has no
 * such thing.
 */
export interface Times {
  firstPaint: number;
  largestPaint: number;
  readable: number;
  blocked: number;
  shift: number;
  heap: number;
  work: number;
  layouts: number;
  styles: number;
  kept?: number;
  offlinePaint?: number;
  size?: number;
  theme?: number;
  findOpen?: number;
  find?: number;
}

/**
 * The worker's requests are not slowed by the browser, so the server sends their answers as such a connection would:
 * one after the other, with the way to and fro before.
 */
function slowForWorkers(): Handle {
  let free = 0;
  return (request, response, next) => {
    const isWorker = request.headers['service-worker'] ?? /sw\.js$/.test(request.headers.referer ?? '');
    if (!isWorker) return next();
    const end = response.end.bind(response) as (body?: unknown) => void;
    response.end = ((body?: string | Buffer) => {
      free =
        Math.max(free, performance.now() + connection.latency) +
        (1000 * Buffer.byteLength(body ?? '')) / connection.download;
      setTimeout(() => end(body), free - performance.now());
      return response;
    }) as typeof response.end;
    next();
  };
}

const found = async (page: Page, selector: string): Promise<ElementHandle<Element>> =>
  (await page.waitForSelector(selector, { visible: true, timeout: 15_000 }))!;

const pressed = (page: Page): Promise<number> =>
  page
    .waitForFunction(() => window.bench.pressed, { polling: 100, timeout: 15_000 })
    .then(async handle => (await handle.jsonValue()) as number);

/** Presses one after the other. @returns how long the last took until it was drawn */
async function press(page: Page, presses: readonly string[]): Promise<number> {
  for (const [index, selector] of presses.entries()) {
    const element = await found(page, selector);
    // What a press opened may still be moving, or fetching.
    await page.waitForNetworkIdle({ idleTime: 300 });
    if (index === presses.length - 1) await page.evaluate(watchPress);
    await element.click();
  }
  return pressed(page);
}

async function find(
  page: Page,
  { open, field, result }: NonNullable<Contender['find']>,
): Promise<{ findOpen: number; find: number }> {
  const start = performance.now();
  for (const selector of open) await (await found(page, selector)).click();
  const input = await found(page, field);
  const findOpen = performance.now() - start;
  await page.waitForNetworkIdle({ idleTime: 300 });
  await input.focus();
  await page.evaluate(watchFinding, result);
  await page.keyboard.sendCharacter(query);
  return { findOpen, find: await pressed(page) };
}

/** @returns the bytes of the script engine's objects, what nobody holds on to taken away */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await page.metrics();
  return JSHeapUsedSize!;
}

/**
 * Waits until the main thread does nothing any more.
 * @returns its work until then in milliseconds, and how often it laid out the page and worked out styles
 */
async function restOf(page: Page): Promise<{ work: number; layouts: number; styles: number }> {
  for (let before = -1; ; ) {
    const { TaskDuration = 0, LayoutCount = 0, RecalcStyleCount = 0 } = await page.metrics();
    // The question itself is a little work.
    if (TaskDuration - before < 0.005)
      return { work: TaskDuration * 1000, layouts: LayoutCount, styles: RecalcStyleCount };
    before = TaskDuration;
    // A page rests when it has done nothing for so long, in milliseconds.
    await new Promise(done => setTimeout(done, 1500));
  }
}

/**
 * @returns when a reader who goes to the end at once sees the last sentence, in a cold visit of its own, because it
 * changes what else is drawn
 */
const readableIn = (browser: Browser, folder: string): Promise<number> =>
  visit(
    browser,
    '',
    { folder, slowdown, handle: slowForWorkers(), prepare: page => page.evaluateOnNewDocument(goToEnd, lastWord) },
    async ({ page }) =>
      await (await page.waitForFunction(() => window.bench.readable, { timeout: 60_000 })).jsonValue(),
  );

/** @returns one cold visit's times, and the requests that it made in all */
export async function visitOnce(
  browser: Browser,
  { folder, keepsCopy, size, theme, find: search }: Contender,
): Promise<{ times: Times; requests: Answered[] }> {
  const readable = await readableIn(browser, folder);
  const handle = keepsCopy ? slowForWorkers() : withoutWorker;
  return visit(
    browser,
    '',
    { folder, slowdown, handle, prepare: page => page.evaluateOnNewDocument(watchPage) },
    async ({ page, site }) => {
      await page.waitForFunction(keepsCopy => window.bench.kept || !keepsCopy, { timeout: 60_000 }, keepsCopy);
      await page.waitForNetworkIdle({ idleTime: 1000 });
      const requests = [...site.requests];
      const tasks = await entriesIn(page, 'longtask'),
        shifts = await entriesIn(page, 'layout-shift'),
        largest = await entriesIn(page, 'largest-contentful-paint');
      const rest = await restOf(page);
      const { kept } = await page.evaluate(() => window.bench),
        firstPaint = await firstPaintIn(page);
      const times: Times = {
        firstPaint,
        largestPaint: largest.at(-1)!.startTime,
        readable,
        blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
        shift: shifts.reduce((sum, { value }) => sum + value, 0),
        heap: await heapOf(page),
        ...rest,
      };
      if (size) times.size = await press(page, size);
      if (theme) times.theme = await press(page, size ? theme.slice(-1) : theme);
      if (keepsCopy) {
        times.kept = kept;
        await site.stop();
        // Opened anew, as from the screen of a phone.
        await page.goto('about:blank');
        await page.goto(site.url, { waitUntil: 'load' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        times.offlinePaint = await firstPaintIn(page);
        await site.start();
      }
      if (search) Object.assign(times, await find(page, search));
      return { times, requests };
    },
  );
}

/** @returns the requests of a first visit in which no worker comes: what the page itself asks for */
export const requestsOf = (browser: Browser, { folder }: Contender): Promise<Answered[]> =>
  visit(browser, '', { folder, handle: withoutWorker }, async ({ page, site }) => {
    await page.waitForNetworkIdle({ idleTime: 1000 });
    return [...site.requests];
  });
