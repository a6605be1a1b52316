/** Saves the reader's marks where none of their views is open. */
import { saveMarks } from './carrying.js';
import { areKept, loadMarks } from './kept.js';
import { marksWords } from './words.js';

/**
 * Saves all marks as a file of data, which can be imported again.
 * @returns that it is saved, in words
 * @throws Error where this device does not give them
 */
export async function saveAllMarks(): Promise<string> {
  const [t] = await Promise.all([marksWords(), loadMarks()]);
  if (!areKept()) throw new Error('The marks could not be read.');
  saveMarks('data', t);
  return t('files.saved');
}
