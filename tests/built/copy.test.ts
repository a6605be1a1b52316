/**
 * Only what reading needs decides whether the report is called saved; everything else comes after it, each file by
 * itself.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { publishedCopy, type PublishedCopy } from '../support/publish.js';
import { readers, whenSaved, whenWhole, type Readers } from '../support/readers.js';
import { close } from '../support/steps.js';

let site: PublishedCopy, all: Readers;
/** What the server does with a file that it does not give at once: it keeps it until `letGo`, or hangs up. */
let isHeld = (_path: string): boolean => false,
  isCutOff = (_path: string): boolean => false;
const held: (() => void)[] = [];
const letGo = () => {
  isHeld = () => false;
  for (const go of held.splice(0)) go();
};

before(async () => {
  site = publishedCopy();
  all = await readers(
    {
      handle: ({ url }, response, next) => {
        if (isCutOff(url!)) response.destroy();
        else if (isHeld(url!)) held.push(next);
        else next();
      },
    },
    site.folder,
  );
});
beforeEach(() => {
  site.restore();
  letGo();
});
after(async () => {
  letGo();
  await all.close();
  site.close();
  assert.deepEqual(all.faults, []);
});

/** @returns the paths of the files of the copy: all of them, and those that its list marks as needed later */
function filesOfCopy(): { paths: string[]; later: string[] } {
  const list = JSON.parse(/\[\{"integrity.*?\}\](?=[,;)])/.exec(site.read('sw.js'))![0].replaceAll(':!0', ':true')) as {
    url: string;
    later?: true;
  }[];
  const pathOf = ({ url }: { url: string }) => `/${url.replace(/^\.\//, '')}`;
  return { paths: list.map(pathOf), later: list.filter(({ later }) => later).map(pathOf) };
}

/** Run inside a page. @returns whether these files are kept, all of them */
const areKept = async (paths: readonly string[]) => {
  const files = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()));
  const kept = new Set(files.flat().map(({ url }) => new URL(url).pathname));
  return paths.every(path => kept.has(path));
};

const whenKept = (page: Page, paths: readonly string[]) => page.waitForFunction(areKept, { polling: 100 }, paths);

/** @returns the report, as soon as its words are there: some files of the page itself may never come */
async function visit(): Promise<Page> {
  const page = await all.open();
  await page.goto(all.site.url, { waitUntil: 'domcontentloaded' });
  return page;
}

test('the report is said to be saved although no file has come that reading does not need', async () => {
  const { paths, later } = filesOfCopy();
  const needless = paths.filter(
    path => !/^\/(cy\/)?$|\.(js|css)$/.test(path) || path.includes('/print-') || later.includes(path),
  );
  for (const file of ['/manifest.webmanifest', '/cy/manifest.webmanifest', '/icon.svg', '/device/', '/cy/help/'])
    assert.ok(needless.includes(file), file);
  isHeld = path => needless.includes(path);
  const page = await visit();
  await whenSaved(page);
  for (const path of needless) assert.equal(await page.evaluate(areKept, [path]), false, path);
  letGo();
  await whenKept(page, paths);
  await close(page);
});

test('a file that comes late keeps no other away, and comes by itself when the server gives it', async () => {
  const { paths } = filesOfCopy();
  for (const late of ['/accessibility/', '/manifest.webmanifest']) {
    isHeld = path => path === late;
    const page = await visit();
    await whenKept(
      page,
      paths.filter(path => path !== late),
    );
    assert.equal(await page.evaluate(areKept, [late]), false);
    letGo();
    await whenKept(page, paths);
    await close(page);
  }
});

test('where one page is cut off all else is kept, and the next try asks for that page alone', async () => {
  const { paths, later } = filesOfCopy(),
    needed = paths.filter(path => !later.includes(path));
  isCutOff = path => path === '/cy/';
  const page = await visit();
  await whenKept(
    page,
    needed.filter(path => path !== '/cy/'),
  );
  isCutOff = () => false;
  all.site.requests.length = 0;
  await whenSaved(page);
  assert.deepEqual(
    all.site.requests.map(({ path }) => path).filter(path => needed.includes(path)),
    ['/cy/'],
  );
  await close(page);
});

test('a newer version is offered although a file that reading does not need is still on its way', async () => {
  const page = await visit();
  await whenWhole(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('reader-later')) await caches.delete(name);
  });
  isHeld = path => path === '/help/';
  site.publish('Second');
  await page.reload();
  await page.waitForSelector('.notice[data-kind=update]');
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('.notice[data-kind=update] button', button => button.click()),
  ]);
  assert.equal(await page.$eval('#foreword h2', heading => heading.textContent), 'Second');
  await close(page);
});
