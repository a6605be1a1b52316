/**
 * The one file holds two pages in one: each language reads exactly as its own page does, and what both have stands
 * there once.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { inBothLanguages as woven } from '../../src/build/one-file-languages.js';
import { oneFilePolicy, saidBy } from '../../src/build/one-file.js';
import { fileNameOf } from '../../src/build/one-file-page.js';
import { readContent } from '../../src/build/content.js';
import { prerenderOneFile } from '../../src/build/prerender.js';

/** @returns both pages in one, with every end tag */
const inBothLanguages = (english: string, welsh: string) =>
  toHtml(fromHtml(woven(english, welsh), { fragment: true }), { preferUnquoted: true });

/** @returns what a reader of one language meets: the pieces of the other taken out, and the words joined again */
function alone(both: string, language: 'en' | 'cy'): string {
  const other = language === 'en' ? 'cy' : 'en';
  const piece = new RegExp(`<(\\w+)[^>]* data-in=${other}>(?:(?!<\\1[ >]).)*?</\\1>`, 'gs');
  return both
    .replace(piece, '')
    .replace(/<span lang=\w+ data-in=\w+>(.*?)<\/span>/gs, '$1')
    .replace(/ data-in=\w+/g, '');
}
const plain = (markup: string) => markup.replace(/ lang=\w+/g, '');

test('what both languages have stands there once, and what differs stands there in each', () => {
  assert.equal(
    inBothLanguages('<p class=x>1 <b>Yes</b></p>', '<p class=x>1 <b>Ie</b></p>'),
    '<p class=x>1 <b><span lang=en data-in=en>Yes</span><span lang=cy data-in=cy>Ie</span></b></p>',
  );
});

test('as much as can be stands there once, also where one page has something more before it', () => {
  assert.equal(
    inBothLanguages('<h4>E</h4><ul><li>x</li></ul><p>P</p>', '<p>Q</p><h4>E</h4><ul><li>x</li></ul>'),
    '<p lang=cy data-in=cy>Q</p><h4>E</h4><ul><li>x</li></ul><p lang=en data-in=en>P</p>',
  );
});

test('ends that were left out are where HTML has them', () => {
  const markup = '<div><p>One<p>Two<ul><li>A<li>B</ul></div>';
  assert.equal(inBothLanguages(markup, markup), '<div><p>One</p><p>Two</p><ul><li>A</li><li>B</li></ul></div>');
});

test('the mark of a language stays where both agree, and goes where its words carry it', () => {
  assert.equal(
    inBothLanguages('<section id=a><p>Words.</p></section>', '<section id=a lang=en><p>Words.</p></section>'),
    '<section id=a lang=en><p>Words.</p></section>',
  );
  assert.equal(
    inBothLanguages('<div class=note><b>Note</b></div>', '<div class=note lang=cy><b>Nodyn</b></div>'),
    '<div class=note><b><span lang=en data-in=en>Note</span><span lang=cy data-in=cy>Nodyn</span></b></div>',
  );
  assert.equal(
    inBothLanguages(
      '<label lang=cy><input type=radio>Cymraeg</label>',
      '<label lang=cy><input type=radio>Cymraeg</label>',
    ),
    '<label lang=cy><input type=radio>Cymraeg</label>',
  );
});

const pages: [what: string, english: string, welsh: string][] = [
  [
    'a note that only one page has',
    '<h1>T</h1><div class=voices><p>“A”</p></div>',
    '<h1>T</h1><div class=note lang=cy><p>Nodyn.</p></div><div class=voices><p>“A”</p></div>',
  ],
  [
    'a passage with more paragraphs in Welsh',
    '<section id=a><p>One.</p></section>',
    '<section id=a><p>Un.</p><p>Dau.</p></section>',
  ],
  [
    'a passage with fewer',
    '<section id=a><p>One.</p><p>Two.</p><h4>End</h4></section>',
    '<section id=a><p>Un a dau.</p><h4>Diwedd</h4></section>',
  ],
  [
    'a sentence with a voice in another place',
    '<p>She said <q>yes</q> to us.</p>',
    '<p><q>ie</q> meddai hi wrthym.</p>',
  ],
  ['figures in another order', '<li><b>74%</b> of forces</li>', '<li>o heddluoedd, <b>74%</b></li>'],
  [
    'paragraphs and items whose ends are left out',
    '<ul><li>A<li>B</ul><div><p>One<p>Two</div>',
    '<ul><li>A<li>C</ul><div><p>Un<p>Dau</div>',
  ],
];
for (const [what, english, welsh] of pages) {
  test(`each language reads as its own page does: ${what}`, () => {
    const both = inBothLanguages(english, welsh);
    const whole = (markup: string) => plain(inBothLanguages(markup, markup));
    assert.equal(plain(alone(both, 'en')), whole(english));
    assert.equal(plain(alone(both, 'cy')), whole(welsh));
  });
}

test('a piece that would bring an id in twice stops the build, and is named', () => {
  assert.throws(
    () => inBothLanguages('<h2 id=a class=x>A</h2>', '<h2 id=a class=y>B</h2>'),
    /"a" has different attributes/,
  );
  assert.throws(
    () => inBothLanguages('<p id=a id=b>A</p>', '<p>A</p>'),
    /not well formed \(duplicate-attribute\): <p id=a id=b>/,
  );
});

test('the file is named for its report', () => {
  const { report } = readContent();
  assert.equal(fileNameOf(report), 'files/impact-report-2023-24.html');
  assert.equal(
    fileNameOf({ ...report, series: '“Adroddiad” Ôl ', period: '2025/26' }),
    'files/adroddiad-ol-2025-26.html',
  );
});

test('the policy allows what stands in the file, and nothing that is fetched', () => {
  const policy = oneFilePolicy(['a', 'b'], ['c']);
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^ ]+' 'sha256-[^ ]+'; style-src 'sha256-[^ ]+';/);
  assert.doesNotMatch(policy, /unsafe|'self'|\*|https?:|blob:|connect-src/);
});

test('a script is given the words that it names, whole or by their beginning, and no others', () => {
  const isSaid = saidBy('f(`settings.said`,{o:t(`settings.${n}.${v}`)}),t(x?"looks.added":\'minutes\'),g("more."+y)');
  const keys = [
    'settings.said',
    'settings.size',
    'settings.unit.none',
    'looks.added',
    'looks.used',
    'minutes_few',
    'more.text',
    'moreover',
    'page.title',
  ];
  assert.deepEqual(keys.filter(isSaid), [
    'settings.said',
    'settings.size',
    'settings.unit.none',
    'looks.added',
    'minutes_few',
    'more.text',
  ]);
});

test('the copy names its day in both languages, and where the original stands if that is known', () => {
  const before = process.env,
    host = 'https://reports.example/impact';
  const bodyWith = (more: NodeJS.ProcessEnv) => {
    try {
      process.env = { ...before, ...more };
      return prerenderOneFile().body;
    } finally {
      process.env = before;
    }
  };
  const body = bodyWith({ SOURCE_DATE_EPOCH: '1735689600', READER_URL: host });
  assert.match(body, /Saved copy, made on 1 January 2025\./);
  assert.match(body, /Copi a gadwyd ar 1 Ionawr 2025\./);
  const links = (text: string) =>
    [...text.matchAll(/<a href="?(https:\/\/reports\.example[^">\s]*)/g)].map(([, address]) => address);
  assert.deepEqual(
    links(body).toSorted(),
    ['', 'accessibility/', 'cy/', 'cy/accessibility/'].map(path => `${host}/${path}`),
  );
  assert.deepEqual(links(bodyWith({ READER_URL: '' })), []);
});
