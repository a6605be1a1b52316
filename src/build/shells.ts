/**
 * The shell of each page, which the reader's plugin fills: not a file for each, because they differ in nothing but
 * their language.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { addressOf, everyPage, furtherPages, type FurtherPage } from '../model/pages.js';
import { languages, type Language } from '../model/words/translate.js';

const source = resolve(import.meta.dirname, '..');

/** The page for addresses that are not there; it runs no script. */
const missing = '404.html';

/** What a path names: a page in a language, or the page for missing addresses. */
export interface Named {
  language: Language;
  further?: FurtherPage;
  isMissing: boolean;
}

/**
 * @param path of a page's document, from the root of the source, with a slash before it
 * @returns what it names, or nothing, where it names none of ours
 */
export function pageNamed(path: string): Named | undefined {
  if (path === `/${missing}`) return { language: 'en', isMissing: true };
  const found = everyPage().find(({ page, language }) => path === `/${addressOf(page, language)}index.html`);
  if (!found) return undefined;
  const further = furtherPages.find(name => found.page === `${name}/`);
  return { language: found.language, isMissing: false, ...(further && { further }) };
}

/** The documents of all pages, for the build, each under a name of its own. */
export const documents: Record<string, string> = {
  ...Object.fromEntries(
    everyPage().map(({ page, language }) => [
      `${language}-${page || 'report'}`.replace('/', ''),
      resolve(source, addressOf(page, language), 'index.html'),
    ]),
  ),
  missing: resolve(source, missing),
};

/** For patterns: the folders of all pages as one choice, for each language. */
export const pagePattern = `{,${languages
  .filter(language => language !== 'en')
  .map(language => `${language}/`)
  .join()}}{,${furtherPages.map(page => `${page}/`).join()}}index.html`;

/** @param path as above @returns the empty page */
function shellOf(path: string): string {
  const { language, isMissing } = pageNamed(path)!;
  return `<!doctype html>
<html lang="${language}">
<head><!--head--></head>
<body><!--body-->${isMissing ? '' : '<script type="module" src="/browser/entries/page.ts"></script>'}</body>
</html>
`;
}

const pathOf = (id: string) => id.replace(source, '');
const isDocument = (id: string) => Object.values(documents).includes(id);

/** Gives the shells to Vite, the same while building and developing. */
export const shells: Plugin = {
  name: 'reader-shells',
  enforce: 'pre',
  resolveId: id => (isDocument(id) ? id : undefined),
  load: id => (isDocument(id) ? shellOf(pathOf(id)) : undefined),
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://reader'),
        path = pathname.replace(/\/$/, '/index.html');
      if (!pageNamed(path)) return next();
      server.transformIndexHtml(path, shellOf(path), request.originalUrl).then(page => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(page);
      }, next);
    });
  },
};
