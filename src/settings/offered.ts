/** A link may carry settings. They are offered, named, and never taken unasked. */
import type { Key, Translate } from '../i18n/translate.js';
import { withPlaceHeld } from '../place/held-place.js';
import { say, words } from '../voice/say.js';
import { settingNamed, type Choices } from './catalogue.js';
import { choicesIn } from './carry.js';
import { change } from './store.js';
import { valueName } from './value-name.js';

/** Takes the settings out of the address, so that a reload or a shared address does not ask again; the reader may have gone on to a place by then. */
const forgetFragment = () => { if (location.hash.startsWith('#settings:')) history.replaceState(history.state, '', location.pathname + location.search); };

/** Shows something above the bar until it is answered, and says it. @param answers each with its words and what it does */
function ask(question: string, bar: Element, answers: readonly (readonly [words: string, act?: () => void])[]): void {
  const offer = Object.assign(document.createElement('p'), { className: 'offer', textContent: `${question} ` });
  for (const [words, act] of answers) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    button.addEventListener('click', () => {
      withPlaceHeld(() => offer.remove());
      // Focus would fall to the document, and a screen reader would begin again from the top.
      bar.querySelector('a')?.focus();
      act?.();
    });
    offer.append(button);
  }
  withPlaceHeld(() => bar.prepend(offer));
  void say('carry', question);
}

const listOf = (choices: Choices, t: Translate) =>
  Object.entries(choices).map(([name, value]) => `${t(`settings.${name}` as Key)}: ${valueName(settingNamed(name), value, t)}`).join('; ');

/** Asks about the settings that an address carries; where it carries nothing that we know, says and shows so. @param hash the address's fragment, as the reader came @throws what the browser throws when the words cannot be fetched; nothing is changed then */
export async function offerCarried(hash: string): Promise<void> {
  const choices = choicesIn(hash), bar = document.querySelector('nav.bar'), t = await words();
  forgetFragment();
  if (!bar) return;
  if (choices) {
    ask(t('carry.offered', { list: listOf(choices, t) }), bar, [
      [t('carry.take'), () => change(choices, 'link', t => t('carry.taken'))],
      [t('carry.leave'), () => void say('carry', t => t('carry.left'))],
    ]);
  } else ask(t('carry.unknownLink', { part: t('more.carry') }), bar, [[t('settings.close')]]);
}
