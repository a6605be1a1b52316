import { imports } from './imports.js';

/** The scripts that came with all that they need, by their addresses; this one is there. */
const came = new Map<string, Promise<unknown>>([[import.meta.url, Promise.resolve()]]);

/** Asks for a script, then for what it imports. Whatever failed is asked for again by the next call. */
const fetched = (address: string): Promise<unknown> => {
  const coming = came.get(address) ?? fetch(address).then(async answer => {
    if (!answer.ok) throw new TypeError(address);
    await Promise.all(imports(await answer.text()).map(name => fetched(new URL(name, address).href)));
  });
  came.set(address, coming);
  coming.catch(() => came.delete(address));
  return coming;
};

/**
 * Stands in for `import()` in the built reader (see build/fetched-scripts.ts). A browser from before the HTML Standard changed this in 2026 (whatwg/html#10327) keeps a script that did not come as failed until the page is loaded anew: a view that was asked for without a connection would not open in that visit. `fetch` keeps no failure, and what it brings waits in the browser's cache for `import()`.
 * @param name of the script, as seen from this one @returns what the script exports
 * @throws what `fetch` throws, or a TypeError with the address, where the script or one that it imports does not come
 */
export async function fetchScript(name: string): Promise<unknown> {
  const { href } = new URL(name, import.meta.url);
  await fetched(href);
  return import(/* @vite-ignore */ href);
}
