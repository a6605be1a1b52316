/** The line that shows how far one has read, in browsers whose styles cannot follow the page. */

/** Draws it whenever the page has moved, once a frame. */
export function drawProgress(): void {
  const bar = document.querySelector<HTMLElement>('nav.bar')!;
  let isAsked = false;
  const draw = () => {
    isAsked = false;
    const { scrollHeight } = document.documentElement;
    bar.style.setProperty('--read', `${(100 * scrollY) / Math.max(1, scrollHeight - innerHeight)}%`);
  };
  const drawSoon = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  };
  addEventListener('scroll', drawSoon, { passive: true });
  draw();
}
