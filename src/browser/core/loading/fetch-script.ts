import { read } from '../storage/storage.js';

/** The scripts that came, by their addresses. */
const came = new Set<string>();

/**
 * Stands in for `import()` in the built reader (see build/fetched-scripts.ts). A browser from before the HTML Standard
 * changed this in 2026 (whatwg/html#10327) keeps a script that did not come as failed until the page is loaded anew: a
 * view that was asked for without a connection would not open in that visit. `fetch` keeps no failure, and what it
 * brings waits in the browser's cache for `import()`. The worker of an offline copy that is whole has every script, and
 * needs no such care.
 * @param name of the script, as seen from this one
 * @returns what the script exports
 * @throws TypeError with its address, where it does not come
 */
export async function fetchScript(name: string): Promise<unknown> {
  const { href } = new URL(name, import.meta.url);
  if (!came.has(href) && !(navigator.serviceWorker?.controller && Number(read('reader-copy')) > 0)) {
    const answer = await fetch(href).catch(() => undefined);
    // In the words of the browser, which `fetch` says without the address.
    if (!answer?.ok) throw new TypeError(`Failed to fetch dynamically imported module: ${href}`);
    came.add(href);
  }
  return import(/* @vite-ignore */ href);
}
