/**
 * Fetches what folds the stories that are hard to read when a reader has chosen so, and unfolds them with the choice.
 */
import { followInReport } from '../settings/watch-choice.js';

/** Where the script or its words cannot come, nothing is folded: words that nobody could open would be lost. */
export const watchHard = (fetch: () => Promise<(wanted: boolean) => Promise<void>>): void =>
  followInReport('hard', 'folded', isChosen => {
    void fetch()
      .then(fold => fold(isChosen()))
      .catch(() => document.documentElement.classList.add('care'));
  });
