/** The matrix: every look of the page, in both languages, at every width and size, with each panel open, and the page about this device: axe-core with all its rules finds nothing. The statement has such a test of its own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settingNamed, type Choice } from '../../src/settings/catalogue.js';
import { presets } from '../../src/settings/presets.js';
import { findings } from '../support/axe.js';
import { readers, whenDeviceIsKnown, type Readers } from '../support/readers.js';
import { openSettings, wear } from '../support/wear.js';

let all: Readers;
before(async () => { all = await readers(); });
after(async () => { console.log(`matrix: ${states} states`); await all.close(); });

const themes = (settingNamed('theme') as Choice).options.map(theme => [`the theme ${theme}`, theme === 'device' ? {} : { theme }] as const);
const looks: (readonly [string, Record<string, string>])[] = [...themes, ...Object.entries(presets).map(([name, choices]) => [`the ready-made look ${name}`, choices] as const)];
/** The smallest, the usual and the largest; twice the usual (WCAG 1.4.4) where lines are shortest and longest. */
const sizesAt = (width: number) => (width === 320 || width === 1280 ? ['70', '100', '200', '400'] : ['70', '100', '400']);
const panels = ['closed', 'open', 'open with every part'] as const;
let states = 0;

for (const path of ['', 'cy/']) for (const width of [320, 390, 768, 1280]) {
  const sizes = sizesAt(width);
  test(`/${path} at ${width} px: ${looks.length} looks × ${sizes.length} sizes × settings ${panels.join(', ')}`, async () => {
    const page = await all.visit({ path, width });
    for (const panel of panels) {
      if (panel !== 'closed') await openSettings(page, panel === 'open with every part');
      for (const [look, choices] of looks) for (const size of sizes) {
        await wear(page, { ...choices, size });
        assert.deepEqual(await findings(page), [], `${look}, ${size}%, settings ${panel}`);
        states += 1;
      }
    }
    await page.browserContext().close();
  });
}

for (const path of ['device/', 'cy/device/', 'plain/', 'cy/plain/']) for (const width of [320, 1280]) {
  test(`/${path} at ${width} px: light, dark and yellow on black × 100% and 400% text`, async () => {
    for (const theme of ['light', 'dark', 'contrast-dark']) for (const size of ['100', '400']) {
      const page = await all.visit({ path, width, choices: { theme, size } });
      // The choices, and the copy.
      if (path.includes('device')) await whenDeviceIsKnown(page, 2);
      assert.deepEqual(await findings(page), [], `${theme}, ${size}%`);
      states += 1;
      await page.browserContext().close();
    }
  });
}
