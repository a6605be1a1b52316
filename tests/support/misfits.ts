/** Finds what does not fit a page: at any width, size and spacing there should be nothing. */
import type { Page } from 'puppeteer-core';

const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }';

/**
 * Spaces letters, words, lines and paragraphs as WCAG 1.4.12 names it, for as long as something is looked at.
 * The author of such a style sheet is the reader; the policy does not bind them.
 * @returns what `look` returns
 */
export async function withSpacing<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const others = await page.evaluateHandle(spacing => {
    const sheet = new CSSStyleSheet(), others = document.adoptedStyleSheets;
    sheet.replaceSync(spacing);
    document.adoptedStyleSheets = [...others, sheet];
    return [...others];
  }, spacing);
  const seen = await look();
  await page.evaluate(others => { document.adoptedStyleSheets = others; }, others);
  return seen;
}

/** @returns what does not fit: a page wider than its window, words cut off by their box, words beyond the window's edge */
export const misfits = (page: Page) => page.evaluate(() => {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const box = node.parentElement!;
    if (!node.textContent!.trim() || box.closest('[role=status], .skip, script, style, details:not([open]) > :not(summary)')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, width } of range.getClientRects()) {
      if (width && (left < -1 || right > innerWidth + 1)) { found.push(`beyond the edge: ${node.textContent!.trim().slice(0, 40)}`); break; }
    }
    for (let around: Element | null = box; around && around !== root; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const limit = around.getBoundingClientRect(), words = range.getBoundingClientRect();
      const cutX = overflowX === 'hidden' && (words.right > limit.right + 1 || words.left < limit.left - 1);
      const cutY = overflowY === 'hidden' && (words.bottom > limit.bottom + 1 || words.top < limit.top - 1);
      if (cutX || cutY) found.push(`cut off by ${around.className || around.tagName}: ${node.textContent!.trim().slice(0, 40)}`);
    }
  }
  return found;
});
