/** Starts an engine by its name. */
import type { Browser, EngineName, Start } from './engine.js';
import { startChromium, startFirefox } from './with-puppeteer.js';
import { startWebKitGTK } from './with-webdriver.js';

const starts: Record<EngineName, (start: Start) => Promise<Browser>> = {
  Chromium: startChromium,
  Firefox: startFirefox,
  WebKitGTK: startWebKitGTK,
};

/**
 * @returns a running browser; the caller closes it
 * @throws Error that says what to install, when the engine is not on this machine
 */
export const startEngine = (name: EngineName, start: Start): Promise<Browser> => starts[name](start);
