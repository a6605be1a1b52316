/** The page keeps room for all of the bar where that lies over it, however many rows it has: its end can be read, and nothing that takes the focus is covered (WCAG 2.4.12). */

/** How far the text stays from the bar, in pixels. */
const distance = 16;

/** Follows the height of the bar. Without this the room is enough for three rows. */
export function keepRoom(): void {
  const bar = document.querySelector<HTMLElement>('nav.bar');
  if (!bar || !('ResizeObserver' in globalThis)) return;
  // A property that all pieces inherit would have the style of each of them worked out anew, before the screen is painted (CSS Properties and Values 1).
  CSS.registerProperty?.({ name: '--room', syntax: '*', inherits: false });
  new ResizeObserver(() => {
    const room = `${bar.offsetHeight + distance}px`;
    for (const { style } of [document.documentElement, document.body, bar]) style.setProperty('--room', room);
  }).observe(bar);
}
