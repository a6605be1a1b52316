/** Fetches what explains hard words in the text when a reader has chosen so, and takes it away with the choice. */
import { fetchPart } from '../../core/loading/fetch-part.js';
import { followInReport } from '../settings/watch-choice.js';

export const watchTerms = (): void =>
  followInReport('terms', 'explained', isChosen => {
    fetchPart(async () => {
      const { explainInText } = await import('./in-text.js');
      return () => explainInText(isChosen());
    });
  });
