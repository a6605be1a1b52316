/** An offer above the bar that can be taken or put off, and never stands in the way of the text. */
import type { Key } from '../i18n/translate.js';
import { say, words } from '../voice/say.js';

/** @param said is spoken instead of the offer: where it stands is part of it @returns whether the reader took it; false too where another offer stands already */
export async function offer(what: Key, yes: Key, no: Key, said: Key): Promise<boolean> {
  const bar = document.querySelector('nav.bar');
  if (!bar || bar.querySelector('.offer')) return false;
  const t = await words();
  const place = Object.assign(document.createElement('p'), { className: 'offer', textContent: `${t(what)} ` });
  const [take, later] = [yes, no].map(key => Object.assign(document.createElement('button'), { type: 'button', textContent: t(key) }));
  place.append(take!, later!);
  bar.prepend(place);
  void say('offer', t => t(said));
  return new Promise(answer => {
    const close = (taken: boolean) => {
      place.remove();
      // Focus would fall to the document, and a screen reader would begin again from the top.
      bar.querySelector('a')?.focus();
      answer(taken);
    };
    take!.onclick = () => close(true);
    later!.onclick = () => close(false);
  });
}
