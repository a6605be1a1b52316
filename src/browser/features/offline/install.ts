/** The browser's own prompt to install, held until the reader asks for it. */
import { listeners } from '../../core/listeners.js';

/**
 * Chromium's event; no specification has it yet (https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent).
 */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
  userChoice: Promise<{ outcome: string }>;
}

let held: InstallEvent | undefined;
const { tell, follow } = listeners();

addEventListener('beforeinstallprompt', event => {
  // The browser would offer by itself, in the middle of reading.
  event.preventDefault();
  held = event as InstallEvent;
  tell();
});
addEventListener('appinstalled', () => {
  held = undefined;
  tell();
});

/** @returns whether the page stands in a window of its own, installed; iPhones say so in a way of their own */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches ||
  (navigator as { standalone?: boolean }).standalone === true;

/** @returns whether the browser would install the reader if asked now */
export const canInstall = (): boolean => held !== undefined;

/** @param listener is called when that changes @returns a function that ends it */
export const whenInstallChanges = follow;

/** Lets the browser ask; it takes one answer for each time it offered. @returns whether the reader was installed */
export async function install(): Promise<boolean> {
  const asked = held;
  held = undefined;
  const choice = await asked?.prompt().then(
    () => asked.userChoice,
    () => undefined,
  );
  tell();
  return choice?.outcome === 'accepted';
}
