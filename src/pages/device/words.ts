/**
 * The words of the page about this device, in English and Welsh: its own file, beside the interface's, because the
 * report's page does not need them.
 */
import cyOwn from '../../../locales/device.cy.json';
import enOwn from '../../../locales/device.en.json';
import { files as shared } from '../../model/words/interface-words.js';
import { wordsFrom } from '../../model/words/words-from.js';
import type { Base, Key, Language, Reading } from '../../model/words/translate.js';

/** A key of this page's words, or of the interface's. */
export type DeviceKey = Key | Base<keyof typeof enOwn | keyof typeof cyOwn>;
export type DeviceReading = Reading<DeviceKey>;

const files: Record<Language, Record<string, string>> = {
  en: { ...shared.en, ...enOwn },
  cy: { ...shared.cy, ...cyOwn },
};

/** @returns the page's words in a language, and the language */
export const deviceReading = (language: Language): DeviceReading => ({
  language,
  t: wordsFrom(language, files[language]),
});

/** @returns a size in words of the language, such as "240 kB" @param bytes how many */
export const sizeIn = (language: Language, bytes: number): string =>
  new Intl.NumberFormat({ en: 'en-GB', cy: 'cy' }[language], {
    style: 'unit',
    unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1e6 ? 0 : 1,
  }).format(bytes < 1e6 ? Math.ceil(bytes / 1000) : bytes / 1e6);

/**
 * @returns a moment in words of the language, by the clock of this device. Not every browser knows the names of Welsh
 * months.
 */
export function dateIn({ t }: DeviceReading, moment: Date): string {
  const time = [moment.getHours(), moment.getMinutes()].map(part => String(part).padStart(2, '0')).join(':');
  return t('date', {
    day: moment.getDate(),
    month: t('date.months').split(' ')[moment.getMonth()]!,
    year: moment.getFullYear(),
    time,
  });
}
