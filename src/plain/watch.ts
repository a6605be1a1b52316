/** Fetches what explains hard words in the text when a reader has chosen so, now or later, and takes it away with the choice. */

/** The root of the page carries the choice. */
export function watchTerms(): void {
  if (!document.querySelector('report-section')) return;
  const root = document.documentElement;
  let were = false;
  const follow = () => {
    const are = root.dataset['terms'] === 'explained';
    if (are !== were) void import('./in-text.js').then(({ explainInText }) => explainInText(are));
    were = are;
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-terms'] });
  follow();
}
