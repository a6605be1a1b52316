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

/** Chromium lays out what is within one screen and a half, whatever waits, but only after the line was put back: all that is laid out at once. */
const near = 1.75;

/** @returns the pieces of the page that are far off the screen, as large as can be, with their heights in pixels */
function farOff(element: Element): [HTMLElement, number][] {
  const { height } = element.getBoundingClientRect();
  if (distance(element) < near || !height) return [...element.children].flatMap(farOff);
  return height > innerHeight / 8 && element instanceof HTMLElement ? [[element, height]] : [];
}

/** Lets what is far off the screen wait. All is measured before anything is changed: a measure after a change lays the page out again. */
export function deferFarLayout(): void {
  for (const [element, height] of farOff(document.querySelector('main')!)) {
    element.style.containIntrinsicBlockSize = `${height}px`;
    element.style.contentVisibility = 'auto';
    waiting.add(element);
  }
}

/** Lets what waits on the screen be seen before the browser does so by itself, with one of the next frames, and as it does: what is not drawn yet has no line that can be found. */
export function showOnScreen(): void {
  for (const element of waiting) if (distance(element) <= 0) {
    element.style.contain = 'content';
    element.style.contentVisibility = 'visible';
  }
}

function setAnew(element: HTMLElement): void {
  const { style } = element;
  style.contain = style.containIntrinsicBlockSize = style.contentVisibility = '';
  if (!element.getAttribute('style')) element.removeAttribute('style');
  waiting.delete(element);
}

/** Sets anew what waited and has come near, as where text became smaller. @returns whether there was anything */
export function layOutNear(): boolean {
  const within = (screens: number) => [...waiting].filter(element => distance(element) < screens);
  if (!within(near).length) return false;
  // What comes near may bring others near: somewhat more than must be, so that it is not measured again and again.
  for (const element of within(near)) setAnew(element);
  return true;
}

/** Sets the next pieces anew, the nearest first. @param most after so many letters the others go on waiting @returns whether there are others */
export function layOutNext(most = lettersAtATime): boolean {
  let letters = 0;
  for (const element of [...waiting].sort((one, other) => distance(one) - distance(other))) {
    if (letters > most) break;
    letters += element.textContent.length;
    setAnew(element);
  }
  return waiting.size > 0;
}
