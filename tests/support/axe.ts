/** axe-core with all its rules, in a page of the built site. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The whole script of axe, for a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Which rules axe is asked for: those that go by how things look (contrast, the size of targets), those that go by
 * structure, or all. What goes by structure is the same in every look.
 */
export type Rules = 'all' | 'structure' | 'looks';

/**
 * Run inside a page that has the script.
 * @param within the only part of the page that is looked at, a selector; rules about the whole page are then left out
 * @param asked which rules
 * @returns what axe finds or cannot decide on the page as it stands, best practice and AAA too, each with its place
 */
export const findingsInPage = async (within?: string, asked: Rules = 'all'): Promise<string[]> => {
  // No function in here has a name: tsx names them by a helper that a page may not have.
  const rules = Object.fromEntries(
    window.axe.getRules().map(({ ruleId }) => [
      ruleId,
      {
        enabled:
          asked === 'all' || /^(color-contrast|target-size|link-in-text-block)/.test(ruleId) === (asked === 'looks'),
      },
    ]),
  );
  const { violations, incomplete } = await window.axe.run(within ?? document, {
    rules,
    resultTypes: ['violations', 'incomplete'],
  });
  // hidden-content only ever asks whether hidden content was looked at; each state here is one in which it is shown.
  return [...violations, ...incomplete.filter(({ id }) => id !== 'hidden-content')].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary ?? ''}`),
  );
};

/**
 * @param within the only part of the page that is looked at, a selector; rules about the whole page are then left out
 * @param asked which rules
 * @returns what axe finds or cannot decide on the page as it stands, best practice and AAA too, each with its place
 */
export async function findings(page: Page, within?: string, asked: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(findingsInPage, within, asked);
}
