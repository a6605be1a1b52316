/** Shows in the text which passage or words the panel is about. */
import { canHighlight, endHighlight, highlight } from '../../core/dom/highlight.js';
import { layOutAll } from '../../core/position/keep-line.js';
import type { Chosen } from './parts.js';

const name = 'reader-chosen';
/** How much of a passage is to be seen at least, in pixels: two lines or so. */
const enough = 60;

/** Takes the sign away that says which passage it is. */
export function hideChosen(): void {
  for (const passage of document.querySelectorAll('[data-chosen]')) passage.removeAttribute('data-chosen');
  endHighlight(name);
}

/** Marks what was chosen, until something else is or the view is left. */
export function showChosen({ passages, range }: Chosen): void {
  hideChosen();
  if (range && canHighlight()) highlight(name, [range]);
  else for (const passage of passages) passage.dataset['chosen'] = '';
}

/**
 * Scrolls so that a passage can be seen beside or above the panel. Where the panel is all there is room for, nothing
 * moves.
 */
export function bringIntoView({ passages, range }: Chosen, panel: Element | null): void {
  layOutAll();
  const { top, left, right } = (range ?? passages[0]!).getBoundingClientRect(),
    over = panel?.getBoundingClientRect();
  const free = over && over.left < right && over.right > left ? over.top : innerHeight;
  if (free > enough && (top < 0 || top > free - enough)) scrollBy({ top: top - 16, behavior: 'instant' });
}
