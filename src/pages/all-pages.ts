/** The way from every page to every other, each named in its own language. */
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf, pageFolders, type PageFolder } from '../model/pages.js';
import { languages, type Language } from '../model/words/translate.js';
import { markedLanguage } from './elements/our-note.js';

/** What each page is called, in each language. */
export type PageNames = Record<Language, Record<PageFolder, string>>;

/** @param here the page that it stands on @param root leads from that page to the site's root */
export function allPages(
  heading: string,
  names: PageNames,
  here: { page: PageFolder; language: Language },
  root: string,
): TemplateResult {
  const link = (page: PageFolder, language: Language) => {
    const address = root + addressOf(page, language),
      current = page === here.page && language === here.language ? 'page' : nothing;
    return html`<li><a href=${address} aria-current=${current}>${names[language][page]}</a></li>`;
  };
  const list = (language: Language) => {
    const links = pageFolders.map(page => link(page, language));
    return html`<ul role="list" lang=${markedLanguage(language, here.language)}>${links}</ul>`;
  };
  const ownFirst = languages.toSorted((one, other) => Number(other === here.language) - Number(one === here.language));
  return html`<footer><nav aria-labelledby="pages"><h2 id="pages">${heading}</h2>${ownFirst.map(list)}</nav></footer>`;
}
