/** The head of each page: title, description, languages, sharing, installing, and what search engines are told. */
import { html, type TemplateResult } from 'lit';
import { languages, type Language, type Reading } from '../model/words/translate.js';
import type { Report } from '../model/report/model.js';
import { themes } from '../model/settings/themes.js';
import { within } from './site.js';

const folder = (language: Language) => (language === 'en' ? '' : 'cy/') as '' | 'cy/';

/** schema.org's Report. */
const description = (report: Report) => ({
  '@context': 'https://schema.org',
  '@type': 'Report',
  name: titleOf(report),
  inLanguage: report.language,
  publisher: { '@type': 'Organization', name: 'Independent Office for Police Conduct' },
});

/**
 * The accessibility vocabulary (https://www.w3.org/community/reports/a11y-discov-vocab/), which the statement carries:
 * the report's own page has no room for it. Only what is true of that page.
 */
const access = {
  // Its drawings say nothing that does not stand beside them in words.
  accessMode: 'textual',
  accessibilityFeature: [
    'displayTransformability',
    'highContrastDisplay',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
  ],
  accessibilityHazard: 'none',
};

/** @returns the report's own title, in one line */
export const titleOf = ({ title, series, period }: Report): string => `${title}: ${series} ${period}`;

/**
 * @returns the title of a page. A title cannot be marked as another language, so it is the report's own only where the
 * two agree.
 */
export const pageTitleOf = (report: Report, { language, t }: Reading): string =>
  report.lang && report.lang !== language ? t('page.title') : titleOf(report);

/**
 * @returns the description for search engines, as a data block; "<" is escaped because it could end the element early
 */
export function dataOf(report: Report, more = {}): string {
  const data = JSON.stringify({ ...description(report), ...more }).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${data}</script>`;
}

/** @returns the same, with what is true of access to it. @param url of the report */
export const accessOf = (report: Report, url: string): string => dataOf(report, { url, ...access });

/**
 * @returns the contents of `head` that belong to a language; title, data, policy, styles and script apart. The colour
 * scheme is told by the styles, which stand in the page.
 */
export function headOf({ language, t }: Reading): TemplateResult {
  const here = folder(language),
    up = here ? '../' : '';
  return html`
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="description" content=${t('page.description')}>
    <meta name="theme-color" content=${themes.light.colours['block-0']}>
    <link rel="canonical" href=${within(here, here)}>
    ${languages.map(each => html`<link rel="alternate" hreflang=${each} href=${within(folder(each), here)}>`)}
    <link rel="manifest" href="manifest.webmanifest">
    <link rel="icon" href="${up}icon.svg">
    <link rel="apple-touch-icon" href="${up}icon-180.png">
    <meta property="og:image" content=${within('sharing.png', here)}>
    <meta property="og:image:alt" content=${t('page.sharingPicture')}>
  `;
}
