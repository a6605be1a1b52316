/** The frame of every page beside the report: its bar, its sign, its text, and the way to all pages. */
import { html, type TemplateResult } from 'lit';
import { other, ownName, type Language } from '../model/words/translate.js';
import { addressOf, type PageFolder } from '../model/pages.js';
import { allPages, type PageNames } from './all-pages.js';

/**
 * `root` leads from the page to the site's root. `exit` is the way out in the bar of every page. The words: of the bar
 * as a landmark, of the way past it, of the way to the report, of what the page is about, and of the list of all pages.
 */
interface Frame {
  page: PageFolder;
  language: Language;
  root: string;
  names: PageNames;
  exit: unknown;
  words: { bar: string; skip: string; report: string; about: string; pages: string };
}

/** @param inside the text of the page @returns the contents of `body` */
export function furtherPage({ page, language, root, names, exit, words }: Frame, inside: unknown): TemplateResult {
  const there = other(language);
  return html`<header><a class="skip" href="#main">${words.skip}</a><nav class="bar" aria-label=${words.bar}><a href="../">${words.report}</a><a href=${root + addressOf(page, there)} hreflang=${there} lang=${there}>${ownName[there]}</a>${exit}</nav></header><main id="main"><div class="sign two line-0 to-2"><h1>${names[language][page]}</h1><p>${words.about}</p></div>${inside}</main>${allPages(words.pages, names, { page, language }, root)}<p role="status"></p>`;
}
