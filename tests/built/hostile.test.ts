/**
 * Whatever somebody hostile puts in the reader's way, in an address, on the device, in a message, a file or the
 * content: it is words, or nothing.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { faultsOfShape, readContent, takenIds } from '../../src/build/content.js';
import { titleOf } from '../../src/build/head.js';
import { factsOf } from '../../src/build/hosting.js';
import { fileNameOf } from '../../src/build/one-file-page.js';
import * as model from '../../src/model/report/model.js';
import { textsOfReport, words } from '../../src/model/report/words.js';
import { carriedIn } from '../../src/browser/features/settings/carry.js';
import { checked } from '../../src/browser/features/settings/choices.js';
import { checkedStyles, cleanName } from '../../src/browser/features/settings/saved-styles.js';
import { whenStill } from '../support/clock.js';
import {
  named,
  numbersFrom,
  payloads,
  pick,
  rounds,
  ways,
  wellFormed,
  type Input,
  type Way,
} from '../support/hostile.js';
import { openView, readers, reportWords, whenSaved, type Readers } from '../support/readers.js';
import type { Site } from '../support/server.js';
import { builtFolder } from '../support/site.js';
import { isSweep } from '../support/sweep.js';
import { openSettings } from '../support/choose-settings.js';

const seed = Number(process.env['HOSTILE_SEED'] ?? 20_240_731);
let all: Readers,
  trap: string,
  context: BrowserContext,
  page: Page,
  published: string,
  given = 0,
  visits = 0;
/** What ran, was refused by the policy, or asked elsewhere: nothing of it may ever happen. */
const happened: string[] = [];
const trapped: string[] = [];
const elsewhere = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
});

/**
 * @returns the rounds of this run: in a sweep every payload in every way; otherwise some, so that each way meets
 * payloads of several kinds
 */
const someRounds = (seed: number, through: readonly Way[], every = 1): Input[][] =>
  rounds(seed, trap, through).filter((_, round) => round % (isSweep ? every : 20) === 0);

/** A page without any policy, where payloads may do what they can: it shows that the watch sees them. */
const bare = '/without-a-policy';

/** Watches a page: what a payload would do is told, whoever does it. */
async function watch(page: Page, { origin }: Site = all.site): Promise<void> {
  await page.exposeFunction('tell', (what: string) => {
    happened.push(what);
  });
  await page.evaluateOnNewDocument(() => {
    const tell = (what: string) => {
      (top as unknown as { tell(what: string): void }).tell(`${what} ${window.name.slice(0, 10)}`);
    };
    Object.defineProperty(window, '__ran', { set: () => tell('ran'), get: () => undefined });
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      window[name] = () => {
        tell(name);
        return null as never;
      };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      tell(`refused: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`),
    );
  });
  page.on('request', request => {
    if (!request.url().startsWith(origin) && !/^(data|blob|about):/.test(request.url()))
      happened.push(`asked ${request.url().slice(0, 100)}`);
  });
}

/**
 * @returns what stands in a page that no template of ours has put there, and links that lead where none of ours does
 */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // The one file holds its icon itself.
    const found: Element[] = [
      ...document.querySelectorAll(
        'img, iframe, frame, object, embed, base, form, video, audio, template, math, svg script, svg a, ' +
          'meta[http-equiv=refresh], body script ~ script',
      ),
    ];
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        const leads =
          /^(href|src|action|formaction|data|srcdoc|xlink:href)$/.test(name) &&
          !/^(https?:|mailto:|tel:)$/.test(new URL(value, location.href).protocol) &&
          !element.matches('head > link[rel=icon]');
        if (name.startsWith('on') || leads || /url\(|expression/.test(name === 'style' ? value : ''))
          found.push(element);
      }
    return [...new Set(found)].map(element => element.outerHTML.slice(0, 120));
  });

before(async () => {
  const { policy } = factsOf(builtFolder);
  all = await readers({
    handle: ({ url }, response, next) => {
      if (url === bare)
        return void response
          .writeHead(200, { 'Content-Type': 'text/html' })
          .end('<!doctype html><title>Nothing is forbidden here</title>');
      response.setHeader('Content-Security-Policy', policy);
      next();
    },
  });
  await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
  trap = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  context = await all.browser.createBrowserContext();
  page = await all.open(context);
  await watch(page);
  await page.goto(all.site.url);
  await whenSaved(page);
  published = (await reportWords(page)).join(' ');
});
after(async () => {
  console.log(`${given} hostile inputs (seed ${seed})`);
  elsewhere.close();
  await all.close();
});

/** Nothing happened, and the page is as it should be: every word, nobody else's elements. */
async function unharmed(page: Page, inputs: readonly Input[]): Promise<void> {
  const after = () => `after\n${inputs.map(named).join('\n')}`;
  assert.deepEqual([...happened, ...trapped.map(path => `asked elsewhere for ${path}`), ...all.faults], [], after());
  assert.deepEqual(await strangers(page), [], after());
  const found = await reportWords(page);
  assert.equal(found.length, 4396, after());
  assert.ok(found.join(' ') === published, `words changed ${after()}`);
}

/** What the reader has kept on this device before anything hostile comes. */
const own = {
  'reader-settings': JSON.stringify({ size: '125', theme: 'cream' }),
  'reader-looks': JSON.stringify([{ name: 'Mine', choices: { theme: 'dark' } }]),
  'reader-shortcuts': JSON.stringify({ on: true, letters: false, keys: { larger: 'Alt+Shift+KeyL' } }),
};

/**
 * Puts everything in place, as another page of the same host could, and goes to an address from there. Half letters
 * cannot be sent to a browser, so all is sent as JSON.
 */
async function arrive(inputs: readonly Input[]): Promise<void> {
  const number = (visits += 1);
  const there: Partial<Record<Way, string>> = Object.fromEntries(inputs.map(({ way, text }) => [way, text]));
  await page.evaluate(
    async (json, number) => {
      const { own, there } = JSON.parse(json) as { own: Record<string, string>; there: Record<string, string> };
      localStorage.clear();
      for (const [key, text] of Object.entries(own)) localStorage.setItem(key, text);
      for (const [key, text] of Object.entries(there)) if (key.startsWith('reader-')) localStorage.setItem(key, text);
      if (there['another key'] !== undefined) {
        localStorage.setItem(there['another key'], there['another key']);
        sessionStorage.setItem(there['another key'], 'x');
      }
      sessionStorage.setItem('reader-place', there['reader-place'] ?? 'null');
      localStorage.removeItem('reader-place');
      localStorage.removeItem('reader-last-read');
      for (const name of await caches.keys())
        if (name.startsWith('reader-last-read')) {
          const cache = await caches.open(name),
            key = new URL('last-read.json', location.href);
          await cache.delete(key);
          if (there['reader-last-read'] !== undefined)
            await cache.put(key, new Response(there['reader-last-read'], { headers: { 'content-type': 'text/html' } }));
        }
      window.name = there['name'] ?? '';
      // Chromium itself refuses whatever is asked for from an address with a line's end and "<" in it (dangling
      // markup), the next visit too.
      const query = (name: string, text = '') =>
        `?${name}=${number}&${text.slice(0, 2000).replace(/[#\t\r\n]/g, encodeURIComponent)}`;
      history.replaceState(there['state'], '', query('before', there['referrer']));
      setTimeout(() => location.assign(`./${query('visit', there['query'])}#${there['fragment'] ?? ''}`));
    },
    JSON.stringify({ own, there }),
    number,
  );
  try {
    await page.waitForFunction(
      number => location.search.startsWith(`?visit=${number}&`) && document.querySelector('reader-settings:defined'),
      {},
      number,
    );
  } catch (error) {
    throw new Error(`The page does not come, after\n${inputs.map(named).join('\n')}`, { cause: error });
  }
  given += inputs.length;
}

const keptUnder = (key: string) => page.evaluate(key => localStorage.getItem(key), key);

/**
 * What comes when the browser is idle comes; the settings open, with all that is in them; what was changed is listed,
 * and can be opened.
 */
async function canBeUsed(inputs: readonly Input[]): Promise<void> {
  try {
    await whenStill(page);
    await openSettings(page);
    await page.waitForSelector('shortcut-settings li button');
    const listed = await page.$$eval('.changes li', all => all.length);
    assert.ok(listed < 6000, `${listed} changes are listed`);
    await page.$$eval('.changes details', all => {
      for (const each of all) each.open = true;
    });
  } catch (error) {
    throw new Error(`${(error as Error).message} The page cannot be used, after\n${inputs.map(named).join('\n')}`, {
      cause: error,
    });
  }
}

/** Shows each of these texts as a page in a frame, which has the number of the text for its name. */
const frame = (page: Page, texts: readonly string[]) =>
  page.evaluate(async texts => {
    await Promise.all(
      (JSON.parse(texts) as string[]).map(
        (text, index) =>
          new Promise(done => {
            const frame = Object.assign(document.createElement('iframe'), { name: `no. ${index}`, srcdoc: text });
            frame.onload = done;
            document.body.append(frame);
          }),
      ),
    );
  }, JSON.stringify(texts));

test('the watch sees what payloads do where nothing holds them', async () => {
  const page = await all.open();
  await watch(page);
  await page.goto(all.site.origin + bare);
  const texts = payloads(trap).map(({ text }) => text);
  await frame(
    page,
    texts.filter(text => text.includes('<') && text.length < 10_000),
  );
  await whenStill(page);
  const ran = new Set(happened.map(what => /no\. (\d+)/.exec(what)?.[1]).filter(Boolean));
  assert.ok(ran.size >= 15, `${ran.size} payloads ran`);
  assert.ok(trapped.length >= 5, `${trapped.length} requests left the origin`);
  await page.browserContext().close();
  happened.length = trapped.length = all.faults.length = 0;
});

test('nothing that comes with a visit runs, and the reader’s own settings stay as they are', async () => {
  const through: Way[] = ['fragment', 'query', 'referrer', 'name', 'state', 'another key', 'reader-last-read'];
  // In a sweep every third round: each way meets a third of the payloads, in company that another seed changes.
  for (const inputs of someRounds(seed, through, 3)) {
    await arrive(inputs);
    await canBeUsed(inputs);
    await unharmed(page, inputs);
    for (const [key, text] of Object.entries(own))
      assert.equal(await keptUnder(key), text, `${key} ${inputs.map(named).join('\n')}`);
    assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), {
      size: '125',
      theme: 'cream',
    });
  }
});

test('of settings, looks and keys on the device only what the catalogue allows is taken', async () => {
  for (const [number, inputs] of someRounds(seed + 1, [
    'reader-settings',
    'reader-looks',
    'reader-shortcuts',
    'reader-copy',
    'reader-install',
    'reader-place',
  ]).entries()) {
    await arrive(inputs);
    // Fetching the panel takes longest; what it then shows is the same code each time.
    if (number % (isSweep ? 5 : 3) === 0) {
      await canBeUsed(inputs);
      await looksAreWords(inputs);
    }
    await unharmed(page, inputs);
    await onlyAllowed(inputs);
  }
});

/** What the page shows and keeps is what the catalogue allows, whatever was put there. */
async function onlyAllowed(inputs: readonly Input[]): Promise<void> {
  // Whether all is laid out by now stands there too, and is no choice.
  const { later: _, ...shown } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  const after = inputs.map(named).join('\n');
  assert.deepEqual(shown, { ...checked(shown) }, after);
  assert.equal((await keptUnder('reader-settings')) ?? '{}', JSON.stringify(checked(shown)), after);
}

/** @returns the names of the looks that are kept on the device, as far as they are looks */
async function keptLooks(): Promise<string[]> {
  const text = (await keptUnder('reader-looks')) ?? '[]';
  try {
    return checkedStyles(JSON.parse(text)).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** The list of looks has the names of those that are looks, as words. */
async function looksAreWords(inputs: readonly Input[]): Promise<void> {
  const names = await page.$$eval('more-settings .looks ~ ul li button:first-child', all =>
    all.map(button => button.textContent),
  );
  assert.deepEqual(
    names,
    (await keptLooks()).map(name => `Use: ${name}`),
    inputs.map(named).join('\n'),
  );
}

/** Brings the page back to the reader's own settings, as a first visit of the day. */
async function ownPage(): Promise<void> {
  await arrive([]);
  await canBeUsed([]);
}

/** Lets inputs reach the page while it is open, each by its way. */
const reachOpenPage = (inputs: readonly Input[]) =>
  page.evaluate(
    async json => {
      const there = JSON.parse(json) as Record<string, string>;
      // What lies too deep to be sent is sent as text.
      const data = (text: string): unknown => {
        try {
          return structuredClone(JSON.parse(text));
        } catch {
          return text;
        }
      };
      for (const [way, key] of [
        ['settings, later', 'reader-settings'],
        ['looks, later', 'reader-looks'],
        ['keys, later', 'reader-shortcuts'],
      ] as const) {
        localStorage.setItem(key, there[way]!);
        dispatchEvent(new StorageEvent('storage', { key, newValue: there[way]! }));
      }
      location.hash = there['a fragment, later']!;
      postMessage(data(there['a message to the page']!), '*');
      navigator.serviceWorker.controller!.postMessage(data(there['a message to the worker']!), [
        new MessageChannel().port1,
      ]);
      await new Promise(done => setTimeout(done, 5));
    },
    JSON.stringify(Object.fromEntries(inputs.map(({ way, text }) => [way, text]))),
  );

test('what reaches an open page by its address, another tab or a message changes no more than that', async () => {
  await ownPage();
  const through: Way[] = [
    'a fragment, later',
    'settings, later',
    'looks, later',
    'keys, later',
    'a message to the page',
    'a message to the worker',
  ];
  for (const inputs of someRounds(seed + 2, through)) {
    await reachOpenPage(inputs);
    given += inputs.length;
    await onlyAllowed(inputs);
    await unharmed(page, inputs);
  }
});

/**
 * Sends everything that can be sent, to the page and to the worker, and lets the worker check its copy.
 * @returns how many messages were sent
 * @throws Error saying what the copy lacks
 */
const sendMessages = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const cyclic: Record<string, unknown> = { type: 'check' };
    cyclic['payload'] = [cyclic];
    const plain: unknown[] = [undefined, null, 0, -0, 1n, '', 'check', true, [], {}, new Date(NaN), /check/, cyclic];
    const held: unknown[] = [
      new Map([['type', 'check']]),
      new Set(['check']),
      new Error('check'),
      new ArrayBuffer(8),
      new Blob(['check']),
    ];
    const typed: unknown[] = [
      { type: null },
      { type: ['check'] },
      { type: { toString: 'check' } },
      { type: 'check' },
      { type: 'mend', files: ['/evil.js'] },
      { type: 'SKIP_WAITING' },
      { type: 'CLIENTS_CLAIM' },
      { type: 'WINDOW_READY', meta: 'workbox-window' },
    ];
    const large: unknown[] = [
      { type: 'x'.repeat(2_000_000) },
      Array.from({ length: 200_000 }, () => 'check'),
      { type: 'check', payload: new Uint8Array(5_000_000) },
      JSON.parse('{"__proto__":{"type":"check"},"constructor":{"prototype":{"type":"mend"}}}'),
    ];
    const messages = [...plain, ...held, ...typed, ...large];
    for (const message of messages) {
      postMessage(message, '*');
      navigator.serviceWorker.controller!.postMessage(message);
      navigator.serviceWorker.controller!.postMessage(message, [new MessageChannel().port2]);
    }
    const { port1, port2 } = new MessageChannel();
    navigator.serviceWorker.controller!.postMessage({ type: 'check' }, [port2]);
    const { missing, damaged } = await new Promise<{ missing: string[]; damaged: string[] }>(done => {
      port1.onmessage = ({ data }) => done(data);
    });
    if (missing.length || damaged.length)
      throw new Error(`missing: ${missing.join(' ')}; damaged: ${damaged.join(' ')}`);
    return messages.length * 2;
  });

test('messages of every kind and size leave the page and its copy whole', async () => {
  await ownPage();
  given += await sendMessages(page);
  await unharmed(page, []);
  await all.site.stop();
  try {
    await page.reload();
    await page.waitForSelector('reader-settings:defined');
    await unharmed(page, []);
  } finally {
    await all.site.start();
  }
});

/**
 * Brings a file to the settings, and waits until it was read.
 * Half letters cannot be sent to a browser, so all is sent as JSON.
 */
const bringFile = (text: string, name: string): Promise<void> =>
  page.evaluate(
    async json => {
      const [text, name] = JSON.parse(json) as [string, string];
      const field = document.querySelector<HTMLInputElement>('more-settings [type=file]')!,
        brought = new DataTransfer();
      brought.items.add(new File([text], name));
      field.files = brought.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      while (field.files.length) await new Promise(done => setTimeout(done));
      await new Promise(done => setTimeout(done));
    },
    JSON.stringify([text, name]),
  );

test('of a settings file only what the catalogue allows is taken; its name and the names in it are words', async () => {
  await ownPage();
  const seen = someRounds(seed + 3, ['a file', 'the name of a file']);
  for (const inputs of seen) {
    const [{ text }, { text: fileName }] = inputs as [Input, Input];
    const before = await keptLooks();
    await bringFile(text, fileName);
    given += inputs.length;
    // A file cannot hold half a letter.
    const brought = text.length > 100_000 ? undefined : carriedIn(Buffer.from(text).toString());
    const fault = await page.evaluate(() => document.getElementById('file-fault')?.textContent);
    if (brought) assert.equal(fault, null, named(inputs[0]!));
    else
      assert.ok(
        fault?.startsWith(`“${cleanName(wellFormed(fileName))}” is not a settings file.`),
        `${fault} ${inputs.map(named).join('\n')}`,
      );
    const now = await keptLooks();
    for (const name of before) assert.ok(now.includes(name), `“${name}” is lost ${inputs.map(named).join('\n')}`);
    await onlyAllowed(inputs);
    await looksAreWords(inputs);
    await unharmed(page, inputs);
  }
});

test('a file with more looks than are kept pushes out none of the reader’s own', async () => {
  await ownPage();
  const looks = Array.from({ length: 80 }, (_, index) => ({ name: `<b>${index}</b>`, choices: { theme: 'dark' } }));
  await bringFile(JSON.stringify({ kind: 'reader-settings', looks }), 'many.json');
  given += 1;
  assert.ok((await keptLooks()).includes('Mine'));
});

test('no id of the report can be one that the page around it has', async () => {
  await ownPage();
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')]
      .filter(element => !element.closest('main') || element.closest('[data-ours]') || element.matches('main'))
      .map(({ id }) => id),
  );
  assert.ok(ids.length > 10);
  assert.deepEqual(
    ids.filter(id => !takenIds.has(id)),
    [],
  );
});

/** Every string of a report that is shown, by what it is, and how to put another there. */
type Place = { kind: string; put(text: string): void };
function placesIn(report: model.Report): Place[] {
  const places: Place[] = [];
  const place = <Name extends string>(kind: string, holder: { [key in Name]?: string }, name: Name) => {
    if (holder[name] !== undefined)
      places.push({
        kind,
        put(text) {
          holder[name] = text;
        },
      });
  };
  const line = (kind: string, lines: string[]) =>
    lines.forEach((_, index) =>
      places.push({
        kind,
        put(text) {
          lines[index] = text;
        },
      }),
    );
  const blocks = (list: model.Block[]) => {
    for (const block of list)
      switch (block.type) {
        case 'paragraph':
          delete block.voices;
          place('paragraph', block, 'text');
          break;
        case 'list':
          line('list item', block.items);
          break;
        case 'quotation':
          delete block.setting;
          delete block.speaker;
          place('introduction', block, 'introduction');
          line('quotation', block.paragraphs);
          place('attribution', block, 'attribution');
          break;
        case 'statistic':
          delete block.figure;
          delete block.value;
          delete block.unit;
          delete block.approximate;
          place('statistic', block, 'statement');
          break;
        case 'contact':
          place('contact label', block, 'label');
          line('contact line', block.lines);
          break;
        case 'signature':
          place('name', block, 'name');
          place('role', block, 'role');
      }
  };
  place('title', report, 'title');
  place('series', report, 'series');
  place('period', report, 'period');
  blocks(report.opening);
  for (const part of report.parts) {
    place('heading', part, 'heading');
    blocks(part.blocks);
    for (const section of part.sections) {
      place('heading', section, 'heading');
      blocks(section.blocks);
      for (const story of section.stories) {
        place('heading', story, 'heading');
        blocks(story.blocks);
      }
    }
  }
  return places;
}

/** Builds the project's own copy with another report. @returns the folder of the site */
async function build(folder: string, report: model.Report): Promise<string> {
  const project = resolve(import.meta.dirname, '../..');
  for (const part of [
    'src',
    'content',
    'locales',
    'public',
    'vite.config.ts',
    'package.json',
    'tsconfig.json',
    'LICENSE',
  ])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'content/report.en.json'), JSON.stringify(report));
  const building = spawn('npx', ['vite', 'build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', READER_URL: '', READER_WITHOUT: 'braille,pdf' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = building.stderr.setEncoding('utf8').toArray();
  const [code] = await once(building, 'exit');
  assert.equal(code, 0, (await said).join('').slice(0, 4000));
  return join(folder, 'dist');
}

/** The payloads that may be published, as words. */
/** What is wrong with a paragraph of these words. */
const faultsIn = (text: string) => faultsOfShape(model.Block, { type: 'paragraph', id: 'x', text }, 'report.en.json');
/** @returns the payloads that are words, and may be published */
const goodWords = () =>
  payloads(trap)
    .map(({ text }) => text)
    .filter(text => !faultsIn(text).length);

const refusal =
  /^report\.en\.json: at text: found ".*, expected: it must match pattern .*\(published words, single ordinary spaces/s;

test('hostile words in the content are refused with their place', () => {
  for (const { name, text } of payloads(trap)) {
    for (const fault of faultsIn(text)) assert.match(fault, refusal, name);
    for (const [place, thing] of [
      ['id', { type: 'paragraph', id: text, text: 'x' }],
      ['address', { type: 'contact', id: 'x', kind: 'web', lines: ['x'], address: text }],
    ] as const) {
      const [fault] = faultsOfShape(model.Block, thing, 'report.en.json');
      if (place === 'address' || !/^[a-z]+$/.test(text))
        assert.match(
          fault ?? '',
          new RegExp(`^report\\.en\\.json: at ${place}: found ".*expected: `, 's'),
          `${place}: ${name}`,
        );
      given += 1;
    }
  }
  assert.ok(goodWords().length > 40, `${goodWords().length} of the payloads are words that may be published`);
});

/** Puts payloads wherever the report has words. @returns it, how many places that are, and of what kinds */
function hostileReport(): { report: model.Report; count: number; kinds: Set<string> } {
  const random = numbersFrom(seed + 4),
    { report } = readContent(),
    good = goodWords();
  const short = good.filter(text => text.length < 2000),
    long = good.filter(text => text.length >= 2000);
  const places = placesIn(report),
    kinds = new Set(places.map(({ kind }) => kind));
  const titles = short.filter(text => text.includes('id=main') || text.includes('</title>'));
  places.forEach(({ kind, put }, index) =>
    put(kind === 'title' ? titles.join(' ') : (short[index] ?? pick(short, random))),
  );
  // A very long word once, in a paragraph.
  const paragraphs = places.filter(({ kind }) => kind === 'paragraph');
  paragraphs.slice(0, long.length).forEach(({ put }, index) => put(long[index]!));
  return { report, count: places.length, kinds };
}
/** Opens a page of a site, watched, with all that comes late in the report. */
async function visitWatched({ site, open }: Readers, path: string, script: boolean): Promise<Page> {
  const page = await open();
  await page.setJavaScriptEnabled(script);
  await watch(page, site);
  await page.goto(site.url + path);
  if (script && (path === '' || path === 'cy/')) {
    await openView(page);
    await openSettings(page);
  }
  return page;
}
/** @returns readers of a site under the policy that it was built with */
function readersOf(dist: string): Promise<Readers> {
  const { policy } = factsOf(dist);
  return readers(
    {
      handle: (_request, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        next();
      },
    },
    dist,
  );
}
/** @returns the title that search engines find in a page */
const titleInData = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!).name;

if (isSweep)
  test('hostile words in the content stand in every built page as words', async () => {
    const { report, count, kinds } = hostileReport();
    assert.equal(kinds.size, 14, [...kinds].join(', '));
    given += count;

    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    const shown = words(textsOfReport(report).join(' '));
    let hostile: Readers | undefined;
    try {
      const dist = await build(folder, report);
      hostile = await readersOf(dist);
      assert.equal(titleInData(readFileSync(join(dist, 'index.html'), 'utf8')), titleOf(report));
      for (const script of [true, false])
        for (const path of ['', 'cy/', 'device/', 'accessibility/', 'plain/', 'cy/plain/', fileNameOf(report)]) {
          const page = await visitWatched(hostile, path, script);
          if (!/device|accessibility|plain/.test(path))
            assert.deepEqual(await reportWords(page), shown, `${path} ${script}`);
          if (path === '') assert.equal(await page.title(), titleOf(report).replace(/\s+/g, ' '));
          assert.deepEqual([...happened, ...trapped, ...hostile.faults], [], path);
          assert.deepEqual(await strangers(page), [], path);
          await page.browserContext().close();
        }
    } finally {
      await hostile?.close();
      rmSync(folder, { recursive: true });
    }
  });

if (isSweep)
  test('no fewer than three hundred inputs went in, through every way', () => {
    assert.ok(given >= 300, `${given}`);
    assert.equal(Object.keys(ways).length, 21);
  });
