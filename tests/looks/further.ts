/**
 * The further pages of a language at their extremes: axe-core with all its rules finds nothing, and everything fits,
 * with the spacing of WCAG 1.4.12 too.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { pageFolders } from '../../src/model/pages.js';
import { findings } from '../support/axe.js';
import { misfits, withSpacing } from '../support/misfits.js';
import { whenDeviceIsKnown, type Readers } from '../support/readers.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';

const pages = pageFolders.filter(Boolean);
type Window = readonly [width: number, height: number];
const windows: readonly Window[] = [
  [320, 640],
  [320, 256],
  [390, 844],
  [768, 1024],
  [1280, 800],
];
/** Welsh words are the longer ones: what does not fit shows first with them where there is least room. */
const windowsOf = (folder: string) => inSweep<Window>(windows, folder ? [[320, 640]] : [[1280, 800]]);
const themes = inSweep(['light', 'dark', 'contrast-dark'], ['dark']);

/** What says nothing to anybody. */
const empty = (page: Page) =>
  page.$$eval('main p, main ul', all =>
    all.filter(({ textContent }) => !textContent.trim()).map(({ outerHTML }) => outerHTML),
  );

/** Opens a page as somebody does who has chosen, and waits until all that it can know is there. */
async function open(
  all: Readers,
  path: string,
  [width, height]: Window,
  choices: Record<string, string>,
): Promise<Page> {
  const page = await all.visit({ path, width, height, choices, copy: path.includes('device') });
  // The copy, and the choices where they are not the usual ones.
  if (path.includes('device')) await whenDeviceIsKnown(page, choices['size'] === '100' ? 1 : 2);
  return page;
}

/**
 * Tests the further pages of a language in every window.
 * @param folder of the language: nothing, or its name and a slash
 */
export async function testFurther(folder: '' | 'cy/'): Promise<void> {
  const all = await readersOfFile({ copy: false });
  const paths = pages.map(page => folder + page);
  /** Both languages have the same one. */
  const hasStructure = isSweep || !folder;

  for (const path of paths)
    for (const window of windowsOf(folder))
      for (const size of inSweep(['100', '400'], [window[0] === 320 ? '400' : '100'])) {
        const sound = hasStructure ? ', and is sound in structure' : '';
        test(`/${path} in ${window.join(' × ')} px fits at ${size}%, with WCAG’s spacing too${sound}`, async () => {
          const page = await open(all, path, window, { size });
          assert.deepEqual(await misfits(page), []);
          assert.deepEqual(await withSpacing(page, () => misfits(page)), [], 'WCAG 1.4.12 spacing');
          assert.deepEqual(await empty(page), []);
          if (hasStructure) assert.deepEqual(await findings(page, undefined, 'structure'), []);
          await close(page);
        });
      }

  for (const path of isSweep || !folder ? paths : [])
    for (const theme of themes) {
      test(`/${path} has contrast and large targets in the theme ${theme}`, async () => {
        for (const window of inSweep<Window>(
          [
            [320, 640],
            [1280, 800],
          ],
          [[320, 640]],
        )) {
          const page = await open(all, path, window, { theme });
          assert.deepEqual(await findings(page, undefined, 'looks'), [], window.join(' × '));
          await close(page);
        }
      });
    }
}
