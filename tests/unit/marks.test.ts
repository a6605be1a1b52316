/**
 * Marks are found again in a corrected text, come back whole from a file, and no file, however broken, takes anything
 * from them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFrom } from '../../src/model/words/words-from.js';
import { findQuoted, quote, type PassageText } from '../../src/browser/features/marks/anchor.js';
import { byHeading, htmlOf, markdownOf } from '../../src/browser/features/marks/export.js';
import { fileOf, largest, namesFrom, readFile } from '../../src/browser/features/marks/file.js';
import { merge } from '../../src/browser/features/marks/merge.js';
import {
  clean,
  kinds,
  limits,
  markFrom,
  sameness,
  wordsMarked,
  type Mark,
} from '../../src/browser/features/marks/model.js';
import type { MarksWords } from '../../src/browser/features/marks/words.js';
import words from '../../locales/marks.en.json';
import { numbersFrom, payloads, pick } from '../support/hostile.js';
import { isSweep } from '../support/sweep.js';

const passage = (id: string, index: number, text: string): PassageText => ({
  id,
  index,
  begins: text.trim().slice(0, 60),
  text,
});
const heard = 'I feel at last listened to and no longer a single voice in this matter.';
const relieved =
  'I am just relieved that somebody impartial has looked into this matter, and again I thank you for this.';
const text = [
  passage('main', 0, 'Our impact'),
  passage('foreword', 0, 'Foreword'),
  passage('foreword', 1, heard),
  passage('foreword', 2, relieved),
  passage('cardiff', 0, 'Community outreach in Cardiff'),
  passage('cardiff', 1, 'Two young people died, and Cardiff grieved for them in the streets.'),
];
const on = (at: number, marked: string) =>
  quote(text[at]!, text[at]!.text.indexOf(marked), text[at]!.text.indexOf(marked) + marked.length);
/** The words that are found for a place in a text, with the number of the passage. */
const found = (now: readonly PassageText[], place: ReturnType<typeof on>) => {
  const at = findQuoted(now, place);
  return at && [at.passage, now[at.passage]!.text.slice(at.start, at.end), at.as];
};
const with_ = (at: number, changed: string) =>
  text.map((each, index) => (index === at ? passage(each.id, each.index, changed) : each));

test('in an unchanged text every mark is found exactly where it was made', () => {
  for (const [at, { text: whole }] of text.entries())
    for (const [start, end] of [
      [0, whole.length],
      [0, 5],
      [3, 9],
      [whole.length - 4, whole.length],
    ] as const) {
      assert.deepEqual(findQuoted(text, quote(text[at]!, start, end)), { passage: at, start, end, as: 'before' });
    }
});

test('words that moved within their passage are found where they are now, by what stands around them', () => {
  assert.deepEqual(found(with_(2, `Today ${heard}`), on(2, 'listened to')), [2, 'listened to', 'before']);
  const place = quote(text[3]!, relieved.indexOf('this matter'), relieved.indexOf('this matter') + 11);
  const twice = with_(3, `In this matter I waited. ${relieved}`),
    at = findQuoted(twice, place)!;
  assert.equal(at.start, twice[3]!.text.lastIndexOf('this matter'));
});

test('words that also stand elsewhere stay with their own passage', () => {
  const place = { ...on(2, 'this matter'), before: '', after: '' };
  assert.deepEqual(
    found(
      with_(2, `Today ${heard}`).map((each, at) => (at === 2 ? { ...each, begins: text[2]!.begins } : each)),
      place,
    ),
    [2, 'this matter', 'before'],
  );
  // The other passage has them at the very letter, and is first.
  const twin = passage('foreword', 0, `${'x'.repeat(place.start)}this matter`);
  assert.deepEqual(
    found([twin, { ...text[2]!, text: `${heard.slice(0, 20)} ${heard.slice(20)}` }], {
      ...place,
      begins: text[2]!.begins,
      index: 2,
    }),
    [1, 'this matter', 'before'],
  );
});

test('words that moved to another passage, or whose passage has another beginning now, are found there', () => {
  const moved = [...text.slice(0, 2), ...text.slice(3), passage('contact', 0, `She wrote: ${heard}`)];
  assert.deepEqual(found(moved, on(2, 'no longer a single voice')), [5, 'no longer a single voice', 'before']);
  assert.deepEqual(found(with_(3, `Today ${relieved.slice(5)}`), on(3, 'somebody impartial')), [
    3,
    'somebody impartial',
    'before',
  ]);
});

test('words that were corrected are found as their whole passage', () => {
  const corrected = heard.replace('listened to', 'really heard');
  assert.deepEqual(found(with_(2, corrected), on(2, 'listened to')), [2, corrected, 'corrected']);
  const rewritten = 'At long last I feel listened to and I am no longer a lonely voice in this matter.';
  assert.deepEqual(found(with_(2, rewritten), on(2, heard)), [2, rewritten, 'corrected']);
});

test('a passage that still begins as it did is the place of words in it that were all rewritten', () => {
  const long = passage(
    'contact',
    0,
    `${heard} Everything after these first sentences concerned several entirely unrelated questions about procedure.`,
  );
  const rewritten = passage('contact', 0, `${heard} Nothing remains.`),
    start = heard.length + 1;
  assert.deepEqual(found([rewritten], quote(long, start + 21, long.text.length)), [0, rewritten.text, 'corrected']);
});

test('words that are no longer in the text are found nowhere, and not in a stranger’s place', () => {
  assert.equal(
    found(
      text.filter((_, index) => index !== 2),
      on(2, 'listened to and no longer'),
    ),
    undefined,
  );
  assert.equal(found(with_(5, 'Something quite different stands here now.'), on(5, 'grieved')), undefined);
  // "the" stands everywhere: that is not where it was.
  assert.equal(
    found(
      text.filter((_, index) => index !== 5),
      on(5, 'the'),
    ),
    undefined,
  );
});

let counted = 0;
const markOf = (facts: Partial<Mark> = {}): Mark => ({
  id: `mark-${(counted += 1)}`,
  kind: 'note',
  name: '',
  note: 'My note',
  heading: 'Foreword',
  made: '2026-01-02T03:04:05.000Z',
  changed: '2026-01-02T03:04:05.000Z',
  places: [on(2, 'listened to')],
  ...facts,
});
const many = (count: number, note = 'A note') =>
  Array.from({ length: count }, (_, index) =>
    markOf({
      kind: kinds[index % kinds.length]!,
      note: `${note} ${index}`,
      name: index % 3 ? '' : `Name ${index}`,
      places: [quote(text[2]!, index % 40, (index % 40) + 10), ...(index % 5 ? [] : [on(3, 'relieved')])],
    }),
  );
const read = (given: string) => {
  const came = readFile(given);
  assert.ok(typeof came === 'object', String(came));
  return came;
};

test('what is saved as data comes back exactly as it was', () => {
  const marks = many(500),
    names = { important: 'Ask about “this”', other: '<b>' };
  assert.deepEqual(read(fileOf(marks, names)), { marks, names, refused: [] });
  assert.deepEqual(read(JSON.stringify(JSON.parse(fileOf(marks, names)))).marks, marks);
  assert.deepEqual(read(fileOf([], {})), { marks: [], names: {}, refused: [] });
});

test('the same marks brought in again change nothing, and those of another device are added', () => {
  const marks = many(40),
    others = many(10).map((mark, index) => ({ ...mark, places: [quote(text[5]!, index, index + 20)] }));
  assert.deepEqual(merge(marks, read(fileOf(marks, {})).marks, 5000), {
    keep: [],
    added: 0,
    changed: 0,
    same: 40,
    left: 0,
  });
  assert.deepEqual(
    merge(marks, others, 45).keep.map(({ id }) => id),
    others.slice(0, 5).map(({ id }) => id),
  );
  assert.equal(merge(marks, others, 45).left, 5);
});

test('of two versions of a mark, by id or by words and kind, the newer wins; what the reader wrote stays', () => {
  const later = '2026-02-02T00:00:00.000Z',
    own = markOf({ note: 'What I thought' });
  assert.deepEqual(merge([own], [{ ...own, note: 'Older', changed: '2025-01-01T00:00:00.000Z' }], 9).keep, []);
  assert.deepEqual(
    merge([own], [{ ...own, kind: 'question', note: 'What I thought, and more', changed: later }], 9).keep,
    [{ ...own, kind: 'question', note: 'What I thought, and more', changed: later }],
  );
  assert.deepEqual(merge([own], [{ ...own, note: 'What I think now', changed: later }], 9).keep, [
    { ...own, note: 'What I think now\n\nWhat I thought', changed: later },
  ]);
  const elsewhere = markOf({ kind: 'agree', note: '', changed: later }),
    here = markOf({ kind: 'agree', note: 'Mine' });
  assert.equal(sameness(here), sameness(elsewhere));
  assert.deepEqual(merge([here], [elsewhere], 9), { keep: [], added: 0, changed: 0, same: 1, left: 0 });
  // Two notes on the same words are two, here and in a file.
  const notes = [markOf({ note: 'One' }), markOf({ note: 'Another' })];
  assert.deepEqual(merge([], notes, 9).keep, notes);
  assert.deepEqual(merge([own], notes, 9).keep, notes);
  const long = 'x'.repeat(limits.note),
    both = merge([own], [{ ...own, note: long, changed: later }], 9).keep;
  assert.deepEqual(
    both.map(({ note }) => note),
    [long, own.note],
  );
  assert.notEqual(both[1]!.id, own.id);
});

const good = markOf();
/** What is no mark, and why. */
const bad: [unknown, string][] = [
  [null, 'unreadable'],
  [7, 'unreadable'],
  [[good], 'unreadable'],
  ['mark', 'unreadable'],
  [{}, 'unreadable'],
  [{ ...good, id: '../x' }, 'unreadable'],
  [{ ...good, id: 5 }, 'unreadable'],
  [{ ...good, made: 'yesterday' }, 'unreadable'],
  [{ ...good, changed: 1e99 }, 'unreadable'],
  [{ ...good, note: {} }, 'unreadable'],
  [{ ...good, kind: 'constructor' }, 'kind'],
  [{ ...good, kind: ['note'] }, 'kind'],
  [{ ...good, note: 'x'.repeat(limits.note + 1) }, 'long'],
  [{ ...good, name: 'x'.repeat(1e6) }, 'long'],
  [{ ...good, places: [] }, 'place'],
  [{ ...good, places: 'all' }, 'place'],
  [{ ...good, places: [null] }, 'place'],
  [{ ...good, places: [{ ...good.places[0], end: -1 }] }, 'place'],
  [{ ...good, places: [{ ...good.places[0], start: 1e300 }] }, 'place'],
  [{ ...good, places: [{ ...good.places[0], words: '  ' }] }, 'place'],
  [{ ...good, places: [{ ...good.places[0], words: 'x'.repeat(limits.words + 1) }] }, 'place'],
  [{ ...good, places: Array.from({ length: 1000 }, () => good.places[0]) }, 'place'],
];

test('what is no mark is refused with its number and a reason, and the rest is taken', () => {
  const file = JSON.parse(fileOf([], {})) as { marks: unknown[] };
  file.marks = [good, ...bad.map(([each]) => each), { ...good, id: 'another' }];
  const came = read(JSON.stringify(file));
  assert.deepEqual(
    came.marks.map(({ id }) => id),
    [good.id, 'another'],
  );
  assert.deepEqual(
    came.refused,
    bad.map(([, wrong], index) => ({ number: index + 2, wrong })),
  );
});

test('a file brings no more than marks: no prototype, unknown field or future date, nothing unseen', () => {
  const good = markOf();
  const made = markFrom(
    JSON.parse(
      JSON.stringify({ ...good, changed: '2999-01-01T00:00:00Z', extra: 1 }).replace(
        '"extra"',
        '"__proto__":{"polluted":1},"extra"',
      ),
    ),
    new Date('2026-06-01'),
  );
  assert.ok(typeof made === 'object');
  assert.deepEqual(Object.keys(made).toSorted(), Object.keys(good).toSorted());
  assert.equal(made.changed, '2026-06-01T00:00:00.000Z');
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.deepEqual(
    namesFrom(JSON.parse('{"__proto__":{"important":"x"},"constructor":"x","agree":"Yes","later":7,"question":"  "}')),
    { agree: 'Yes' },
  );
  assert.equal(clean('a\u0000\u202eb\u2028c\r\nd\te\ud800 😀'), 'abc\nd\te 😀');
  for (const { text: hostile } of payloads('https://trap.invalid')) {
    const mark = markFrom({ ...good, note: hostile.slice(0, limits.note), name: hostile.slice(0, limits.name) });
    assert.ok(typeof mark === 'object');
    assert.doesNotMatch(mark.note + mark.name, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
  }
});

test('a file that is not ours, or far too large, is refused whole', () => {
  for (const given of [
    '',
    '{',
    'null',
    '7',
    '[]',
    '{}',
    '{"format":"something else","marks":[]}',
    '{"marks":[]}',
    '<!doctype html><title>Sign in</title>',
    '\u0000'.repeat(1000),
    '['.repeat(1e6),
    JSON.stringify({ format: 'impact-report-reader marks', marks: 'none' }),
  ])
    assert.equal(readFile(given), 'not ours', given.slice(0, 60));
  const crowd = many(largest.marks + 1);
  assert.equal(readFile(fileOf(crowd, {})), 'too many');
  assert.equal(readFile(`${fileOf([], {})}${'x\n'.repeat(2e6)}`), 'too many');
});

/**
 * Breaks a text at random places: letters changed, cut out, doubled, brackets and quotation marks added, or the end cut
 * off.
 */
function broken(whole: string, random: () => number): string {
  let now = whole;
  for (let time = 0; time < 1 + Math.floor(random() * 6); time += 1) {
    const at = Math.floor(random() * now.length),
      length = Math.floor(random() ** 4 * 3000);
    now = pick(
      [
        () => now.slice(0, at) + now.slice(at + length),
        () => now.slice(0, at) + now.slice(at, at + length) + now.slice(at),
        () =>
          now.slice(0, at) +
          pick(['"', '{', '}', '[', ']', ',', '\\', '\n', '\u0000', '\ud800', '__proto__', '1e999'], random) +
          now.slice(at + 1),
        () => (random() < 0.2 ? now.slice(0, at) : now),
      ],
      random,
    )();
  }
  return now;
}

test('broken files: none stops anything, only whole marks are taken, and the reader’s own stay as they are', () => {
  const own = many(50, 'Mine'),
    marks = many(500),
    whole = fileOf(marks, { agree: 'Yes' }),
    random = numbersFrom(7);
  const known = new Set(marks.map(mark => JSON.stringify(mark)));
  const files = isSweep ? 300 : 30;
  let taken = 0;
  for (let file = 0; file < files; file += 1) {
    const came = readFile(broken(whole, random));
    if (typeof came === 'string') continue;
    taken += came.marks.length;
    for (const mark of came.marks) if (!known.has(JSON.stringify(mark))) assert.deepEqual(markFrom(mark), mark);
    const before = JSON.stringify(own),
      { keep } = merge(own, came.marks, 5000);
    assert.equal(JSON.stringify(own), before);
    for (const mark of keep) assert.ok(!own.some(({ id }) => id === mark.id));
  }
  // What was not hit is there: a few lines of five hundred are lost at a time.
  assert.ok(taken > files * 300, `${taken} marks were taken`);
});

test('a file of 5 MB, broken in many places, is read without what was hit, and names each mark that was', () => {
  const marks = many(1000, 'x'.repeat(4900)),
    whole = fileOf(marks, {}),
    random = numbersFrom(11),
    { length } = whole;
  assert.ok(length > 5e6 && length < largest.bytes, `${length} letters`);
  for (let file = 0; file < (isSweep ? 10 : 2); file += 1) {
    let hit = whole;
    for (let time = 0; time < 40; time += 1) {
      const at = 200 + Math.floor(random() * (hit.length - 400));
      hit = hit.slice(0, at) + '"]}' + hit.slice(at + 3);
    }
    const came = read(hit);
    assert.ok(
      came.marks.length > 1000 - 45 && came.refused.length > 20 && came.marks.length + came.refused.length <= 1000,
      `${came.marks.length} and ${came.refused.length}`,
    );
    assert.deepEqual(
      came.refused.filter(({ number }) => !(number >= 1 && number <= 1000)),
      [],
    );
  }
});

const t = wordsFrom('en', words) as MarksWords;
const exported = (marks: readonly Mark[]) => ({
  marks,
  names: { agree: 'Yes & yes' },
  t,
  language: 'en',
  languageOf: () => 'en',
  linkTo: ({ places: [place] }: Mark) => `https://example.org/report/?passage=${place!.index}#${place!.id}`,
});

const marks = [
  markOf({ kind: 'agree', note: 'First line\nSecond line' }),
  markOf({
    kind: 'bookmark',
    name: 'Here',
    note: '',
    heading: 'Community outreach in Cardiff',
    places: [on(5, 'grieved'), on(3, 'relieved')],
  }),
];

test('both files for people hold the words, heading, link, note, kind and date of each mark', () => {
  const page = htmlOf(exported(marks)),
    plain = markdownOf(exported(marks));
  for (const each of [
    'Foreword',
    'listened to',
    'First line',
    'Second line',
    'Bookmark: Here',
    'Community outreach in Cardiff',
    'grieved relieved',
    'https://example.org/report/?passage=1#foreword',
    'https://example.org/report/?passage=1#cardiff',
    '2026-01-02',
  ])
    for (const file of [page, plain]) assert.ok(file.includes(each), each);
  assert.ok(page.includes('Yes &amp; yes') && plain.includes('Yes \\& yes'));
});

test('marks stand below the headings of their passages, in their order', () => {
  assert.deepEqual(
    byHeading([...marks, marks[0]!]).map(([heading, group]) => [heading, group.length]),
    [
      ['Foreword', 1],
      ['Community outreach in Cardiff', 1],
      ['Foreword', 1],
    ],
  );
});

/** The tags of the file itself; of h1 and h2 the letter. */
const ours = 'html meta title style main h section article blockquote p b a time'.split(' ');

test('markup in a mark is text in every file', () => {
  for (const { text: hostile, name } of payloads('https://trap.invalid')) {
    const mark = markFrom(
      markOf({
        note: hostile.slice(0, limits.note),
        name: hostile.slice(0, limits.name),
        heading: hostile.slice(0, limits.name),
      }),
    );
    assert.ok(typeof mark === 'object');
    const page = htmlOf(exported([mark]));
    const tags = [...page.matchAll(/<([a-z]+)/gi)].map(([, tag]) => tag!).filter(tag => !ours.includes(tag));
    assert.deepEqual(tags, [], name);
    assert.doesNotMatch(markdownOf(exported([mark])).replace(/\\./g, ''), /<(?!https:\/\/example)/, name);
  }
});

test('what a mark is on is told short where it is long, at a word’s end', () => {
  assert.equal(wordsMarked(markOf({ places: [on(2, heard)] }), 20), 'I feel at last …');
  assert.equal(wordsMarked(markOf({ places: [on(2, heard)] })), heard);
});
