/** Finding: words in every form, in English and in Welsh, side by side or apart, and what is shown of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent, reportIn } from '../../src/build/content.js';
import { englishStem } from '../../src/browser/features/find/english-forms.js';
import { asksForHelp } from '../../src/browser/features/find/help-words.js';
import { parse } from '../../src/browser/features/find/query.js';
import { search } from '../../src/browser/features/find/search.js';
import { piecesOf, sentencesOf } from '../../src/browser/features/find/sentences.js';
import { welshForms } from '../../src/browser/features/find/welsh-forms.js';
import { WordIndex, type Passage } from '../../src/browser/features/find/word-index.js';
import { fold, wordsIn } from '../../src/browser/features/find/words.js';
import { textsOfReport } from '../../src/model/report/words.js';

const indexOf = (...texts: (string | Passage)[]) =>
  WordIndex.of(
    texts.map(text => (typeof text === 'string' ? { text, language: 'en' } : text)),
    () => Promise.resolve(),
  );
const welsh = (text: string): Passage => ({ text, language: 'cy' });

/** @returns what is found, as it stands in each text */
async function foundIn(texts: (string | Passage)[], query: string): Promise<string[][]> {
  const index = await indexOf(...texts),
    found = texts.map((): string[] => []);
  for (const { passage, hits } of search(index, query).matches)
    found[passage]!.push(...hits.map(([start, end]) => index.passages[passage]!.text.slice(start, end)));
  return found;
}

const report = await indexOf(...textsOfReport(reportIn('en', readContent())));
/** @returns the different words that are found in the report, in small letters */
const wordsFound = (query: string) =>
  [
    ...new Set(
      search(report, query).matches.flatMap(({ passage, hits }) =>
        hits.map(([start, end]) => report.passages[passage]!.text.slice(start, end).toLowerCase()),
      ),
    ),
  ].toSorted();

test('words are found where they stand, numbers whole, and what a hyphen or a slash joins apart', () => {
  const text = 'It’s “strip-searched”, 2023/24: 60,000 (20.4%) – Llŷr’s.';
  assert.deepEqual(
    wordsIn(text).map(({ written }) => written),
    ['It’s', 'strip', 'searched', '2023', '24', '60,000', '20.4', 'Llŷr’s'],
  );
  for (const { written, start, end } of wordsIn(text)) assert.equal(text.slice(start, end), written);
});

test('capitals, accents, apostrophes and the commas of numbers make no difference', () => {
  assert.deepEqual(
    ['Victim’s', "victim's", 'VICTIM', 'don’t', 'dont', 'café', 'cafe\u0301', 'tŵr', '60,000'].map(word => fold(word)),
    ['victim', 'victim', 'victim', 'dont', 'dont', 'cafe', 'cafe', 'twr', '60000'],
  );
  assert.deepEqual(
    ['mae’r', 'i’w', "a'i"].map(word => fold(word, 'cy')),
    ['mae', 'i', 'a'],
  );
});

test('a word is found whole, as it stands, though it holds what is not seen or letters that are one sign', async () => {
  const soft = 'in\u00ADves\u00ADti\u00ADga\u00ADtion',
    breaks = 'com\u200Bplaint',
    joined = 'com\u2060plaint',
    ligature = 'o\uFB03cer',
    number = '60,\u200B000';
  const texts = [
    `An ${soft}\u00AD, one.`,
    `A ${breaks} here.`,
    `A ${joined}’s end.`,
    `One ${ligature} came.`,
    `Of ${number} people`,
  ];
  assert.deepEqual(await foundIn(texts, 'investigations'), [[soft], [], [], [], []]);
  assert.deepEqual(await foundIn(texts, 'complaint'), [[], [breaks], [`${joined}’s`], [], []]);
  assert.deepEqual(await foundIn(texts, 'officer'), [[], [], [], [ligature], []]);
  assert.deepEqual(await foundIn(texts, '60000'), [[], [], [], [], [number]]);
});

test('a word is found though what is typed holds what is not seen or letters that are one sign', async () => {
  for (const typed of [
    'in\u00ADvestigation',
    'investi\u200Bgation',
    'investigation\uFEFF',
    '“investi\u2060gation”',
    '\uFF49nvestigation',
  ]) {
    assert.deepEqual(await foundIn(['An investigation'], typed), [['investigation']], typed);
  }
  assert.deepEqual(await foundIn(['An officer'], 'o\uFB03cer'), [['officer']]);
});

/** Forms of one word each. */
const same: string[][] = [
  ['search', 'searches', 'searched', 'searching'],
  ['stop', 'stops', 'stopped', 'stopping'],
  ['abuse', 'abuses', 'abused', 'abusing'],
  ['police', 'policing'],
  ['policy', 'policies'],
  ['die', 'dies', 'died', 'dying'],
  ['use', 'uses', 'used', 'using'],
  ['woman', 'women'],
  ['child', 'children'],
  ['control', 'controlled', 'controls'],
  ['tell', 'told', 'telling'],
  // Porter’s own examples (1980), where they are about endings.
  ['caress', 'caresses'],
  ['pony', 'ponies'],
  ['cat', 'cats'],
  ['plaster', 'plastered'],
  ['motor', 'motoring'],
  ['hop', 'hopping'],
  ['tan', 'tanned'],
  ['fall', 'falling'],
  ['hiss', 'hissing'],
  ['fizz', 'fizzed'],
  ['file', 'filing'],
  ['happy', 'happies'],
];
/** Words that look like forms of one word, and are not. */
const different: [string, string][] = [
  ['officer', 'office'],
  ['police', 'policy'],
  ['use', 'us'],
  ['his', 'hi'],
  ['need', 'ne'],
  ['care', 'car'],
  ['thing', 'th'],
  ['hope', 'hop'],
  ['general', 'generous'],
  ['this', 'thi'],
];

test('English words have one stem in all their forms, as Porter gives it for endings', () => {
  for (const [first, ...others] of same)
    for (const other of others) assert.equal(englishStem(other), englishStem(first!), other);
  for (const [one, other] of different) assert.notEqual(englishStem(one), englishStem(other), one);
});

test('a Welsh word is known in every mutation, from whichever one begins', () => {
  const all: Record<string, string[]> = {
    pont: ['bont', 'mhont', 'phont'],
    tref: ['dref', 'nhref', 'thref'],
    cath: ['gath', 'nghath', 'chath'],
    bachgen: ['fachgen', 'machgen'],
    dyn: ['ddyn', 'nyn'],
    gwaith: ['waith', 'ngwaith'],
    gardd: ['ardd', 'ngardd'],
    llais: ['lais'],
    merch: ['ferch'],
    rhaglen: ['raglen'],
    adroddiad: ['hadroddiad'],
  };
  for (const [original, forms] of Object.entries(all))
    for (const from of [original, ...forms]) {
      for (const to of [original, ...forms]) assert.ok(welshForms(from).includes(to), `${from} → ${to}`);
    }
  // "ch", "ff" and "th" do not change, and are not a "c", an "f" or a "t".
  assert.deepEqual(
    welshForms('chwarae').filter(form => !/^(ch|c|g|ngh)warae$/.test(form)),
    [],
  );
  assert.deepEqual(welshForms('ffordd'), ['ffordd']);
});

test('in a Welsh text words are found mutated, in the plural, and with what an apostrophe joins to them', async () => {
  const texts = [
    welsh('Mae’r heddlu yng Nghaerdydd yn gwrando. Dyma ei gath a’i hadroddiad.'),
    welsh('Swyddogion o Gaerdydd a dioddefwyr; lleisiau plant.'),
    'Caerdydd is Cardiff.',
  ];
  assert.deepEqual(await foundIn(texts, 'Caerdydd'), [['Nghaerdydd'], ['Gaerdydd'], ['Caerdydd']]);
  assert.deepEqual(await foundIn(texts, 'nghath'), [['gath'], [], []]);
  assert.deepEqual(await foundIn(texts, 'mae'), [['Mae’r'], [], []]);
  assert.deepEqual(await foundIn(texts, 'adroddiad'), [['hadroddiad'], [], []]);
  assert.deepEqual(await foundIn(texts, 'swyddog'), [[], ['Swyddogion'], []]);
  assert.deepEqual(await foundIn(texts, 'dioddefwr'), [[], ['dioddefwyr'], []]);
  assert.deepEqual(await foundIn(texts, 'blentyn'), [[], [], []]);
  // English words do not mutate.
  assert.deepEqual(await foundIn(['A bath, a path.', welsh('bath')], 'path'), [['path'], ['bath']]);
});

test('all words must stand in a passage, and the sentences with most of them are shown', async () => {
  const text = 'The search was long. An officer made the search of a child. The child said so.';
  const found = search(await indexOf(text, 'A child.'), 'search child');
  assert.deepEqual(
    found.matches.map(({ sentence }) => text.slice(...sentence).trim()),
    ['An officer made the search of a child.'],
  );
  assert.deepEqual(await foundIn(['He died. It was in Cardiff.'], 'died Cardiff'), [['died', 'Cardiff']]);
  assert.deepEqual(await foundIn(['He died. It was in Cardiff.'], 'died London'), [[]]);
});

test('words in quotation marks are found side by side; open ones too, while they are typed', async () => {
  const texts = [
    'A strip search.',
    'Strip searches.',
    'A search. Strip it.',
    'They strip. Search again.',
    'Rachel\nWatson',
  ];
  assert.deepEqual(await foundIn(texts, '"strip search"'), [['strip search'], ['Strip searches'], [], [], []]);
  assert.deepEqual(await foundIn(texts, '“STRIP search'), [['strip search'], ['Strip searches'], [], [], []]);
  assert.deepEqual(await foundIn(texts, '"strip sear'), [['strip search'], ['Strip searches'], [], [], []]);
  assert.deepEqual(await foundIn(texts, 'strip-search'), [['strip search'], ['Strip searches'], [], [], []]);
  assert.deepEqual(await foundIn(texts, '„Rachel Watson”'), [[], [], [], [], []]);
  assert.deepEqual(parse('one "two three" four-five'), [['one'], ['two', 'three'], ['four', 'five']]);
});

test('a word that is there is found alone; else what begins so is taken, then what is written almost so', async () => {
  const texts = ['A man of many parts.', 'The commission received complaints.'];
  assert.deepEqual(await foundIn(texts, 'man'), [['man'], []]);
  assert.deepEqual(await foundIn(texts, 'commi'), [[], ['commission']]);
  for (const wrong of ['complaynts', 'complants', 'compplaints', 'compaints'])
    assert.deepEqual(await foundIn(texts, wrong), [[], ['complaints']], wrong);
  // Short words are too like each other, and two letters are not one.
  for (const other of ['mxn', 'complxxnts']) assert.deepEqual(await foundIn(texts, other), [[], []], other);
  const index = await indexOf(...texts);
  assert.deepEqual(
    search(index, 'man commi complaynts').meant.map(({ reading }) => reading),
    ['whole', 'beginning', 'similar'],
  );
  assert.deepEqual(index.nearest('complxxnts', 3), ['complaints']);
  assert.deepEqual(index.nearest('zzzzzz', 3), []);
});

test('in the report itself words bring their forms and nothing else', () => {
  assert.deepEqual(wordsFound('individuals'), ['individuals', 'individual’s']);
  assert.deepEqual(wordsFound('searching'), ['search', 'searched', 'searches', 'searching']);
  assert.deepEqual(wordsFound('office'), ['office']);
  assert.deepEqual(wordsFound('woman'), ['woman', 'women']);
  assert.deepEqual(wordsFound('60000'), ['60,000']);
  assert.deepEqual(wordsFound('2023/24'), ['2023/24']);
  assert.deepEqual(wordsFound('"strip search"'), ['strip searched', 'strip searches']);
});

test('places come in the order of the text, each word once', () => {
  const { matches } = search(report, 'police police policing');
  assert.ok(matches.length > 50);
  for (const [number, match] of matches.entries()) {
    const before = matches[number - 1];
    assert.ok(
      !before ||
        before.passage < match.passage ||
        (before.passage === match.passage && before.sentence[1] <= match.sentence[0]),
    );
    for (const [at, hit] of match.hits.entries())
      assert.ok(hit[0] < hit[1] && (!at || match.hits[at - 1]![1] <= hit[0]));
  }
});

test('sentences are the whole text, end where they end, and not at shortened words or numbers', () => {
  const text = 'He said: “Stop!” Then 20.4% left… Mr. Smith, e.g. here. (Done.) “And?” it was\nNew line';
  const sentences = sentencesOf(text).map(span => text.slice(...span));
  assert.equal(sentences.join(''), text);
  assert.deepEqual(
    sentences.map(each => each.trim()),
    ['He said: “Stop!”', 'Then 20.4% left…', 'Mr. Smith, e.g. here.', '(Done.)', '“And?” it was', 'New line'],
  );
  assert.deepEqual(sentencesOf(''), []);
});

test('a sentence is shown with what was found in it, and a very long one shortened at its spaces', () => {
  const shown = (text: string, hits: [number, number][]) =>
    piecesOf(text, [0, text.length], hits)
      .map(({ words, found }) => (found ? `[${words}]` : words))
      .join('');
  assert.equal(
    shown('A strip search.', [
      [2, 7],
      [8, 14],
    ]),
    'A [strip] [search].',
  );
  const long = `${'before '.repeat(60)}found ${'after '.repeat(60)}end.`,
    at = long.indexOf('found');
  assert.match(shown(long, [[at, at + 5]]), /^… (before )+\[found\]( after)+ …$/);
  assert.ok(shown(long, [[at, at + 5]]).length < 230);
});

test('whatever is typed is only letters: nothing fails, and nothing takes long', async () => {
  const index = await indexOf('A few words, with (signs) and\u200e marks.');
  for (const query of [
    '(',
    '[a-z]+',
    '.*',
    '\\',
    '$&',
    '"',
    '“”',
    '=few',
    '\u202ewords',
    '\u0000',
    '💜',
    'constructor',
    '__proto__ toString',
    'a'.repeat(10_000),
    '"a '.repeat(5000),
  ]) {
    const { matches } = search(index, query);
    assert.ok(matches.length <= 1, query.slice(0, 20));
  }
  assert.deepEqual(await foundIn(['A few words.'], '\u202ewor\u00ad\u200eds'), [['words']]);
  assert.deepEqual(await foundIn(['A few words.'], '\u202ewords'), [['words']]);
  assert.deepEqual(await foundIn(['constructor', '__proto__'], 'constructor'), [['constructor'], []]);
});

test('help lines are looked for in both languages, written together or apart, in any letters', () => {
  for (const words of [
    'helpline',
    'Help-lines',
    'a help line',
    'SUPPORT',
    'llinell gymorth',
    'Llinellau cymorth',
    'gymorth',
  ])
    assert.ok(asksForHelp(words), words);
  for (const words of ['', 'help', 'helpful', 'supporting', 'line', 'llinell', 'cymorthdal', 'Cardiff'])
    assert.ok(!asksForHelp(words), words);
});
