/**
 * Our own words that help to understand the report: whole, in both languages, easy to read, and with no number that the
 * report does not give.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import content from '../../content/report.en.json';
import glossary from '../../locales/glossary.json';
import help from '../../locales/help-lines.json';
import summaries from '../../locales/summaries.json';
import {
  helpLines,
  helpLinesFor,
  summaryOf,
  terms,
  termsIn,
  topics,
  webOf,
  type Term,
} from '../../src/model/explanations.js';
import type { Report } from '../../src/model/report/model.js';
import { textsOf, textsOfReport, textsOfSection, words } from '../../src/model/report/words.js';
import { notedStories } from '../support/noted.js';

const languages = ['en', 'cy'] as const;
const report = content as Report;
const texts = textsOfReport(report),
  whole = texts.join('\n');

/** Each passage that a summary may be of, in order, with its text and that of all that stands inside it. */
const passages = new Map<string, string[]>([
  ['opening', report.opening.flatMap(textsOf)],
  ...report.parts.flatMap((part): [string, string[]][] => [
    [part.id, [part.heading, ...part.blocks.flatMap(textsOf), ...part.sections.flatMap(textsOfSection)]],
    ...part.sections.flatMap((section): [string, string[]][] => [
      [section.id, textsOfSection(section)],
      ...section.stories.map((story): [string, string[]] => [
        story.id,
        [story.heading, ...story.blocks.flatMap(textsOf)],
      ]),
    ]),
  ]),
]);
// Of a report that has none yet, the compiler would not know what they are.
const told = Object.entries<Record<'en' | 'cy', string>>(summaries.passages),
  topicsOf: Record<string, readonly string[]> = help.topicsOf;

/** @returns every text of some data, each with the way to it */
const textsIn = (data: unknown, way = ''): [way: string, text: string][] =>
  typeof data === 'string'
    ? [[way, data]]
    : data && typeof data === 'object'
      ? Object.entries(data).flatMap(([key, value]) => textsIn(value, `${way} › ${key}`))
      : [];
const sentencesIn = (text: string) => text.split(/(?<=[.!?]”?)\s+/);
const numbersIn = (text: string) => (text.match(/\d+(?:[.,/]\d+)*%?/g) ?? []).toSorted();
const onlyOnce = (ids: readonly string[]) => assert.deepEqual(ids, [...new Set(ids)]);

/** @returns the years of school that a text asks for (Flesch-Kincaid) */
const grade = (text: string) =>
  fleschKincaid({ sentence: sentencesIn(text).length, word: words(text).length, syllable: syllable(text) });
const average = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

test('a hard word is known though it holds what is not seen', () => {
  const text = 'The IO\u200BPC looked into mis\u00ADcon\u00ADduct.',
    [first, second] = termsIn(text);
  assert.deepEqual(
    [first, second].map(found => found && text.slice(found.start, found.end)),
    ['IO\u200BPC', 'mis\u00ADcon\u00ADduct'],
  );
});

test('nothing is empty, and everything is set as in the rest of our words', () => {
  for (const [way, text] of [glossary, summaries, help].flatMap(file => textsIn(file))) {
    assert.match(text, /^\S+( \S+)*$/, way);
    assert.doesNotMatch(text, /['"]/, `${way}: a typewriter’s mark`);
  }
});

test('every term is explained in both languages, in three sentences at most', () => {
  onlyOnce(terms.map(({ id }) => id));
  for (const term of terms)
    for (const language of languages) {
      const keys = ['term', ...(term.abbreviation ? ['expansion'] : []), 'means'];
      assert.deepEqual(Object.keys(term[language]), keys, `${term.id}, ${language}`);
      assert.ok(sentencesIn(term[language].means).length <= 3, `${term.id}, ${language}`);
      assert.match(term[language].means, /\.$/, `${term.id}, ${language}`);
    }
  for (const { id, en, cy } of terms) assert.notEqual(en.means, cy.means, id);
});

test('a term is spelled as the report spells it', () => {
  onlyOnce(terms.flatMap(({ forms }) => forms.map(form => form.toLowerCase())));
  for (const { id, forms, abbreviation } of terms)
    for (const form of forms) {
      assert.match(form, /^[\p{L}’ -]+$/u, `${id}: only what means itself in an expression`);
      assert.match(whole, new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, abbreviation ? 'u' : 'iu'), id);
    }
});

test('what the letters of every abbreviation in the report stand for is told (WCAG 3.1.4)', () => {
  // “PO Box” is a word by now, and XXX stands for a name.
  const found = new Set(
    whole.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu)?.filter(letters => !['PO', 'XXX'].includes(letters)),
  );
  const known = terms.filter(({ abbreviation }) => abbreviation).flatMap(({ forms }) => forms);
  assert.deepEqual([...found].toSorted(), ['EIP', 'IOPC', 'NPCC', 'PDF']);
  for (const letters of found) assert.ok(known.includes(letters), letters);
});

test('every term is found in the report, in its place, and none inside another', () => {
  const found = new Set<Term>();
  for (const text of texts) {
    let from = 0;
    for (const { term, start, end } of termsIn(text)) {
      assert.ok(start >= from && end > start, text);
      assert.ok(
        term.forms.some(form => form.toLowerCase() === text.slice(start, end).toLowerCase()),
        text.slice(start, end),
      );
      found.add(term);
      from = end;
    }
  }
  assert.deepEqual(
    terms.filter(term => !found.has(term)).map(({ id }) => id),
    [],
  );
});

test('of two terms, the longer is found; of words that only look like one, none', () => {
  const found = (text: string) => termsIn(text).map(({ term, start, end }) => [term.id, text.slice(start, end)]);
  assert.deepEqual(found('A Final Written Warning for gross misconduct.'), [
    ['written-warning', 'Final Written Warning'],
    ['gross-misconduct', 'gross misconduct'],
  ]);
  assert.deepEqual(found('misconduct, misconduct in public office'), [
    ['misconduct', 'misconduct'],
    ['misconduct-in-public-office', 'misconduct in public office'],
  ]);
  assert.deepEqual(found('IOPC IOPC’s (NPCC)'), [
    ['iopc', 'IOPC'],
    ['iopc', 'IOPC'],
    ['npcc', 'NPCC'],
  ]);
  assert.deepEqual(found('iopc Eip misconducts ôinquest inquest2 ſafeguard'), []);
  assert.deepEqual(
    termsIn('“custody”').map(({ start, end }) => [start, end]),
    [[1, 8]],
  );
  assert.deepEqual(found(''), []);
});

test('every passage of the report has a summary in both languages, and nothing else has', () => {
  assert.deepEqual(
    told.map(([id]) => id),
    [...passages.keys()],
  );
  for (const [id, summary] of told) {
    assert.deepEqual(Object.keys(summary), [...languages], id);
    assert.notEqual(summary.en, summary.cy, id);
    for (const language of languages) {
      assert.equal(summaryOf(id, language), summary[language]);
      const most = report.parts.some(part => part.id === id) ? 6 : 5;
      assert.ok(
        sentencesIn(summary[language]).length >= 2 && sentencesIn(summary[language]).length <= most,
        `${id}, ${language}: ${sentencesIn(summary[language]).length} sentences`,
      );
    }
  }
  assert.equal(summaryOf('constructor', 'en'), undefined);
});

test('a summary gives no number that its passage does not give, and the Welsh one gives the same', () => {
  for (const [id, { en, cy }] of told) {
    const given = new Set(numbersIn(passages.get(id)!.join(' ')));
    assert.deepEqual(
      numbersIn(en).filter(number => !given.has(number)),
      [],
      id,
    );
    assert.deepEqual(numbersIn(cy), numbersIn(en), id);
  }
});

test('our English asks for no more than seven years of school, on the average', () => {
  const grades = told.map(([id, { en }]) => ({ id, grade: grade(en) }));
  assert.deepEqual(
    grades.filter(each => each.grade > 9),
    [],
  );
  const [ofSummaries, ofMeanings] = [
    average(grades.map(each => each.grade)),
    average(terms.map(term => grade(term.en.means))),
  ];
  assert.ok(ofSummaries <= 7, `summaries: ${ofSummaries}`);
  assert.ok(ofMeanings <= 9, `meanings: ${ofMeanings}`);
});

test('no sentence of our Welsh is long', () => {
  for (const [id, { cy }] of told)
    for (const sentence of sentencesIn(cy)) assert.ok(words(sentence).length <= 22, `${id}: ${sentence}`);
});

test('every help line can be called, and tells whether anybody has checked it', () => {
  onlyOnce(helpLines.map(({ id }) => id));
  for (const line of helpLines) {
    const { id, name, for: whom, phone, tel, checked } = line;
    for (const both of [name, whom]) assert.deepEqual(Object.keys(both), [...languages], id);
    assert.notEqual(whom.en, whom.cy, id);
    assert.match(tel, /^\d+$/, id);
    assert.equal(phone.replace(/ /g, ''), tel, id);
    for (const language of languages) {
      const web = webOf(line, language);
      if (web !== undefined) assert.ok(web.startsWith('https://') && URL.canParse(web), id);
    }
    assert.ok(line.languages.length && line.languages.every(language => languages.includes(language)), id);
    assert.ok(line.topics.length && line.topics.every(topic => topics.includes(topic)), id);
    assert.ok(checked === null || /^\d{4}-\d\d-\d\d$/.test(checked), id);
    assert.ok(line.source && line.confirm, id);
  }
  const digits = whole.replace(/ /g, '');
  assert.deepEqual(
    helpLines.filter(({ tel }) => tel.length > 5 && digits.includes(tel)).map(({ id }) => id),
    ['iopc'],
    'of the numbers in the report, only the one for complaints is a help line',
  );
});

test('every story that has a content note has help lines, and every topic has one', () => {
  assert.deepEqual(Object.keys(topicsOf), notedStories);
  for (const [id, about] of Object.entries(topicsOf)) {
    assert.ok(about.length && about.every(topic => (topics as readonly string[]).includes(topic)), id);
    assert.ok(
      helpLinesFor(id, 'en')[0]!.topics.some(topic => about.includes(topic)),
      id,
    );
  }
  for (const topic of topics)
    assert.ok(
      helpLines.some(line => line.topics.includes(topic)),
      topic,
    );
});

test('help with what a story tells comes before help in any crisis; in Welsh, help in Welsh comes first', () => {
  const ids = (story: string, language: 'en' | 'cy') => helpLinesFor(story, language).map(({ id }) => id);
  const [english, welsh] = [ids('cardiff', 'en'), ids('cardiff', 'cy')];
  assert.deepEqual(welsh.toSorted(), english.toSorted());
  onlyOnce(english);
  assert.ok(
    english.indexOf('cruse') < english.indexOf('emergency') && welsh.indexOf('cruse') < welsh.indexOf('emergency'),
  );
  assert.equal(welsh[0], 'samaritans-welsh');
  assert.deepEqual(
    [english.indexOf('meic') > english.indexOf('cruse'), welsh.indexOf('meic') < welsh.indexOf('cruse')],
    [true, true],
  );
  const anyCrisis = helpLines.filter(line => line.topics.includes('any-crisis')).map(({ id }) => id);
  for (const story of ['youth-event', 'constructor']) assert.deepEqual(ids(story, 'en'), anyCrisis, story);
});

test('nobody can change these words by mistake', () => {
  assert.throws(() => {
    (terms as Term[]).push(terms[0]!);
  }, TypeError);
  assert.throws(() => {
    (terms[0]!.forms as string[])[0] = '';
  }, TypeError);
  assert.throws(() => {
    (helpLines[0]!.name as Record<string, string>)['en'] = '';
  }, TypeError);
});
