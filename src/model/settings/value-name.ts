/** What a value of a setting is called, in the words of the interface. */
import type { Key, Translate } from '../words/translate.js';
import type { Setting } from './catalogue.js';

/**
 * @returns the value in words: an option's name and what is fetched for it, a measure with its unit, a colour's number
 */
export function valueName(setting: Setting, value: string, t: Translate): string {
  const key = `settings.${setting.name}.${value}` as Key;
  switch (setting.kind) {
    case 'choice':
      return t(key) + (setting.fetched?.includes(value) ? ` (${t(`${key}.size` as Key)})` : '');
    case 'colour':
      return value;
    case 'measure':
      if (setting.unit === 'em' && Number(value) === 0) return t('settings.unit.none');
      return setting.unit === 'percent'
        ? t('settings.percent', { value: Number(value) / 100 })
        : t(`settings.unit.${setting.unit}`, { value: Number(value) });
  }
}
