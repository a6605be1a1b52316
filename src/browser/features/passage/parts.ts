/**
 * What the view "This passage" and the parts that others add to it agree on. Which parts there are,
 * src/browser/entries/views.ts says.
 */
import type { Panel } from '../../core/panel/view.js';

/** What the reader chose, or is reading: one passage or several, or words within them. */
export interface Chosen {
  /** The passages, in the order of the text; one at least. */
  passages: HTMLElement[];
  /** Where words within the passages were chosen. Missing where the passages are meant whole. */
  range?: Range;
  /** Exactly the chosen words, or those of the whole passages, with one space between any two. */
  words: string;
  /** The heading under which the first passage stands, as it reads; empty where there is none. */
  heading: string;
  /** The nearest id around the first passage: the same in every language. */
  id: string;
}

/**
 * Draws what can be done with what was chosen into a container of its own, which is empty. It leaves the focus alone.
 * @returns a function that is called when something else is chosen or the view is left, or nothing
 */
export type Part = (chosen: Chosen, container: HTMLElement, panel: Panel) => (() => void) | undefined;

/** How to fetch a part. What cannot be fetched is left out, and the others still work. */
export type FetchPart = () => Promise<Part>;
