/**
 * Every format there is: a folder of src/formats/ with a file of the same name, which gives `format`. Loaded by the
 * build through Vite, as the pages are.
 */
import type { Format } from '../formats/format.js';

export { editionOf } from './edition.js';
export { chosen, make } from './make-formats.js';

const files = import.meta.glob<{ format: Format }>('../formats/*/*.ts');

/** What a format needs it imports at once: when the files are made, nothing can be imported any more. */
async function load([file, read]: [string, () => Promise<{ format: Format }>]): Promise<Format> {
  try {
    return (await read()).format;
  } catch (error) {
    throw new Error(`The format in ${file.replace('../', 'src/')} cannot be loaded: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const found = Object.entries(files)
  .filter(([file]) => /\/([\w-]+)\/\1\.ts$/.test(file))
  .sort(([one], [two]) => (one < two ? -1 : 1));

/** In the order of their names. */
export const formats: readonly Format[] = await Promise.all(found.map(load));
