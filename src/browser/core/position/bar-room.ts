/**
 * The page keeps room for all of the bar where that lies over it, however many rows it has: its end can be read, and
 * nothing that takes the focus is covered (WCAG 2.4.12).
 */

/** How far the text stays from the bar, in pixels. */
const distance = 16;

/** A sheet that stands on the bar; beside the text the panel only gets lower or higher. */
export const sheetOnBar = ':root:not([data-beside]) reader-panel:not([hidden]), reader-settings > details[open]';

let bar: HTMLElement | null;

/** Makes the room that the bar needs now. */
export function makeRoom(): void {
  if (!bar) return;
  const { documentElement: root, body } = document,
    room = bar.offsetHeight + distance;
  // Rows of the bar may make way for a sheet. Were the page shorter meanwhile, a reader at its end would lose the line.
  const kept = (document.querySelector(sheetOnBar) && parseFloat(body.style.paddingBlockEnd)) || 0;
  // Each by its own property: a change of one that is inherited would have the style of the whole page worked out anew.
  root.style.scrollPaddingBlockEnd = body.style.paddingBlockEnd = `${Math.max(room, kept)}px`;
  bar.style.setProperty('--room', `${room}px`);
}

/** Follows the height of the bar. Without this the room is enough for three rows. */
export function keepRoom(): void {
  bar = document.querySelector<HTMLElement>('nav.bar');
  if (bar && 'ResizeObserver' in globalThis) new ResizeObserver(makeRoom).observe(bar);
}
