/** The frame of every page beside the report: its bar, its sign, its text, and the way to all pages. */
import { html, type TemplateResult } from 'lit';
import { other, ownName, type Language } from '../model/words/translate.js';
import { addressOf, type PageFolder } from '../model/pages.js';
import { allPages, type PageNames } from './all-pages.js';

/**
 * `root` leads from the page to the site's root. `controls` stand in the bar of every page. The words: of the bar as a
 * landmark, of the way past it, of what the page is about, and of the list of all pages.
 */
interface Frame {
  page: PageFolder;
  language: Language;
  root: string;
  names: PageNames;
  controls: unknown;
  words: { bar: string; skip: string; about: string; pages: string };
}

/** @returns a part of the text of such a page, which is named by its heading */
export function section(id: string, heading: string, text: unknown): TemplateResult {
  const name = `${id}-name`;
  return html`<section class="plain" id=${id} aria-labelledby=${name}><h2 id=${name}>${heading}</h2>${text}</section>`;
}

/** @param inside the text of the page @returns the contents of `body` */
export function furtherPage({ page, language, root, names, controls, words }: Frame, inside: unknown): TemplateResult {
  const there = other(language);
  const address = root + addressOf(page, there),
    translated = html`<a href=${address} hreflang=${there} lang=${there}>${ownName[there]}</a>`;
  const bar = html`<nav class="bar" aria-label=${words.bar}>${controls}</nav>`,
    header = html`<header><a class="skip" href="#main">${words.skip}</a>${bar}<p>${translated}</p></header>`;
  const name = html`<h1>${names[language][page]}</h1><p>${words.about}</p>`,
    sign = html`<div class="sign two line-0 to-2">${name}</div>`,
    footer = allPages(words.pages, names, { page, language }, root);
  return html`${header}<main id="main">${sign}${inside}</main>${footer}<p role="status"></p>`;
}
