/**
 * Asks a page about its elements in one message. Puppeteer looks for them in a world of its own and carries each over
 * into the page's: two dozen messages for every question, a third of what the tests cost.
 */
import type { ElementHandle, EvaluateFunc, Frame, Page } from 'puppeteer-core';

/** Selectors that only Puppeteer knows. */
const own = />>>|::-p-|^\w+\//;

/** Run inside a page, as the body of a function of `selector` and `given`. */
const bodies = {
  one: (ask: unknown) => `const found = document.querySelector(selector);
    if (!found) throw new Error('failed to find element matching selector "' + selector + '"');
    return (${String(ask)})(found, ...given);`,
  all: (ask: unknown) => `return (${String(ask)})([...document.querySelectorAll(selector)], ...given);`,
};

type Ask = (selector: string, ask: unknown, ...given: unknown[]) => Promise<unknown>;

/**
 * Lets `$`, `$eval` and `$$eval` of a page, and what is made of them (`click`, `type`, `focus`), ask once. They give
 * and throw what Puppeteer's do.
 */
export function askOnce(page: Page): void {
  const frame = page.mainFrame(),
    usual = frame as unknown as Record<'$eval' | '$$eval', Ask>;
  const asking = (name: '$eval' | '$$eval', body: (ask: unknown) => string): Ask => {
    const slow = usual[name].bind(frame);
    return (selector, ask, ...given) => {
      if (own.test(selector)) return slow(selector, ask, ...given);
      // It is only written out, and run in the page.
      return frame.evaluate(
        new Function('selector', '...given', body(ask)) as EvaluateFunc<unknown[]>,
        selector,
        ...given,
      );
    };
  };
  Object.assign(frame, { $eval: asking('$eval', bodies.one), $$eval: asking('$$eval', bodies.all) });
  const slow = frame.$.bind(frame);
  const find = async (selector: string): Promise<ElementHandle | null> => {
    if (own.test(selector)) return slow(selector);
    const found = await frame.evaluateHandle(selector => document.querySelector(selector), selector);
    return found.asElement() as ElementHandle | null;
  };
  frame.$ = find as Frame['$'];
}
