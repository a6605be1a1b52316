/** Fetches the reading guide when a reader has chosen one, now or later, and takes it away with the choice. */
import { fetchPart } from '../../core/loading/fetch-part.js';

/** The root of the page carries the choice. @param fetch gives what shows the guide, if it is still wanted */
export function watchGuide(fetch: () => Promise<() => unknown>): void {
  const root = document.documentElement;
  const follow = () => {
    if (root.dataset['guide']) fetchPart(fetch);
    else document.querySelector('reading-guide')?.remove();
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-guide'] });
  follow();
}
