/** The text size and contrast control as markup: native radios in labelled groups, drawn from the catalogue, its words in the page from the start. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Key, Reading } from '../i18n/translate.js';
import { catalogue, type Setting } from './catalogue.js';

/** @returns what an option is called: sizes are per cent, everything else has a word of its own */
export const optionName = (name: string, option: string, { t }: Reading): string =>
  name === 'size' ? t('settings.percent', { value: Number(option) / 100 }) : t(`settings.${name}.${option}` as Key);

function group({ name, options, usual }: Setting, reading: Reading): TemplateResult {
  return html`<fieldset data-setting=${name}><legend>${reading.t(`settings.${name}` as Key)}</legend>${options.map(option =>
    html`<label data-option=${name === 'theme' ? option : nothing}><input type="radio" name=${name} value=${option} ?checked=${option === usual}>${optionName(name, option, reading)}</label>`)}</fieldset>`;
}

/** @returns the control, closed, with every setting at its usual */
export const settingsPanel = (reading: Reading): TemplateResult =>
  html`<reader-settings><details><summary>${reading.t('bar.settings')}</summary><div class="sheet" role="group" aria-label=${reading.t('settings.name')}>${catalogue.map(setting => group(setting, reading))}<p><button type="button" value="reset">${reading.t('settings.reset')}</button> <button type="button" value="close">${reading.t('settings.close')}</button></p><p class="kept">${reading.t('settings.kept')}</p></div></details></reader-settings>`;
