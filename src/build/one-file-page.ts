/**
 * What stands in the one file: the report as on its pages, a choice of language in place of a link to another page, and
 * a note that this is a saved copy.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { reportPages } from '../pages/elements/report-body.js';
import { languages, ownName, type Language, type Reading } from '../model/words/translate.js';
import type { Report } from '../model/report/model.js';
import { settingsPanel } from '../pages/settings-panel.js';
import { themes } from '../model/settings/themes.js';
import { exitOf, notesFor } from './page.js';
import { siteAddress } from './site.js';
import { dayIn } from '../model/words/day.js';

export { fileNameOf } from './file-name.js';

/**
 * What a template of the one file needs beside report and words: the title in each language, and the day of the copy.
 */
interface Copy {
  titles: Record<Language, string>;
  date: Date;
}

const choice = (language: Language, title: string) => {
  const isFirst = language === 'en';
  const radio = html`<input type="radio" name="language" value=${language} data-title=${title} ?checked=${isFirst}>`;
  return html`<label lang=${language}>${radio}${ownName[language]}</label>`;
};

/** Radio buttons work without script; with it they do the rest. Languages are named in themselves. */
const choiceOfLanguage = ({ t }: Reading, titles: Copy['titles']): TemplateResult =>
  html`
    <fieldset class="languages">
      <legend>${t('oneFile.language')}</legend>
      ${languages.map(each => choice(each, titles[each]))}
    </fieldset>
  `;

/**
 * Where the web edition stands; nothing where that was not known while building, because a saved copy has no
 * neighbours.
 */
function original({ language, t }: Reading): TemplateResult | typeof nothing {
  const site = siteAddress();
  if (!site) return nothing;
  const there = site + (language === 'en' ? '' : 'cy/');
  return html`<a href=${there}>${t('oneFile.original')}</a><a href="${there}accessibility/">${t('foot.statement')}</a>`;
}

/** @returns the contents of `body` in one language, scripts apart */
export function oneFileBody(report: Report, reading: Reading, { titles, date }: Copy): TemplateResult {
  const { language, t } = reading;
  const day = dayIn(language, date);
  return html`
    <header>
      <a class="skip" href="#main">${t('bar.skip')}</a>
      <p class="saved now">${t('oneFile.saved', { date: day })}</p>
      ${choiceOfLanguage(reading, titles)}
      <nav class="bar"><a href="#contents">${t('bar.contents')}</a>${exitOf(reading)}${settingsPanel(reading)}</nav>
    </header>
    <main id="main">${reportPages(report, reading, notesFor(report))}</main>
    <footer>
      <h2>${t('foot.name')}</h2>
      <p>${t('oneFile.about', { date: day })}</p>
      <p>${t('foot.about')}</p>
      ${original(reading)}
    </footer>
    <p role="status"></p>
  `;
}

/**
 * @returns the contents of `head` that do not depend on the language of the interface; title, policy, styles and script
 * apart
 */
export const oneFileHead = (t: Reading['t']): TemplateResult =>
  html`
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="description" content=${t('page.description')}>
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content=${themes.light.colours['block-0']}>
    ${siteAddress() ? html`<link rel="canonical" href=${siteAddress()}>` : nothing}
  `;
