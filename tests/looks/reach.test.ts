/**
 * Everything in every view can be reached by keyboard, and what has the focus is wholly on the screen, also in the
 * smallest windows with the largest text (WCAG 2.1.1, 2.4.11, 2.4.12).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openSettings } from '../support/choose-settings.js';
import { whenStill } from '../support/clock.js';
import { openView } from '../support/readers.js';
import { close, readAt, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

const all = await readersOfFile({ copy: false });

const views = ['contents', 'find', 'more', 'passage', 'marks', 'plain', 'figures', 'help', 'settings'] as const;
type View = (typeof views)[number];

async function open(page: Page, view: View): Promise<void> {
  if (view === 'settings') {
    await openSettings(page);
    await page.focus('nav.bar summary');
  } else {
    await openView(page, view);
    await page.focus('#panel-name');
  }
  await whenStill(page);
}

/** Run inside a page. @returns how many controls the open sheet has; radio buttons of one name are one stop */
const countControls = () => {
  const sheet = document.querySelector('reader-panel:not([hidden]), [open] > .sheet')!,
    names = new Set<string>();
  return [...sheet.querySelectorAll<HTMLInputElement>('a[href], button, input, select, textarea, summary')].filter(
    control => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.disabled || control.tabIndex < 0)
        return false;
      if (control.type !== 'radio') return true;
      const isFirst = !names.has(control.name);
      names.add(control.name);
      return isFirst;
    },
  ).length;
};

/** Run inside a page. @returns what has the focus in the open sheet, and what of it is not seen; nothing outside */
const focusInSheet = () => {
  const element = document.activeElement as HTMLInputElement,
    sheet = element.closest('reader-panel, .sheet');
  if (!sheet) return undefined;
  const target = element.type === 'radio' ? element.closest('label')! : element,
    { top, bottom, left, right } = target.getBoundingClientRect(),
    bar = document.querySelector('nav.bar > :is(a, button):not([hidden])')!.getBoundingClientRect().top,
    title = sheet.querySelector('.title')!,
    // The title stays at the top of the sheet.
    first = title.contains(target) ? sheet.getBoundingClientRect().top : title.getBoundingClientRect().bottom,
    last = Math.min(bar, sheet.getBoundingClientRect().bottom),
    faults: string[] = [];
  if (left < -1 || right > innerWidth + 1) faults.push('beside the window');
  // What is higher than all the room there is can only be seen piece by piece.
  if (bottom - top <= last - first && (top < first - 2 || bottom > last + 2))
    faults.push(
      `from ${Math.round(top)} to ${Math.round(bottom)} px, seen from ${Math.round(first)} to ${Math.round(last)}`,
    );
  return faults.map(fault => `${target.textContent.trim().slice(0, 40)}: ${fault}`);
};

for (const [width, height, size] of inSweep<[number, number, string]>(
  [
    [320, 568, '400'],
    [640, 360, '200'],
    [320, 256, '100'],
    [320, 256, '400'],
  ],
  [[320, 568, '400']],
))
  for (const view of inSweep<View>(views, ['more', 'settings']))
    test(`at ${width} × ${height} px and ${size}% all of “${view}” is reached, and seen by then`, async () => {
      const page = await all.visit({ width, height, choices: { size } });
      await readAt(page, '#strip-searches p', 1);
      await open(page, view);
      const controls = await page.evaluate(countControls);
      let reached = 0;
      for (; reached < controls + 5; reached += 1) {
        await page.keyboard.press('Tab');
        const faults = await page.evaluate(focusInSheet);
        if (!faults) break;
        assert.deepEqual(faults, []);
      }
      assert.equal(reached, controls);
      await close(page);
    });
