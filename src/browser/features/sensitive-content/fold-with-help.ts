/** Folds the stories that are hard to read, where the panel has help lines for them. */
import { make } from '../../core/dom/make.js';
import { askFor } from '../../core/panel/ask.js';
import { foldStories } from './fold.js';

/** Folds the stories, with a way to the help lines in each note, or unfolds them. @throws what `foldStories` throws */
export const foldWithHelp = (wanted: boolean): Promise<void> =>
  foldStories(wanted, (story, t) => [
    make('button', { type: 'button', textContent: t('fold.help'), onclick: () => void askFor('help', story) }),
  ]);
