/** A report comes in from Word whole, or not at all: every word arrives, and what cannot is named with its place. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { readContent } from '../../src/build/content.js';
import { editionOf } from '../../src/build/edition.js';
import { takeIn } from '../../src/build/from-word/command.js';
import { template } from '../../src/build/from-word/template.js';
import { format } from '../../src/formats/word/word.js';
import type { Block, Report } from '../../src/model/report/model.js';
import { textsOfReport } from '../../src/model/report/words.js';

const folder = mkdtempSync(join(tmpdir(), 'from-word-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes a document. @returns its path */
function saved(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}
const into = (name: string) => join(folder, name);
const line = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(text)] });
const beginning = [line('Title', 'A title'), line('Subtitle', 'Report'), line('Subtitle', '2026')];
/** A document with styles of these names. */
async function document(name: string, children: (Paragraph | Table)[], footnotes = {}): Promise<string> {
  const paragraphStyles = ['Subtitle', 'Quote', 'Quote source', 'Figure', 'Contact', 'Signature', 'Odd'].map(style => ({
    id: style.replace(' s', 'S'),
    name: style,
  }));
  return saved(
    name,
    new Uint8Array(
      await Packer.toBuffer(new Document({ styles: { paragraphStyles }, footnotes, sections: [{ children }] })),
    ),
  );
}
const faultsOf = async (file: string) => {
  try {
    await takeIn(file, { into: into('never') });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

/** The report without its headline figures, which the Word edition draws in tables. */
function withoutFigures(report: Report): Report {
  const rest = (blocks: readonly Block[]) => blocks.filter(({ type }) => type !== 'statistic');
  return {
    ...report,
    parts: report.parts.map(part => ({
      ...part,
      blocks: rest(part.blocks),
      sections: part.sections.map(section => ({
        ...section,
        stories: section.stories
          .map(story => ({ ...story, blocks: rest(story.blocks) }))
          .filter(({ blocks }) => blocks.length),
      })),
    })),
  };
}

/** The Word edition writes what introduces a quotation as a paragraph before it. */
const types = (blocks: readonly Block[]) =>
  blocks.flatMap(block =>
    block.type === 'quotation' && block.introduction ? ['paragraph', 'quotation'] : [block.type],
  );
/** @returns the headings of a report, each with the kinds of what stands below it */
const shape = ({ parts }: Report) =>
  parts.map(part => [
    part.heading,
    types(part.blocks),
    part.sections.map(section => [
      section.heading,
      types(section.blocks),
      section.stories.map(story => [story.heading, types(story.blocks)]),
    ]),
  ]);
/** @returns who speaks in the sections of a report, each with what they say, where that is a quotation */
const saidBy = ({ parts }: Report) =>
  parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ blocks, stories }) => [...blocks, ...stories.flatMap(story => story.blocks)])
    .flatMap(block => {
      if (block.type === 'quotation') return [[block.paragraphs, block.attribution]];
      return block.type === 'paragraph' && block.voices ? [block.voices] : [];
    });

test('its own Word edition comes back as the report: every word, heading, quotation and who said it', async () => {
  const edition = editionOf('en'),
    report = withoutFigures(edition.report);
  const [made] = await format.make({ ...edition, report });
  const said = await takeIn(saved('edition.docx', made!.source as Uint8Array), { into: into('edition') });
  assert.match(said[0]!, /^Imported: \d parts, .* Nothing was lost\.$/);
  const taken = readContent(into('edition')).report;
  assert.deepEqual(textsOfReport(taken), textsOfReport(report));
  assert.deepEqual(shape(taken), shape(report));
  assert.deepEqual(saidBy(taken), saidBy(report));
});

test('the example holds every kind of block, and can be taken in as it is', async () => {
  await takeIn(saved('example.docx', await template()), { into: into('example') });
  const { report, repairs, source } = readContent(into('example'));
  const kinds = new Set(
    [
      report.opening,
      ...report.parts.flatMap(part => [
        part.blocks,
        ...part.sections.flatMap(section => [section.blocks, ...section.stories.map(({ blocks }) => blocks)]),
      ]),
    ]
      .flat()
      .map(({ type }) => type),
  );
  assert.deepEqual([...kinds].sort(), ['contact', 'list', 'paragraph', 'quotation', 'signature', 'statistic']);
  assert.equal(repairs.source, 'example.en.txt');
  assert.match(source, /^The title of the report\nWhat kind of report it is\n2025\/26\n/);
  const figures = report.parts[0]!.sections[0]!.stories[1]!.blocks;
  assert.deepEqual(
    figures.map(block => block.type === 'statistic' && [block.figure, block.value, block.unit, block.approximate]),
    [
      ['75%', 75, 'percent', false],
      ['1,200', 1200, 'words', true],
    ],
  );
});

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
/** What is said of each thing that cannot be taken in. */
const remarks = [
  /paragraph 4 \(“Too early”\): found a section \(Heading 2\) before any part/,
  /“Outside”\): found a story \(Heading 3\) outside of any section/,
  /“Nobody’s words”\): found who said something/,
  /“Too deep”\): found a heading of level 4/,
  /found a table: write it as/,
  /“With a note”\): found a footnote: write it into the text/,
];

test('what cannot be taken in is named with its place, all at once, and nothing is written', async () => {
  const file = await document(
    'faults.docx',
    [
      ...beginning,
      line('Heading2', 'Too early'),
      line('Heading1', 'A part'),
      line('Heading3', 'Outside'),
      line('QuoteSource', 'Nobody’s words'),
      line('Heading4', 'Too deep'),
      new Table({ rows: [new TableRow({ children: [cell('one'), cell('two')] })] }),
      new Paragraph({ children: [new TextRun('With a note'), new FootnoteReferenceRun(1)] }),
    ],
    { 1: { children: [new Paragraph('Lost in a note')] } },
  );
  const faults = await faultsOf(file);
  assert.match(faults, /faults\.docx cannot be imported yet\. Correct these in Word \(6\):/);
  for (const remark of remarks) assert.match(faults, remark);
  assert.match(faults, /Nothing was written\.$/);
  assert.ok(!existsSync(into('never')));
});

test('a document without a title or parts, and a file that is no document, are told so', async () => {
  const faults = await faultsOf(await document('bare.docx', [new Paragraph('Only a paragraph')]));
  for (const part of [
    'no line in the style “Title”',
    'fewer than two lines in the style “Subtitle”',
    'no line in the style “Heading 1”',
  ])
    assert.ok(faults.includes(part), part);
  assert.match(
    await faultsOf(saved('letter.docx', new TextEncoder().encode('no zip'))),
    /letter\.docx could not be read as a Word document .* save it as “Word Document \(\.docx\)”\./,
  );
});

test('unbreakable spaces become ordinary ones by a declared repair; a style that means nothing is told', async () => {
  const file = await document('spaces.docx', [
    ...beginning,
    line('Heading1', 'A part'),
    line('Odd', 'ten\u00a0people  and\u202fone'),
  ]);
  const said = await takeIn(file, { into: into('spaces') });
  assert.match(
    said.join('\n'),
    /“ten people and one”\) has the style “Odd”, which has no meaning here\. It was imported as a plain paragraph/,
  );
  const { report, repairs, source } = readContent(into('spaces'));
  assert.deepEqual(
    report.parts[0]!.blocks.map(block => block.type === 'paragraph' && block.text),
    ['ten people and one'],
  );
  assert.deepEqual(
    repairs.repairs.map(({ id, times }) => [id, times]),
    [
      ['no-break-spaces', 1],
      ['narrow-no-break-spaces', 1],
    ],
  );
  assert.ok(source.includes('ten\u00a0people  and\u202fone'));
});

test('a report that is there is never replaced unasked; asked, it goes whole', async () => {
  const [first, second] = [
    await document('first.docx', [...beginning, line('Heading1', 'First'), line('Normal', 'x')]),
    await document('second.docx', [...beginning, line('Heading1', 'Second'), line('Normal', 'y')]),
  ];
  await takeIn(first, { into: into('kept') });
  await assert.rejects(
    takeIn(second, { into: into('kept') }),
    /There is already a report in .*: “A title”\. To replace it, add --replace\. Nothing was written\./,
  );
  assert.equal(readContent(into('kept')).report.parts[0]!.heading, 'First');
  const said = await takeIn(second, { into: into('kept'), replace: true });
  assert.match(said.join('\n'), /first\.en\.txt belongs to the previous report/);
  assert.equal(readContent(into('kept')).report.parts[0]!.heading, 'Second');
});

const inWelsh = [
  line('Title', 'Teitl'),
  line('Subtitle', 'Adroddiad'),
  line('Subtitle', '2026'),
  line('Heading1', 'Rhan'),
  line('Normal', 'Geiriau'),
];
const thanks = line('Quote', '“Diolch”');
/** Takes in an English document and the Welsh one that says the same. */
async function takeInBoth(folder: string): Promise<void> {
  const english = await document('english.docx', [
    ...beginning,
    line('Heading1', 'A part'),
    line('Normal', 'Words'),
    line('Quote', '“Thank you”'),
  ]);
  await takeIn(english, { into: into(folder) });
  await takeIn(await document('welsh.docx', [...inWelsh, thanks]), { into: into(folder), welsh: true });
}

test('a Welsh document becomes the Welsh text of the report passage by passage, under its ids', async () => {
  await takeInBoth('both');
  const { translations } = readContent(into('both'));
  assert.deepEqual(translations['cy']!.passages['a-part'], {
    heading: 'Rhan',
    blocks: [
      { type: 'paragraph', id: 'a-part-1', text: 'Geiriau' },
      { type: 'quotation', id: 'a-part-2', paragraphs: ['“Diolch”'] },
    ],
  });
});

test('a Welsh document that does not fit is told where, and changes nothing', async () => {
  await takeInBoth('unfit');
  const other = await document('other.docx', inWelsh);
  await assert.rejects(
    takeIn(other, { into: into('unfit'), welsh: true }),
    /“Rhan”, in the place of “A part”: found paragraph, expected: paragraph, quotation\./,
  );
  assert.deepEqual(readdirSync(into('unfit')).sort(), [
    'english.en.txt',
    'repairs.json',
    'report.cy.json',
    'report.en.json',
  ]);
  assert.ok(readFileSync(into('unfit/report.cy.json'), 'utf8').includes('Diolch'));
});
