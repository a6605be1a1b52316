/** What comes together: what folds the stories that are hard to read, and what their notes offer. */
export { foldStories } from './fold.js';
export { addChoices } from './in-note.js';
