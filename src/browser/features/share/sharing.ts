/** What all the ways to hand something on need. */
import type { Quoted } from './quotation.js';
import type { Source } from './source.js';
import type { ShareWords } from './words.js';

export interface Sharing {
  t: ShareWords;
  quoted: Quoted;
  source: Source;
  passage: HTMLElement;
  /** Copies a text and says so by the button; where that is refused, shows the text, selected. */
  copyOut(button: HTMLElement, text: string, done: string): Promise<void>;
}
