/**
 * Which kind of file is what, in the words of HTTP. A server that only guesses gets it wrong, and `nosniff` keeps
 * browsers from guessing again.
 */
import { extname } from 'node:path';

/** Media types by ending (https://www.iana.org/assignments/media-types/). Text is in UTF-8. */
export const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  // Braille: letters and spaces that a display or embosser takes for dots, and the same with the dots written out
  // (https://braillespecs.github.io/pef/pef-specification.html). Neither is registered; the second is what its
  // specification proposes.
  '.brf': 'application/x-brf',
  '.pef': 'application/x-pef+xml',
};

/**
 * Endings that hosts often do not know, and where it matters: braille that comes as a file of no known kind is saved as
 * one, which is what it is for.
 */
export const unusual: readonly string[] = ['.webmanifest', '.md', '.epub'];

/** Types that shrink when compressed; pictures, typefaces and sound are compressed already. */
export const compressible: readonly string[] = Object.values(mediaTypes).filter(type =>
  /^text\/|json$|xml$/.test(type),
);

/**
 * @param file a path
 * @returns the value of its Content-Type
 * @throws Error when the ending is in no row of the table
 */
export function contentTypeOf(file: string): string {
  const type = mediaTypes[extname(file)];
  if (!type)
    throw new Error(
      `No host would know what ${file} is: add its ending to the table in src/build/hosting/content-types.ts.`,
    );
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
