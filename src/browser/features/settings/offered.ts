/** A link may carry settings. They are offered, named, and never taken unasked. */
import type { Key, Translate } from '../../../model/words/translate.js';
import { ask } from '../../core/notice/notice.js';
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { settingNamed, type Choices } from '../../../model/settings/catalogue.js';
import { choicesIn } from './carry.js';
import { change } from './store.js';
import { valueName } from '../../../model/settings/value-name.js';

/**
 * Takes the settings out of the address, so that a reload or a shared address does not ask again; the reader may have
 * gone on to a place by then.
 */
const forgetFragment = () => {
  if (/^#settings(:|%3A)/i.test(location.hash))
    history.replaceState(history.state, '', location.pathname + location.search);
};

/**
 * Asks; should a newer version load the page anew before there is an answer
 * (src/browser/features/offline/reader-copy.ts tells so), it finds the fragment in the address again.
 */
async function keptThroughUpdate<Answer>(hash: string, answer: Promise<Answer>): Promise<Answer> {
  const putBack = () => history.replaceState(history.state, '', hash);
  addEventListener('reader-reload', putBack);
  return answer.finally(() => removeEventListener('reader-reload', putBack));
}

const listOf = (choices: Choices, t: Translate) =>
  Object.entries(choices)
    .map(([name, value]) => `${t(`settings.${name}` as Key)}: ${valueName(settingNamed(name), value, t)}`)
    .join('; ');

/**
 * Asks about the settings that an address carries; where it carries nothing that we know, says and shows so.
 * @param hash the address's fragment, as the reader came
 * @throws what the browser throws when the words cannot be fetched; nothing is changed then
 */
export async function offerCarried(hash: string): Promise<void> {
  const choices = choicesIn(hash),
    t = await interfaceWords();
  forgetFragment();
  const said = choices
    ? t('carry.offered', { list: listOf(choices, t) })
    : t('carry.unknownLink', { part: t('more.carry') });
  const answer = (close: string, take?: [string]) =>
    keptThroughUpdate(hash, ask('settings', { says: [said], take, close, said }));
  if (!choices) return void answer(t('settings.close'));
  if (await answer(t('carry.leave'), [t('carry.take')])) change(choices, 'link', t => t('carry.taken'));
  else void announce('carry', t => t('carry.left'));
}
