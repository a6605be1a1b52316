/** In the one file the panel's styles stand in the document, so the control works at once. */
import { ReaderSettings } from '../../../../../../features/settings/reader-settings.js';

export { ReaderSettings };

export const startSettings = (): void => customElements.define('reader-settings', ReaderSettings);
