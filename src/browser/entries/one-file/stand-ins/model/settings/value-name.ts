/** In the one file a typeface costs nothing more, so no size stands behind its name. */
import { valueName as usual } from '../../../../../../model/settings/value-name.js';

export const valueName: typeof usual = (setting, value, t) =>
  (setting.name === 'typeface' ? usual(setting, value, t).replace(/ \([^)]*\)$/, '') : usual(setting, value, t));
