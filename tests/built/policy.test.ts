/** No request leaves the origin, and the policy holds without 'unsafe-inline' or 'unsafe-eval'. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readers, whenSaved, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';

let all: Readers;
before(async () => { all = await readers(); });
after(() => all.close());

const documents = ['index.html', 'cy/index.html', '404.html'];
const html = (file: string) => readFileSync(join(builtFolder, file), 'utf8');
const policyOf = (file: string) => /<meta http-equiv="?Content-Security-Policy"? content="([^"]+)">/.exec(html(file))![1]!;

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
      assert.ok(policyOf(file).includes(`'sha256-${createHash('sha256').update(inside!).digest('base64')}'`), `${file} ${piece}`);
    }
    assert.ok(text.indexOf('Content-Security-Policy') < text.indexOf('<style>'));
  }
});

test('reading, changing every setting and going offline breaks no rule, and no request leaves the origin', async () => {
  const context = await all.browser.createBrowserContext();
  const page = await all.open(context);
  const away: string[] = [];
  page.on('request', request => { if (new URL(request.url()).origin !== all.site.origin) away.push(request.url()); });
  await page.evaluateOnNewDocument(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) => broken.push(`${violatedDirective} ${sourceFile} ${blockedURI}`));
  });
  for (const path of ['', 'cy/']) {
    await page.goto(all.site.url + path);
    await whenSaved(page);
    for (const radio of await page.$$('input[type=radio]')) await radio.evaluate(radio => radio.click());
    await page.waitForFunction(() => document.querySelector('[role=status]')!.textContent);
    assert.deepEqual(await page.evaluate(() => (window as unknown as { broken: string[] }).broken), []);
  }
  assert.deepEqual(away, []);
  assert.deepEqual(all.faults, []);
  await context.close();
});

test('markup from a string, an inline script and a strange worker are refused', async () => {
  const page = await all.visit();
  assert.match(await page.evaluate(() => { try { document.createElement('div').innerHTML = '<b>x</b>'; return 'allowed'; } catch (error) { return String(error); } }), /TrustedHTML/);
  assert.equal(await page.evaluate(() => { const script = document.createElement('script'); try { script.text = 'window.ran = true'; document.head.append(script); } catch { /* refused */ } return 'ran' in window; }), false);
  assert.match(await page.evaluate(() => navigator.serviceWorker.register('/other.js').then(() => 'allowed', String)), /TrustedScriptURL/);
  await page.browserContext().close();
});
