/** English and Welsh are equals: a page each, and one plain link to the same place in the other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openView } from '../support/readers.js';
import { readersOfFile } from '../support/steps.js';

const all = await readersOfFile({ copy: false });

/** Goes to the other language from where one is, by the menu. */
async function changeLanguage(page: Page): Promise<void> {
  await openView(page, 'more');
  await Promise.all([page.waitForNavigation(), page.click('.doors a[hreflang]')]);
}

test('the link in the menu leads to the same story, there and back', async () => {
  const page = await all.visit();
  await page.$eval('#cardiff', story => story.scrollIntoView());
  await changeLanguage(page);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, '/cy/#cardiff');
  await page.waitForSelector('reader-settings:defined');
  assert.ok(await page.$eval('#cardiff', story => Math.abs(story.getBoundingClientRect().top) < 60));
  await changeLanguage(page);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, '/#cardiff');
  await page.browserContext().close();
});

test('from the cover the link leads to the cover', async () => {
  const page = await all.visit();
  await Promise.all([page.waitForNavigation(), page.click('a[hreflang=cy]')]);
  assert.equal(new URL(page.url()).hash, '');
  await page.browserContext().close();
});

test('the Welsh page is Welsh, and what is English on it says so', async () => {
  const page = await all.visit({ path: 'cy/', script: false });
  assert.equal(await page.$eval('html', root => root.lang), 'cy');
  const language = (selector: string) =>
    page.$eval(selector, element => element.closest('[lang]')!.getAttribute('lang'));
  for (const english of [
    'h1',
    '#foreword p',
    '#cardiff h4',
    'quote-card p',
    'stats-grid li',
    '#contents ~ ul a',
    'a[hreflang=en]',
  ])
    assert.equal(await language(english), 'en', english);
  for (const welsh of ['.skip', 'nav.bar', 'summary', '.note', 'h2#contents', 'small', 'footer', '[role=status]'])
    assert.equal(await language(welsh), 'cy', welsh);
  await page.browserContext().close();
});

test('ids are the same in both languages', async () => {
  const ids = async (path: string) => {
    const page = await all.visit({ path, script: false });
    const found = await page.$$eval('[id]', elements => elements.map(element => element.id));
    await page.browserContext().close();
    return found;
  };
  const english = await ids('');
  assert.equal(new Set(english).size, english.length);
  assert.deepEqual(await ids('cy/'), english);
});

const titles = [
  ['', 'Our impact on people and policing: Impact Report 2023/24'],
  ['cy/', 'Adroddiad Effaith 2023/24'],
] as const;

test('each page names itself, the other, and what search engines are told', async () => {
  for (const [path, title] of titles) {
    const page = await all.visit({ path, script: false });
    assert.equal(await page.title(), title);
    assert.deepEqual(
      await page.$$eval('link[rel=alternate]', links =>
        links.map(link => [link.hreflang, new URL(link.href).pathname]),
      ),
      [
        ['en', '/'],
        ['cy', '/cy/'],
      ],
    );
    assert.equal(
      await page.$eval('link[rel=canonical]', link => new URL((link as HTMLLinkElement).href).pathname),
      `/${path}`,
    );
    assert.ok((await page.$eval('meta[name=description]', meta => meta.getAttribute('content')!)).length > 60);
    const data = JSON.parse(
      await page.$eval('script[type="application/ld+json"]', script => script.textContent),
    ) as Record<string, unknown>;
    assert.equal(data['@type'], 'Report');
    await page.browserContext().close();
  }
});

test('the statement tells search engines of the same report, and what is true of access to it', async () => {
  const dataOf = async (path: string) => {
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      await (await fetch(all.site.url + path)).text(),
    )!;
    return JSON.parse(data!) as Record<string, unknown>;
  };
  for (const path of ['', 'cy/']) {
    const [report, access] = [await dataOf(path), await dataOf(`${path}accessibility/`)];
    assert.deepEqual({ ...access, ...report }, access);
    assert.deepEqual([access['accessMode'], access['accessibilityHazard']], ['textual', 'none']);
  }
});

interface Manifest {
  name: string;
  icons: { src: string; purpose: string }[];
  screenshots: { src: string; form_factor: string }[];
}

test('the manifest of each language has a name, a start, icons and screenshots', async () => {
  for (const [path, name] of [
    ['', 'Impact Report Reader'],
    ['cy/', 'Darllenydd yr Adroddiad Effaith'],
  ] as const) {
    const page = await all.visit({ path });
    const client = await page.createCDPSession();
    const { data, errors } = (await client.send('Page.getAppManifest')) as { data: string; errors: unknown[] };
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data) as Manifest;
    assert.equal(manifest.name, name);
    assert.deepEqual(
      (await client.send('Page.getInstallabilityErrors')).installabilityErrors.filter(
        ({ errorId }) => errorId !== 'in-incognito',
      ),
      [],
    );
    for (const { src } of [...manifest.icons, ...manifest.screenshots])
      assert.equal((await fetch(new URL(src, all.site.url + path))).status, 200, src);
    assert.deepEqual(
      manifest.screenshots.map(({ form_factor }) => form_factor),
      ['narrow', 'wide'],
    );
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
    await page.browserContext().close();
  }
});
