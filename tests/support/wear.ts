/** Puts choices on a page that is open, as another tab would. */
import type { Page } from 'puppeteer-core';

/** Shows exactly these choices. */
export const wear = (page: Page, choices: Record<string, string>): Promise<void> => page.evaluate(text => {
  localStorage.setItem('reader-settings', text);
  dispatchEvent(new StorageEvent('storage', { key: 'reader-settings' }));
}, JSON.stringify(choices));

/** Opens the settings with all their parts, and waits until the further settings are there. */
export async function openSettings(page: Page, parts = true): Promise<void> {
  await page.$eval('reader-settings details', details => { details.open = true; });
  await page.waitForSelector('more-settings .part');
  await page.$$eval('more-settings .part', (all, open) => { for (const each of all) (each as HTMLDetailsElement).open = open; }, parts);
}
