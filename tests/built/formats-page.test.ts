/**
 * The page of all formats offers every file that the site has, says what each costs, and works without script; and one
 * story can be printed alone.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { readers, reportWords, type Readers } from '../support/readers.js';
import { builtFolder } from '../support/site.js';

let all: Readers;
before(async () => {
  all = await readers({ copy: false });
});
after(async () => {
  await all.close();
  assert.deepEqual(all.faults, []);
});

const pathOf = { en: 'formats/', cy: 'cy/formats/' } as const;
const languages = ['en', 'cy'] as const;

/** @returns the links that save a file: where they lead, seen from the site's root, and what they are called */
async function offered(
  language: (typeof languages)[number],
): Promise<{ file: string; words: string; saves: boolean; under: string }[]> {
  const page = await all.visit({ path: pathOf[language], script: false });
  const links = await page.$$eval('main ul a', links =>
    links.map(link => {
      const { pathname } = new URL(link.href);
      let heading = link.closest('ul')!.previousElementSibling;
      while (heading && !heading.matches('h3')) heading = heading.previousElementSibling;
      return {
        file: pathname.slice(1),
        words: link.textContent,
        saves: link.hasAttribute('download'),
        under: heading?.textContent ?? '',
      };
    }),
  );
  await page.browserContext().close();
  return links;
}

test('each language offers its own files, and together the two pages offer every file that the site has', async () => {
  const [english, welsh] = (await Promise.all(languages.map(offered))) as [
    Awaited<ReturnType<typeof offered>>,
    Awaited<ReturnType<typeof offered>>,
  ];
  for (const links of [english, welsh]) {
    assert.equal(new Set(links.map(({ file }) => file)).size, links.length, 'a file is offered twice');
    for (const { file, saves, under } of links) {
      assert.ok(existsSync(join(builtFolder, file)), file);
      assert.ok(saves && under, file);
    }
  }
  assert.deepEqual(
    [...new Set([...english, ...welsh].map(({ file }) => file))].toSorted(),
    readdirSync(join(builtFolder, 'files'))
      .map(file => `files/${file}`)
      .toSorted(),
  );
  // What holds both languages, or no words of ours, is one file.
  const shared = english
    .filter(({ file }) => welsh.some(each => each.file === file))
    .map(({ file }) => file.replace(/.*\./, ''));
  assert.deepEqual(shared.toSorted(), ['csv', 'html']);
  assert.equal(english.length, welsh.length);
});

test('each link says what it saves and how large that is, so that nobody pays for a surprise', async () => {
  for (const language of languages)
    for (const { file, words } of await offered(language)) {
      const bytes = statSync(join(builtFolder, file)).size,
        [, number, unit] = /([\d.,]+)\s?(kB|MB)$/.exec(words)!;
      const told = Number(number!.replace(',', '')) * (unit === 'kB' ? 1000 : 1_000_000);
      assert.ok(told >= bytes && told - bytes < bytes * 0.1 + 1000, `${words}: ${bytes} bytes`);
      assert.match(words, language === 'en' ? /^Save “.+”, / : /^Cadw “.+”, /);
    }
});

test('a press on a link gives the file as it is on the server', async () => {
  const page = await all.visit({ path: 'formats/' });
  for (const ending of ['.epub', '.docx', '.pdf', '.brf']) {
    const [status, type, length] = await page.$eval(
      `main a[href$="2023-24${ending === '.brf' ? '-contracted.brf' : ending}"]`,
      async link => {
        const answer = await fetch((link as HTMLAnchorElement).href);
        return [answer.status, answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength] as const;
      },
    );
    assert.equal(status, 200, ending);
    assert.ok(length > 1000 && type, ending);
  }
  await page.browserContext().close();
});

/** Presses “Print this story” in the view of a passage, and waits until the browser is asked to print. */
async function printStory(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, {
      print: () => {
        document.documentElement.dataset['printed'] = '';
      },
    });
    const story = document.querySelector('#cardiff p:not(.note p)')!;
    dispatchEvent(new CustomEvent('reader-view', { detail: { view: 'passage', about: story } }));
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.passage-part button')].some(
      ({ textContent }) => textContent === 'Print this story',
    ),
  );
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.passage-part button')]
      .find(({ textContent }) => textContent === 'Print this story')!
      .click(),
  );
  await page.waitForSelector('[data-printed]');
}

test('“Print this story” prints the title and that story, in the reader’s size, and then all is back', async () => {
  const page = await all.visit({ choices: { size: '150' } }),
    whole = await reportWords(page);
  await printStory(page);
  await page.emulateMediaType('print');
  const seen = await page.$eval('body', body => body.innerText);
  const size = await page.$eval('#cardiff p:not(.note p)', text => parseFloat(getComputedStyle(text).fontSize));
  const story = await page.$eval('#cardiff', section => (section as HTMLElement).innerText),
    title = await page.$eval('h1', heading => (heading as HTMLElement).innerText);
  const words = (text: string) => text.split(/\s+/).filter(Boolean);
  assert.deepEqual(words(seen), [...words(title), ...words(story)]);
  assert.ok(words(story).length > 100);
  // 10 pt at 150%, and the text a tenth larger than that.
  assert.ok(Math.abs(size - (10 * 1.5 * 1.1 * 96) / 72) < 0.6, `${size} px`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.ok((await page.evaluate(() => document.querySelector('main')!.innerText)).length > 20_000);
  assert.deepEqual(await reportWords(page), whole);
  await page.browserContext().close();
});
