/**
 * The files of the offline copy, as the worker gets to know them: under the addresses that readers use, each with the
 * hash of its content.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rollup } from 'vite';
import { isForReading } from './script-groups.js';

/** What workbox-build found. */
interface Found {
  url: string;
  revision: string | null;
  size: number;
}

/** Where the site is being built; only Vite knows, once it has read all its options. */
let folder: string;
/** The scripts that reading needs, by their file names; only the bundler knows which script asks for which. */
let forReading: Set<string>;

/**
 * @returns the files of the scripts that reading needs: these, all that they import, and of what they fetch late what
 * reading needs
 */
function neededBy(bundle: Rollup.OutputBundle, files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    const script = bundle[file];
    if (script?.type !== 'chunk' || found.has(file)) continue;
    found.add(file);
    const late = script.dynamicImports.filter(each => isForReading(bundle[each] as Rollup.OutputChunk));
    neededBy(bundle, [...script.imports, ...late], found);
  }
  return found;
}

export const rememberFolder: Plugin = {
  name: 'reader-folder',
  configResolved({ root, build }) {
    folder = resolve(root, build.outDir);
  },
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return;
    forReading = neededBy(
      bundle,
      Object.values(bundle)
        .filter(file => file.type === 'chunk' && file.isEntry)
        .map(({ fileName }) => fileName),
    );
  },
};

/**
 * @returns whether a file is kept after the report: scripts that reading does not ask for, the panel's styles and those
 * for paper, and whatever is neither a page of the report nor a style sheet
 */
const isLater = (url: string) =>
  url.endsWith('.js')
    ? !forReading.has(url)
    : /^assets\/(panel|highlights|changes|print)-|^(?!(cy\/)?index\.html$|assets\/.*\.css$)/.test(url);

/** @returns the entries, each with the hash that the worker compares (Subresource Integrity) */
export const copyEntries = (entries: Found[]) => ({
  manifest: entries.map(entry => ({
    ...entry,
    // A page is kept under the address that readers use, so that the one just read need not come twice.
    url: entry.url.replace(/(^|\/)index\.html$/, '$1') || './',
    integrity: `sha256-${createHash('sha256')
      .update(readFileSync(join(folder, entry.url)))
      .digest('base64')}`,
    ...(isLater(entry.url) && { later: true }),
  })),
});
