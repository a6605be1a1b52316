/** A link may carry settings. They are offered, named, and never taken unasked. */
import { say, words } from '../voice/say.js';
import { settingNamed, type Choices } from './catalogue.js';
import { choicesIn } from './carry.js';
import { change } from './store.js';
import { valueName } from './value-name.js';
import type { Key } from '../i18n/translate.js';

/** Takes the fragment out of the address, so that a reload or a shared address does not ask again. */
const forgetFragment = () => history.replaceState(history.state, '', location.pathname + location.search);

function offer(choices: Choices, bar: Element, t: Awaited<ReturnType<typeof words>>): void {
  const list = Object.entries(choices).map(([name, value]) => `${t(`settings.${name}` as Key)}: ${valueName(settingNamed(name), value, t)}`).join('; ');
  const question = Object.assign(document.createElement('p'), { className: 'offer', textContent: `${t('carry.offered', { list })} ` });
  const answer = (words: string, act: () => void) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    button.addEventListener('click', () => { question.remove(); act(); });
    question.append(button);
  };
  answer(t('carry.take'), () => change(choices, 'link', t => t('carry.taken')));
  answer(t('carry.leave'), () => void say('carry', t => t('carry.left')));
  bar.prepend(question);
  void say('carry', t('carry.offered', { list }));
}

/** Looks whether the address carries settings, and asks; where it carries nothing that we know, says so. */
export async function offerCarried(): Promise<void> {
  const choices = choicesIn(location.hash), bar = document.querySelector('nav.bar');
  forgetFragment();
  const t = await words();
  if (!choices || !bar) void say('carry', t('carry.unknown'));
  else offer(choices, bar, t);
}
