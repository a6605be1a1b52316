/** Folds the stories that are hard to read, where the panel has help lines for them. */
import { make } from '../../core/dom/make.js';
import { askFor } from '../../core/panel/ask.js';
import { foldStories } from './fold.js';

/** Folds or unfolds the stories; in the note of each stands the way to its help lines. @throws what `foldStories` throws */
export const foldWithHelp = (wanted: boolean): Promise<void> => foldStories(wanted, (story, t) =>
  [make('button', { type: 'button', textContent: t('fold.help'), onclick: () => void askFor('help', story) })]);
