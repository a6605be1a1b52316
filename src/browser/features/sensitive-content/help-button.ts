/** The way from a story to its help lines. */
import { make } from '../../core/dom/make.js';
import { askFor } from '../../core/panel/ask.js';

/** @param story the element of the story @param name of the button @returns what stands in its note for that */
export const helpButton = (story: HTMLElement, name: string): HTMLElement[] =>
  [make('button', { type: 'button', textContent: name, onclick: () => void askFor('help', story) })];
