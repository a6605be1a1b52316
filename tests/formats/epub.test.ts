/**
 * The e-book before the judges of the trade: EPUBCheck (Debian: epubcheck), DAISY Ace (npm, in a folder of its own),
 * and a narrow screen with large letters.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { editionOf } from '../../src/build/edition.js';
import { epubOf } from '../../src/formats/epub/epub.js';
import { launch } from '../support/browser.js';
import { find } from '../support/tools.js';
import { openBook } from '../support/e-book.js';
import { inSweep, isSweep } from '../support/sweep.js';

const aceFolder = join(import.meta.dirname, '../ace'),
  ace = join(aceFolder, 'node_modules/.bin/ace-cli');

/** Installs Ace once, after its own lock file. Without scripts: Puppeteer's would fetch a browser, and there is one. */
function installAce(): void {
  if (existsSync(ace)) return;
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', aceFolder],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, `DAISY Ace could not be installed into ${aceFolder} (it needs the npm registry): ${stderr}`);
}

interface AceReport {
  'earl:result': { 'earl:outcome': string };
  assertions: {
    'earl:testSubject': { url: string };
    assertions: { 'earl:test': { 'dct:title': string }; 'earl:result': { 'dct:description': string } }[];
  }[];
}

for (const language of inSweep<'en' | 'cy'>(['en', 'cy'], ['en']))
  describe(`the e-book in "${language}"`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'reader-epub-')),
      file = join(folder, 'report.epub');
    let browser: Browser,
      documents: string[] = [];
    before(async () => {
      const bytes = await epubOf(editionOf(language)),
        book = openBook(bytes);
      writeFileSync(file, bytes);
      for (const [name, content] of Object.entries(book.files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      documents = book.documents.map(each => each.file);
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    test('EPUBCheck finds no error and no warning', () => {
      // It runs once and is soon over: to make its code fast, as Java does, takes as long again as to run it.
      const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
      const { stdout, stderr } = spawnSync(find('java'), [...quick, '-jar', find('epubcheck'), file], {
        encoding: 'utf8',
      });
      assert.match(stdout + stderr, /No errors or warnings detected/);
    });

    if (isSweep)
      test('DAISY Ace finds no violation', () => {
        installAce();
        // Its settings are kept in the folder of its user; this one is gone after the test.
        const env = {
          ...process.env,
          PUPPETEER_EXECUTABLE_PATH: find('chromium'),
          HOME: folder,
          XDG_CONFIG_HOME: folder,
        };
        execFileSync(ace, ['--outdir', join(folder, 'ace'), '--force', '--silent', file], { env, stdio: 'ignore' });
        const report = JSON.parse(readFileSync(join(folder, 'ace/report.json'), 'utf8')) as AceReport;
        assert.deepEqual(
          report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
            assertions.map(
              each => `${url}: ${each['earl:test']['dct:title']}: ${each['earl:result']['dct:description']}`,
            ),
          ),
          [],
        );
        assert.equal(report['earl:result']['earl:outcome'], 'pass');
        assert.ok(report.assertions.length >= documents.length, 'every document was looked at');
      });

    test('nothing runs off a narrow screen, at letters four times as large', async () => {
      const page = await browser.newPage();
      for (const [width, size] of inSweep<[number, string]>(
        [
          [320, '100%'],
          [320, '400%'],
          [768, '200%'],
        ],
        [[320, '400%']],
      ))
        for (const name of documents) {
          await page.setViewport({ width, height: 600 });
          await page.goto(pathToFileURL(join(folder, 'EPUB', name)).href);
          await page.addStyleTag({ content: `html { font-size: ${size}; }` });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${name} at ${width} px and ${size} is ${wide} px too wide`);
        }
    });

    test('the reader’s own colours and typeface reach every paragraph', async () => {
      const page = await browser.newPage();
      // All have the same styles.
      for (const name of inSweep(
        documents,
        documents.filter((_, index) => index % 3 === 2),
      )) {
        await page.goto(pathToFileURL(join(folder, 'EPUB', name)).href);
        await page.addStyleTag({
          content: 'html { color: rgb(255, 255, 0); background: rgb(0, 0, 0); } body { font-family: monospace; }',
        });
        const others = await page.evaluate(() =>
          [...document.querySelectorAll('h1, h2, h3, p, li, b, svg')]
            .filter(each => {
              const style = getComputedStyle(each),
                own = each.tagName === 'svg' ? style.stroke : style.color;
              return own !== 'rgb(255, 255, 0)' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
            })
            .map(each => each.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(others, [], name);
      }
    });
  });
