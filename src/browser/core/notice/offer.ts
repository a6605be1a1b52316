/** An offer above the bar that can be taken or put off, never stands in the way of the text, and neither comes nor goes by itself while a sheet is open above the bar. */
import type { Key } from '../../../model/words/translate.js';
import { withPlaceHeld } from '../position/held-place.js';
import { announce, interfaceWords } from '../announcements/announce.js';
import { whenNoSheet } from './sheets.js';

/**
 * What is offered, as it is seen; its buttons; what is spoken instead of it: where it stands is part of that; and
 * whether it is too late for it when nothing stands in its way any more.
 */
interface Offered { what: (Node | string)[]; yes: string; no?: string | undefined; said: string; late?: () => boolean }

/** What an offer is about, the most important first. One is shown: it takes the place of a lesser one at once, which comes back after it. */
const kinds = ['update', 'settings', 'place', 'install'] as const;
type Kind = typeof kinds[number];

interface Asked { row: HTMLElement; said: string; isOver(): boolean | undefined; end(taken?: boolean): void }

const asked = new Map<Kind, Asked | undefined>();
let shown: Asked | undefined;

/**
 * Puts an offer in the place of the one that is shown, if any. Where that had the focus, it would fall to the document, and
 * a screen reader would begin again from the top. Whoever reads far below the bar of a low window stays there.
 */
function put(next?: Asked, focus = shown?.row.contains(document.activeElement)): void {
  const bar = document.querySelector('nav.bar');
  withPlaceHeld(() => {
    shown?.row.remove();
    if (next) bar?.prepend(next.row);
  });
  shown = next;
  if (focus) bar?.querySelector('a')?.focus({ preventScroll: true });
  if (next) void announce('offer', next.said);
}

/** Shows the most important offer that still makes sense. */
async function settle(): Promise<void> {
  await whenNoSheet();
  for (const each of asked.values()) if (each?.isOver()) each.end();
  const next = kinds.map(kind => asked.get(kind)).find(Boolean);
  if (next !== shown) put(next);
}

/**
 * @param kind what it is about; the same is not asked twice at a time
 * @param find gives the words
 * @param gone ends the offer when it no longer makes sense
 * @returns whether the reader took it; nothing where it ended without an answer
 */
export async function offerThis(kind: Kind, find: () => Promise<Offered>, gone?: AbortSignal): Promise<boolean | undefined> {
  if (asked.has(kind)) return undefined;
  asked.set(kind, undefined);
  const { what, yes, no, said, late } = await find().catch((error: unknown) => { asked.delete(kind); throw error; });
  return new Promise(answer => {
    const end = (taken?: boolean) => { asked.delete(kind); answer(taken); };
    const row = Object.assign(document.createElement('p'), { className: 'offer' });
    // What flows together is one item of the row.
    const sentence = document.createElement('span');
    sentence.append(...what);
    row.append(sentence, ' ');
    for (const textContent of [yes, no]) if (textContent) {
      const onclick = () => {
        end(textContent === yes);
        put(undefined, true);
        void settle();
      };
      row.append(Object.assign(document.createElement('button'), { type: 'button', textContent, onclick }));
    }
    asked.set(kind, { row, said, isOver: () => gone?.aborted || late?.(), end });
    gone?.addEventListener('abort', settle);
    void settle();
  });
}

/** The same, in the interface's own words. @param said is spoken instead of the offer @returns whether the reader took it */
export const offer = (kind: Kind, what: Key, yes: Key, no: Key, said: Key): Promise<boolean | undefined> =>
  offerThis(kind, async () => { const t = await interfaceWords(); return { what: [t(what)], yes: t(yes), no: t(no), said: t(said) }; });
