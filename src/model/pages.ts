/**
 * The pages of the reader, in one list: their addresses, their shells, the build's inputs, the offline copy and the
 * redirects follow from it.
 */
import { languages, type Language } from './words/translate.js';

/** Beside the report itself, by the folder in which each stands within a language. */
export const furtherPages = ['help', 'plain', 'formats', 'device', 'accessibility'] as const;
export type FurtherPage = (typeof furtherPages)[number];

/** The pages, by their folders; the report is the first. */
export const pageFolders = ['', ...furtherPages.map(page => `${page}/` as const)] as const;
export type PageFolder = (typeof pageFolders)[number];

/** @returns the address of a page, seen from the site's root */
export const addressOf = (page: PageFolder, language: Language): string =>
  (language === 'en' ? '' : `${language}/`) + page;

/** A page in a language. */
export interface PageInLanguage {
  page: PageFolder;
  language: Language;
}

/** @returns every page in every language */
export const everyPage = (): PageInLanguage[] =>
  languages.flatMap(language => pageFolders.map(page => ({ page, language })));
