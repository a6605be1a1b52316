/** What is sent with the files, whoever serves them: the headers that protect readers, and how long a copy is good. */
import { extname } from 'node:path';
import { contentTypeOf, unusual } from './content-types.js';
import type { SiteFacts } from './host.js';

export type Headers = Readonly<Record<string, string>>;

/**
 * What the reader never asks a device for. Sharing and copying are not named: a page may do them by itself, and a
 * browser complains about names that it does not know.
 */
const refused = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'midi', 'display-capture'];

/** @returns the headers of every answer, redirects and failures too */
export const everyAnswer = ({ policy }: SiteFacts): Headers => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': refused.map(name => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
});

/**
 * The headers of a file, unless it is among the exceptions: asked for again each time, and not to be built into other
 * sites.
 */
export const usual: Headers = { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'same-origin' };

/** Where a file needs something else than usual. A path ends in "*" where it stands for all that begins with it. */
export const exceptions: readonly { path: string; headers: Headers }[] = [
  // Named by what is in them: under its name such a file never changes.
  { path: 'assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  // Others show this one beside a link to the report.
  { path: 'sharing.png', headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } },
];

/** @returns the headers that depend on which file it is */
const headersOf = (file: string): Headers =>
  Object.assign(
    {},
    usual,
    ...exceptions
      .filter(({ path }) => (path.endsWith('*') ? file.startsWith(path.slice(0, -1)) : file === path))
      .map(({ headers }) => headers),
  ) as Headers;

/** @returns the addresses of a published file: a document that is a folder's index has the folder's too */
const addressesOf = (file: string): string[] =>
  /(^|\/)index\.html$/.test(file) ? [file.replace(/index\.html$/, ''), file] : [file];

/** @returns the folder at the root that a file is in, with its slash; nothing for a file at the root */
const folderOf = (file: string): string => file.slice(0, file.indexOf('/') + 1);

/**
 * For hosts where two rules that match the same address add up, or where it is not certain which one wins: no header
 * stands in two that match the same address. A folder in which every file has the usual headers gets one rule, because
 * there may not be more than a hundred (Cloudflare Pages); elsewhere every file is named, because a rule for a folder
 * is also for what is missing in it, and that must not be kept as long.
 * @returns a rule for every address, beginning with "/"; one that ends in "*" stands for all that begins with it
 */
export function separateRules({ base, files }: SiteFacts): { path: string; headers: Headers }[] {
  const typed = (file: string): Headers =>
    unusual.includes(extname(file)) ? { 'Content-Type': contentTypeOf(file) } : {};
  const isUsual = (file: string) => Object.entries(headersOf(file)).every(([name, value]) => usual[name] === value);
  const folders = [...new Set(files.map(folderOf))].filter(
    folder => folder && files.every(file => folderOf(file) !== folder || isUsual(file)),
  );
  const named = files.filter(file => !folders.includes(folderOf(file))),
    inFolders = files.filter(file => folders.includes(folderOf(file)));
  return [
    ...named.flatMap(file =>
      addressesOf(file).map(address => ({ path: base + address, headers: { ...headersOf(file), ...typed(file) } })),
    ),
    ...folders.map(folder => ({ path: `${base}${folder}*`, headers: usual })),
    ...inFolders
      .filter(file => unusual.includes(extname(file)))
      .map(file => ({ path: base + file, headers: typed(file) })),
  ];
}

/**
 * @returns the folders that have a document, as paths in the site without a slash at either end; their addresses need
 * the slash, because links inside are relative
 */
export const foldersWithDocuments = ({ files }: SiteFacts): string[] =>
  files.filter(file => file.endsWith('/index.html')).map(file => file.slice(0, -'/index.html'.length));
