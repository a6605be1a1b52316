/**
 * The report's words as they were delivered. A browser that translates a page puts others in their place: what is kept
 * of the text, compared with it or handed on must not be made of those.
 */
import { passagesIn } from './passages.js';
import { isAsDelivered } from '../language.js';

/** The words of each passage. */
export type Delivered = ReadonlyMap<HTMLElement, string>;

/** @returns the text of a passage, without words of ours that stand in it */
function textOf(passage: HTMLElement): string {
  if (!passage.querySelector('[data-ours]')) return passage.textContent;
  const copy = passage.cloneNode(true) as HTMLElement;
  for (const ours of copy.querySelectorAll('[data-ours]')) ours.remove();
  return copy.textContent;
}

/**
 * @returns the file of this page, once more; nothing where it cannot be had. (The policy allows no parsing by a script
 * of ours.)
 */
const file = () =>
  new Promise<Document | null>(done => {
    const request = new XMLHttpRequest();
    request.open('GET', location.pathname);
    request.responseType = 'document';
    request.onloadend = () => done(request.response as Document | null);
    request.send();
  });

/** @returns the words of each passage of the report, in order, as they were delivered, as far as these can be had */
export async function deliveredWords(): Promise<Delivered> {
  const passages = passagesIn(document.querySelector('main')!),
    main = isAsDelivered() ? undefined : (await file())?.querySelector('main');
  const delivered = main ? passagesIn(main) : [];
  const source = delivered.length === passages.length ? delivered : passages;
  return new Map(passages.map((passage, at) => [passage, textOf(source[at]!)]));
}
