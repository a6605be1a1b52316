/** Journeys that lead to files and to paper: formats to save, a printed page, the one file opened from the disk. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readContent } from '../../../src/build/content.js';
import { textsOfReport, words } from '../../../src/model/report/words.js';
import { until } from '../../support/engines/engine.js';
import { builtFolder } from '../../support/site.js';
import { find } from '../../support/tools.js';
import type { Journey } from '../journey.js';
import { assertWhole, clickOn, openReader } from '../steps.js';

/**
 * @returns the letters of a PDF in the order in which they were drawn, without spaces, and those that are bound
 * together as they were written
 */
function lettersOnPaper(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'reader-paper-')),
    file = join(folder, 'page.pdf');
  try {
    writeFileSync(file, pdf);
    const { stdout } = spawnSync(find('pdftotext'), ['-raw', '-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    return letters(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const letters = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

const paper: Journey = {
  name: 'on paper every word of the report is there, and no control',
  cannot: {
    WebKitGTK: {
      reason: 'its driver cannot print (no such command), so nobody sees what it would print',
      check: ({ screen }) => assert.rejects(screen.print(), /unknown command/),
    },
  },
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    const printed = lettersOnPaper(await screen.print());
    for (const control of ['Skip to the report', 'Settings', 'Cymraeg'])
      assert.equal(printed.includes(letters(control)), false, control);
    for (const text of textsOfReport(readContent().report)) {
      let rest = words(text),
        pieces = 0;
      // A page may end within a text, and a figure stand beside its sentence.
      while (rest.length && pieces < 4) {
        let length = rest.length;
        while (length > 1 && !printed.includes(letters(rest.slice(0, length).join('')))) length -= 1;
        assert.ok(printed.includes(letters(rest[0]!)), `“${rest[0]}” of “${text}” is not printed`);
        rest = rest.slice(length);
        pieces += 1;
      }
      assert.deepEqual(rest, [], `“${text}” is torn`);
    }
  },
};

const formats: Journey = {
  name: 'the page of all formats offers every file, and each comes byte for byte',
  async run(visit) {
    const { screen, site } = visit,
      offered = new Set<string>();
    for (const path of ['formats/', 'cy/formats/']) {
      await screen.open(site.url + path);
      const came = await screen.evaluate(async () => {
        const found: Record<string, string> = {};
        for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[download]')) {
          const hash = await crypto.subtle.digest('SHA-256', await (await fetch(link.href)).arrayBuffer());
          found[new URL(link.href).pathname.slice(1)] = [...new Uint8Array(hash)]
            .map(byte => byte.toString(16).padStart(2, '0'))
            .join('');
        }
        return found;
      });
      for (const [file, hash] of Object.entries(came)) {
        assert.equal(
          hash,
          createHash('sha256')
            .update(readFileSync(join(builtFolder, file)))
            .digest('hex'),
          file,
        );
        offered.add(file);
      }
    }
    assert.deepEqual(
      [...offered].toSorted(),
      readdirSync(join(builtFolder, 'files'))
        .map(file => `files/${file}`)
        .toSorted(),
    );
  },
};

const oneFile: Journey = {
  name: 'the one file, opened from the disk without any server, has every word, and its controls work',
  async run({ screen }) {
    await screen.open(pathToFileURL(join(builtFolder, 'files/impact-report-2023-24.html')).href);
    await until(screen, 'the controls work', () => Boolean(document.querySelector('reader-settings:defined')));
    await assertWhole(screen);
    await clickOn(screen, 'reader-settings summary', 'Settings');
    await clickOn(screen, '[data-setting=theme] label', 'Yellow on black');
    await until(
      screen,
      'the page is yellow on black',
      () => getComputedStyle(document.documentElement).backgroundColor === 'rgb(0, 0, 0)',
    );
  },
};

export const fileJourneys: readonly Journey[] = [paper, formats, oneFile];
