/** Finds what does not fit a page: at any width, size and spacing there should be nothing. */
import type { Page } from 'puppeteer-core';

/** An element that hides what is beyond its edge, sideways or below. */
interface Hiding {
  element: Element;
  x: boolean;
  y: boolean;
}

const spacing = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

/**
 * Spaces letters, words, lines and paragraphs as WCAG 1.4.12 names it, for as long as something is looked at.
 * The author of such a style sheet is the reader; the policy does not bind them.
 * @returns what `look` returns
 */
export async function withSpacing<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const others = await page.evaluateHandle(spacing => {
    const sheet = new CSSStyleSheet(),
      others = document.adoptedStyleSheets;
    sheet.replaceSync(spacing);
    document.adoptedStyleSheets = [...others, sheet];
    return [...others];
  }, spacing);
  const seen = await look();
  await page.evaluate(others => {
    document.adoptedStyleSheets = others;
  }, others);
  return seen;
}

/**
 * @returns what does not fit: a page wider than its window, words cut off by their box, words beyond the window's edge
 */
export const misfits = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth)
      found.push(`the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
    // For each element once: each word would ask all that is around it.
    const hiding = new Map<Element, Hiding[]>([[root, []]]);
    const hidingAround = (element: Element): Hiding[] => {
      let all = hiding.get(element);
      if (!all) {
        // An ellipsis says that there is more, which a long name of a notice has for screen readers
        // (tests/built/notice.test.ts).
        const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element),
          x = overflowX === 'hidden',
          y = overflowY === 'hidden' && webkitLineClamp === 'none';
        all = [...(x || y ? [{ element, x, y }] : []), ...hidingAround(element.parentElement!)];
        hiding.set(element, all);
      }
      return all;
    };
    // What is only heard is clipped away as a whole.
    const unseen = new Map<Element, boolean>([[root, false]]);
    const isUnseen = (element: Element): boolean => {
      const known =
        unseen.get(element) ??
        (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement!));
      unseen.set(element, known);
      return known;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const box = node.parentElement!;
      if (
        !node.textContent!.trim() ||
        isUnseen(box) ||
        box.closest('script, style, details:not([open]) > :not(summary)')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, width } of range.getClientRects()) {
        if (width && (left < -1 || right > innerWidth + 1)) {
          found.push(`beyond the edge: ${node.textContent!.trim().slice(0, 40)}`);
          break;
        }
      }
      const words = range.getBoundingClientRect();
      for (const { element, x, y } of hidingAround(box)) {
        const limit = element.getBoundingClientRect();
        const cutX = x && (words.right > limit.right + 1 || words.left < limit.left - 1);
        const cutY = y && (words.bottom > limit.bottom + 1 || words.top < limit.top - 1);
        if (cutX || cutY)
          found.push(`cut off by ${element.className || element.tagName}: ${node.textContent!.trim().slice(0, 40)}`);
      }
    }
    return found;
  });
