/**
 * The files of the offline copy, as the worker gets to know them: under the addresses that readers use, each with the
 * hash of its content.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rollup } from 'vite';

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

/** What is not needed for reading: the panel, its views, the page about this device, keys, and their words. */
const aids =
  /\/src\/(browser\/(entries\/views\.|core\/(panel|dom)\/|features\/(offline\/(installed|keep-again)|(sensitive-content|corrections|contents|device|figures|find|marks|passage|plain-english|share|shortcuts)\/))|pages\/device\/|model\/(figure-groups|explanations)\.)|\/locales\/(?!en\.|cy\.)|virtual:(panel|highlights|changes)-styles$/;
const isAid = ({ moduleIds }: Rollup.OutputChunk) => moduleIds.length > 0 && moduleIds.every(id => aids.test(id));

/** @returns the files of all scripts that these ask for, now or late, aids apart */
function askedBy(bundle: Rollup.OutputBundle, files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    const script = bundle[file];
    if (script?.type !== 'chunk' || found.has(file) || isAid(script)) continue;
    found.add(file);
    askedBy(bundle, [...script.imports, ...script.dynamicImports], found);
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
    forReading = askedBy(
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
