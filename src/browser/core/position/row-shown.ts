/** What a window remembers of the way back: that it was told of, and whether the reader hid it. */
import { keepsNothing } from '../storage/storage.js';

const storeName = 'reader-back-row';
let now: string | undefined;

/** @returns "told" after the reader was told of it, "hidden" while it is hidden; nothing before */
export function rowState(): string | undefined {
  try {
    return (now ??= sessionStorage.getItem(storeName) ?? undefined);
  } catch {
    return undefined;
  }
}

/** Remembers it, as long as the window is open. */
export function noteRow(state: 'told' | 'hidden'): void {
  now = state;
  try {
    if (!keepsNothing()) sessionStorage.setItem(storeName, state);
  } catch {
    /* It holds while the page is open. */
  }
}
