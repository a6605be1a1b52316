/** Finds the Chromium of this machine and starts it, the same way for every test, measurement and picture. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Flags that keep Chromium from calling home during a test: such traffic would blur timings and counts of requests. */
export const flags: readonly string[] = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // The shared memory of a container is often too small for Chromium.
  '--disable-dev-shm-usage',
  // Chromium refuses to run as root in its sandbox; everybody else keeps the sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * @returns the path of a Chromium or Chrome: what the variable CHROMIUM names, or else the first of the usual places
 * @throws Error saying how to get a browser, when there is none
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  const found = named ? [named].find(existsSync) : usualPlaces.find(existsSync);
  if (!found) {
    throw new Error(`${named ? `CHROMIUM names ${named}, but nothing is there` : 'These tests need Chromium or Chrome, and none was found'}: `
      + 'please install one (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to the path of yours.');
  }
  return found;
}

/**
 * @param options what this launch needs beside the usual; its `args` are added to the flags
 * @returns a running browser without a window; the caller closes it
 * @throws Error when there is no Chromium, or when it does not start
 */
export const launch = ({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({ executablePath: findChromium(), headless: true, ...options, args: [...flags, ...args] });
