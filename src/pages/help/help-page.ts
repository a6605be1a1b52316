/**
 * The help page: how to use the reader, in short. It is words and links, works without script, and is part of the
 * offline copy.
 */
import { html, type TemplateResult } from 'lit';
import type { PageNames } from '../all-pages.js';
import { furtherPage, section } from '../further-page.js';
import type { HelpPageKey, HelpPageReading } from './page-words.js';

/** `root` leads from the page to the site's root. `controls` stand in the bar of every page. */
interface HelpPage {
  reading: HelpPageReading;
  root: string;
  names: PageNames;
  controls: unknown;
}

/** What a section holds, in order: paragraphs, a list of ways (`list`), links to other pages. */
interface HelpSection {
  id: string;
  paragraphs: readonly string[];
  list?: readonly string[];
  after?: readonly string[];
  links?: readonly (readonly [words: string, address: string])[];
}
const sections: readonly HelpSection[] = [
  { id: 'look', paragraphs: ['text', 'ready'] },
  { id: 'move', paragraphs: ['text', 'place', 'find'] },
  { id: 'listen', paragraphs: ['text'], list: ['iphone', 'android', 'computer'], after: ['other'] },
  { id: 'mark', paragraphs: ['text', 'kept'] },
  { id: 'care', paragraphs: ['text', 'exit'] },
  {
    id: 'offline',
    paragraphs: ['text'],
    links: [
      ['device', '../device/'],
      ['formats', '../formats/'],
    ],
  },
  { id: 'erase', paragraphs: ['text'] },
  { id: 'keys', paragraphs: ['text'] },
  {
    id: 'more',
    paragraphs: ['text'],
    links: [
      ['statement', '../accessibility/'],
      ['contact', '../#contact'],
    ],
  },
];

/** @returns the contents of `body` */
export function helpPage({ reading: { language, t }, root, names, controls }: HelpPage): TemplateResult {
  const frame = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    about: t('about'),
    pages: t('pages.heading'),
  };
  const words = (id: string, key: string) => t(`${id}.${key}` as HelpPageKey);
  const paragraphs = (id: string, keys: readonly string[] = []) => keys.map(key => html`<p>${words(id, key)}</p>`);
  const contents = sections.map(({ id }) => html`<li><a href="#${id}">${words(id, 'heading')}</a></li>`);
  const held = ({ id, paragraphs: keys, list = [], after, links = [] }: HelpSection) => {
    const items = list.map(key => html`<li>${words(id, key)}</li>`),
      ways = list.length ? html`<ul role="list" class="list">${items}</ul>` : '',
      ends = links.map(([key, address]) => html`<p><a href=${address}>${words(id, key)}</a></p>`);
    return html`${paragraphs(id, keys)}${ways}${paragraphs(id, after)}${ends}`;
  };
  return furtherPage(
    { page: 'help/', language, root, names, controls, words: frame },
    html`<nav class="plain" aria-label=${t('here')}><ul role="list">${contents}</ul></nav>
${sections.map(each => section(each.id, words(each.id, 'heading'), held(each)))}`,
  );
}
