/** Says where the finished site stands, so that every test and measurement looks at the same one. */
import { resolve } from 'node:path';

/**
 * The folder of the built site: what the variable READER_DIST names, or else `dist`, seen from the project's own
 * folder.
 */
export const builtFolder = resolve(import.meta.dirname, '../..', process.env['READER_DIST'] ?? 'dist');
