/** The words of the report, for what must hold each of them, once and in order. */
import assert from 'node:assert/strict';
import { readContent } from '../../src/build/content.js';
import { textsOfReport, words } from '../../src/model/report/words.js';

const published: readonly string[] = textsOfReport(readContent().report).flatMap(words);

/** Fails with the place where two lists of words part; a difference of four thousand words says less. */
export function areAllWords(found: readonly string[]): void {
  assert.equal(published.length, 4396);
  const at = published.findIndex((word, index) => word !== found[index]);
  assert.deepEqual(
    found.slice(Math.max(0, at - 3), at < 0 ? 0 : at + 3),
    at < 0 ? [] : published.slice(Math.max(0, at - 3), at + 3),
  );
  assert.equal(found.length, published.length);
}
