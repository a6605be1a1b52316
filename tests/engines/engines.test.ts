/**
 * The main journeys of readers, each in Chromium, Firefox and WebKitGTK against the built site; what an engine cannot
 * do is told with its reason.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { engineNames, type Browser, type EngineName, type Mode, type Screen } from '../support/engines/engine.js';
import { withFirstScript } from '../support/engines/first-script.js';
import { startInternet, type Internet } from '../support/engines/internet.js';
import { startEngine } from '../support/engines/start.js';
import { publishedCopy, type PublishedCopy } from '../support/publish.js';
import { serve } from '../support/server.js';
import { builtFolder } from '../support/site.js';
import { inSweep, isSweep } from '../support/sweep.js';
import type { Journey, Visit } from './journey.js';
import { axeJourneys } from './journeys/axe.js';
import { deviceJourneys } from './journeys/device.js';
import { fileJourneys } from './journeys/files.js';
import { firstVisit, readingJourneys } from './journeys/reading.js';
import { table, type Row } from './table.js';

/** Those that need another browser come last, so that each engine is started as seldom as can be. */
const all: readonly Journey[] = [...readingJourneys, ...deviceJourneys, ...fileJourneys, ...axeJourneys].toSorted(
  (one, other) => Number('mode' in one) - Number('mode' in other),
);
const journeys = inSweep(all, [firstVisit]);
const rows: Row[] = journeys.map(({ name }) => ({ name, cells: new Map() }));

let internet: Internet,
  printing: PublishedCopy | undefined,
  running: { engine: EngineName; mode: Mode; browser: Browser } | undefined;
before(async () => {
  internet = await startInternet();
});
after(async () => {
  await running?.browser.close();
  printing?.close();
  await internet.close();
});

/** @returns the browser for a journey: the one that is open, if it is of the same kind */
async function browserFor(engine: EngineName, mode: Mode): Promise<Browser> {
  if (running?.engine === engine && running.mode === mode) return running.browser;
  await running?.browser.close();
  running = undefined;
  const browser = await startEngine(engine, { mode, proxy: internet.proxy });
  running = { engine, mode, browser };
  return browser;
}

/**
 * Makes one journey in one engine, as a reader who was never there before.
 * @returns the reason, where the engine cannot
 */
async function travel(
  { mode = 'usual', cannot = {}, run, name }: Journey,
  engine: EngineName,
): Promise<string | undefined> {
  const browser = await browserFor(engine, mode),
    ownCopy = /newer version/.test(name);
  if (ownCopy) (printing ??= publishedCopy()).restore();
  const folder = ownCopy ? printing!.folder : builtFolder;
  const site = await serve(folder, { handle: withFirstScript(folder) });
  const screens: Screen[] = [],
    another = async () => {
      const screen = await browser.screen();
      screens.push(screen);
      return screen;
    };
  try {
    const before = internet.asked.length;
    const visit: Visit = {
      engine,
      screen: await another(),
      another,
      site,
      asked: () => internet.asked.slice(before),
      press: () => printing!,
    };
    const unable = cannot[engine];
    await (unable ? unable.check(visit) : run(visit));
    return unable?.reason;
  } finally {
    for (const screen of screens) await screen.close();
    await site.close();
  }
}

const named = process.env['READER_ENGINE']?.toLowerCase() ?? '';
for (const engine of engineNames.filter(name => name.toLowerCase().startsWith(named)))
  for (const journey of journeys) {
    test(`${engine}: ${journey.name}`, async () => {
      const reason = await travel(journey, engine);
      rows.find(({ name }) => name === journey.name)!.cells.set(engine, reason ?? true);
    });
  }

// One engine, or one journey, is no table.
if (isSweep && !named)
  test('the table of journeys and engines is as it was accepted', () => {
    const path = join(import.meta.dirname, '../ENGINES.md'),
      made = table(rows);
    if (process.env['READER_ACCEPT'] === '1' && !process.env['CI']) writeFileSync(path, made);
    assert.equal(
      existsSync(path) ? readFileSync(path, 'utf8') : '',
      made,
      'The table changed. Read the difference; if it is right: READER_ACCEPT=1 npm run test:all -- engines',
    );
  });
