/** Every piece of the reader, in every state that a reader can meet: how to get there, and what to look at. */
import type { Page } from 'puppeteer-core';
import { openView, whenListening, whenWhole } from '../support/readers.js';
import { openSettings } from '../support/choose-settings.js';

export interface State {
  name: string;
  /** The page, below its language. */
  path?: string;
  /** Choices beside those of the look. */
  choices?: Record<string, string>;
  /** Without a script: what then stands there. */
  script?: false;
  /** What to do first. `stop` takes the server away, `start` brings it back. */
  reach?: (page: Page, server: { stop(): Promise<unknown>; start(): Promise<unknown> }) => Promise<unknown>;
  /** The piece alone; without it, the window. */
  piece?: string;
}

const to = (selector: string) => (page: Page) =>
  page.$eval(selector, element => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: -24, behavior: 'instant' });
  });
const settings = (part?: number) => async (page: Page) => {
  await openSettings(page, false);
  if (part === undefined) return;
  await page.$$eval(
    '.sheet .part',
    (all, part) => {
      (all[part] as HTMLDetailsElement).open = true;
      all[part]!.scrollIntoView({ block: 'start', behavior: 'instant' });
    },
    part,
  );
};
const view =
  (name: string, at = '#cardiff') =>
  async (page: Page) => {
    await to(at)(page);
    await openView(page, name);
  };
const finding = (words: string) => async (page: Page) => {
  await openView(page, 'find');
  await page.type('.finding input', words);
  await new Promise(done => setTimeout(done, 600));
};
const ask = (name: string, about: string) => (page: Page) =>
  page.evaluate(
    (view, about) => {
      dispatchEvent(new CustomEvent('reader-view', { detail: { view, about } }));
    },
    name,
    about,
  );

export const states: State[] = [
  { name: 'cover' },
  { name: 'cover, without a script', script: false },
  { name: 'contents in the page', reach: to('#contents') },
  { name: 'a part begins', reach: to('#individuals-and-communities') },
  { name: 'a section', piece: '#foreword' },
  { name: 'a story', piece: '#young-witness' },
  { name: 'a story with a content note', piece: '#strip-searches' },
  { name: 'a quotation', piece: 'quote-card' },
  { name: 'headline figures', piece: '#figures-individuals' },
  { name: 'headline figures without drawings', piece: '#figures-individuals', choices: { drawings: 'hidden' } },
  { name: 'ways of contact', reach: to('#contact') },
  {
    name: 'the end of the page',
    reach: page => page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })),
  },
  {
    name: 'stories that are hard to read, folded',
    choices: { hard: 'folded' },
    reach: async page => {
      await page.waitForSelector('.fold');
      await to('.fold')(page);
    },
  },
  {
    name: 'hard words explained in the text',
    choices: { terms: 'explained' },
    reach: async page => {
      await page.waitForSelector('.hard-words');
      await to('.hard-words')(page);
    },
  },
  { name: 'reading guide: ruler', choices: { guide: 'ruler' }, reach: to('#young-witness') },
  { name: 'reading guide: window', choices: { guide: 'window' }, reach: to('#young-witness') },
  { name: 'settings', reach: settings() },
  ...[0, 1, 2, 3, 4, 5].map(part => ({ name: `settings: part ${part + 1}`, reach: settings(part) })),
  { name: 'panel: contents', reach: view('contents') },
  { name: 'panel: find, empty', reach: view('find') },
  { name: 'panel: find, places', reach: finding('complaint') },
  { name: 'panel: find, similar', reach: finding('complaynt') },
  { name: 'panel: find, nothing', reach: finding('xylophone') },
  { name: 'panel: passage', reach: view('passage') },
  { name: 'panel: marks, none', reach: view('marks') },
  { name: 'panel: plain words', reach: view('plain', '#strip-searches') },
  { name: 'panel: figures', reach: view('figures', '#figures-individuals') },
  { name: 'panel: help lines', reach: view('help') },
  {
    name: 'a passage marked',
    reach: async page => {
      await view('passage')(page);
      await page.click('.kinds button');
      await new Promise(done => setTimeout(done, 800));
    },
  },
  {
    name: 'the way back',
    reach: async page => {
      await page.$eval('main a[href^="#"]', link => (link as HTMLElement).click());
      await page.waitForSelector('.notice[data-kind=back] button');
    },
  },
  {
    name: 'without a connection',
    reach: async (page, server) => {
      await whenWhole(page);
      await server.stop();
      await page.reload();
      await new Promise(done => setTimeout(done, 1500));
    },
  },
  {
    name: 'a view that cannot be fetched',
    reach: async (page, server) => {
      await whenListening(page);
      await server.stop();
      await ask('figures', '')(page);
      await new Promise(done => setTimeout(done, 2500));
    },
  },
  ...['help/', 'formats/', 'plain/', 'device/', 'accessibility/', 'nothing-here'].flatMap((path): State[] => [
    { name: `page: ${path}`, path, reach: () => new Promise(done => setTimeout(done, 800)) },
    {
      name: `page: ${path}, further down`,
      path,
      reach: page =>
        page.evaluate(
          () =>
            new Promise(done =>
              setTimeout(() => {
                scrollTo({ top: innerHeight * 1.5, behavior: 'instant' });
                requestAnimationFrame(done);
              }, 800),
            ),
        ),
    },
  ]),
  { name: 'Welsh: cover', path: 'cy/' },
  { name: 'Welsh: settings', path: 'cy/', reach: settings() },
  { name: 'Welsh: contents', path: 'cy/', reach: view('contents') },
];
