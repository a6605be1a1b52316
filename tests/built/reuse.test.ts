/** A context that is used again is as empty as a new one, and one in which more was done is not used again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { whenStill } from '../support/clock.js';
import { close, readersOfFile } from '../support/steps.js';

const all = await readersOfFile({ copy: false });
/** @returns what is the same for two pages in the same context */
const contextOf = (page: Page) => page.browserContext().id;

/** What the server was asked for, and how it answered, until nothing more is asked for. */
async function asked(page: Page): Promise<string[]> {
  await whenStill(page);
  return all.site.requests
    .splice(0)
    .map(({ path, status }) => `${path} ${status}`)
    .sort();
}

/** Run inside a page: leaves something in every place that outlasts a page, and some more while it goes. */
async function leaveTraces(): Promise<void> {
  localStorage['trace'] = sessionStorage['trace'] = window.name = document.cookie = 'trace=yes';
  addEventListener('pagehide', () => {
    localStorage['last'] = sessionStorage['last'] = 'yes';
  });
  history.pushState({}, '', '#trace');
  await (await caches.open('trace')).put('/trace', new Response('trace'));
  await new Promise(done => {
    indexedDB.open('trace').onsuccess = done;
  });
}

/** Run inside a page. @returns what is kept, beside the answer with which each page of these readers begins */
const tracesInPage = async () => ({
  local: Object.keys(localStorage).filter(name => name !== 'reader-copy'),
  session: Object.keys(sessionStorage),
  caches: await caches.keys(),
  databases: await indexedDB.databases(),
  cookie: document.cookie,
  name: window.name,
  hash: location.hash,
  entries: history.length,
  ours: 'ours' in window || 'trace' in window,
  dark: matchMedia('(prefers-color-scheme: dark)').matches,
  hovered: document.querySelectorAll(':hover').length,
});

/** @returns whether Shift is held, as a press of another key tells a page */
async function isShiftHeld(page: Page): Promise<string> {
  await page.evaluate(() =>
    addEventListener('keydown', ({ shiftKey }) => {
      document.title = `shift ${shiftKey}`;
    }),
  );
  await page.keyboard.press('a');
  return page.title();
}

test('what a visit stored, set, registered and fetched is gone in the next that has its context', async () => {
  const first = await all.visit();
  const before = { asked: await asked(first), traces: await first.evaluate(tracesInPage) };
  await first.evaluateOnNewDocument(() => {
    Object.assign(window, { ours: true });
  });
  await first.exposeFunction('trace', () => undefined);
  await first.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await first.mouse.move(200, 300);
  await first.keyboard.down('Shift');
  await first.evaluate(leaveTraces);
  const context = contextOf(first);
  await close(first);
  all.site.requests.length = 0;

  const second = await all.visit();
  assert.equal(contextOf(second), context);
  assert.deepEqual(await asked(second), before.asked);
  assert.deepEqual(await second.evaluate(tracesInPage), before.traces);
  assert.equal(await isShiftHeld(second), 'shift false');
  await close(second);
});

/** The same server under another name, which is another site. */
const elsewhere = `${all.site.url.replace('127.0.0.1', 'localhost')}licences.txt`;
/** What may outlast a page, or what we do not know not to. */
const deeds: Record<string, (page: Page) => Promise<unknown>> = {
  'a permission is given': page => page.browserContext().overridePermissions(all.site.origin, ['geolocation']),
  'another page is opened beside it': page => page.browserContext().newPage(),
  'a window is opened': page =>
    page.evaluate(() => {
      window.open('/');
    }),
  'a worker is registered': async page => {
    await page.goto(`${all.site.url}licences.txt`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
  },
  'another site is visited': page => page.goto(elsewhere),
  'another site is shown in it': async page => {
    await page.goto(`${all.site.url}licences.txt`);
    await page.evaluate(
      elsewhere =>
        new Promise(onload => {
          const frame = Object.assign(document.createElement('iframe'), { src: elsewhere, onload });
          document.body.append(frame);
        }).then(() => document.querySelector('iframe')!.remove()),
      elsewhere,
    );
  },
  'the connection is cut': page => page.setOfflineMode(true),
  'time is slowed down': page => page.emulateCPUThrottling(2),
  'the browser is spoken to': async page => (await page.createCDPSession()).send('Browser.getVersion'),
  'its target is spoken to': async page => (await page.target().createCDPSession()).send('Browser.getVersion'),
  'it is closed by itself': page => page.close(),
};

test('a context in which more was done than ends with a page is not used again', async () => {
  for (const [what, deed] of Object.entries(deeds)) {
    const page = await all.visit({ whole: false });
    await deed(page);
    await close(page);
    const next = await all.open();
    assert.notEqual(contextOf(next), contextOf(page), `although ${what}`);
    await close(next);
  }
});

test('a page that is closed twice is closed once: the second time may fall into the next visit', async () => {
  const first = await all.open();
  await close(first);
  const second = await all.open();
  await close(first);
  assert.equal(contextOf(second), contextOf(first));
  assert.equal(await second.evaluate(() => 1), 1);
  await close(second);
});
