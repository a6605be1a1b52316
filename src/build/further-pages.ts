/**
 * What the pages beside the report need from the build: their head, their names, and the day on which they were made.
 */
import { html, type TemplateResult } from 'lit';
import { addressOf, type PageFolder } from '../model/pages.js';
import { languages, type Language } from '../model/words/translate.js';
import { themes } from '../model/settings/themes.js';
import { siteAddress } from './site.js';

/** @returns the way from such a page to the site's root */
export const rootOf = (language: Language): string => (language === 'en' ? '../' : '../../');

/**
 * @returns the day of the build: what SOURCE_DATE_EPOCH names
 * (https://reproducible-builds.org/specs/source-date-epoch/), or else today
 * @throws Error when SOURCE_DATE_EPOCH is not a number of seconds
 */
export function dayOfBuild(): Date {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (!given) return new Date();
  if (!/^\d+$/.test(given))
    throw new Error(`SOURCE_DATE_EPOCH is "${given}", expected seconds since 1970, such as 1735689600`);
  return new Date(Number(given) * 1000);
}

/**
 * @returns the contents of `head` that belong to a language; title, policy, styles and script apart
 * @param page the folder of the page
 */
export function furtherHead(page: PageFolder, language: Language, description: string): TemplateResult {
  const root = rootOf(language);
  const whole = (each: Language) => (siteAddress() ?? root) + addressOf(page, each);
  return html`
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="description" content=${description}>
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content=${themes.light.colours['block-0']}>
    <link rel="canonical" href=${whole(language)}>
    ${languages.map(each => html`<link rel="alternate" hreflang=${each} href=${whole(each)}>`)}
    <link rel="manifest" href="../manifest.webmanifest">
    <link rel="icon" href="${root}icon.svg">
    <link rel="apple-touch-icon" href="${root}icon-180.png">
  `;
}
