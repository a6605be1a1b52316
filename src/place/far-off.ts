/** Lets what is far off the screen wait, so that a change of size is laid out and painted first where the reader looks. */

/** What waits. It keeps its place and stays in the accessibility tree (CSS Containment 2, content-visibility: auto); only its lines are not yet set anew. */
const waiting = new Set<HTMLElement>();

/** How much text is set anew before the screen is painted again, in letters: a few milliseconds on a slow phone. */
const lettersAtATime = 3000;

/** @returns how far a piece is from the screen, in screens; none or less when it is on it */
function distance(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(top - innerHeight, -bottom) / innerHeight;
}

/** Lets each piece of the page that is off the screen wait, and looks inside those that are on it. */
export function letFarOffWait(element: Element = document.querySelector('main')!): void {
  const { height } = element.getBoundingClientRect();
  if (distance(element) < .25 || !height) {
    for (const child of element.children) letFarOffWait(child);
  } else if (height > innerHeight / 8 && element instanceof HTMLElement) {
    element.style.setProperty('contain-intrinsic-block-size', `${height}px`);
    element.style.setProperty('content-visibility', 'auto');
    waiting.add(element);
  }
}

function setAnew(element: HTMLElement): void {
  element.style.removeProperty('contain-intrinsic-block-size');
  element.style.removeProperty('content-visibility');
  if (!element.getAttribute('style')) element.removeAttribute('style');
  waiting.delete(element);
}

/** Sets anew what waited and has come near, as where text became smaller. @returns whether there was anything */
export function setNearAnew(): boolean {
  const within = (screens: number) => [...waiting].filter(element => distance(element) < screens);
  // Chromium itself lays out what is within one screen and a half, but only after the line was put back.
  if (!within(1.75).length) return false;
  for (const element of within(4)) setAnew(element);
  return true;
}

/** Sets the next pieces anew, the nearest first. @returns whether others are still waiting */
export function setNextAnew(): boolean {
  let letters = 0;
  for (const element of [...waiting].sort((one, other) => distance(one) - distance(other))) {
    if (letters > lettersAtATime) break;
    letters += element.textContent.length;
    setAnew(element);
  }
  return waiting.size > 0;
}
