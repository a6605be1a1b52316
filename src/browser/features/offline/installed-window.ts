/** What a browser's own bar offers and an installed window lacks: a way back, and a way to share. */
import { withPositionHeld } from '../../core/position/held-position.js';
import { interfaceWords } from '../../core/announcements/announce.js';

/** Puts the buttons at the beginning of the bar. */
export async function addWindowButtons(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('nav.bar')!,
    t = await interfaceWords();
  const add = (name: 'bar.back' | 'bar.share', onclick: () => void) =>
    withPositionHeld(() =>
      bar.prepend(Object.assign(document.createElement('button'), { type: 'button', textContent: t(name), onclick })),
    );
  // What was asked of this window, such as to keep nothing, is not for others. A reader who changes their mind about
  // sharing has done nothing wrong.
  if ('share' in navigator)
    add(
      'bar.share',
      () =>
        void navigator
          .share({ title: document.title, url: location.origin + location.pathname + location.hash })
          .catch(() => undefined),
    );
  const addBack = () => add('bar.back', () => history.back());
  // In a window that was just opened there is nothing to go back to.
  if (history.length > 1) addBack();
  else addEventListener('hashchange', addBack, { once: true });
}
