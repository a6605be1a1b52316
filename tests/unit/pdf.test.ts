/** PDF, before there is a file: lines, pages, looks. The finished files are looked at in tests/formats/pdf.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionOf } from '../../src/build/edition.js';
import type { Block, Run, Style, Tag } from '../../src/formats/pdf/blocks.js';
import { fontsFor } from '../../src/formats/pdf/faces.js';
import { flow } from '../../src/formats/pdf/flow.js';
import { linesOf } from '../../src/formats/pdf/lines.js';
import { looks, sheet, type Look } from '../../src/formats/pdf/looks.js';
import { format, makePdf } from '../../src/formats/pdf/pdf.js';
import { placed } from '../../src/formats/pdf/lay-out.js';
import { contrast } from '../../src/model/settings/contrast.js';
import { isSweep } from '../support/sweep.js';

const style: Style = { face: 'sans-400', size: 10, colour: '#000' };
const tag: Tag = { type: 'P', lang: 'en' };
const runs = (...texts: string[]): Run[] => texts.map(text => ({ text, style, tag }));
/** Every letter is half as wide as its size. */
const measure = (text: string, { size }: Style) => (text.length * size) / 2;
const shown = (texts: string[], width: number) =>
  linesOf(runs(...texts), width, measure).map(({ fragments }) => fragments.map(({ text }) => text).join(''));

test('lines break at spaces only, and keep the space, so that words stay apart for whoever listens', () => {
  assert.deepEqual(shown(['one two-three four'], 50), ['one ', 'two-three ', 'four']);
});

test('words of several runs without a space between them stay together', () => {
  assert.deepEqual(shown(['said ', '“amazing', '”.', ' Then'], 50), ['said ', '“amazing”. ', 'Then']);
});

test('an address that is longer than a line breaks after a slash, with nothing added', () => {
  assert.deepEqual(shown(['https://example.org/survey/Report/'], 100), ['https://example.org/', 'survey/Report/']);
});

test('no line ends in a lone hyphen, which would look like a broken word', () => {
  assert.deepEqual(shown(['impact - individuals'], 70), ['impact ', '- individuals']);
});

const look: Look = { ...looks[0]!, margins: { left: 0, right: 0, top: 100, bottom: sheet.height - 200 } };
/** A block of a number of lines, each 10 high: ten fit on a page. */
const block = (lines: number, more: Partial<Block> = {}): Block => ({
  runs: runs(Array.from({ length: lines }, () => 'x'.repeat(100)).join(' ')),
  leading: 1,
  before: 0,
  indent: 0,
  narrow: 0,
  line: 0,
  head: '',
  ...more,
});
const counts = (blocks: Block[]) =>
  placed(blocks, look, measure).map(page =>
    blocks.map(each => page.lines.filter(({ block }) => block === each).length),
  );

test('a heading stands on the page of what follows', () => {
  assert.deepEqual(counts([block(9), block(1, { withNext: true }), block(4)]), [
    [9, 0, 0],
    [0, 1, 4],
  ]);
});

test('no line of a paragraph is left alone, at the foot of a page or at the head of the next', () => {
  assert.deepEqual(counts([block(9), block(5)]), [
    [9, 0],
    [0, 5],
  ]);
  assert.deepEqual(counts([block(6), block(5)]), [
    [6, 3],
    [0, 2],
  ]);
});

test('what must stand together does', () =>
  assert.deepEqual(counts([block(5), block(6, { whole: true })]), [
    [5, 0],
    [0, 6],
  ]));

test('who signs takes the last lines of the text along', () => {
  assert.deepEqual(counts([block(3), block(7, { endsWithNext: true }), block(1)]), [
    [3, 5, 0],
    [0, 2, 1],
  ]);
});

test('what must stand together and is taller than a page stops the build and says what', () => {
  assert.throws(() => counts([block(11, { whole: true })]), /must stand together and does not fit on a page/);
});

test('at most six files for each language, each with a name and an ending of its own', () => {
  assert.ok(looks.length <= 6);
  for (const key of ['ending', 'name'] as const) assert.equal(new Set(looks.map(each => each[key])).size, looks.length);
  for (const language of format.languages) {
    const { t } = editionOf(language);
    for (const { name } of looks) assert.notEqual(t(name), name);
  }
});

for (const each of looks) {
  test(`${each.ending}: every text is at least 7:1 on what it stands on`, () => {
    const edition = editionOf('en'),
      { colours } = each;
    for (const { frame, runs } of flow(edition, each)) {
      const behind =
        frame?.kind === 'sign' || frame?.kind === 'cover'
          ? colours[`block-${frame.line}`]
          : frame?.kind === 'slip' && each.tinted
            ? colours[`tint-${frame.line}`]
            : (each.page ?? '#fff');
      for (const {
        text,
        style: { colour },
      } of runs)
        assert.ok(contrast(colour, behind) >= 7, `“${text}”: ${colour} on ${behind}`);
    }
    assert.ok(contrast(colours.quiet, each.page ?? '#fff') >= 7);
  });
}

test('Welsh letters beyond Latin-1 come from the part of the typeface that has them', () => {
  assert.deepEqual(fontsFor('Mae’r dŵr yn ŷd', 'serif-400'), [
    ['Mae’r d', 'serif-400'],
    ['ŵ', 'serif-400-ext'],
    ['r yn ', 'serif-400'],
    ['ŷ', 'serif-400-ext'],
    ['d', 'serif-400'],
  ]);
});

test('the same edition gives the same bytes, twice', async () => {
  // What would differ, days and numbers of objects, is in a short file too.
  const edition = () => {
    const { report, ...rest } = editionOf('cy');
    return { ...rest, report: isSweep ? report : { ...report, parts: report.parts.slice(0, 2) } };
  };
  const [one, two] = [await makePdf(edition(), looks[0]!), await makePdf(edition(), looks[0]!)];
  assert.ok(Buffer.from(one).equals(Buffer.from(two)));
});

test('a title that would break the metadata stops the build and says so', async () => {
  const edition = editionOf('en');
  await assert.rejects(
    makePdf({ ...edition, report: { ...edition.report, title: 'You & us' } }, looks[0]!),
    /“You & us: .*” goes into the metadata of the PDF and may not contain/,
  );
});
