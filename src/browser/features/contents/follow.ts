/**
 * While the contents stand beside the text, the mark moves along with the reader, quietly: nothing is said, no focus
 * moves, and nothing changes its place.
 */
import type { Panel } from '../../core/panel/view.js';
import { followReader } from './beside.js';
import { trails, type Entry } from './outline.js';
import type { OutlineList } from './outline-list.js';
import { whereNow, whereSentence } from './where.js';
import { asText, type ContentsWords } from './words.js';

/** What follows: the list, and the sentence above it; `box` is what scrolls in the panel. */
interface Following {
  panel: Panel;
  list: OutlineList;
  here: HTMLElement;
  parts: readonly Entry[];
  t: ContentsWords;
  box: HTMLElement;
}

/** Keeps room for the longest sentence, so that the list below never moves. */
function keepRoom({ here, parts, t, panel }: Following): void {
  here.style.minBlockSize = '';
  if (!panel.beside) return;
  const now = [...here.childNodes];
  const longest =
    trails(parts)
      .map(trail => whereSentence({ perCent: 100, trail }, t))
      .sort((one, other) => asText(other).length - asText(one).length)[0] ?? [];
  here.replaceChildren(...longest);
  const { height } = here.getBoundingClientRect();
  here.replaceChildren(...now);
  here.style.minBlockSize = `${Math.ceil(height)}px`;
}

/** Brings an entry to the middle of the panel, and moves the panel alone. */
export function centre(link: HTMLElement, box: HTMLElement): void {
  const { top, bottom } = link.getBoundingClientRect(),
    { top: first, bottom: last } = box.getBoundingClientRect();
  box.scrollTop += (top + bottom - first - last) / 2;
}

/** Brings the marked entry into view. Somebody who is in it is not disturbed. */
export function bringIntoView(link: HTMLElement | undefined, box: HTMLElement): void {
  if (!link || box.matches(':hover') || box.contains(document.activeElement)) return;
  const { top, bottom } = link.getBoundingClientRect(),
    { top: first, bottom: last } = box.getBoundingClientRect();
  if (top < first || bottom > last) centre(link, box);
}

/** @returns a function that ends it */
export function follow(following: Following): () => void {
  const { panel, list, here, parts, t, box } = following;
  let wasBeside = false;
  const move = () => {
    if (!here.isConnected) return;
    const where = whereNow(parts);
    here.replaceChildren(...whereSentence(where, t));
    bringIntoView(list.mark(where.trail), box);
  };
  return followReader(panel, move, () => {
    keepRoom(following);
    // There is room for all of it; what the reader closes then stays closed.
    if (panel.beside && !wasBeside) list.open();
    wasBeside = panel.beside;
  });
}
