/** The words of sharing and citing. */
import type { Base, Translate } from '../../../model/words/translate.js';
import { wordsOf } from '../../core/loading/words-of.js';
import type en from '../../../../locales/share.en.json';

export type ShareWords = Translate<Base<keyof typeof en>>;

/** @returns the words of sharing in the page's language @throws what the browser throws when they cannot be fetched */
export const shareWords: () => Promise<ShareWords> = wordsOf({
  en: () => import('../../../../locales/share.en.json'),
  cy: () => import('../../../../locales/share.cy.json'),
});

/**
 * @returns a day in the numbers that files want, and as it is written; with our own names of months, because not every
 * browser knows the Welsh ones
 */
export function dayIn(t: ShareWords, date = new Date()): { year: number; month: number; day: number; written: string } {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return { year, month, day, written: t('date', { day, month: t('date.months').split(' ')[month - 1]!, year }) };
}
