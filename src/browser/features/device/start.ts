/**
 * Makes the elements on the page about this device work, and those beside the other formats. Fetched by those pages
 * alone.
 */
import { pageLanguage } from '../../core/language.js';
import { InstallReader } from './install-reader.js';
import { KeptHere } from './kept-here.js';
import { KeepFile } from './keep-file.js';
import { OfflineCopy } from './offline-copy.js';
import { deviceReading } from '../../../pages/device/words.js';

/** Defines the elements, and gives them the words of the page's language. */
export function startDevice(): void {
  const reading = deviceReading(pageLanguage());
  for (const [name, element] of Object.entries({
    'offline-copy': OfflineCopy,
    'install-reader': InstallReader,
    'kept-here': KeptHere,
    'keep-file': KeepFile,
  })) {
    customElements.define(name, element);
    for (const found of document.querySelectorAll<InstanceType<typeof element>>(name)) found.reading = reading;
  }
}
