/** Puts choices on a page that is open, as another tab would. */
import type { Page } from 'puppeteer-core';

/** Shows exactly these choices, at once. @returns how many pieces of the page, far off the screen, are laid out only a few frames later */
export const putOn = (page: Page, choices: Record<string, string>): Promise<number> => page.evaluate(text => {
  localStorage.setItem('reader-settings', text);
  dispatchEvent(new StorageEvent('storage', { key: 'reader-settings' }));
  return document.querySelectorAll('main [style*="content-visibility"]').length;
}, JSON.stringify(choices));

/** Waits until the whole page is laid out anew. */
export const whenSettled = (page: Page): Promise<unknown> => page.waitForFunction(() => !document.querySelector('[style*="content-visibility"]'));

/** Shows exactly these choices, and waits until the whole page is laid out anew. */
export async function chooseSettings(page: Page, choices: Record<string, string>): Promise<void> {
  await putOn(page, choices);
  await whenSettled(page);
}

/** Opens the settings with all their parts, and waits until the further settings are there. */
export async function openSettings(page: Page, parts = true): Promise<void> {
  await page.$eval('reader-settings details', details => { details.open = true; });
  await page.waitForSelector('more-settings .part');
  await page.$$eval('.sheet .part', (all, open) => { for (const each of all) (each as HTMLDetailsElement).open = open; }, parts);
}
