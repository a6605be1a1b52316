/** Fetches what folds the stories that are hard to read when a reader has chosen so, now or later, and unfolds them with the choice. */

/** The root of the page carries the choice. Where the script or its words cannot come, nothing is folded: words that nobody could open would be lost. */
export function watchHard(): void {
  if (!document.querySelector('report-section')) return;
  const root = document.documentElement;
  let were = false;
  const follow = () => {
    const are = root.dataset['hard'] === 'folded';
    if (are !== were) void import('./fold.js').then(({ foldStories }) => foldStories(are)).catch(() => root.classList.add('care'));
    were = are;
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-hard'] });
  follow();
}
