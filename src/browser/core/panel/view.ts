/** What the panel and its views agree on. */
import type { ViewName } from './ask.js';

/** What a view gets from the panel. */
export interface Panel {
  /**
   * Closes the panel; the focus goes back to where it was. A jump into the text closes it too, unless it stands beside
   * the text.
   */
  close(): void;
  /** Whether the panel stands beside the text and hides nothing of it. */
  readonly beside: boolean;
  /** Shows another view. @param about what it is about, where that is known */
  show(view: ViewName, about?: unknown): Promise<void>;
}

/**
 * Draws a view into its container, which is empty. May leave the focus where it wants it; if it leaves it alone, the
 * view's heading takes it.
 * @returns a function that is called when the view is left, or nothing
 * @throws anything: the panel then says that the view could not be had, and offers to try again
 */
export type View = (container: HTMLElement, panel: Panel, about?: unknown) => Promise<(() => void) | undefined>;
