/** Puts choices on a page that is open, as another tab would. */
import type { Page } from 'puppeteer-core';

/** Shows exactly these choices, at once. */
export const putOn = (page: Page, choices: Record<string, string>): Promise<void> =>
  page.evaluate(text => {
    localStorage.setItem('reader-settings', text);
    dispatchEvent(new StorageEvent('storage', { key: 'reader-settings' }));
  }, JSON.stringify(choices));

/** Waits until a change has settled, and the whole page is laid out anew. */
export const whenSettled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector('[style*="overflow-anchor"], [style*="content-visibility"]'));

/** Shows exactly these choices, and waits until the page has settled. */
export async function chooseSettings(page: Page, choices: Record<string, string>): Promise<void> {
  await putOn(page, choices);
  await whenSettled(page);
}

/**
 * @returns what a reader would see of a panel whose further settings have not come, and what the page has fetched for
 * them
 */
const panelState = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const panel = document.querySelector('reader-settings details'),
      controlled = Boolean(navigator.serviceWorker.controller),
      scripts = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
    const state = `Panel open: ${panel?.hasAttribute('open')}, controlled: ${controlled}`;
    return `The further settings have not come. ${state}, fetched: ${scripts.join(' ')}`;
  });

/** Opens the settings with all their parts, and waits until the further settings are there. */
export async function openSettings(page: Page, parts = true): Promise<void> {
  await page.$eval('reader-settings details', details => {
    // The bar may have no room for their control; the menu shows it then.
    details.parentElement!.hidden = false;
    details.open = true;
  });
  await page.waitForSelector('more-settings .part').catch(async (error: unknown) => {
    throw new Error(await panelState(page), { cause: error });
  });
  await page.$$eval(
    '.sheet .part',
    (all, open) => {
      for (const each of all) (each as HTMLDetailsElement).open = open;
    },
    parts,
  );
}
