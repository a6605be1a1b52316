/** What a page saves as a file, as the browser tells of it: nothing is waited for by the clock. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/**
 * Lets a page save files into a folder.
 * @returns what waits until a file of that name is whole, and gives its path and what is in it
 */
export async function savedBy(
  page: Page,
  folder: string,
): Promise<(name: string) => Promise<{ path: string; content: Buffer }>> {
  const client = await page.createCDPSession(),
    names = new Map<string, string>(),
    whole = new Set<string>();
  let look = () => {};
  client.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  client.on('Browser.downloadProgress', ({ guid, state }) => {
    if (state !== 'completed') return;
    whole.add(names.get(guid)!);
    look();
  });
  await client.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: page.browserContext().id!,
    downloadPath: folder,
    eventsEnabled: true,
  });
  return async name => {
    while (!whole.has(name))
      await new Promise<void>(done => {
        look = done;
      });
    const path = join(folder, name);
    return { path, content: readFileSync(path) };
  };
}
