/** The settings of the one file: all of the reader's, but no typeface that is not inside, and no words explained, which are not inside either. */
import { catalogue as whole, type Setting } from '../../../../../../model/settings/catalogue.js';

export * from '../../../../../../model/settings/catalogue.js';

export const catalogue: readonly Setting[] = whole.filter(({ name }) => name !== 'terms').map(row =>
  (row.name === 'typeface' ? { ...row, options: row.options.filter(option => option !== 'opendyslexic') } : row));
