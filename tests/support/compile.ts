/**
 * Makes JavaScript of the test files, all at once: what each needs of the project in a few files, and packages left
 * where they are. A compiler's hooks in every process took a second each.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** What a file asks about its own place is answered as if it still stood there. */
const placesKept: Plugin = {
  name: 'places-kept',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
      const places: Record<string, string> = { dirname: dirname(path), filename: path, url: pathToFileURL(path).href };
      const contents = readFileSync(path, 'utf8').replace(
        /\bimport\.meta\.(dirname|filename|url)\b/g,
        (_, place: string) => JSON.stringify(places[place]),
      );
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * @param files paths of TypeScript files below `tests/`
 * @returns where the JavaScript of a file stands; it is there until this process ends
 * @throws what esbuild throws: a list of faults, each with its place
 */
export async function compile(files: readonly string[]): Promise<(file: string) => string> {
  // Below node_modules, so that packages are found from it.
  mkdirSync('node_modules/.cache', { recursive: true });
  const outdir = mkdtempSync('node_modules/.cache/tests-');
  process.on('exit', () => {
    rmSync(outdir, { recursive: true, force: true });
  });
  await build({
    entryPoints: [...files],
    outbase: 'tests',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
    plugins: [placesKept],
  });
  return file => join(outdir, file.replace(/^tests\//, '').replace(/\.ts$/, '.mjs'));
}
