/** Whatever theme somebody reads in, paper stays white: no page prints its ground, nor a dark frame round it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { readers, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { inSweep } from '../support/sweep.js';
import { find } from '../support/tools.js';

let all: Readers, folder: string;
before(async () => {
  all = await readers({ copy: false });
  folder = mkdtempSync(join(tmpdir(), 'reader-print-'));
});
after(async () => {
  await all.close();
  rmSync(folder, { recursive: true });
  assert.deepEqual(all.faults, []);
});

const ownColours = { theme: 'own', ink: '#ffff00', paper: '#000000', link: '#00ffff', dim: '50' };
const darkLooks = [{ theme: 'dark' }, ownColours],
  looks = [...darkLooks, ...['light', 'cream', 'contrast-light', 'contrast-dark'].map(theme => ({ theme }))];
const oneFile = `files/${readdirSync(join(builtFolder, 'files')).find(name => name.endsWith('2023-24.html'))}`;

/** @returns of each of the printed pages how many dots at its edges are not white */
function dotsAtEdges(file: string): number[] {
  const { stdout } = spawnSync(find('pdftoppm'), ['-r', '20', file], { maxBuffer: 1 << 28 }),
    counts: number[] = [];
  for (let at = 0; at < stdout.length; ) {
    const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', at, at + 40))!;
    const [w, h] = [Number(width), Number(height)],
      dots = stdout.subarray(at + head.length, (at += head.length + w * h * 3));
    const isEdge = (x: number, y: number) => x < 2 || y < 2 || x >= w - 2 || y >= h - 2;
    const places = Array.from({ length: w * h }, (_, dot) => dot).filter(dot => isEdge(dot % w, Math.floor(dot / w)));
    counts.push(places.filter(dot => dots.subarray(dot * 3, dot * 3 + 3).some(part => part < 250)).length);
  }
  return counts;
}

/** Prints a page as a browser does, with backgrounds, in a sweep also without, and looks at the edges of the paper. */
async function assertWhite(page: Page, told: string): Promise<void> {
  for (const printBackground of inSweep([true, false], [true])) {
    const path = join(folder, 'page.pdf');
    await page.pdf({ path, format: 'a4', printBackground, preferCSSPageSize: true });
    const counts = dotsAtEdges(path);
    assert.ok(counts.length > 0);
    assert.deepEqual(counts.filter(Boolean), [], `${told}, ${printBackground ? 'with' : 'without'} backgrounds`);
  }
  await page.browserContext().close();
}

for (const choices of inSweep(darkLooks, [ownColours]))
  test(`the report leaves the paper white to its edges: ${choices.theme}`, async () => {
    await assertWhite(await all.visit({ choices }), choices.theme);
  });

// Printing takes long; what it goes by is known of every page and look without it.
for (const path of ['', 'cy/', 'formats/', 'help/', 'plain/', 'device/', 'accessibility/', oneFile]) {
  test(`on paper nothing is dark but ink, in every theme: ${path || 'the report'}`, async () => {
    const page = await all.visit({ path, choices: ownColours, whole: false });
    await page.emulateMediaType('print');
    await page.waitForFunction(() => [...document.styleSheets].some(({ media }) => media.mediaText === 'print'));
    for (const { theme } of looks) {
      await page.evaluate(theme => {
        document.documentElement.dataset['theme'] = theme;
      }, theme);
      const seen = await page.evaluate(() => {
        const root = document.documentElement,
          { colorScheme, backgroundColor } = getComputedStyle(root),
          veil = getComputedStyle(root, '::after');
        return [colorScheme, backgroundColor, veil.content === 'none' || veil.display === 'none'];
      });
      assert.deepEqual(seen, ['light', 'rgb(255, 255, 255)', true], theme);
    }
    await page.browserContext().close();
  });
}

test('links in the reader’s own bright colour are printed in one that shows on paper', async () => {
  const page = await all.visit({ choices: ownColours });
  await page.emulateMediaType('print');
  const colour = () => page.$eval('contact-routes a', link => getComputedStyle(link).color);
  assert.ok(
    (await colour()).match(/\d+/g)!.every(part => Number(part) < 0x90),
    await colour(),
  );
  await page.browserContext().close();
});

test('paper stays white where the device asks for dark, and where it forces its colours', async () => {
  for (const [name, value] of [
    ['prefers-color-scheme', 'dark'],
    ['forced-colors', 'active'],
  ] as const) {
    const page = await all.visit();
    await page
      .createCDPSession()
      .then(client => client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] }));
    await assertWhite(page, name);
  }
});

/** @returns the words of each printed page, line by line */
async function printed(path: string): Promise<string[][]> {
  const page = await all.visit({ path, choices: { theme: 'contrast-dark' } }),
    file = join(folder, 'words.pdf');
  await page.pdf({ path: file, format: 'a4', preferCSSPageSize: true });
  await page.browserContext().close();
  const pages = spawnSync(find('pdftotext'), ['-layout', file, '-'], { encoding: 'utf8' }).stdout.split('\f');
  const lines = pages.map(text => text.split('\n').map(line => line.trim()));
  return lines.map(each => each.filter(Boolean)).filter(each => each.length);
}

const runningTitle = 'Our impact on people and policing: Impact Report 2023/24';

for (const path of ['', 'cy/'])
  test(`on paper each page has its number, and from the second on the report’s title: /${path}`, async () => {
    const pages = await printed(path);
    assert.ok(pages.length > 15, `${pages.length} pages`);
    assert.deepEqual(
      pages.map(lines => lines.at(-1)),
      pages.map((_, index) => `${index + 1} / ${pages.length}`),
    );
    assert.deepEqual([...new Set(pages.slice(1).map(([first]) => first))], [runningTitle]);
    assert.ok(!pages[0]!.includes(runningTitle));
  });

test('on paper the contents come before the text, and nothing of ours but the notes', async () => {
  const words = (await printed('')).flat().join(' '),
    contents = words.slice(words.indexOf(' Contents '), words.indexOf('Welcome to our Impact Report'));
  for (const heading of ['Supporting a young witness', 'Community outreach in Cardiff', 'Contact us'])
    assert.ok(contents.includes(heading), `${heading}: ${contents}`);
  for (const ours of ['About this reader', 'Accessibility statement', 'Skip this story'])
    assert.ok(!words.includes(ours), ours);
});
