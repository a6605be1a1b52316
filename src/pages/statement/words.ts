/**
 * The words of the accessibility statement in English and Welsh. They stay out of the interface's files, because a
 * reader's browser fetches those.
 */
import cy from '../../../locales/statement.cy.json';
import en from '../../../locales/statement.en.json';
import { translationsFrom } from '../../model/words/i18n.js';
import type { Base, Language, Reading } from '../../model/words/translate.js';

/** A key of the statement's words. */
export type StatementKey = Base<keyof typeof en | keyof typeof cy>;
export type StatementReading = Reading<StatementKey>;

const files: Record<Language, Record<string, string>> = { en, cy };

/** @returns the statement's words in a language, and the language */
export const statementReading = (language: Language): StatementReading => ({
  language,
  t: translationsFrom(language, files[language]),
});
