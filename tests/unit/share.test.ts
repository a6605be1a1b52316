/**
 * Handing a passage on: links that find it again, citations by the rules of their styles, and quotations with whose
 * words they are.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataOf, titleOf } from '../../src/build/head.js';
import { readContent, reportIn } from '../../src/build/content.js';
import {
  apa,
  bibtex,
  citationText,
  harvard,
  keyOf,
  ris,
  type Cited,
} from '../../src/browser/features/share/citations.js';
import { linkIn, linkTo, meantBy, type Candidate } from '../../src/browser/features/share/passage-link.js';
import { linesOf } from '../../src/browser/features/share/picture.js';
import { inMarks, quotationText, sourceLine } from '../../src/browser/features/share/quotation.js';
import { sourceIn } from '../../src/browser/features/share/source.js';

const page = 'https://reader.example/report/cy/?keep-nothing#foreword';
const name = { id: 'cardiff', index: 3, begins: 'We said “sorry” & 50%: it’s #1?' };

/** @returns a link as the page that it leads to gets it */
const arrived = (link: string) => {
  const { search, hash } = new URL(link);
  return linkIn({ search, hash });
};

test('a link names the passage, leads to the nearest id without script, and has nothing of its maker’s address', () => {
  const link = new URL(linkTo(name, page));
  assert.equal(link.origin + link.pathname, 'https://reader.example/report/cy/');
  assert.equal(link.hash, '#cardiff');
  assert.deepEqual([...link.searchParams.keys()], ['passage']);
  assert.deepEqual(arrived(link.href), name);
  assert.match(
    linkTo({ id: 'cardiff', index: 1, begins: 'The officers were' }, page),
    /\?passage=1\.The\+officers\+were#cardiff$/,
  );
  assert.match(
    linkTo({ id: 'cardiff', index: 1, begins: 'Our stakeholder engagement team worked with the local commun' }, page),
    /\?passage=1\.Our\+stakeholder\+engagement\+team#cardiff$/,
  );
  assert.match(linkTo({ id: 'cardiff', index: 1, begins: 'a'.repeat(60) }, page), /=1\.a{36}#cardiff$/);
});

test('whatever else stands in an address is no link of ours, and nothing fails', () => {
  for (const search of [
    '',
    '?passage',
    '?passage=',
    '?passage=3',
    '?passage=.words',
    '?passage=-1.words',
    '?passage=1e3.words',
    '?passage=12345.words',
    '?passage=3.',
    `?passage=3.${'a'.repeat(300)}`,
    '?passage=%00',
    '?passage=%ff',
    '?other=3.words',
    '?passage=__proto__',
  ]) {
    assert.equal(linkIn({ search, hash: '#cardiff' }), undefined, search);
  }
  assert.deepEqual(linkIn({ search: '?passage=3.words', hash: '#%E0%A4%A' }), { id: '', index: 3, begins: 'words' });
  assert.deepEqual(linkIn({ search: '?passage=3.<img src=x onerror=alert(1)>', hash: '' }), {
    id: '',
    index: 3,
    begins: '<img src=x onerror=alert(1)>',
  });
});

const candidates = (within: readonly string[], others: readonly string[] = []): Candidate[] => [
  ...others.map(text => ({ text, within: false, index: -1 })),
  ...within.map((text, index) => ({ text, within: true, index })),
];
const link = (index: number, begins: string) => ({ id: 'cardiff', index, begins });

test('a link finds its passage by its words, by most of them where some were corrected, or else in its place', () => {
  const story = [
    'Cardiff',
    'Two young people died in a collision in Ely.',
    'The officers were in a marked van.',
    'We published our findings.',
  ];
  const begins = story[2]!.slice(0, 60);
  assert.deepEqual(meantBy(link(2, begins), candidates(story)), { at: 2, exact: true });
  // Moved, within its story and out of it.
  assert.deepEqual(meantBy(link(1, begins), candidates(story)), { at: 2, exact: true });
  assert.deepEqual(meantBy(link(2, begins), candidates(['Another'], story)), { at: 2, exact: true });
  // Corrected.
  assert.deepEqual(meantBy(link(2, 'The oficers was in a marked van.'), candidates(story)), { at: 2, exact: false });
  // Written anew: what now stands in its place.
  assert.deepEqual(meantBy(link(2, 'Nothing of this is left anywhere now'), candidates(story)), {
    at: 2,
    exact: false,
  });
  // The same words twice: the one in the link's place.
  assert.deepEqual(meantBy(link(3, 'Thank you'), candidates(['a', 'Thank you', 'b', 'Thank you'], ['Thank you'])), {
    at: 4,
    exact: true,
  });
  assert.equal(meantBy(link(2, 'Nothing of this'), candidates([], ['Other', 'words'])), undefined);
  assert.equal(meantBy(link(2, 'words'), []), undefined);
});

const report = reportIn('en', readContent());
const data = /^<script[^>]*>(.*)<\/script>$/.exec(dataOf(report))![1]!;
const cited: Cited = {
  ...sourceIn(data),
  heading: 'Cardiff',
  url: 'https://reader.example/?passage=1.Two+young#cardiff',
  accessed: { year: 2026, month: 3, day: 7, written: '7 March 2026' },
};
const words = { available: 'Available at:', accessed: 'Accessed:', noDate: 'no date' };

/**
 * What programs do to an address on its way: they escape its signs, once more or one by one, and write a space in their
 * own way.
 */
const onTheWay: [string, (link: string) => string][] = [
  ['a plus for a space escaped', link => link.replaceAll('+', '%2B')],
  ['a space escaped', link => link.replaceAll('+', '%20')],
  ['the sign before the fragment escaped', link => link.replace('#', '%23')],
  ['both', link => link.replaceAll('+', '%2B').replace('#', '%23')],
  ['all escaped once more', link => link.replaceAll('%', '%25').replaceAll('+', '%2B')],
];
for (const [name, change] of onTheWay) {
  test(`a link still leads to its passage, as it was, with ${name}`, () => {
    for (const text of [
      'Welcome to our report',
      'LGBT+ people, 100% & more',
      'Item #7 of the list',
      'C# + C++: 5% off',
    ]) {
      const link = arrived(change(linkTo({ id: 'cardiff', index: 1, begins: text }, 'https://reader.example/')));
      assert.equal(link?.id, 'cardiff', text);
      assert.deepEqual(
        meantBy(link, [
          { text: 'Else', within: true, index: 0 },
          { text, within: true, index: 1 },
        ]),
        { at: 1, exact: true },
        text,
      );
    }
  });
}

test('title, publisher and year come from the page’s own data; the year is the end of the report’s period', () => {
  assert.deepEqual(sourceIn(data), {
    publisher: 'Independent Office for Police Conduct',
    title: titleOf(report),
    year: '2024',
    language: 'en',
  });
  const year = (name: string) => sourceIn(JSON.stringify({ name, publisher: { name: 'P' } })).year;
  assert.deepEqual(['Report 2023/24', 'Report 2019–20', 'Report 2024', 'Report 12345', 'Report'].map(year), [
    '2024',
    '2020',
    '2024',
    undefined,
    undefined,
  ]);
  for (const nothing of ['{}', '{"name":"A report"}', '{"name":7,"publisher":{"name":"P"}}'])
    assert.throws(() => sourceIn(nothing), /names no report and no publisher/);
});

test('Harvard: organisation (year) title. Available at: address (Accessed: date); in the text, the heading', () => {
  assert.equal(
    citationText('harvard', cited, words),
    `Independent Office for Police Conduct (2024) ${cited.title}. Available at: ${cited.url} (Accessed: 7 March 2026).`,
  );
  assert.deepEqual(harvard(cited, words).inText, '(Independent Office for Police Conduct, 2024, ‘Cardiff’)');
  const { year: _, ...undated } = cited;
  assert.match(citationText('harvard', undated, words), /^Independent Office for Police Conduct \(no date\) /);
});

test('APA: organisation. (year). Title. Address. No publisher again, and nothing after the address', () => {
  assert.equal(
    citationText('apa', cited, words),
    `Independent Office for Police Conduct. (2024). ${cited.title}. ${cited.url}`,
  );
  assert.equal(apa(cited).inText, '(Independent Office for Police Conduct, 2024, “Cardiff” section)');
  assert.equal(apa({ ...cited, heading: '' }).inText, '(Independent Office for Police Conduct, 2024)');
  const { year: _, ...undated } = cited;
  assert.match(citationText('apa', undated, words), /\. \(n\.d\.\)\. /);
});

test('BibTeX: a technical report, whose names are whole and whose signs mean nothing to TeX', () => {
  assert.equal(
    bibtex(cited),
    `@techreport{iopc2024,
  author = {{Independent Office for Police Conduct}},
  title = {{${cited.title}}},
  institution = {Independent Office for Police Conduct},
  year = {2024},
  url = {${cited.url}},
  urldate = {2026-03-07},
  note = {Section: “Cardiff”},
  langid = {english},
}
`,
  );
  const hostile = bibtex({
    ...cited,
    publisher: 'A & B {C} \\input{x}',
    title: '50% of $5_a #1 ~^ }',
    url: 'https://a.example/}{\\x',
  });
  assert.match(hostile, /author = \{\{A \\& B \\\{C\\\} \\textbackslash\{\}input\\\{x\\\}\}\},/);
  assert.match(hostile, /title = \{\{50\\% of \\\$5\\_a \\#1 \\textasciitilde\{\}\\textasciicircum\{\} \\\}\}\},/);
  assert.match(hostile, /url = \{https:\/\/a\.example\/%7D%7B%5Cx\},/);
});

test('RIS: one field a line, two spaces after each tag, ended as reference managers ask', () => {
  assert.equal(
    ris(cited),
    [
      'TY  - RPRT',
      'AU  - Independent Office for Police Conduct,',
      `TI  - ${cited.title}`,
      'PB  - Independent Office for Police Conduct',
      'PY  - 2024',
      'SE  - Cardiff',
      `UR  - ${cited.url}`,
      'Y2  - 2026/03/07',
      'LA  - en',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
  assert.ok(!ris({ ...cited, title: 'One\r\nER  - \r\nTY  - BOOK' }).includes('\nTY  - BOOK'));
  assert.doesNotMatch(ris({ ...cited, heading: '' }), /SE  -/);
});

test('a citation has a short name: the publisher’s capitals and the year, safe as the name of a file', () => {
  assert.deepEqual(
    [keyOf(cited), keyOf({ ...cited, publisher: '../../É/x' }), keyOf({ publisher: 'x', title: 'x', language: 'en' })],
    ['iopc2024', '2024', 'report'],
  );
});

test('a quotation has its exact words in marks, or its own, then who says it, where it stands, and the link', () => {
  assert.deepEqual(
    ['We listen.', '“I feel listened to”.', '"It has restored my faith"', '“One” and “two”'].map(inMarks),
    ['“We listen.”', '“I feel listened to”.', '"It has restored my faith"', '““One” and “two””'],
  );
  const quoted = {
    words: 'We listen.',
    by: 'A complainant',
    heading: 'Cardiff',
    url: 'https://reader.example/#cardiff',
  };
  assert.equal(
    quotationText(quoted, cited),
    [
      '“We listen.”',
      `— A complainant, Independent Office for Police Conduct, ${cited.title} (2024), “Cardiff”`,
      'https://reader.example/#cardiff',
    ].join('\n'),
  );
  assert.equal(
    sourceLine({ by: '', heading: '' }, cited),
    `Independent Office for Police Conduct, ${cited.title} (2024)`,
  );
});

test('the lines of a picture hold every word in order, none wider than its room but a word that is itself', () => {
  const lines = linesOf('one two  three fourteen\nfive', 9, text => text.length);
  assert.deepEqual(lines, ['one two', 'three', 'fourteen', 'five']);
  assert.deepEqual(
    linesOf('incomprehensibilities is long', 9, text => text.length),
    ['incomprehensibilities', 'is long'],
  );
  assert.deepEqual(
    linesOf(' ', 9, text => text.length),
    [],
  );
});
