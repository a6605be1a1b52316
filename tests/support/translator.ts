/** Stands in for the translator of a browser: changes a page as Chrome’s does, into a language that nobody speaks. */
import type { Page } from 'puppeteer-core';

/**
 * Run inside a page: names another language, and puts each text into two elements in its place, each word turned round.
 * What comes later is translated too, as soon as it stands there.
 * @param language that the page then says it is in
 */
const translateHere = (language: string): void => {
  const foreign = (text: string) => text.replace(/\p{L}+/gu, word => [...word].reverse().join(''));
  const translate = (within: Node) => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT),
      texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(
      ({ data, parentElement }) => data.trim() && !parentElement!.closest('font, script, style, textarea, title'),
    )) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = foreign(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  document.documentElement.lang = language;
  document.documentElement.classList.add('translated-ltr');
  translate(document.body);
  new MutationObserver(() => translate(document.body)).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
};

/** Translates a page that is there. */
export const translate = (page: Page, language = 'pl'): Promise<void> => page.evaluate(translateHere, language);

/**
 * Lets every page that is opened here from now on be translated as soon as its words are there, before any script of
 * its own runs.
 */
export const translateAlways = (page: Page, language = 'pl'): Promise<unknown> =>
  page.evaluateOnNewDocument(`
  document.addEventListener(
    'readystatechange', () => (${translateHere})(${JSON.stringify(language)}), { once: true }
  )`);
