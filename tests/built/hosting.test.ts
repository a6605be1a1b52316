/**
 * The files for hosts work as they are: those for nginx, Caddy and Apache, each by the real server at the root and
 * under a path, read with a real browser.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { contentTypeOf } from '../../src/build/hosting/content-types.js';
import { foldersWithDocuments } from '../../src/build/hosting/headers.js';
import { hosts } from '../../src/build/hosting/hosts.js';
import { apache } from '../../src/build/hosting/apache.js';
import { caddy } from '../../src/build/hosting/caddy.js';
import { nginx } from '../../src/build/hosting/nginx.js';
import { factsOf, hostingFolder } from '../../src/build/hosting.js';
import { launch } from '../support/browser.js';
import { followWaits, whenStill } from '../support/clock.js';
import { reportWords, whenSaved, whenWhole } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { close, sideBySide } from '../support/steps.js';
import { inSweep, isSweep } from '../support/sweep.js';
import { serveBy, type WebServer } from '../support/web-servers.js';

const facts = factsOf(builtFolder);
const published = (file: string) => readFileSync(join(builtFolder, file), 'utf8');
const places = { published: builtFolder, beside: hostingFolder(builtFolder) };

test('every host’s file is where it belongs, and none is part of the offline copy', () => {
  for (const { file, place, write } of hosts) {
    assert.equal(readFileSync(join(places[place], file), 'utf8'), write(facts), file);
    assert.equal(existsSync(join(places[place === 'published' ? 'beside' : 'published'], file)), false, file);
    assert.ok(!published('sw.js').includes(file), file);
  }
  assert.ok(!published('sw.js').includes('licences.txt'));
});

test('the file for Netlify and Cloudflare Pages stays within what they take: 2,000 signs in a line, 100 rules', () => {
  const lines = published('_headers').split('\n');
  for (const line of lines) assert.ok(line.length < 2000, line.slice(0, 80));
  assert.ok(lines.filter(line => line.startsWith('/')).length <= 100);
});

test('the licences of code and typefaces come along, with their texts', () => {
  const licences = published('licences.txt');
  for (const name of [
    'lit',
    'lit-html',
    '@lit/reactive-element',
    'workbox-window',
    'workbox-precaching',
    '@fontsource/opendyslexic',
    '@fontsource/literata',
    '@fontsource/atkinson-hyperlegible-next',
    '@fontsource-variable/atkinson-hyperlegible-next',
  ])
    assert.match(licences, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z0-9.-]+`, 'mi'), name);
  assert.equal(licences.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length, 4);
  assert.match(licences, /with Reserved Font Name OpenDyslexic/);
});

/** The made file for the root; for a path, what the build makes when READER_URL names it. */
const sites = [nginx, caddy, apache].flatMap(host => [
  [host.name, '/', () => readFileSync(join(places[host.place], host.file), 'utf8')] as const,
  [host.name, '/reports/2024/', () => host.write({ ...facts, base: '/reports/2024/' })] as const,
]);

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const pages = [...facts.files.filter(file => file.endsWith('.html')), 'nothing'];

const bothPages = [
  ['', 'en'],
  ['cy/', 'cy'],
] as const;

/** Opens the settings, chooses a typeface, and waits until it is there. */
async function chooseTypeface(page: Page): Promise<void> {
  await page.$eval('reader-settings > details', details => {
    details.open = true;
  });
  await page.waitForSelector('[name=typeface][value=opendyslexic]');
  await page.$eval('[name=typeface][value=opendyslexic]', radio => (radio as HTMLInputElement).click());
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => /dyslexic/i.test(family) && status === 'loaded'),
  );
}

for (const [turn, [name, base, configuration]] of sites.entries())
  describe(`${name}, with the site under ${base}`, () => {
    let server: WebServer;
    before(async () => {
      server = await serveBy(name as 'nginx' | 'Caddy' | 'Apache', builtFolder, base, configuration());
    });
    after(() => server?.close());
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(server.origin + base + path, { headers, redirect: 'manual' });

    test('the server finds nothing to remark in it', () => {
      assert.ok(server.isContent, server.verdict);
    });

    test('every file has its type, the policy, and the time for which it may be kept', async () => {
      for (const file of facts.files) {
        const { status, headers } = await ask(file);
        assert.equal(status, 200, file);
        assert.equal(headers.get('content-type'), contentTypeOf(file), file);
        assert.equal(
          headers.get('cache-control'),
          file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          file,
        );
        assert.equal(headers.get('content-security-policy'), facts.policy, file);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', file);
        assert.equal(headers.get('referrer-policy'), 'no-referrer', file);
        assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', file);
        assert.equal(
          headers.get('cross-origin-resource-policy'),
          file === 'sharing.png' ? 'cross-origin' : 'same-origin',
          file,
        );
      }
    });

    test('a folder shows its document, and without its slash leads there', async () => {
      for (const folder of ['', ...foldersWithDocuments(facts).map(folder => `${folder}/`)])
        assert.equal(await (await ask(folder)).text(), published(`${folder}index.html`), folder);
      for (const folder of foldersWithDocuments(facts)) {
        const { status, headers } = await ask(folder);
        // Moved for good: 308 says that more strictly than 301.
        assert.match(String(status), /^30[18]$/, folder);
        assert.equal(new URL(headers.get('location')!, server.origin).href, `${server.origin}${base}${folder}/`);
      }
      if (base === '/') return;
      const { status, headers } = await fetch(server.origin + base.slice(0, -1), { redirect: 'manual' });
      assert.match(String(status), /^30[18]$/);
      assert.equal(new URL(headers.get('location')!, server.origin).href, server.origin + base);
    });

    test('an address that is not there gets the page that helps, with status 404, and nobody keeps it', async () => {
      for (const path of ['nothing', 'nothing/here/', 'cy/nothing', 'assets/', 'assets/gone-01234567.js']) {
        const answer = await ask(path);
        assert.deepEqual(
          [answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')],
          [404, 'no-cache', 'text/html; charset=utf-8'],
          path,
        );
        assert.equal(await answer.text(), published('404.html'), path);
        assert.equal(answer.headers.get('content-security-policy'), facts.policy, path);
      }
    });

    test('text comes compressed, typefaces as they are, and what has not changed is not sent again', async () => {
      for (const file of [
        '',
        'cy/',
        'sw.js',
        'manifest.webmanifest',
        'icon.svg',
        ...facts.files.filter(file => /^assets\/main-.*\.js$|^assets\/.*\.css$/.test(file)),
      ]) {
        const { headers } = await ask(file, { 'accept-encoding': 'gzip' });
        assert.deepEqual([headers.get('content-encoding'), headers.get('vary')], ['gzip', 'Accept-Encoding'], file);
        assert.equal(
          (await ask(file, { 'accept-encoding': 'gzip', 'if-none-match': headers.get('etag')! })).status,
          304,
          file,
        );
      }
      for (const file of facts.files.filter(file => /\.(woff2|png)$/.test(file)))
        assert.equal((await ask(file, { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), null, file);
    });

    /** Opens a page as a new reader, who may want no copy; what it is refused or finds wrong is noted in `faults`. */
    async function visit(path: string, copy = true): Promise<{ page: Page; faults: string[] }> {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const faults: string[] = [];
      // The page for missing addresses is one, and the browser says so.
      page.on('console', message => {
        if (['error', 'warn'].includes(message.type()) && !/status of 404/.test(message.text()))
          faults.push(message.text());
      });
      page.on('pageerror', error => faults.push(String(error)));
      await page.exposeFunction('refused', (what: string) => {
        faults.push(what);
      });
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
          (window as unknown as { refused(what: string): void }).refused(
            `${violatedDirective} ${blockedURI} ${sourceFile}`,
          );
        });
      });
      await page.evaluateOnNewDocument('globalThis.__name ??= each => each');
      await followWaits(page);
      if (!copy)
        await page.evaluateOnNewDocument(() => {
          try {
            localStorage['reader-copy'] = 'unwanted';
          } catch {
            /* about:blank */
          }
        });
      await page.goto(server.origin + base + path);
      return { page, faults };
    }

    // What is sent with each file is compared above, and with each page's own policy in policy.test.ts. So it is enough
    // that some pages are shown, by each server in turn.
    test('every page runs under the policy that is sent with it, with nothing refused', async () => {
      await sideBySide(
        inSweep(
          pages,
          pages.filter((_, index) => index % (2 * sites.length) === 2 * turn),
        ),
        async path => {
          const { page, faults } = await visit(path, isSweep);
          await whenStill(page);
          assert.notEqual(
            await page.evaluate(() => getComputedStyle(document.body).marginTop),
            '8px',
            `${path}: its styles are not there`,
          );
          assert.deepEqual(faults, [], path);
          await close(page);
        },
      );
    });

    // By each server once.
    if (isSweep || turn % 2)
      test('a page may copy to the clipboard and share, and may not reach camera, microphone or place', async () => {
        const { page } = await visit('help/', false);
        const allowed = await page.evaluate(() => {
          const { featurePolicy } = document as unknown as {
            featurePolicy: { features(): string[]; allowsFeature(name: string): boolean };
          };
          const known = ['clipboard-write', 'web-share', 'camera', 'microphone', 'geolocation'].filter(name =>
            featurePolicy.features().includes(name),
          );
          return Object.fromEntries(known.map(name => [name, featurePolicy.allowsFeature(name)]));
        });
        const { 'web-share': share = true, ...others } = allowed;
        assert.deepEqual(
          { share, ...others },
          { 'share': true, 'clipboard-write': true, 'camera': false, 'microphone': false, 'geolocation': false },
        );
        await close(page);
      });

    // Once at the root and once under a path: what servers do differently is compared above.
    if (isSweep || [0, 5].includes(turn))
      test('a chosen typeface comes, the copy is completed, and both languages open without the server', async () => {
        const { page, faults } = await visit('');
        await whenSaved(page);
        await chooseTypeface(page);
        await whenWhole(page);
        await server.stop();
        try {
          for (const [path, lang] of inSweep([...bothPages, ['nothing', 'en'] as const], bothPages)) {
            await page.goto(server.origin + base + path);
            assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
            assert.equal((await reportWords(page)).length, 4396, path);
          }
          await page.waitForSelector('.saved.now');
        } finally {
          await server.start();
        }
        assert.deepEqual(
          faults.filter(fault => !/ERR_CONNECTION_REFUSED/.test(fault)),
          [],
        );
        await close(page);
      });
  });
