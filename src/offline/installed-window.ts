/** What a browser's own bar offers and an installed window lacks: a way back, and a way to share. */
import { words } from '../voice/say.js';

/** Puts the buttons at the beginning of the bar. */
export async function addWindowButtons(): Promise<void> {
  const bar = document.querySelector('nav.bar')!, t = await words();
  const button = (name: 'bar.back' | 'bar.share', onclick: () => void) => Object.assign(document.createElement('button'), { type: 'button', textContent: t(name), onclick });
  // A reader who changes their mind about sharing has done nothing wrong.
  if ('share' in navigator) bar.prepend(button('bar.share', () => void navigator.share({ title: document.title, url: location.href }).catch(() => undefined)));
  bar.prepend(button('bar.back', () => history.back()));
}
