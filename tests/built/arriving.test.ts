/** While the page arrives over a weak connection, piece by piece: what is shown of it stays where it is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entriesIn } from '../measure/visit.js';
import { builtFolder } from '../support/site.js';
import { close, readersOfFile } from '../support/steps.js';
import { inSweep } from '../support/sweep.js';

const builtPage = (path: string): Buffer => readFileSync(join(builtFolder, path, 'index.html'));

/**
 * How much of the page comes first, in bytes; the rest comes so many milliseconds later, when that has long been shown.
 */
let first = 0;
const later = 1200;
const all = await readersOfFile({
  handle: (request, response, next) => {
    if (!/^\/(cy\/)?$/.test(request.url!)) return next();
    const page = builtPage(request.url!.slice(1));
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).write(page.subarray(0, first));
    setTimeout(() => response.end(page.subarray(first)), later);
  },
});

for (const path of inSweep(['', 'cy/'], [''])) {
  const page = builtPage(path);
  for (const [where, at] of [
    ['before the bar', '<nav class=bar'],
    ['within the bar', 'value=find'],
    ['before the settings', '<details>'],
    ['within a control', '</summary>'],
    ['before its last control', 'class=exit'],
    ['before the links', '<p><a href=formats/'],
    ['before the report', '<main'],
    ['within the report', '<section id='],
  ] as const) {
    test(`/${path} parted ${where}: nothing moves when the rest comes, and the bar is there`, async () => {
      first = page.indexOf(at);
      assert.ok(first > 0, `no ${at} in the page`);
      const visit = await all.visit({ path, choices: { theme: 'dark', size: '200' } });
      const shifts = await entriesIn(visit, 'layout-shift');
      assert.deepEqual(
        shifts.flatMap(({ nodes }) => nodes),
        [],
      );
      assert.equal(await visit.$eval('nav.bar', bar => getComputedStyle(bar).visibility), 'visible');
      await close(visit);
    });
  }
}
