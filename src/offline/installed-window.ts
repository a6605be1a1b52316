/** What a browser's own bar offers and an installed window lacks: a way back, and a way to share. */
import { words } from '../voice/say.js';

/** Two more buttons make the bar higher. The page keeps room for all of it where it lies over the page, or its end could not be read. */
function keepRoom(bar: HTMLElement): void {
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    const room = getComputedStyle(bar).position === 'fixed' ? `${bar.offsetHeight + 16}px` : '';
    document.body.style.paddingBlockEnd = style.scrollPaddingBlockEnd = room;
  }).observe(bar);
}

/** Puts the buttons at the beginning of the bar. */
export async function addWindowButtons(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('nav.bar')!, t = await words();
  const add = (name: 'bar.back' | 'bar.share', onclick: () => void) => bar.prepend(Object.assign(document.createElement('button'), { type: 'button', textContent: t(name), onclick }));
  // What was asked of this window, such as to keep nothing, is not for others. A reader who changes their mind about sharing has done nothing wrong.
  if ('share' in navigator) add('bar.share', () => void navigator.share({ title: document.title, url: location.origin + location.pathname + location.hash }).catch(() => undefined));
  keepRoom(bar);
  const addBack = () => add('bar.back', () => history.back());
  // In a window that was just opened there is nothing to go back to.
  if (history.length > 1) addBack();
  else addEventListener('hashchange', addBack, { once: true });
}
