/** What can be checked of braille without liblouis: cells, marks, lines, pages and files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blank, fromAscii, numberInCells, toAscii } from '../../src/formats/braille/cells.js';
import { brf, pef } from '../../src/formats/braille/files.js';
import { braille, lacksLiblouis } from '../../src/formats/braille/liblouis.js';
import { markedForUeb, markedForWelsh } from '../../src/formats/braille/marks.js';
import { headLine, height, paged, type Block } from '../../src/formats/braille/pages.js';
import { centred, width, wrap } from '../../src/formats/braille/wrap.js';

const lines = (count: number, letter = 'A') => Array.from({ length: count }, () => fromAscii(letter));
const inLetters = (cells: readonly string[]) => cells.map(line => toAscii(line));

test('every cell of six dots has its letter in North American ASCII braille, and comes back from it', () => {
  const cells = Array.from({ length: 64 }, (_, dots) => String.fromCodePoint(0x2800 + dots)).join('');
  assert.equal(new Set(toAscii(cells)).size, 64);
  assert.equal(fromAscii(toAscii(cells)), cells);
  // The seven lines of the table of braille characters (Rules of Unified English Braille, 1.1.2).
  assert.equal(toAscii('⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞'), 'ABCDEFGHIJKLMNOPQRST');
  assert.equal(toAscii('⠥⠧⠭⠽⠵⠯⠿⠷⠮⠾⠡⠣⠩⠹⠱⠫⠻⠳⠪⠺'), 'UVXYZ&=(!)*<%?:$]\\[W');
  assert.equal(toAscii('⠂⠆⠒⠲⠢⠖⠶⠦⠔⠴⠌⠬⠼⠜⠄⠤⠈⠘⠸⠐⠨⠰⠠⠀'), '1234567890/+#>\'-@^_".;, ');
  assert.throws(() => toAscii('⠁a'), /Found "a" among braille cells/);
  assert.throws(() => toAscii('⡀'), /six dots/);
});

test('numbers of pages are in UEB', () => {
  assert.equal(toAscii(numberInCells(1)), '#A');
  assert.equal(toAscii(numberInCells(230)), '#BCJ');
});

test('closing single quotation marks are told from apostrophes, and one number from two', () => {
  assert.equal(markedForUeb('‘Learning the Lessons’ magazine'), '‘Learning the Lessons\uE100 magazine');
  assert.equal(markedForUeb('Chiefs’ Council, there’s, officers’ care'), 'Chiefs’ Council, there’s, officers’ care');
  assert.equal(
    markedForUeb('‘it’s fair’, they said of ‘others’ work'),
    '‘it’s fair\uE100, they said of ‘others\uE100 work',
  );
  assert.equal(markedForUeb('Sale M33 0BW'), 'Sale M33\uE1010BW');
  assert.equal(markedForUeb('0300 020 0096.'), '0300 020 0096.');
  assert.equal(markedForUeb('1 April 2023 to 31 March 2024'), '1 April 2023 to 31 March 2024');
  assert.equal(markedForWelsh('o’r'), "o'r");
});

test('no text is lost between a text and liblouis, and one that was not asked for is named', () => {
  assert.throws(() => braille([])({ code: 'ueb2', words: 'so' }), /No braille was made of "so"/);
});

test('a machine without liblouis hears which package to install', () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    assert.throws(
      () => braille([{ code: 'ueb2', words: 'so' }]),
      /There is no lou_translate here.*apt-get install liblouis-bin liblouis-data/,
    );
    assert.match(lacksLiblouis() ?? '', /there is no lou_translate here.*apt-get install liblouis-bin liblouis-data/);
  } finally {
    process.env['PATH'] = path;
  }
});

test('lines are filled with whole words, first and further lines beginning where their shape says', () => {
  const cells = fromAscii('ABCDE FGHIJ KLMNO PQRST UVWXYZ ABCDEFGHIJ KLM NOP');
  const wrapped = inLetters(wrap(cells, { first: 2, rest: 0, room: 20 }));
  assert.deepEqual(wrapped, ['  ABCDE FGHIJ KLMNO', 'PQRST UVWXYZ', 'ABCDEFGHIJ KLM NOP']);
});

test('only an address may be divided: after a slash or before a full stop, with the sign that it goes on', () => {
  const address = fromAscii('HTTPS3_/_/WWW4SMARTSURVEY4CO4UK_/S_/,IMPACT,REPORT#BCBD_/');
  assert.deepEqual(inLetters(wrap(address, { first: 2, rest: 4 })), [
    '  HTTPS3_/_/WWW4SMARTSURVEY4CO4UK_/S_/"',
    '    ,IMPACT,REPORT#BCBD_/',
  ]);
  assert.throws(() => wrap(fromAscii('A'.repeat(width + 1)), { first: 0, rest: 0 }), /may not be divided/);
});

test('centred headings keep three cells free on both sides', () => {
  for (const line of centred(fromAscii('ABCDEFGHIJ '.repeat(8).trim()))) {
    assert.ok(line.startsWith(blank.repeat(3)) && line.length <= width - 3);
    const left = /^\u2800*/.exec(line)![0].length,
      right = width - line.length;
    assert.ok(Math.abs(left - right) <= 1);
  }
});

test('a heading leads at least two lines of its text on the same page', () => {
  const room = height - 1,
    heading: Block = { lines: lines(1, 'H'), before: true, leads: true, close: true, id: 'here' };
  for (let filled = 1; filled <= room; filled++) {
    const { pages, places } = paged([{ lines: lines(filled) }, heading, { lines: lines(3, 'B') }]);
    const page = inLetters(pages[places.get('here')!]!),
      at = page.indexOf('H');
    assert.deepEqual(page.slice(at + 1, at + 3), ['B', 'B'], `${filled} lines before the heading`);
    assert.ok(pages.every(each => each.length <= room && each[0] !== ''));
    assert.equal(inLetters(pages.flat().filter(Boolean)).join(''), `${'A'.repeat(filled)}HBBB`);
  }
});

test('a central heading keeps its blank line below the running head, others do not', () => {
  const room = height - 1,
    text: Block = { lines: lines(room) };
  assert.equal(paged([text, { lines: lines(1), before: true, leads: true, central: true }, text]).pages[1]![0], '');
  assert.notEqual(paged([text, { lines: lines(1), before: true, leads: true }, text]).pages[1]![0], '');
});

test('what must stand together and cannot is refused', () => {
  assert.throws(() => paged([{ lines: lines(height), leads: true }]), /must stand on one page/);
});

test('the first line of a page has the running head in the middle and the number at its end', () => {
  const line = toAscii(headLine(fromAscii('ABCD'), 12));
  assert.equal(line, `${' '.repeat(18)}ABCD${' '.repeat(15)}#AB`);
  const long = toAscii(headLine(fromAscii('WORDS OF A TITLE THAT GOES ON AND ON'), 1));
  assert.match(long, /^ +WORDS OF A TITLE THAT GOES ON {4,}#A$/, 'too long: whole words go from its end');
  assert.equal(long.length, 40);
});

test('BRF ends its lines and its pages as embossers want; PEF is well-formed whatever the title', () => {
  const pages = [[fromAscii('A'), '', fromAscii('B')], [fromAscii('C')]];
  assert.equal(brf(pages), 'A\r\n\r\nB\r\n\fC\r\n\f');
  const xml = pef(pages, {
    title: 'Us & <them>',
    creator: 'c',
    language: 'en',
    date: '2026-01-01',
    identifier: 'i',
    description: 'd',
  });
  assert.match(xml, /<dc:title>Us &amp; &lt;them&gt;<\/dc:title>/);
  assert.match(xml, /<page>\n<row>⠁<\/row>\n<row\/>\n<row>⠃<\/row>\n<\/page>\n<page>\n<row>⠉<\/row>\n<\/page>/);
});
