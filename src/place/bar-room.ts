/** The page keeps room for all of the bar where that lies over it, however many rows it has: its end can be read, and nothing that takes the focus is covered (WCAG 2.4.12). */

/** How far the text stays from the bar, in pixels. */
const distance = 16;

let bar: HTMLElement | null;

/** Makes the room that the bar needs now. */
export function makeRoom(): void {
  if (!bar) return;
  const { documentElement: root, body } = document, room = `${bar.offsetHeight + distance}px`;
  // Each by its own property: a change of one that is inherited would have the style of the whole page worked out anew.
  root.style.scrollPaddingBlockEnd = body.style.paddingBlockEnd = room;
  bar.style.setProperty('--room', room);
}

/** Follows the height of the bar. Without this the room is enough for three rows. */
export function keepRoom(): void {
  bar = document.querySelector<HTMLElement>('nav.bar');
  if (bar && 'ResizeObserver' in globalThis) new ResizeObserver(makeRoom).observe(bar);
}
