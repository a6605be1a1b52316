/** The language in which we speak, and whether the page still has the words that came with it. */
import type { Language } from '../../model/words/translate.js';

// Taken once: a browser that translates the page changes what its root says. There is no page while building.
const delivered: Language = globalThis.document?.documentElement.lang === 'cy' ? 'cy' : 'en';
let spoken = delivered;

/**
 * @returns the language in which we speak: that in which the page was delivered, unless it has both and the reader
 * chose
 */
export const pageLanguage = (): Language => spoken;

/** Speaks another language from now on. @param language one whose words the page has */
export const speakIn = (language: Language): void => {
  spoken = language;
};

/**
 * @returns whether the words are those that were delivered, and no translator’s (Chrome and Edge put each into `font`)
 */
export const isAsDelivered = (): boolean =>
  document.documentElement.lang === delivered && !document.querySelector('[class^=translated-],main font');
