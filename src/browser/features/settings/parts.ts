/**
 * The further parts of the settings, fetched when the panel is first opened. The panel knows none of them by name:
 * entries/page.ts, which knows every folder, says which there are.
 */
import type { Translate } from '../../../model/words/translate.js';
import { fetchPart } from '../../core/loading/fetch-part.js';
import { interfaceWords } from '../../core/announcements/announce.js';

/** Puts a part into the panel, in the words of the interface. */
export type Add = (panel: HTMLElement, t: Translate) => void;
type Fetch = () => Promise<Add>;

let awaited: Fetch[] = [];

/**
 * Names parts that are to be fetched when the panel is first opened.
 * @param parts they will stand in this order, after those named before
 */
export function whenPanelOpens(...parts: Fetch[]): void {
  awaited.push(...parts);
}

/**
 * Fetches the parts that are not there yet and adds them all at once, so that nothing moves twice. One that cannot come
 * keeps no other away, and is asked for again until it comes: whoever looks at the open panel need not close it and
 * open it again.
 */
export function addParts(panel: HTMLElement): void {
  fetchPart(async () => {
    const asked = awaited,
      t = interfaceWords();
    awaited = [];
    const fetched = await Promise.allSettled(asked.map(fetch => Promise.all([fetch(), t])));
    fetched.forEach((part, index) => {
      if (part.status === 'fulfilled') part.value[0](panel, part.value[1]);
      else awaited.push(asked[index]!);
    });
    if (awaited.length) throw new Error('Some settings have not come.');
    return () => undefined;
  });
}

/** Adds something to the panel, after what is there and before the way out. */
export const addToPanel = (panel: HTMLElement, added: HTMLElement): void => panel.querySelector('.kept')!.before(added);

/**
 * Adds a part with a title to the panel, closed until it is asked for.
 * @param title in the words of the interface
 * @param inside what is shown when it is opened
 */
export function addPart(panel: HTMLElement, title: string, inside: HTMLElement): void {
  const part = Object.assign(document.createElement('details'), { className: 'part' });
  part.append(Object.assign(document.createElement('summary'), { textContent: title }), inside);
  addToPanel(panel, part);
}
