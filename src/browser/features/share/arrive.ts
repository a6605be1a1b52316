/**
 * The reader comes by a link to a passage: it is found again, marked and said once, and reading goes on from it;
 * whoever has gone on meanwhile is not taken back.
 */
import { ask } from '../../core/notice/notice.js';
import { panelStyles } from '../../core/panel/panel.js';
import { deliveredWords } from '../../core/position/original-words.js';
import { focusOn, jumpTo } from '../../core/position/jump.js';
import { layOutAll } from '../../core/position/keep-line.js';
import { isAtEnd } from '../../core/position/line.js';
import { isFollowed } from '../../core/position/followed.js';
import { passagesIn } from '../../core/position/passages.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { linkIn, meantBy } from './passage-link.js';
import { shareWords } from './words.js';

const mark = 'data-linked';

const unmark = () => {
  for (const passage of document.querySelectorAll(`[${mark}]`)) passage.removeAttribute(mark);
};

function markPassage(passage: HTMLElement): void {
  unmark();
  passage.setAttribute(mark, '');
}

/** Tells why there is a mark, which goes when the reader closes that. */
async function tell(says: string, close: string, said = says): Promise<void> {
  await ask('arrived', { says: [says], close, said });
  unmark();
}

/**
 * @returns a promise that the page has come to rest: a browser goes to the fragment of an address when all is loaded
 */
const atRest = () =>
  new Promise<void>(done => {
    const soon = () => requestAnimationFrame(() => setTimeout(done));
    if (document.readyState === 'complete') soon();
    else addEventListener('load', soon, { once: true });
  });

/**
 * @param around where the browser itself brought the reader
 * @returns whether they have done something else by now: opened a sheet, moved the focus, or read on
 */
function hasGoneOn(around: Element | null): boolean {
  const away = around ? Math.abs(around.getBoundingClientRect().top) : scrollY;
  return document.activeElement !== document.body || (away > innerHeight / 2 && !isAtEnd());
}

/** Goes to the passage that the address names. */
export async function arrive(): Promise<void> {
  const link = linkIn(location),
    main = document.querySelector('main');
  if (!link || !main || !isFollowed()) return;
  const [t, shared, delivered] = await Promise.all([
    shareWords(),
    interfaceWords(),
    deliveredWords(),
    panelStyles(),
    atRest(),
  ]);
  const passages = [...delivered.keys()],
    around = document.getElementById(link.id),
    inside = around && main.contains(around) ? passagesIn(around) : [];
  const meant = meantBy(
    link,
    passages.map(passage => ({
      text: delivered.get(passage)!,
      within: inside.includes(passage),
      index: inside.indexOf(passage),
    })),
  );
  const passage = meant && passages[meant.at];
  const close = t('arrived.clear'),
    exactly = meant?.exact,
    here = t(exactly ? 'arrived' : 'arrived.changed');
  if (!passage) return tell(t('arrived.unknown'), close);
  if (!passage.getClientRects().length) return tell(t('arrived.hidden', { settings: shared('bar.settings') }), close);
  markPassage(passage);
  // Where the fragment was lost on the way, the browser brought the reader nowhere.
  if (hasGoneOn(location.hash ? around : null)) {
    const said = exactly ? t('arrived.elsewhere') : here;
    if (!(await ask('arrived', { about: [said], take: [t('arrived.go')], close, said }))) return unmark();
    jumpTo(passage);
    // That was said.
    return tell(here, close, '');
  }
  layOutAll();
  passage.scrollIntoView({ block: 'start', behavior: 'instant' });
  focusOn(passage);
  return tell(here, close);
}
