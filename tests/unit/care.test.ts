/** Help lines in the order in which somebody needs them, and numbers as they are written down. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedOn, digitsOf, helpGroups, siteOf } from '../../src/browser/features/sensitive-content/groups.js';
import { helpLines, helpLinesFor } from '../../src/model/explanations.js';
import { notedStories } from '../support/noted.js';

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

test('who is in danger comes first, then what is about the story, in its order, then all else; each line once', () => {
  assert.ok(notedStories.length > 10);
  for (const language of ['en', 'cy'] as const)
    for (const story of [...notedStories, undefined]) {
      const groups = helpGroups(story, language);
      assert.deepEqual([groups[0]!.about, ids(groups[0]!.lines)], ['emergency', ['emergency', 'emergency-relay']]);
      assert.equal(groups[1]!.about === 'story', story !== undefined);
      if (story)
        assert.deepEqual(
          ids(groups[1]!.lines),
          ids(helpLinesFor(story, language)).filter(id => !id.startsWith('emergency')),
        );
      const all = groups.flatMap(({ lines }) => ids(lines));
      assert.deepEqual(all.toSorted(), ids(helpLines).toSorted());
      assert.ok(
        groups.every(({ lines }) => lines.length),
        'no heading stands over nothing',
      );
    }
});

test('in Welsh, who answers in Welsh comes first under each heading of a topic', () => {
  for (const { about, lines } of helpGroups(undefined, 'cy').slice(1)) {
    const answers = lines.map(({ languages }) => languages.includes('cy'));
    assert.deepEqual(
      answers,
      answers.toSorted((one, other) => Number(other) - Number(one)),
      about,
    );
  }
});

test('that the list was checked is told only when every line was, and with the day of the oldest', () => {
  const [one, other] = helpLines.map(line => ({ ...line }));
  assert.equal(
    checkedOn([
      { ...one!, checked: '2026-12-02' },
      { ...other!, checked: null },
    ]),
    undefined,
  );
  assert.equal(
    checkedOn([
      { ...one!, checked: '2026-12-02' },
      { ...other!, checked: '2026-12-01' },
    ]),
    '2026-12-01',
  );
});

test('a number is told digit by digit, in its groups, and a site by its name', () => {
  assert.deepEqual(['999', '116 123', '0808 80 10 800'].map(digitsOf), [
    '9 9 9',
    '1 1 6, 1 2 3',
    '0 8 0 8, 8 0, 1 0, 8 0 0',
  ]);
  assert.deepEqual(
    ['https://www.samaritans.org', 'https://rapecrisis.org.uk/', 'https://www.gov.wales/live-fear-free'].map(siteOf),
    ['samaritans.org', 'rapecrisis.org.uk', 'gov.wales/live-fear-free'],
  );
});
