/** Where this device keeps no marks, the reader is told so, kindly and once, and what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcements/announce.js';
import { keepsNothing } from '../../core/storage/storage.js';
import { allMarks, areKept } from './kept.js';
import type { MarksWords } from './words.js';

let said = false;
const key = () => (keepsNothing() ? 'nothingKept' : 'notKept');

/** Says it when the first mark is made that cannot be kept. */
export function sayNotKept(t: MarksWords): void {
  if (said || areKept() || !allMarks().length) return;
  said = true;
  void announce('marks', t(key()));
}

/** @returns the same in words that stay */
export const notKept = (t: MarksWords): TemplateResult | typeof nothing =>
  areKept() ? nothing : html`<p class="not-kept">${t(key())}</p>`;
