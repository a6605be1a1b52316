/**
 * A language's page in every theme and ready-made look: what goes by structure is looked at once for each window and
 * panel, what goes by looks (contrast, the size of targets) in each look.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settingNamed, type Choice } from '../../src/model/settings/catalogue.js';
import { presets } from '../../src/model/settings/presets.js';
import { findings } from '../support/axe.js';
import { readers, type Readers } from '../support/readers.js';
import { inSweep } from '../support/sweep.js';
import { openSettings, chooseSettings } from '../support/choose-settings.js';

type Look = readonly [name: string, choices: Record<string, string>];
const themes = (settingNamed('theme') as Choice).options.map(
  (theme): Look => [`the theme ${theme}`, theme === 'device' ? {} : { theme }],
);
const looks: readonly Look[] = [
  ...themes,
  ...Object.entries(presets).map(([name, choices]): Look => [`the ready-made look ${name}`, choices]),
];
const widths = [320, 390, 768, 1280] as const;
/** The smallest, the usual and the largest; twice the usual (WCAG 1.4.4) where lines are shortest and longest. */
const sizesAt = (width: number) =>
  width === 320 || width === 1280 ? ['70', '100', '200', '400'] : ['70', '100', '400'];

/**
 * Each pair of colours is compared in tests/unit/contrast.test.ts: these show whether the page wears them, on light, on
 * dark, at their strongest and in a ready-made look.
 */
const few = looks.filter(
  ([name, { theme }], place) =>
    place === looks.length - 1 || (name.startsWith('the theme') && ['light', 'dark', 'contrast-dark'].includes(theme!)),
);
/** Welsh words stand in the same styles: one look shows whether they are reached by them. */
const looksOf = (path: string) => inSweep(looks, path ? [['the theme dark', { theme: 'dark' }]] : few);

/** Tests a language's page in every look. @param path of the page */
export function testLooks(path: string): void {
  let all: Readers;
  before(async () => {
    all = await readers({ copy: false });
  });
  after(() => all.close());

  // A narrow window and a wide one, each with one language.
  for (const width of inSweep(widths, [path ? 1280 : 390]))
    test(`/${path} at ${width} px is sound in structure, with settings closed and with every part open`, async () => {
      const page = await all.visit({ path, width });
      assert.deepEqual(await findings(page, undefined, 'structure'), [], 'settings closed');
      await openSettings(page);
      assert.deepEqual(await findings(page, undefined, 'structure'), [], 'settings open');
      await page.browserContext().close();
    });

  for (const width of inSweep(widths, [390]))
    test(`/${path} at ${width} px has contrast and large targets in all ${looksOf(path).length} looks`, async () => {
      const page = await all.visit({ path, width });
      for (const [look, choices] of looksOf(path))
        for (const size of inSweep(sizesAt(width), ['100'])) {
          await chooseSettings(page, { ...choices, size });
          assert.deepEqual(await findings(page, undefined, 'looks'), [], `${look}, ${size}%`);
        }
      await page.browserContext().close();
    });

  // Open settings change nothing about the report under them.
  for (const width of inSweep(widths, [390]))
    test(`/${path} at ${width} px: so have the open settings`, async () => {
      const page = await all.visit({ path, width });
      await openSettings(page);
      for (const [look, choices] of looksOf(path))
        for (const size of inSweep(sizesAt(width), ['100'])) {
          await chooseSettings(page, { ...choices, size });
          assert.deepEqual(await findings(page, 'body > header', 'looks'), [], `${look}, ${size}%`);
        }
      await page.browserContext().close();
    });
}
