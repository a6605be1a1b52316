/** Starts the settings panel in a page whose styles for it, and for what it offers, are files of their own. */
import moreStyles from 'virtual:more-styles';
import styles from 'virtual:settings-styles';
import { fitBar } from '../../core/position/bar-room.js';
import { moreStylesAt } from './apply-choices.js';
import { ReaderSettings } from './reader-settings.js';

/** The control appears when its styles are there, or cannot come. */
export function startSettings(): void {
  moreStylesAt(moreStyles);
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
  link.onload = link.onerror = () => {
    customElements.define('reader-settings', ReaderSettings);
    // Before they are painted for the first time.
    fitBar();
  };
  document.head.append(link);
}
