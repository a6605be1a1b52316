/**
 * The text size and contrast control as markup: native radios in labelled groups, its words in the page from the start.
 */
import { html, type TemplateResult } from 'lit';
import type { Key, Reading } from '../model/words/translate.js';
import { settingNamed, sizeTiles, type Choice } from '../model/settings/catalogue.js';
import { valueName } from '../model/settings/value-name.js';

function tiles(name: string, options: readonly string[], { t }: Reading): TemplateResult {
  const setting = settingNamed(name);
  return html`<fieldset data-setting=${name}><legend>${t(`settings.${name}` as Key)}</legend>${options.map(
    option =>
      html`<label><input type="radio" name=${name} value=${option} ?checked=${option === setting.usual}>${valueName(setting, option, t)}</label>`,
  )}</fieldset>`;
}

/** @returns the control, closed, with every setting at its usual. */
export function settingsPanel(reading: Reading): TemplateResult {
  const { t } = reading;
  // The reader's own colours are mixed in the further settings.
  const themes = (settingNamed('theme') as Choice).options.filter(option => option !== 'own');
  return html`<reader-settings><details><summary>${t('bar.settings')}</summary><div class="sheet">${tiles('size', sizeTiles, reading)}${tiles('theme', themes, reading)}<p><button type="button" value="reset">${t('settings.reset')}</button> <button type="button" value="close">${t('settings.close')}</button></p><p class="kept"></p></div></details></reader-settings>`;
}
