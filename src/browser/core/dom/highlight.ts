/** Highlights words of the text, by the CSS Custom Highlight API: no element is added and no letter changed. */
import styles from 'virtual:highlights-styles';
import { linkStyles } from './styles.js';

/** @returns whether the browser can highlight words; where it cannot, whoever asks shows them otherwise */
export const canHighlight = (): boolean => 'highlights' in CSS && typeof Highlight === 'function';

/**
 * Highlights words, in place of those that had this name before. How they look stands in styles/highlights.css.
 * @param priority the higher wins where two names meet
 */
export function highlight(name: string, ranges: readonly Range[], priority = 0): void {
  if (!canHighlight()) return;
  void linkStyles(styles);
  const highlighted = new Highlight(...ranges);
  highlighted.priority = priority;
  CSS.highlights.set(name, highlighted);
}

/** The name under which the match is highlighted at which the reader is. */
export const matchName = 'found-now';

/** @returns what is highlighted under a name */
export const highlighted = (name: string): Range[] =>
  canHighlight() ? ([...(CSS.highlights.get(name) ?? [])] as Range[]) : [];

/** Takes a highlight away. */
export function endHighlight(name: string): void {
  if (canHighlight()) CSS.highlights.delete(name);
}
