/** The controls of the one file: below the typefaces stands where the one is that is missing. */
import { html } from 'lit';
import { control as usual } from '../../../../../../features/settings/controls.js';

export * from '../../../../../../features/settings/controls.js';

export const control: typeof usual = (setting, t) =>
  (setting.name === 'typeface' ? html`${usual(setting, t)}<p>${t('oneFile.typefaces')}</p>` : usual(setting, t));
