/**
 * The text size and contrast control as markup: native radios in labelled groups, its words in the page from the start.
 */
import { html, type TemplateResult } from 'lit';
import type { Key, Reading } from '../model/words/translate.js';
import { settingNamed, sizeTiles, type Choice } from '../model/settings/catalogue.js';
import { valueName } from '../model/settings/value-name.js';

function tiles(name: string, options: readonly string[], { t }: Reading): TemplateResult {
  const setting = settingNamed(name);
  const tile = (option: string) => {
    const isUsual = option === setting.usual,
      radio = html`<input type="radio" name=${name} value=${option} ?checked=${isUsual}>`;
    return html`<label>${radio}${valueName(setting, option, t)}</label>`;
  };
  const legend = html`<legend>${t(`settings.${name}` as Key)}</legend>`;
  return html`<fieldset data-setting=${name}>${legend}${options.map(tile)}</fieldset>`;
}

/** @returns the control, closed, with every setting at its usual. */
export function settingsPanel(reading: Reading): TemplateResult {
  const { t } = reading;
  // The reader's own colours are mixed in the further settings.
  const themes = (settingNamed('theme') as Choice).options.filter(option => option !== 'own');
  const button = (value: 'reset' | 'close') => html`<button value=${value}>${t(`settings.${value}`)}</button>`;
  const controls = html`${tiles('size', sizeTiles, reading)}${tiles('theme', themes, reading)}`,
    buttons = html`<p>${button('reset')} ${button('close')}</p>`,
    sheet = html`<div class="sheet">${controls}${buttons}</div>`;
  const summary = html`<summary>${t('bar.settings')}</summary>`;
  return html`<reader-settings><details>${summary}${sheet}</details></reader-settings>`;
}
