/**
 * A quiet button after the report's last word, for whoever would like to install the reader; its page about this device
 * has another.
 */
import { interfaceWords } from '../../core/announcements/announce.js';
import { make } from '../../core/dom/make.js';
import { withPositionHeld } from '../../core/position/held-position.js';
import { write } from '../../core/storage/storage.js';
import { canInstall, install, whenInstallChanges } from './install.js';

/** Shows the button as long as the browser can install. Whoever says no is not asked again, in another visit either. */
export async function addInstallButton(): Promise<void> {
  const t = await interfaceWords(),
    footer = document.querySelector('footer');
  const press = async () => {
    if (!(await install())) write('reader-install', 'offered');
  };
  const place = make(
    'p',
    {},
    make('button', { type: 'button', textContent: t('install.do'), onclick: () => void press() }),
  );
  place.dataset['ours'] = '';
  const follow = () => {
    const focused = place.contains(document.activeElement);
    withPositionHeld(() => {
      if (canInstall()) footer?.prepend(place);
      else place.remove();
    });
    // Focus would fall to the document, and a screen reader would begin again from the top.
    if (focused && !canInstall()) footer?.querySelector('a')?.focus({ preventScroll: true });
  };
  whenInstallChanges(follow);
  follow();
}
