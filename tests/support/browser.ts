/** Finds the browsers of this machine, and starts Chromium the same way for every test, measurement and picture. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type BrowserContext, type LaunchOptions, type Page } from 'puppeteer-core';

/** A program that tests need: in words, the variable that may name its path, what to install on Debian, and where it usually is. */
interface Program { name: string; variable: string; packages: string; places: string[] }

const chromium: Program = { name: 'Chromium or Chrome', variable: 'CHROMIUM', packages: 'chromium', places: [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] };
const firefox: Program = { name: 'Firefox', variable: 'FIREFOX', packages: 'firefox-esr', places: [
  '/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox',
] };
const webKitDriver: Program = { name: 'WebKitGTK’s WebKitWebDriver', variable: 'WEBKIT_DRIVER', packages: 'webkit2gtk-driver xvfb', places: [
  '/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver',
] };
const display: Program = { name: 'Xvfb, a display for WebKitGTK,', variable: 'XVFB', packages: 'xvfb', places: ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb'] };

/** Flags that keep Chromium from calling home during a test, and from anything that belongs to its window alone: such work would blur timings and counts of requests. */
export const flags: readonly string[] = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Two pages of its own for the list below its address field, made anew for every window: a third of the time of a visit.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // The shared memory of a container is often too small for Chromium.
  '--disable-dev-shm-usage',
  // Chromium refuses to run as root in its sandbox; everybody else keeps the sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** @returns the path that the variable names, or else the first of the usual places @throws Error saying how to get the program, when there is none */
function find({ name, variable, packages, places }: Program): string {
  const named = process.env[variable], found = named ? [named].find(existsSync) : places.find(existsSync);
  if (!found) {
    throw new Error(`${named ? `${variable} names ${named}, but nothing is there` : `These tests need ${name}, and none was found`}: `
      + `please install one (on Debian and Ubuntu: apt-get install ${packages}), or set ${variable} to the path of yours.`);
  }
  return found;
}

/** @returns the path of a Chromium or Chrome, or what the variable CHROMIUM names @throws Error saying how to get one, when there is none */
export const findChromium = (): string => find(chromium);
/** @returns the path of a Firefox, or what the variable FIREFOX names @throws Error saying how to get one, when there is none */
export const findFirefox = (): string => find(firefox);
/** @returns the path of the driver that comes with WebKitGTK, or what the variable WEBKIT_DRIVER names @throws Error saying how to get it, when there is none */
export const findWebKitDriver = (): string => find(webKitDriver);
/** @returns the path of Xvfb, or what the variable XVFB names @throws Error saying how to get it, when there is none */
export const findXvfb = (): string => find(display);

/** @returns the browser of this lane of tests; closing it closes what was opened by it, and leaves the browser to others and to the next file */
async function borrow(address: string): Promise<Browser> {
  const browser = await puppeteer.connect({ browserWSEndpoint: address });
  const contexts: BrowserContext[] = [], pages: Page[] = [];
  const { createBrowserContext, newPage } = browser;
  browser.createBrowserContext = async options => { const context = await createBrowserContext.call(browser, options); contexts.push(context); return context; };
  browser.newPage = async () => { const page = await newPage.call(browser); pages.push(page); return page; };
  browser.close = async () => {
    for (const context of contexts) if (!context.closed) await context.close();
    for (const page of pages) if (!page.isClosed()) await page.close();
    await browser.disconnect();
  };
  return browser;
}

/**
 * @param options what this launch needs beside the usual, if anything; its `args` are added to the flags
 * @returns a running browser without a window, which the caller closes: one that many files of tests share, or one of its own where it needs options
 * @throws Error when there is no Chromium, or when it does not start
 */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const shared = process.env['READER_CHROMIUM_AT'];
  if (shared && !Object.keys(options).length) return borrow(shared);
  const { args = [], ...others } = options;
  return puppeteer.launch({ executablePath: findChromium(), headless: true, ...others, args: [...flags, ...args] });
}
