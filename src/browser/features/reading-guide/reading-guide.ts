/** The reading guide in a page whose styles for it are a file of their own. */
import styles from 'virtual:guide-styles';
import { showGuide } from './guide-element.js';

/** Shows the guide, and links its styles with the first one. */
export function startGuide(): void {
  if (!showGuide() || document.getElementById('guide-styles')) return;
  document.head.append(
    Object.assign(document.createElement('link'), { id: 'guide-styles', rel: 'stylesheet', href: styles }),
  );
}
