/** The languages of the interface and the type of its words, free of any library, for templates and elements. */
import type cy from '../../../locales/cy.json';
import type en from '../../../locales/en.json';

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself. */
export const ownName: Record<Language, string> = { en: 'English', cy: 'Cymraeg' };
export const other = (language: Language): Language => (language === 'en' ? 'cy' : 'en');

/** A key of a file of words, without its plural category. */
export type Base<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Stem
  : Key;
/** A key of the interface's words. */
export type Key = Base<keyof typeof en | keyof typeof cy>;
export type Translate<Name extends string = Key> = (key: Name, values?: Record<string, string | number>) => string;

/** What every template needs beside its data: words, those of the interface or of another file, and their language. */
export interface Reading<Name extends string = Key> {
  language: Language;
  t: Translate<Name>;
}
