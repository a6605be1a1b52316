/** What all the ways to hand something on need. */
import type { Quoted } from './quotation.js';
import type { Source } from './source.js';
import type { ShareWords } from './words.js';

export interface Sharing {
  t: ShareWords;
  quoted: Quoted;
  source: Source;
  passage: HTMLElement;
  /** Copies a text and says so; where that is refused, shows the text, selected. */
  copyOut(text: string, done: string): Promise<void>;
  /** @returns a button with these words */
  button(words: string, onclick: () => void): HTMLButtonElement;
}
