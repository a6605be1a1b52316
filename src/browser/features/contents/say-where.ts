/** Says where the reader is, when they ask; nothing moves, and the focus stays where it is. */
import { announce } from '../../core/announcements/announce.js';
import { whereNow, whereSentence } from './where.js';
import { asText, contentsWords } from './words.js';

export async function sayWhere(): Promise<void> {
  // The words may take their time; the place is that of the question.
  const where = whereNow();
  await announce('where', asText(whereSentence(where, await contentsWords())));
}
