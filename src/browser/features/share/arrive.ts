/** The reader comes by a link to a passage: it is found again, marked and said once, and reading goes on from it; whoever has gone on meanwhile is not taken back. */
import { make } from '../../core/dom/make.js';
import { panelStyles } from '../../core/panel/panel.js';
import { withPlaceHeld } from '../../core/position/held-place.js';
import { deliveredWords } from '../../core/position/original-words.js';
import { focusOn, jumpTo } from '../../core/position/jump.js';
import { layOutAll } from '../../core/position/keep-line.js';
import { isAtEnd } from '../../core/position/line.js';
import { passagesIn } from '../../core/position/passages.js';
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { whenNoSheet } from '../../core/notice/sheets.js';
import { linkIn, meantBy } from './passage-link.js';
import { shareWords } from './words.js';

const mark = 'data-linked';

function markPassage(passage: HTMLElement): void {
  for (const other of document.querySelectorAll(`[${mark}]`)) other.removeAttribute(mark);
  passage.setAttribute(mark, '');
}

/** Shows above the bar why there is a mark, and how to take it away, as soon as no sheet is open there. @param way other buttons */
async function tell(sentence: string, close: string, ...way: HTMLElement[]): Promise<void> {
  await whenNoSheet();
  const bar = document.querySelector('nav.bar');
  const row = make('p', { className: 'arrived' }, make('span', { textContent: sentence }), ' ');
  row.append(...way, make('button', { type: 'button', textContent: close, onclick: () => {
    withPlaceHeld(() => row.remove());
    document.querySelector(`[${mark}]`)?.removeAttribute(mark);
    // Focus would fall to the document, and a screen reader would begin again from the top.
    bar?.querySelector('a')?.focus();
  } }));
  withPlaceHeld(() => bar?.prepend(row));
  void announce('arrived', sentence);
}

/** @returns a promise that the page has come to rest: a browser goes to the fragment of an address when all is loaded */
const atRest = () => new Promise<void>(done => {
  const soon = () => requestAnimationFrame(() => setTimeout(done));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
});

/** @param around where the browser itself brought the reader @returns whether they have done something else by now: opened a sheet, moved the focus, or read on */
function hasGoneOn(around: Element | null): boolean {
  const away = around ? Math.abs(around.getBoundingClientRect().top) : scrollY;
  return document.activeElement !== document.body || (away > innerHeight / 2 && !isAtEnd());
}

/** Goes to the passage that the address names. Where the page was loaded anew, or is gone back to, the browser knows the reader's place better. */
export async function arrive(): Promise<void> {
  const link = linkIn(location), main = document.querySelector('main');
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!link || !main || (navigation && navigation.type !== 'navigate')) return;
  const [t, shared, delivered] = await Promise.all([shareWords(), interfaceWords(), deliveredWords(), panelStyles(), atRest()]);
  const passages = [...delivered.keys()], around = document.getElementById(link.id), inside = around && main.contains(around) ? passagesIn(around) : [];
  const meant = meantBy(link, passages.map(passage => ({ text: delivered.get(passage)!, within: inside.includes(passage), index: inside.indexOf(passage) })));
  const passage = meant && passages[meant.at];
  if (!passage) return tell(t('arrived.unknown'), t('arrived.clear'));
  if (!passage.getClientRects().length) return tell(t('arrived.hidden', { settings: shared('bar.settings') }), t('arrived.clear'));
  markPassage(passage);
  // Where the fragment was lost on the way, the browser brought the reader nowhere.
  if (hasGoneOn(location.hash ? around : null)) {
    const go = make('button', { type: 'button', textContent: t('arrived.go'), onclick: () => jumpTo(passage) });
    return tell(t(meant.exact ? 'arrived.elsewhere' : 'arrived.changed'), t('arrived.clear'), go);
  }
  layOutAll();
  passage.scrollIntoView({ block: 'start', behavior: 'instant' });
  focusOn(passage);
  return tell(t(meant.exact ? 'arrived' : 'arrived.changed'), t('arrived.clear'));
}
