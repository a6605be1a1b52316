/** Starts the settings panel in a page whose styles for it are a file of their own. */
import styles from 'virtual:settings-styles';
import { fitBar } from '../../core/position/bar-room.js';
import { ReaderSettings } from './reader-settings.js';

/** The control appears when its styles are there, or cannot come. */
export function startSettings(): void {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
  link.onload = link.onerror = () => {
    customElements.define('reader-settings', ReaderSettings);
    // Before they are painted for the first time.
    fitBar();
  };
  document.head.append(link);
}
