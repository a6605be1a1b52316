/** What is noted while a page comes, inside the page. Each function stands alone there and takes what it needs. */

declare global {
  interface Window {
    /** When the report could be read to its last sentence, when a copy was kept for later, and how long the last press took until it was drawn: milliseconds, 0 for not yet. */
    bench: { readable: number; kept: number; pressed: number };
  }
}

/**
 * Readable: the end of the first frame in which the report's last word stands in the page, wherever the page put it, and its lines are laid out.
 * @param word the last word
 */
export function watchPage(word: string): void {
  window.bench = { readable: 0, kept: 0, pressed: 0 };
  const holderIn = (node: Document | Element | ShadowRoot): Element | undefined => {
    if (node.textContent?.includes(word) || node === document) {
      for (const child of [...node.children].reverse()) { const found = holderIn(child); if (found) return found; }
      if (node instanceof Element) return node;
    }
    // A page may draw its words in trees of its own.
    for (const { shadowRoot } of node === document || node instanceof ShadowRoot ? node.querySelectorAll('*') : []) { const found = shadowRoot && holderIn(shadowRoot); if (found) return found; }
    return undefined;
  };
  const look = () => {
    if (document.body && holderIn(document)?.checkVisibility({ contentVisibilityAuto: true })) void window.thisFrame().then(() => { window.bench.readable = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // A worker becomes active when everything that it keeps has come.
  navigator.serviceWorker?.ready.then(() => { window.bench.kept = performance.now(); }, () => undefined);
}

/** Times the next press, from the finger to the end of the frame that shows what it did. */
export function watchPress(): void {
  window.bench.pressed = 0;
  document.addEventListener('click', ({ timeStamp }) => { void window.nextFrame().then(() => { window.bench.pressed = performance.now() - timeStamp; }); }, { once: true, capture: true });
}

/** Times the next words, from their input to the end of the frame that shows the first place where they are. @param result is in the page when one is found */
export function watchFinding(result: string): void {
  window.bench.pressed = 0;
  document.addEventListener('input', ({ timeStamp }) => {
    const look = () => void window.nextFrame().then(() => { if (document.querySelector(result)) window.bench.pressed = performance.now() - timeStamp; else look(); });
    look();
  }, { once: true, capture: true });
}
