/** Says where the reader is, when they ask; nothing moves, and the focus stays where it is. */
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { whereNow, whereSentence } from './where.js';
import { asText, contentsWords } from './words.js';

/** @param pressed the button by which the reader asked, and by which the answer is shown; without one, by a key */
export async function sayWhere(pressed?: Element): Promise<void> {
  // The words may take their time; the place is that of the question.
  const where = whereNow(),
    says = asText(whereSentence(where, await contentsWords()));
  if (pressed) await answer(pressed, 'where', says);
  else await announce('where', says);
}
