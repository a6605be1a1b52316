/**
 * Checks that the finished site costs its reader no more than promised. Times depend on the machine; they are in `npm
 * run measure`.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { languages } from '../../src/model/words/translate.js';
import { budgets, figuresOf, type Figures } from '../measure/figures.js';
import { launch } from '../support/browser.js';

for (const language of languages) {
  describe(`the page in "${language}"`, () => {
    let browser: Browser;
    let figures: Figures;
    before(async () => {
      browser = await launch();
      figures = await figuresOf(language, browser);
    });
    after(() => browser?.close());

    for (const [name, { what, unit, most, promise }] of Object.entries(budgets)) {
      it(promise, () => {
        const { value, from } = figures[name as keyof Figures];
        assert.ok(value <= most, `${what}: ${value} ${unit}, and at most ${most} are promised.\n${from.join('\n')}`);
      });
    }
  });
}
