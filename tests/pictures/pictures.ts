/**
 * Makes the pictures of the reader: icons from public/icon.svg, and for sharing, stores and the README real screenshots
 * of the built pages.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../support/browser.js';
import { serve } from '../support/server.js';
import { makeSmall } from './small-png.js';

process.chdir(join(import.meta.dirname, '../..'));

interface Icon {
  file: string;
  size: number;
  viewBox?: string;
}
interface Screenshot {
  file: string;
  width: number;
  height: number;
  /** Pixels of the picture to one of the page. */
  scale?: number;
  /** The reader's choices, as the settings keep them. */
  choices?: Record<string, string>;
  /** What to do before the picture is taken. */
  prepare?: (page: Page) => Promise<unknown>;
}

const icons: Icon[] = [
  { file: 'public/icon-180.png', size: 180 },
  { file: 'public/icon-192.png', size: 192 },
  { file: 'public/icon-512.png', size: 512 },
  // A device may cut away all but the middle circle, 80% wide (https://www.w3.org/TR/appmanifest/#icon-masks): this
  // frame puts the dot and every bend inside it.
  { file: 'public/icon-maskable-512.png', size: 512, viewBox: '-7 -7 88 88' },
];

/** Leaves only the cover, and on it only the title, so that no line is cut in half. */
const showOnlyTitle = (page: Page) =>
  page.evaluate(() => {
    for (const piece of document.querySelectorAll<HTMLElement>('header, .cover p')) piece.hidden = true;
    document.querySelector<HTMLElement>('.cover')!.style.minBlockSize = '100vh';
  });
/**
 * Scrolls until the piece stands so many pixels below the top: chosen by eye, so that neither edge cuts a line of text
 * in half.
 */
const scrollTo = (selector: string, top: number) => (page: Page) =>
  page.$eval(selector, (piece, top) => scrollBy(0, piece.getBoundingClientRect().top - top), top);

const phone = { width: 390, height: 844 };
const screen = { width: 1280, height: 800 };
const screenshots: Screenshot[] = [
  { file: 'public/sharing.png', width: 1200, height: 630, prepare: showOnlyTitle },
  { file: 'public/narrow.png', ...phone, scale: 2 },
  { file: 'public/wide.png', ...screen, prepare: scrollTo('#excessive-force quote-card', 216) },
  { file: 'tests/pictures/readme/cover-wide.png', ...screen },
  {
    file: 'tests/pictures/readme/phone-dark.png',
    ...phone,
    choices: { theme: 'dark' },
    prepare: scrollTo('#race-discrimination h4', 40),
  },
  {
    file: 'tests/pictures/readme/panel.png',
    ...phone,
    choices: { theme: 'cream' },
    prepare: async page => {
      await scrollTo('#excessive-force quote-card', 48)(page);
      await page.click('reader-settings summary');
    },
  },
  { file: 'tests/pictures/readme/figures.png', ...screen, prepare: scrollTo('#figures-people', 32) },
];

async function drawIcon(page: Page, { file, size, viewBox = '0 0 64 64' }: Icon): Promise<void> {
  const drawing = readFileSync('public/icon.svg', 'utf8').replace('viewBox="0 0 64 64"', `viewBox="${viewBox}"`);
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<!doctype html><style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  writeFileSync(file, makeSmall(await page.screenshot()));
}

/** Each screenshot meets the reader for the first time, so that none depends on another. */
async function takeScreenshot(
  browser: Browser,
  url: string,
  { file, width, height, scale = 1, choices = {}, prepare }: Screenshot,
): Promise<void> {
  const visit = await browser.createBrowserContext();
  const page = await visit.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument(kept => localStorage.setItem('reader-settings', kept), JSON.stringify(choices));
  await page.goto(url);
  // From here on nothing in the page moves by itself: the controls work, and the offline copy is complete and says so.
  await page.waitForSelector('reader-settings:defined');
  await page.waitForSelector('.saved.now');
  await prepare?.(page);
  writeFileSync(file, makeSmall(await page.screenshot()));
  await visit.close();
}

/** @returns the typefaces of the cover, as this machine has them */
async function typefacesOf(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  const client = await page.createCDPSession();
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const found = ['h1', 'h1 b'].map(async selector => {
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    return (await client.send('CSS.getPlatformFontsForNode', { nodeId })).fonts.map(({ familyName }) => familyName);
  });
  return (await Promise.all(found)).flat();
}

const folder = process.argv[2] ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`There is no built reader in ${folder} to take pictures of. Please run npm run build first.`);
  process.exit(1);
}
mkdirSync('tests/pictures/readme', { recursive: true });
const site = await serve(folder);
const browser = await launch({ isWhole: true });
try {
  const page = await browser.newPage();
  for (const icon of icons) await drawIcon(page, icon);
  for (const screenshot of screenshots) await takeScreenshot(browser, site.url, screenshot);
  const typefaces = await typefacesOf(page, site.url),
    others = ['Roboto', 'Noto Serif'].filter(name => !typefaces.some(each => each.startsWith(name)));
  if (others.length)
    console.warn(
      `Without ${others.join(' and ')} the pictures do not show what most phones do ` +
        '(on Debian: fonts-roboto-unhinted and fonts-noto-core).',
    );
} finally {
  await browser.close();
  await site.close();
}
console.log(`Made ${icons.length} icons and ${screenshots.length} screenshots.`);
