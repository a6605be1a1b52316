/**
 * What the bar has to say, and what makes it say that: as far as possible what a reader does; for what comes from
 * elsewhere, what its module does then.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { whenStill } from './clock.js';
import { openView, whenListening } from './readers.js';
import { builtFolder } from './site.js';
import { readAt } from './steps.js';

/** What a notice may be about, the most important first. */
export const noticeKinds = [
  'update',
  'corrections',
  'where',
  'arrived',
  'settings',
  'place',
  'selected',
  'found',
  'back',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const addressOf = (script: string) => {
  const wanted = new RegExp(`^${script}-[\\w-]{8}\\.js$`);
  return `/assets/${readdirSync(join(builtFolder, 'assets')).find(file => wanted.test(file))!}`;
};

/** Runs a part of the reader with what it would be given; nothing waits for its answer. */
const run = (page: Page, script: string, name: string, ...given: unknown[]): Promise<void> =>
  page.evaluate(
    async (address, name, given) => {
      const part = (await import(address)) as Record<string, (...given: unknown[]) => unknown>;
      void part[name]!(...given);
    },
    addressOf(script),
    name,
    given,
  );

/** Finds words that stand in many places, and goes to the first. */
export async function findWords(page: Page, words = 'police'): Promise<void> {
  await openView(page, 'find');
  await page.waitForSelector('.finding:has(.places:not([aria-busy])) input');
  await page.type('.finding input', words);
  await page.keyboard.press('Enter');
  await page.waitForSelector('reader-panel[hidden]');
}

/** Keeps a place from a visit before, in a story with a long name. */
export const keepPlace = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    try {
      localStorage.setItem(
        'reader-kept-place',
        JSON.stringify({ id: 'cardiff', index: 1, begins: 'x', letter: 0, top: 100 }),
      );
    } catch {
      /* about:blank */
    }
  });

/** What makes the bar say each of them. The kept place is offered by itself to whoever comes back (`keepPlace`). */
export const causes: Record<Exclude<NoticeKind, 'place'>, (page: Page) => Promise<unknown>> = {
  // A newer worker that answers that its copy can be read.
  update: page =>
    page.evaluate(async address => {
      const { offerNewer } = (await import(address)) as { offerNewer(registered: unknown, worker: unknown): void };
      offerNewer(
        {},
        {
          postMessage: (_: unknown, [port]: MessagePort[]) =>
            port!.postMessage({ readable: true, missing: [], damaged: [] }),
        },
      );
    }, addressOf('newer-version')),
  corrections: page =>
    page.evaluate(async address => {
      const { tell } = (await import(address)) as { tell(before: unknown, now: unknown, seen: () => void): void };
      const text = (id: string, words: string) =>
        Array.from({ length: 12 }, (_, number) => ({ id, text: `${words} ${number}` }));
      tell(text('foreword', 'Before'), text('foreword', 'Now'), () => {
        Object.assign(window, { seen: true });
      });
    }, addressOf('tell')),
  where: async page => {
    for (const key of ['Alt', 'Shift'] as const) await page.keyboard.down(key);
    await page.keyboard.press('KeyW');
    for (const key of ['Alt', 'Shift'] as const) await page.keyboard.up(key);
  },
  arrived: async page => {
    await page.evaluate(() => {
      history.replaceState(null, '', '?passage=0.Community+outreach+in+Cardiff#cardiff');
    });
    await run(page, 'arrive', 'arrive');
    await page.waitForSelector('[data-linked]');
    await page.evaluate(() => {
      history.replaceState(null, '', location.pathname);
    });
  },
  settings: page => run(page, 'offered', 'offerCarried', '#settings:size=200&theme=dark&typeface=atkinson'),
  selected: page =>
    page.evaluate(() => {
      const passage = document.querySelector('#foreword p')!.firstChild!;
      getSelection()!.setBaseAndExtent(passage, 4, passage, 14);
    }),
  found: page => findWords(page),
  back: page =>
    page.$eval('main a[href="#contact"]', link => {
      link.click();
    }),
};

/** @returns which notice stands above the bar's links; nothing where none does */
export const noticeShown = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [first, ...others] = document.querySelectorAll<HTMLElement>('.notice');
    if (others.length) throw new Error('Two notices at once');
    return first?.dataset['kind'];
  });

/** Ends the notice that is shown, as a reader does. */
export const endNotice = async (page: Page): Promise<void> => {
  await page.$eval('.notice', notice => {
    if (notice.getAttribute('data-kind') === 'selected') getSelection()!.removeAllRanges();
    else notice.querySelector<HTMLElement>('button:last-child')!.click();
  });
  await whenStill(page);
};

/** Reads a passage that is far from what a link leads to, with no notice in the bar, and the focus nowhere in it. */
export async function readQuietly(page: Page): Promise<void> {
  await whenListening(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await readAt(page, '#foreword p', 2);
  await whenStill(page);
}
