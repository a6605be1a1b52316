/** The language of the page, and the link to the other one, which leads to the same place: ids are the same in both. */
import type { Language } from '../../../model/words/translate.js';

// Taken once: a browser that translates the page changes what its root says. There is no page while building.
const delivered: Language = globalThis.document?.documentElement.lang === 'cy' ? 'cy' : 'en';

/** @returns the language in which the page was delivered, and in which we speak */
export const pageLanguage = (): Language => delivered;

/** @returns whether the page’s words are those that were delivered, and no translator’s (Chrome and Edge put each text into `font`) */
export const isAsDelivered = (): boolean =>
  document.documentElement.lang === delivered && !document.querySelector('[class^=translated-],main font');

/** @returns the id of the passage that is being read: the last one that begins above the middle of the screen */
function passageInView(): string | undefined {
  let found: string | undefined;
  for (const passage of document.querySelectorAll('main [id]')) {
    if (passage.getBoundingClientRect().top > innerHeight / 2) break;
    found = passage.id;
  }
  return found;
}

/** Without this the link still works, and leads to the top. */
export function linkToSamePlace(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[hreflang]');
  link?.addEventListener('click', () => { link.hash = scrollY > innerHeight / 2 ? passageInView() ?? '' : ''; });
}
