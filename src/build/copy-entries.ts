/** The files of the offline copy, as the worker gets to know them: under the addresses that readers use, each with the hash of its content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What workbox-build found. */
interface Found { url: string; revision: string | null; size: number }

/** Where the site is being built; only Vite knows, once it has read all its options. */
let folder: string;
export const rememberFolder: Plugin = { name: 'reader-folder', configResolved({ root, build }) { folder = resolve(root, build.outDir); } };

/** @returns the entries, each with the hash that the worker compares (Subresource Integrity) */
export const copyEntries = (entries: Found[]) => ({
  manifest: entries.map(entry => ({
    ...entry,
    // A page is kept under the address that readers use, so that the one just read need not come twice.
    url: entry.url.replace(/(^|\/)index\.html$/, '$1') || './',
    integrity: `sha256-${createHash('sha256').update(readFileSync(join(folder, entry.url))).digest('base64')}`,
  })),
});
