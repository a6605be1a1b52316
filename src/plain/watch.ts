/** Fetches what explains hard words in the text when a reader has chosen so, and takes it away with the choice. */
import { followInReport } from '../settings/follow.js';

export const watchTerms = (): void => followInReport('terms', 'explained', isChosen => {
  void import('./in-text.js').then(({ explainInText }) => explainInText(isChosen()));
});
