/** Fetches the reading guide when a reader has chosen one, now or later, and takes it away with the choice. */
import { fetchPart } from '../../core/loading/fetch-part.js';

/** The root of the page carries the choice. */
export function watchGuide(): void {
  const root = document.documentElement;
  const follow = () => {
    if (root.dataset['guide']) fetchPart(async () => (await import('./reading-guide.js')).startGuide);
    else document.querySelector('reading-guide')?.remove();
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-guide'] });
  follow();
}
