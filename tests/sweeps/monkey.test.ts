/**
 * Two thousand keys, pressed at random everywhere: nothing breaks, the focus is never lost, no word is lost, and the
 * page grows no heavier.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, CDPSession, KeyInput, Page } from 'puppeteer-core';
import { actions } from '../../src/browser/features/shortcuts/catalogue.js';
import { whenStill } from '../support/clock.js';
import { numbersFrom, pick } from '../support/hostile.js';
import { openView, readers, reportWords, whenListening, whenSaved, type Readers } from '../support/readers.js';
import { openSettings, putOn, whenSettled } from '../support/choose-settings.js';

const seed = Number(process.env['MONKEY_SEED'] ?? 20_240_731);
const random = numbersFrom(seed);
let all: Readers, context: BrowserContext;
before(async () => {
  all = await readers();
  context = await all.browser.createBrowserContext();
  console.log(`The monkey’s seed is ${seed}; MONKEY_SEED sets another.`);
});
after(() => all.close());

/** A key, or several that are held together, the last one pressed. */
type Keys = readonly KeyInput[];
const likely = <Item>(...all: readonly (readonly [times: number, item: Item])[]): Item[] =>
  all.flatMap(([times, item]) => Array.from({ length: times }, () => item));
/** What the monkey does next, and for how many steps. Never Shift alone: three times would be the way out. */
const deeds = likely<() => { keys: Keys; times: number }>(
  [8, () => ({ keys: ['Tab'], times: 1 + Math.floor(random() * 12) })],
  [3, () => ({ keys: ['Shift', 'Tab'], times: 1 + Math.floor(random() * 6) })],
  [6, () => ({ keys: ['Enter'], times: 1 })],
  [6, () => ({ keys: ['Space'], times: 1 })],
  [
    6,
    () => ({
      keys: [pick(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const, random)],
      times: 1 + Math.floor(random() * 3),
    }),
  ],
  [2, () => ({ keys: [pick(['Home', 'End', 'PageUp', 'PageDown'] as const, random)], times: 1 })],
  [1, () => ({ keys: ['Escape'], times: 1 })],
  [3, () => ({ keys: [pick([...'abcdgjkx'] as KeyInput[], random)], times: 1 + Math.floor(random() * 4) })],
  [4, () => ({ keys: pick(actions, random).usual.split('+') as KeyInput[], times: 1 })],
  [1, () => ({ keys: ['Alt', pick(['ArrowUp', 'ArrowDown'] as const, random)], times: 2 })],
);

async function press(page: Page, keys: Keys): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of [...keys].reverse()) await page.keyboard.up(key);
}

/** What has the focus: whether it is seen, whether it leads out of the page, and what it is called. */
interface Focus {
  seen: boolean;
  body: boolean;
  leadsAway: boolean;
  toPlace: boolean;
  name: string;
  page: string;
}
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body,
      body = element === document.body || element === document.documentElement;
    const shown = (element instanceof HTMLInputElement && element.closest('label')) || element,
      { width, height } = shown.getBoundingClientRect();
    const here = location.origin + location.pathname;
    const link = element instanceof HTMLAnchorElement ? element : undefined;
    const words = (element.getAttribute('aria-label') ?? shown.textContent).trim().slice(0, 30);
    return {
      body,
      seen: body || (shown.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0),
      page: here,
      leadsAway: !!link && (link.origin + link.pathname !== here || link.search !== location.search),
      toPlace: !!link,
      name: body ? 'the page' : `${element.localName}${element.id && `#${element.id}`} “${words}”`,
    };
  });

/** Steps of one page; the last ones are told when something goes wrong. */
class Monkey {
  readonly steps: string[] = [];
  #from = '';
  constructor(readonly page: Page) {}

  async walk(count: number): Promise<void> {
    const end = this.steps.length + count;
    try {
      while (this.steps.length < end) {
        const { keys, times } = pick(deeds, random)();
        for (let time = 0; time < times && this.steps.length < end; time += 1) await this.step(keys);
      }
    } catch (error) {
      const last = this.steps.slice(-20).join('\n');
      throw new Error(`${(error as Error).message}\nThe last steps of ${this.steps.length}, seed ${seed}:\n${last}`, {
        cause: error,
      });
    }
  }

  async step(keys: Keys): Promise<void> {
    const before = await focusOf(this.page);
    this.#from ||= before.page;
    // Links that lead to another page are passed by; what stands behind them has its own walk.
    const taken: Keys = before.leadsAway && keys[0] === 'Enter' ? ['Tab'] : keys;
    this.steps.push(`${taken.join('+')} on ${before.name}`);
    await press(this.page, taken);
    let focus = await focusOf(this.page);
    const moves = taken.includes('Tab') || (before.toPlace && taken[0] === 'Enter');
    // What is drawn anew comes a moment later.
    if (!focus.seen || (focus.body && !before.body && !moves)) {
      await whenStill(this.page);
      focus = await focusOf(this.page);
    }
    assert.ok(focus.seen, `The focus is on something that is not seen: ${focus.name}.`);
    if (!moves) assert.ok(!focus.body || before.body, 'The focus is lost.');
    assert.equal(focus.page, this.#from, 'The page is lost.');
    assert.deepEqual(all.faults, []);
  }
}

/**
 * Takes the copy back, if it was taken away: as if another tab had said that none is wanted, which leaves a button for
 * it.
 */
async function takeCopyBack(page: Page): Promise<void> {
  const there = () => document.querySelectorAll('offline-copy button').length > 1;
  if (await page.evaluate(there)) return;
  await page.$eval('offline-copy', copy => {
    localStorage.setItem('reader-copy', 'unwanted');
    (copy as HTMLElement & { requestUpdate(): void }).requestUpdate();
  });
  // What a wait gives back holds its element, and with it what the element stood in.
  await page.waitForFunction(() => document.querySelector('offline-copy button') !== null);
  await page.$eval('offline-copy button', keep => {
    keep.click();
  });
  await page.waitForFunction(there);
}

/** Everything closed, usual settings, the copy there, the top of the page: the state in which the page is weighed. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => {
    const last = () =>
      document.querySelector<HTMLElement>('.notice:not([data-kind=selected]) button:last-child, .changes > p > button');
    for (let close = last(); close; close = last()) close.click();
    localStorage.removeItem('reader-looks');
    localStorage.removeItem('reader-shortcuts');
    dispatchEvent(new StorageEvent('storage', { key: 'reader-shortcuts' }));
  });
  if (page.url().includes('/device/')) await takeCopyBack(page);
  // Two changes, so that all that is listed is listed anew.
  await putOn(page, { size: '125' });
  await whenSettled(page);
  await putOn(page, {});
  await whenSettled(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = false;
    (document.activeElement as HTMLElement).blur();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });
  // What is still to be said is said.
  await whenStill(page);
}

interface Weight {
  Nodes: number;
  JSEventListeners: number;
  JSHeapUsedSize: number;
}
async function weigh(page: Page, client: CDPSession): Promise<Weight> {
  await rest(page);
  // A way to the worker is open until the worker, too, has forgotten it, and that takes more than one turn.
  const clients = [client];
  for (const target of all.browser.targets())
    if (target.type() === 'service_worker') clients.push(await target.createCDPSession());
  for (let time = 0; time < 5; time += 1) {
    for (const each of clients) await each.send('HeapProfiler.collectGarbage');
    await new Promise(done => setTimeout(done, 100));
  }
  await Promise.all(clients.slice(1).map(each => each.detach()));
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name: keyof Weight) => metrics.find(metric => metric.name === name)!.value;
  return {
    Nodes: value('Nodes'),
    JSEventListeners: value('JSEventListeners'),
    JSHeapUsedSize: value('JSHeapUsedSize'),
  };
}

async function openEverything(page: Page): Promise<void> {
  await openSettings(page);
  await page.waitForFunction(() => document.querySelector('shortcut-settings li button') !== null);
  await page.$$eval('reader-settings details', all => {
    for (const each of all) each.open = true;
  });
  await page.focus('reader-settings summary');
}

/**
 * Opens every view once, finds something, and has hard words explained: what is fetched for that stays, and is no leak.
 */
async function seeViews(page: Page): Promise<void> {
  for (const view of ['contents', 'find', 'passage', 'marks', 'plain', 'figures']) await openView(page, view);
  await openView(page, 'find');
  await page.keyboard.type('police');
  await page.waitForSelector('reader-panel mark');
  for (const value of ['explained', 'bare']) {
    await page.evaluate(value => {
      (document.querySelector(`[name=terms][value=${value}]`) as HTMLElement | null)?.click();
    }, value);
    await whenStill(page);
  }
}

/** Closes what may be open, so that the same page is weighed each time. */
const tidy = (page: Page) =>
  page.evaluate(() => {
    const last = () =>
      document.querySelector<HTMLButtonElement>(
        'reader-panel:not([hidden]) [value=close], .notice:is([data-kind=found], [data-kind=back]) button:last-child',
      );
    for (let close = last(); close; close = last()) close.click();
    getSelection()?.removeAllRanges();
  });

/** Does what is done most, often: the browser compiles it anew a few times, and that weighs something too. */
async function warmUp(page: Page): Promise<void> {
  for (let time = 0; time < 50; time += 1) {
    for (const { usual } of actions) if (!/KeyU|KeyO/.test(usual)) await press(page, usual.split('+') as KeyInput[]);
    await focusOf(page);
  }
}

/**
 * Opens the page as one who comes back: whose browser can install, with settings that a link brings, and a text that
 * was corrected since.
 */
async function comeBack(path: string): Promise<{ page: Page; client: CDPSession }> {
  const page = await all.open(context);
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused: ${violatedDirective} ${blockedURI}`),
    );
    addEventListener('load', () =>
      dispatchEvent(
        Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => Promise.resolve() }),
      ),
    );
  });
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await client.send('HeapProfiler.enable');
  // Nothing is saved on this machine, and no window for choosing a file opens.
  await client.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId: context.id! });
  await client.send('Page.setInterceptFileChooserDialog', { enabled: true });
  await page.goto(all.site.url + path);
  if (!path.includes('device')) {
    await whenSaved(page);
    await page.waitForFunction(async () => {
      for (const name of await caches.keys())
        if (name.startsWith('reader-last-read')) {
          const cache = await caches.open(name),
            key = new URL('last-read.json', location.href),
            kept = await cache.match(key);
          if (!kept) return false;
          const text = (await kept.json()) as { text: string }[];
          text[5]!.text = 'It read otherwise.';
          await cache.put(key, new Response(JSON.stringify(text)));
          return true;
        }
      return false;
    });
  }
  await page.goto(`${all.site.url}${path}?again#settings:size=150&theme=cream`);
  await page.waitForSelector('reader-settings:defined, offline-copy strong');
  await whenListening(page);
  if (!path.includes('device')) await page.waitForSelector('.notice[data-kind=corrections]');
  await page.waitForSelector(path.includes('device') ? 'kept-here button' : '.notice');
  return { page, client };
}

/** Takes so many steps, a hundred at a time, with everything open again before each hundred. */
async function walkOn(monkey: Monkey, steps: number, open: () => Promise<unknown>): Promise<void> {
  for (let walked = 0; walked < steps; walked += 100) {
    await open();
    await monkey.walk(100);
  }
}

/** Nothing that a page holds may grow by more than a tenth. */
function hasNotGrown(before: Weight, after: Weight, about: string): void {
  const names = Object.keys(before) as (keyof Weight)[];
  console.log(`${about}, ${names.map(name => `${name} ${before[name]} → ${after[name]}`).join(', ')}`);
  for (const name of names)
    assert.ok(after[name] <= before[name] * 1.1, `${name} grew from ${before[name]} to ${after[name]}, seed ${seed}`);
}

for (const [path, first, steps] of [
  ['', 200, 700],
  ['cy/', 200, 300],
  ['device/', 100, 200],
  ['cy/device/', 100, 200],
] as const) {
  test(`${first + steps} keys on /${path}`, async () => {
    const { page, client } = await comeBack(path),
      hasSettings = !path.includes('device');
    const words = hasSettings ? await reportWords(page) : [];
    const monkey = new Monkey(page);
    const open = () => (hasSettings ? openEverything(page) : takeCopyBack(page));
    // Once through all that there is, then here and there.
    await open();
    for (let stop = 0; stop < Math.min(90, first / 2); stop += 1) await monkey.step(['Tab']);
    await monkey.walk(first - monkey.steps.length);
    if (hasSettings) await seeViews(page);
    await warmUp(page);
    await tidy(page);
    const before = await weigh(page, client);
    await walkOn(monkey, steps, open);
    await tidy(page);
    hasNotGrown(before, await weigh(page, client), `/${path}: ${monkey.steps.length} steps`);
    if (hasSettings) assert.deepEqual(await reportWords(page), words);
    assert.equal(hasSettings ? words.length : 4396, 4396);
    assert.deepEqual(all.faults, []);
    await page.close();
  });
}
