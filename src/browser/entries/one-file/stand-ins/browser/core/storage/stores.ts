/** All that the one file keeps on a device, and how it is taken away. It keeps no copy of itself, no typefaces and no text. */
import { read, write } from '../../../../../../core/storage/storage.js';

const names = ['reader-settings', 'reader-looks', 'reader-shortcuts', 'reader-language'];

/** Takes everything away. @returns whether nothing is left */
export function eraseAll(): Promise<boolean> {
  for (const name of names) write(name, '');
  return Promise.resolve(names.every(name => read(name) === undefined));
}
