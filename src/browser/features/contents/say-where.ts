/** Says where the reader is, when they ask, and shows it; nothing moves, and the focus stays where it is. */
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { whereNow, whereSentence } from './where.js';
import { asText, contentsWords } from './words.js';

let gone = new AbortController();

/** Shows a place above the bar until the reader has moved on from it, or closes that. It was said by then. */
async function showWhere(says: string, from: number): Promise<void> {
  const [{ ask, settle }, t] = await Promise.all([import('../../core/notice/notice.js'), interfaceWords()]);
  gone.abort();
  gone = new AbortController();
  const { signal } = gone,
    isOver = () => Math.abs(scrollY - from) > innerHeight / 2;
  addEventListener('scroll', () => void (isOver() && settle()), { passive: true, signal });
  await ask('where', { says: [says], close: t('settings.close'), isOver });
  gone.abort();
}

/** @param pressed the button by which the reader asked, and by which the answer is shown; without one, by a key */
export async function sayWhere(pressed?: Element): Promise<void> {
  // The words may take their time; the place is that of the question.
  const where = whereNow(),
    from = scrollY,
    says = asText(whereSentence(where, await contentsWords()));
  if (pressed) return answer(pressed, 'where', says);
  void announce('where', says);
  await showWhere(says, from);
}
