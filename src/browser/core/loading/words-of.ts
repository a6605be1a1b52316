/**
 * The words of something that is fetched late: its own file, in the page's language alone, so that nobody pays for the
 * other.
 */
import { wordsFrom } from '../../../model/words/words-from.js';
import type { Base, Language, Translate } from '../../../model/words/translate.js';
import { pageLanguage } from '../language.js';

type File<Words> = () => Promise<{ default: Words }>;

/**
 * @param files how to fetch the words in each language
 * @returns a function that gives the words in the page's language, fetched once; it throws what the browser throws when
 * they cannot be fetched, and then fetches them again the next time
 */
export function wordsOf<Words extends Record<string, string>>(files: {
  en: File<Words>;
  cy: File<Record<string, string>>;
}): () => Promise<Translate<Base<keyof Words & string>>> {
  const fetched = async (language: Language) =>
    wordsFrom<Base<keyof Words & string>>(language, (await files[language]()).default);
  const known: Partial<Record<Language, ReturnType<typeof fetched> | undefined>> = {};
  return () => {
    const language = pageLanguage();
    return (known[language] ??= fetched(language).catch((error: unknown) => {
      known[language] = undefined;
      throw error;
    }));
  };
}
