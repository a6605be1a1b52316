/** Presses combinations of keys, as a reader's keyboard does. */
import type { KeyInput, Page } from 'puppeteer-core';
import { actions, type ActionName } from '../../src/browser/features/shortcuts/catalogue.js';

/** The combination that an action has before the reader changes it. */
export const usual = Object.fromEntries(actions.map(({ name, usual }) => [name, usual])) as Record<ActionName, string>;

/** Presses a combination as it is kept, such as Alt+Shift+KeyL. */
export async function pressKeys(page: Page, combination: string): Promise<void> {
  const keys = combination.replace('Ctrl', 'Control').split('+') as KeyInput[];
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** Presses the keys of an action. */
export const use = (page: Page, action: ActionName): Promise<void> => pressKeys(page, usual[action]);
