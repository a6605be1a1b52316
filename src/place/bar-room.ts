/** The page keeps room for all of the bar where that lies over it, however many rows it has: its end can be read, and nothing that takes the focus is covered (WCAG 2.4.12). */

/** How far the text stays from the bar, in pixels. */
const distance = 16;

/** Follows the height of the bar. Without this the room is enough for three rows. */
export function keepRoom(): void {
  const bar = document.querySelector<HTMLElement>('nav.bar');
  if (!bar || !('ResizeObserver' in globalThis)) return;
  new ResizeObserver(() => { document.documentElement.style.setProperty('--room', `${bar.offsetHeight + distance}px`); }).observe(bar);
}
