/** The matrix of looks: every theme and ready-made look at every width and size, with each state of the settings; axe-core with all its rules finds nothing. Open settings change nothing about the report under them, so that in all looks but one only the header is looked at then. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settingNamed, type Choice } from '../../src/settings/catalogue.js';
import { presets } from '../../src/settings/presets.js';
import { findings } from '../support/axe.js';
import { readers, type Readers } from '../support/readers.js';
import { openSettings, wear } from '../support/wear.js';

const themes = (settingNamed('theme') as Choice).options.map(theme => [`the theme ${theme}`, theme === 'device' ? {} : { theme }] as const);
const looks: (readonly [string, Record<string, string>])[] = [...themes, ...Object.entries(presets).map(([name, choices]) => [`the ready-made look ${name}`, choices] as const)];
/** The smallest, the usual and the largest; twice the usual (WCAG 1.4.4) where lines are shortest and longest. */
const sizesAt = (width: number) => (width === 320 || width === 1280 ? ['70', '100', '200', '400'] : ['70', '100', '400']);
const panels = ['closed', 'open', 'open with every part'] as const;

/** Tests a language's page in every look. A file for each language, so that each ends within the ten minutes that a file has. @param path of the page */
export function testLooks(path: string): void {
  let all: Readers, states = 0;
  before(async () => { all = await readers({ copy: false }); });
  after(async () => { console.log(`matrix: ${states} states of /${path}`); await all.close(); });

  for (const width of [320, 390, 768, 1280]) {
    const sizes = sizesAt(width);
    test(`/${path} at ${width} px: ${looks.length} looks × ${sizes.length} sizes × settings ${panels.join(', ')}`, async () => {
      const page = await all.visit({ path, width });
      for (const panel of panels) {
        if (panel !== 'closed') await openSettings(page, panel === 'open with every part');
        for (const [number, [look, choices]] of looks.entries()) for (const size of sizes) {
          await wear(page, { ...choices, size });
          assert.deepEqual(await findings(page, panel !== 'closed' && number ? 'body > header' : undefined), [], `${look}, ${size}%, settings ${panel}`);
          states += 1;
        }
      }
      await page.browserContext().close();
    });
  }
}
