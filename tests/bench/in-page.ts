/** What is noted while a page comes, inside the page. Each function stands alone there and takes what it needs. */

declare global {
  interface Window {
    /**
     * When the last sentence could be read, when a copy was kept for later, and how long the last press took until it
     * was drawn: milliseconds, 0 for not yet.
     */
    bench: { readable: number; kept: number; pressed: number };
  }
}

/** Notes when the copy is kept: a worker becomes active when everything that it keeps has come. */
export function watchPage(): void {
  window.bench = { readable: 0, kept: 0, pressed: 0 };
  navigator.serviceWorker?.ready.then(
    () => {
      window.bench.kept = performance.now();
    },
    () => undefined,
  );
}

/**
 * Goes to the report's last word, as soon as it stands in the page, wherever the page put it. Readable: the end of the
 * first frame in which that word is drawn on the screen. So a page need not have drawn what nobody looks at; but it
 * must be able to, at once.
 * @param word the last word
 */
export function goToEnd(word: string): void {
  window.bench = { readable: 0, kept: 0, pressed: 0 };
  const holderIn = (node: Document | Element | ShadowRoot): Element | undefined => {
    if (node.textContent?.includes(word) || node === document) {
      for (const child of [...node.children].reverse()) {
        const found = holderIn(child);
        if (found) return found;
      }
      if (node instanceof Element) return node;
    }
    // A page may draw its words in trees of its own.
    for (const { shadowRoot } of node === document || node instanceof ShadowRoot ? node.querySelectorAll('*') : []) {
      const found = shadowRoot && holderIn(shadowRoot);
      if (found) return found;
    }
    return undefined;
  };
  const isOnScreen = (holder: Element) => {
    const { top, bottom, height } = holder.getBoundingClientRect();
    return height > 0 && top < innerHeight && bottom > 0 && holder.checkVisibility({ contentVisibilityAuto: true });
  };
  const look = () => {
    const holder = document.body && holderIn(document);
    holder?.scrollIntoView({ block: 'center', behavior: 'instant' });
    void window.thisFrame().then(() => {
      if (holder?.isConnected && isOnScreen(holder)) window.bench.readable = performance.now();
      else requestAnimationFrame(look);
    });
  };
  requestAnimationFrame(look);
}

/** Times the next press, from the finger to the end of the frame that shows what it did. */
export function watchPress(): void {
  window.bench.pressed = 0;
  document.addEventListener(
    'click',
    ({ timeStamp }) => {
      void window.nextFrame().then(() => {
        window.bench.pressed = performance.now() - timeStamp;
      });
    },
    { once: true, capture: true },
  );
}

/**
 * Times the next words, from their input to the end of the frame that shows the first place where they are.
 * @param result is in the page when one is found
 */
export function watchFinding(result: string): void {
  window.bench.pressed = 0;
  document.addEventListener(
    'input',
    ({ timeStamp }) => {
      const look = () =>
        void window.nextFrame().then(() => {
          if (document.querySelector(result)) window.bench.pressed = performance.now() - timeStamp;
          else look();
        });
      look();
    },
    { once: true, capture: true },
  );
}
