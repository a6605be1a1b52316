/** What a browser's own bar offers and an installed window lacks: a way back, and a way to share. */
import { make } from '../../core/dom/make.js';
import { interfaceWords } from '../../core/announcements/announce.js';

/** Puts the buttons at the beginning of the bar. Where it has no room for sharing, the menu offers that. */
export async function addWindowButtons(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('nav.bar')!,
    t = await interfaceWords();
  const add = (value: 'back' | 'share', onclick: () => void) =>
    bar.prepend(make('button', { type: 'button', value, textContent: t(`bar.${value}`), onclick }));
  // What was asked of this window, such as to keep nothing, is not for others. A reader who changes their mind about
  // sharing has done nothing wrong.
  if ('share' in navigator)
    add(
      'share',
      () =>
        void navigator
          .share({ title: document.title, url: location.origin + location.pathname + location.hash })
          .catch(() => undefined),
    );
  const addBack = () => add('back', () => history.back());
  // In a window that was just opened there is nothing to go back to.
  if (history.length > 1) addBack();
  else addEventListener('hashchange', addBack, { once: true });
}
