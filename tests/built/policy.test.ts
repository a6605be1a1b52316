/** No request leaves the origin, and the policy holds without 'unsafe-inline' or 'unsafe-eval'. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { factsOf } from '../../src/build/hosting.js';
import { policyIn } from '../../src/build/policy.js';
import { whenStill } from '../support/clock.js';
import { readers, whenSaved, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';
import { inSweep } from '../support/sweep.js';

/** What hosts send with every file; a page must live with it and with its own. */
const { files, policy: header } = factsOf(builtFolder);

let all: Readers;
before(async () => {
  all = await readers({
    handle: (_request, response, next) => {
      response.setHeader('Content-Security-Policy', header);
      next();
    },
  });
});
after(() => all.close());

const documents = [
  'index.html',
  'cy/index.html',
  'accessibility/index.html',
  'cy/accessibility/index.html',
  '404.html',
];
const html = (file: string) => readFileSync(join(builtFolder, file), 'utf8');
const policyOf = (file: string) => policyIn(html(file))!;

test('the policy begins with nothing and allows nothing unsafe, in every document', () => {
  for (const file of documents) {
    assert.match(policyOf(file), /^default-src 'none'; /);
    assert.doesNotMatch(policyOf(file), /unsafe|\*|https?:|data:|blob:/);
    assert.match(policyOf(file), /require-trusted-types-for 'script'/);
  }
});

test('the hashes are those of the two pieces inside the document, and the policy comes before them', () => {
  for (const file of documents) {
    const text = html(file);
    for (const piece of [/<style>(.*?)<\/style>/s, /<script>(.*?)<\/script>/s]) {
      const [, inside] = piece.exec(text)!;
      assert.ok(
        policyOf(file).includes(`'sha256-${createHash('sha256').update(inside!).digest('base64')}'`),
        `${file} ${piece}`,
      );
    }
    assert.ok(text.indexOf('Content-Security-Policy') < text.indexOf('<style>'));
  }
});

test('the policy of hosts allows all that any page’s own allows, nothing unsafe, and no frame around a page', () => {
  assert.match(header, /^default-src 'none'; /);
  assert.match(header, /; require-trusted-types-for 'script'; .*; frame-ancestors 'none'$/);
  assert.doesNotMatch(header, /unsafe|\*|https?:|blob:/);
  const allowed = new Map(
    header
      .split('; ')
      .map(directive => directive.split(' '))
      .map(([name, ...values]) => [name!, values]),
  );
  for (const file of files.filter(file => file.endsWith('.html')))
    for (const directive of policyOf(file).split(';')) {
      const [name, ...values] = directive.trim().split(' ');
      assert.deepEqual(
        values.filter(value => value !== "'none'" && !allowed.get(name!)!.includes(value)),
        [],
        `${file}: ${name}`,
      );
    }
});

/** @returns the addresses that a page asks of others, as they come */
function askedElsewhere(page: Page): string[] {
  const away: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).origin !== all.site.origin) away.push(request.url());
  });
  return away;
}

test('reading, changing every setting and going offline breaks no rule, and no request leaves the origin', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.open(context),
    away = askedElsewhere(page);
  await page.evaluateOnNewDocument(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) =>
      broken.push(`${violatedDirective} ${sourceFile} ${blockedURI}`),
    );
  });
  for (const path of inSweep(['', 'cy/'], ['cy/'])) {
    await page.goto(all.site.url + path);
    await whenSaved(page);
    await page.$eval('reader-settings > details', details => {
      details.open = true;
    });
    await page.waitForSelector('[name=typeface]');
    for (const radio of await page.$$('input[type=radio]')) await radio.evaluate(radio => radio.click());
    await whenStill(page);
    assert.deepEqual(await page.evaluate(() => (window as unknown as { broken: string[] }).broken), []);
  }
  assert.deepEqual(away, []);
  assert.deepEqual(all.faults, []);
  await context.close();
});

/** Run inside a page. @returns why markup from a string is refused */
const writeMarkup = () => {
  try {
    document.createElement('div').innerHTML = '<b>x</b>';
    return 'allowed';
  } catch (error) {
    return String(error);
  }
};
/** Run inside a page. @returns whether an inline script runs */
const runInline = () => {
  const script = document.createElement('script');
  try {
    script.text = 'window.ran = true';
    document.head.append(script);
  } catch {
    /* refused */
  }
  return 'ran' in window;
};
/** Run inside a page. @returns why a strange worker is refused */
const registerStranger = () => navigator.serviceWorker.register('/other.js').then(() => 'allowed', String);

test('markup from a string, an inline script and a strange worker are refused', async () => {
  const page = await all.visit();
  assert.match(await page.evaluate(writeMarkup), /TrustedHTML/);
  assert.equal(await page.evaluate(runInline), false);
  assert.match(await page.evaluate(registerStranger), /TrustedScriptURL/);
  await page.browserContext().close();
});
