/** The one test that matters above all: every word of the published text stands in the JSON, once and in order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/build/content.js';
import type { Report } from '../../src/model/report/model.js';
import { repair } from '../../src/model/report/repairs.js';
import { textsOfReport, words } from '../../src/model/report/words.js';

const content = readContent();
const published = words(repair(content.source, content.repairs));
const wordsIn = (report: Report) => textsOfReport(report).flatMap(words);

/** A copy of the report in which `change` was made to the text of one block. */
function changed(change: (text: string) => string): Report {
  const copy = structuredClone(content.report);
  const block = copy.parts[0]!.blocks[1]!;
  assert.equal(block.type, 'paragraph');
  if (block.type === 'paragraph') block.text = change(block.text);
  return copy;
}

test('every word of the published text stands in the JSON, once and in order', () => {
  assert.equal(published.length, 4396);
  assert.deepEqual(wordsIn(content.report), published);
});

test('a word removed, doubled or changed is noticed', () => {
  for (const change of [
    (text: string) => text.replace('feedback ', ''),
    (text: string) => text.replace('feedback', 'feedback feedback'),
    (text: string) => text.replace('feedback', 'Feedback'),
    (text: string) => text.replace('.', ''),
  ])
    assert.notDeepEqual(wordsIn(changed(change)), published);
});

test('two sentences swapped are noticed', () => {
  const swapped = changed(text => {
    const [first, second, ...rest] = text.split(/(?<=\.) /);
    return [second, first, ...rest].join(' ');
  });
  assert.equal(wordsIn(swapped).length, published.length);
  assert.notDeepEqual(wordsIn(swapped), published);
});

test('a story moved is noticed', () => {
  const copy = structuredClone(content.report);
  copy.parts[1]!.sections[0]!.stories.reverse();
  assert.notDeepEqual(wordsIn(copy), published);
});

test('the redaction in a quotation stays as published', () => {
  assert.equal(wordsIn(content.report).filter(word => word === 'XXX').length, 1);
});

test('a repair that no longer fits the published text stops the build and says which', () => {
  const repairs = structuredClone(content.repairs);
  repairs.repairs[2]!.times = 17;
  assert.throws(
    () => repair(content.source, repairs),
    /repair "bullets": its words stand 18 times in the source, expected 17/,
  );
});
