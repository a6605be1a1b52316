/** An offer above the bar that can be taken or put off, never stands in the way of the text, and neither comes nor goes by itself while a sheet is open above the bar. */
import type { Key } from '../i18n/translate.js';
import { withPlaceHeld } from '../place/held-place.js';
import { say, words } from './say.js';
import { whenNoSheet } from './sheets.js';

/** What is offered, as it is seen; its two buttons; what is spoken instead of it: where it stands is part of that; and whether it is too late for it when nothing stands in its way any more. */
interface Offered { what: (Node | string)[]; yes: string; no: string; said: string; late?: () => boolean }

/** One at a time: each waits until the one before it is answered. */
let turn: Promise<unknown> = Promise.resolve();
const asked = new Set<string>();

async function show({ what, yes, no, said, late }: Offered, gone?: AbortSignal): Promise<boolean> {
  const bar = document.querySelector('nav.bar');
  if (!bar || gone?.aborted || late?.() || bar.querySelector('.offer')) return false;
  const place = Object.assign(document.createElement('p'), { className: 'offer' });
  const [take, later] = [yes, no].map(textContent => Object.assign(document.createElement('button'), { type: 'button', textContent }));
  // What flows together is one item of the row.
  const sentence = document.createElement('span');
  sentence.append(...what);
  place.append(sentence, ' ', take!, later!);
  withPlaceHeld(() => bar.prepend(place));
  void say('offer', said);
  return new Promise(answer => {
    const close = (taken: boolean) => {
      const hadFocus = place.contains(document.activeElement);
      withPlaceHeld(() => place.remove());
      // Focus would fall to the document, and a screen reader would begin again from the top.
      if (hadFocus || !gone?.aborted) bar.querySelector('a')?.focus();
      answer(taken);
    };
    take!.onclick = () => close(true);
    later!.onclick = () => close(false);
    gone?.addEventListener('abort', () => void whenNoSheet().then(() => close(false)), { once: true });
  });
}

/**
 * @param about what it is about; the same is not asked twice at a time
 * @param find gives the words, when its turn has come
 * @param gone ends the offer when it no longer makes sense
 * @returns whether the reader took it
 */
export async function offerThis(about: string, find: () => Promise<Offered>, gone?: AbortSignal): Promise<boolean> {
  if (asked.has(about)) return false;
  asked.add(about);
  const answer = turn.then(async () => {
    const found = await find();
    await whenNoSheet();
    return show(found, gone);
  }).finally(() => asked.delete(about));
  turn = answer.catch(() => undefined);
  return answer;
}

/** The same, in the interface's own words. @param said is spoken instead of the offer @returns whether the reader took it */
export const offer = (what: Key, yes: Key, no: Key, said: Key): Promise<boolean> =>
  offerThis(what, async () => { const t = await words(); return { what: [t(what)], yes: t(yes), no: t(no), said: t(said) }; });
