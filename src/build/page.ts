/** The body of each page: the bar, the report, and our own words about the reader below it. */
import { html, type TemplateResult } from 'lit';
import { reportPages } from '../pages/elements/report-body.js';
import { other, ownName, type Reading } from '../model/words/translate.js';
import type { Report } from '../model/report/model.js';
import { settingsPanel } from '../pages/settings-panel.js';
import { notesFor } from './notes.js';

export { notesFor };

/** @returns the way out that stands in the bar of every page: a link that works without script */
export const exitOf = ({ t }: Reading): TemplateResult =>
  html`<a class="exit" href="https://www.bbc.co.uk/weather" rel="noreferrer">${t('exit.link')}</a>`;

/** @returns what stands in the bar of a page beside the report: the way to that, the settings and the way out */
export const furtherControls = (reading: Reading): TemplateResult =>
  html`<a href="../">${reading.t('bar.report')}</a>${settingsPanel(reading)}${exitOf(reading)}`;

/** The pages beside the report, and what the foot calls each, in the order in which they stand there. */
const further = [
  ['help', 'foot.help'],
  ['plain', 'foot.plain'],
  ['formats', 'foot.formats'],
  ['device', 'foot.device'],
  ['accessibility', 'foot.statement'],
] as const;

/** @returns the contents of `body`, scripts apart */
export function bodyOf(report: Report, reading: Reading): TemplateResult {
  const { language, t } = reading;
  const there = other(language);
  const address = language === 'en' ? 'cy/' : '../';
  const toOther = html`<a href=${address} hreflang=${there} lang=${there}>${ownName[there]}</a>`;
  const toContents = html`<a href="#contents">${t('bar.contents')}</a>`,
    toView = (view: 'find' | 'more') => html`<button value=${view}>${t(`bar.${view}`)}</button>`;
  return html`
    <header>
      <a class="skip" href="#main">${t('bar.skip')}</a>
      <nav class="bar" aria-label=${t('bar.name')}>
        ${toContents}${toView('find')}${settingsPanel(reading)}${toView('more')}${exitOf(reading)}
      </nav>
      <p><a href="formats/">${t('foot.formats')}</a><a href="help/">${t('foot.help')}</a>${toOther}</p>
      <p class="saved">${t('offline.ready')}</p>
    </header>
    <main id="main">${reportPages(report, reading, notesFor(report), 'plain/#help')}</main>
    <footer>
      <h2>${t('foot.name')}</h2>
      <p>${t('foot.about')}</p>
      ${further.map(([page, words]) => html`<a href="${page}/">${t(words)}</a>`)}
    </footer>
    <p role="status"></p>
  `;
}

const missingIn = (root: string, { language, t }: Reading): TemplateResult => html`
  <h1 lang=${language}>${t('missing.title')}</h1>
  <p lang=${language}>${t('missing.words')}</p>
  <p lang=${language}><a href=${root + (language === 'en' ? '' : 'cy/')}>${t('missing.read')}</a></p>
`;

/**
 * @returns the body of the page for an address that does not exist, in both languages. It may stand at any depth, so
 * its links start at the site's root.
 */
export function missingOf(root: string, readings: readonly Reading[]): TemplateResult {
  return html`<main id="main"><div class="sign four cover">${readings.map(each => missingIn(root, each))}</div></main>`;
}
