/** Chromium and Firefox as engines, through puppeteer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser as Puppet, type Page } from 'puppeteer-core';
import { findFirefox, launch } from '../browser.js';
import { called, middleOf, windowSize, type Browser, type Mode, type Screen, type Start } from './engine.js';

const slow = 60_000;

function screenOf(page: Page): Screen {
  page.setDefaultTimeout(slow);
  page.setDefaultNavigationTimeout(slow);
  const screen: Screen = {
    async open(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    evaluate: <Given extends unknown[], Found>(work: (...given: Given) => Found | Promise<Found>, ...given: Given) =>
      page.evaluate(called(work, given)) as Promise<Found>,
    async run(script) {
      await page.evaluate(script);
    },
    async press(key, withShift = false) {
      if (withShift) await page.keyboard.down('Shift');
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      if (withShift) await page.keyboard.up('Shift');
    },
    type: letters => page.keyboard.type(letters),
    async click(selector) {
      const { x, y } = await screen.evaluate(middleOf, selector);
      await page.mouse.click(x, y);
    },
    print: () => page.pdf({ format: 'a4', timeout: slow }),
    close: () => page.close(),
  };
  return screen;
}

/** @returns a browser of puppeteer's as ours @param end what is cleared away after it */
const browserOf = (puppet: Puppet, prepare: (page: Page) => Promise<unknown>, end = () => {}): Browser => ({
  async screen() {
    const page = await puppet.newPage();
    await page.setViewport(windowSize);
    // A page behind another gets no frames, and what waits for them hangs.
    await page.bringToFront();
    await prepare(page);
    return screenOf(page);
  },
  async close() {
    await puppet.close();
    end();
  },
});

export async function startChromium({ mode, proxy }: Start): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'reader-chromium-'));
  // What a reader sets under "Don't allow sites to save data on your device".
  if (mode === 'storage refused') {
    mkdirSync(join(folder, 'Default'));
    writeFileSync(
      join(folder, 'Default/Preferences'),
      JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
    );
  }
  const puppet = await launch({ isWhole: true, userDataDir: folder, args: [`--proxy-server=${proxy}`] });
  return browserOf(
    puppet,
    page => page.setJavaScriptEnabled(mode !== 'script off'),
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  );
}

/** What a reader sets in about:config, or in the settings under cookies. */
const firefoxModes: Record<Mode, Record<string, unknown>> = {
  'usual': {},
  'script off': { 'javascript.enabled': false },
  'storage refused': { 'network.cookie.cookieBehavior': 2 },
};

export async function startFirefox({ mode, proxy }: Start): Promise<Browser> {
  const [host, port] = proxy.split(':');
  const puppet = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: {
      ...firefoxModes[mode],
      'network.proxy.type': 1,
      'network.proxy.http': host,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': host,
      'network.proxy.ssl_port': Number(port),
    },
  });
  return browserOf(puppet, () => Promise.resolve());
}
