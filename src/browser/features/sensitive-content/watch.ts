/**
 * Fetches what folds the stories that are hard to read when a reader has chosen so, and unfolds them with the choice.
 */
import { followInReport } from '../settings/watch-choice.js';
import type * as Care from './care.js';

type FetchCare = () => Promise<Pick<typeof Care, 'foldStories' | 'addChoices'>>;
/** How it is fetched, for whoever needs it besides: a second address of the same file would cost every reader. */
export let fetchCare: FetchCare;

/** Where the script or its words cannot come, nothing is folded: words that nobody could open would be lost. */
export function watchHard(fetch: FetchCare): void {
  fetchCare = fetch;
  followInReport('hard', 'folded', isChosen => {
    void fetch()
      .then(({ foldStories }) => foldStories(isChosen()))
      .catch(() => document.documentElement.classList.add('care'));
  });
}
