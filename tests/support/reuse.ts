/**
 * Uses a context again when a test has closed it: a process of its own is a quarter of what a visit costs. The page is
 * new each time, what the context keeps is cleared, and where a test may have left more behind, it is closed as usual.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'puppeteer-core';

/** All that one may do with a page, because it ends with the page. What is not here may reach further. */
const endsWithPage = new Set([
  'on',
  'off',
  'once',
  'emit',
  'listenerCount',
  'removeAllListeners',
  'frames',
  'mainFrame',
  'url',
  'title',
  'content',
  'viewport',
  'browser',
  'isClosed',
  'close',
  'bringToFront',
  '$',
  '$$',
  '$eval',
  '$$eval',
  'evaluate',
  'evaluateHandle',
  'addScriptTag',
  'evaluateOnNewDocument',
  'exposeFunction',
  'goto',
  'reload',
  'goBack',
  'goForward',
  'setRequestInterception',
  'setJavaScriptEnabled',
  'isJavaScriptEnabled',
  'setDefaultTimeout',
  'getDefaultTimeout',
  'getDefaultNavigationTimeout',
  'waitForFunction',
  'waitForSelector',
  'waitForNavigation',
  'waitForRequest',
  'waitForResponse',
  'click',
  'focus',
  'hover',
  'type',
  'tap',
  'keyboard',
  'mouse',
  'touchscreen',
  'setViewport',
  'emulateMediaType',
  'emulateMediaFeatures',
  'emulateVisionDeficiency',
  'screenshot',
  'createCDPSession',
  // Puppeteer's own.
  'constructor',
  '_client',
  '_isUrlAllowed',
  '_screenshot',
]);
/** What of the protocol itself ends with the page. */
const commands = new Set([
  'Accessibility.getFullAXTree',
  'DOMSnapshot.captureSnapshot',
  'Emulation.setEmulatedMedia',
  'Input.dispatchKeyEvent',
]);

/** Tells when something is done with a page that may outlast it. */
function watch(page: Page, site: string, tell: () => void): void {
  const { createCDPSession } = page;
  page.createCDPSession = async () => {
    const client = await createCDPSession.call(page),
      { send } = client;
    client.send = ((...given: Parameters<CDPSession['send']>) => {
      if (!commands.has(given[0])) tell();
      return send.apply(client, given);
    }) as CDPSession['send'];
    return client;
  };
  page.on('framenavigated', frame => {
    if (/^https?:/.test(frame.url()) && !frame.url().startsWith(`${site}/`)) tell();
  });
  const kindOf = (thing: object) => Object.getPrototypeOf(thing) as object;
  for (let kind = kindOf(page); kind !== Object.prototype; kind = kindOf(kind)) {
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(kind))) {
      if (endsWithPage.has(name) || Object.hasOwn(page, name)) continue;
      const read = (): unknown => {
        tell();
        return typeof value === 'function' ? value.bind(page) : get?.call(page);
      };
      Object.defineProperty(page, name, { get: read, configurable: true });
    }
  }
}

/** @returns a context as a test sees it: with an end of its own, and telling of all else that is done with it */
const seen = (context: BrowserContext, close: () => Promise<void>, tell: () => void): BrowserContext =>
  new Proxy(context, {
    get(_, name): unknown {
      if (name === 'close') return close;
      if (name !== 'closed' && name !== 'id') tell();
      const value: unknown = Reflect.get(context, name, context);
      return typeof value === 'function' ? value.bind(context) : value;
    },
  });

/** Clears all that a context keeps of a site: storage, cookies, and the browser's cache. */
async function clear(page: Page, origin: string): Promise<void> {
  const client = await page.createCDPSession();
  await Promise.all([
    client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }),
    client.send('Network.clearBrowserCache'),
  ]);
  await client.detach();
}

/**
 * @param browser one in which all pages of a context share a process
 * @param site the origin of the site that is visited
 * @param openIn opens an empty page in a context
 * @returns what opens an empty page in a context that nobody else has to do with, and in which nothing is kept
 */
export function reuse(
  browser: Browser,
  site: string,
  openIn: (context: BrowserContext) => Promise<Page>,
): () => Promise<Page> {
  /** Each with an empty page, which keeps its process. */
  const resting: { context: BrowserContext; keeper?: Page }[] = [];
  let session: Promise<CDPSession> | undefined;
  /** How many pages and workers there are in a context: what Puppeteer knows of them comes late. */
  const count = async ({ id }: BrowserContext) => {
    session ??= browser.target().createCDPSession();
    const { targetInfos } = await (await session).send('Target.getTargets');
    return targetInfos.filter(({ browserContextId }) => browserContextId === id).length;
  };
  return async () => {
    const place = resting.pop() ?? { context: await browser.createBrowserContext() },
      { context } = place;
    const page = await openIn(context);
    if (place.keeper) await clear(page, site);
    let isOrdinary = true,
      finished: Promise<void> | undefined;
    const tell = () => {
      isOrdinary = false;
    };
    const finish = async () => {
      // Windows and workers that a test has left; or the page itself is closed already.
      const others = (await count(context)) - (place.keeper ? 2 : 1);
      if (!isOrdinary || others) return context.close();
      place.keeper ??= await context.newPage();
      await page.close();
      resting.push(place);
    };
    const ofTest = seen(context, () => (finished ??= finish()), tell);
    page.browserContext = () => ofTest;
    watch(page, site, tell);
    return page;
  };
}
