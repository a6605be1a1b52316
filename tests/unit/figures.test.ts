/** The figures of the report as data and as a file: whole, in order, and safe to open in a spreadsheet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import { readContent } from '../../src/build/content.js';
import { csvOf } from '../../src/build/figures.js';
import { figureGroups, type FigureGroup } from '../../src/model/figure-groups.js';
import { inLanguage } from '../../src/model/report/language.js';
import type { Block, Report } from '../../src/model/report/model.js';

const { report } = readContent();
const groups = figureGroups(report);
const figures = groups.flatMap(group => group.figures);

/** Every block of kind `statistic`, wherever the file has one, found without knowing its shape. */
const everyStatistic = (node: unknown): Block[] =>
  typeof node !== 'object' || node === null
    ? []
    : (node as Block).type === 'statistic'
      ? [node as Block]
      : Object.values(node).flatMap(everyStatistic);

const parse = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true });

test('every statistic of the report is there, whole and in order, under the headings where it stands', () => {
  assert.ok(figures.length > 10);
  assert.deepEqual(
    figures.map(figure => ({ type: 'statistic', ...figure })),
    everyStatistic(report),
  );
  assert.deepEqual(
    groups.map(({ id, heading, around }) => [id, ...around.map(({ text }) => text), heading.text]),
    [
      ['figures-individuals', 'IOPC impact in 2023/24', 'Individuals and communities', 'Individuals'],
      ['figures-communities', 'IOPC impact in 2023/24', 'Individuals and communities', 'Communities'],
      ['figures-accountability', 'IOPC impact in 2023/24', 'Accountability and learning', 'Accountability'],
      ['figures-learning', 'IOPC impact in 2023/24', 'Accountability and learning', 'Learning'],
    ],
  );
});

const statistic = (id: string): Block => ({
  type: 'statistic',
  id,
  statement: `${id} is 1`,
  figure: '1',
  value: 1,
  unit: 'thing',
  approximate: false,
});
/** A report with a figure wherever one may stand. */
const made: Report = {
  language: 'en',
  title: 'T',
  series: 'S',
  period: 'P',
  opening: [statistic('one')],
  parts: [
    {
      id: 'p',
      heading: 'Part',
      blocks: [statistic('two')],
      sections: [
        {
          id: 's',
          heading: 'Section',
          blocks: [statistic('three')],
          stories: [{ id: 't', heading: 'Story', blocks: [statistic('four')] }],
        },
      ],
    },
  ],
};

test('figures are gathered wherever they stand: in the opening, in a part, in a section, in a story', () => {
  assert.deepEqual(
    figureGroups(made).map(({ id, figures }) => [id, figures.map(({ id }) => id)]),
    [
      ['main', ['one']],
      ['p', ['two']],
      ['s', ['three']],
      ['t', ['four']],
    ],
  );
  assert.deepEqual(
    parse(csvOf(figureGroups(made))).data.map(({ part, section, story }) => [part, section, story]),
    [
      ['T', '', ''],
      ['Part', '', ''],
      ['Part', 'Section', ''],
      ['Part', 'Section', 'Story'],
    ],
  );
});

test('a figure that was translated is told in its own language, the rest in the language of the report', () => {
  const blocks = groups[0]!.figures.map(figure => ({
    type: 'statistic' as const,
    ...figure,
    statement: `${figure.figure} o bethau`,
  }));
  const translated = figureGroups(
    inLanguage(report, { language: 'cy', passages: { 'figures-individuals': { heading: 'Unigolion', blocks } } }),
  );
  assert.deepEqual(
    translated.map(({ lang, heading }) => [lang, heading.lang]),
    [
      ['cy', 'cy'],
      ['en', 'en'],
      ['en', 'en'],
      ['en', 'en'],
    ],
  );
  assert.deepEqual(
    [translated[0]!.heading.text, translated[0]!.around.map(({ lang }) => lang)],
    ['Unigolion', ['en', 'en']],
  );
});

test('the file, read back, holds exactly the statistics of the content', () => {
  const { data, errors, meta } = parse(csvOf(groups));
  assert.deepEqual(errors, []);
  assert.deepEqual(meta.fields, [
    'id',
    'part',
    'section',
    'story',
    'statement',
    'figure',
    'value',
    'unit',
    'approximate',
  ]);
  assert.deepEqual(
    data.map(({ id, statement, figure, value, unit, approximate }) => ({
      type: 'statistic',
      id,
      statement,
      ...(figure && { figure, value: Number(value), unit, approximate: approximate === 'yes' }),
    })),
    everyStatistic(report),
  );
});

test('it is a file as RFC 4180 has it, in UTF-8 that Excel knows', () => {
  const csv = csvOf([{ ...groups[0]!, figures: [{ id: 'x', statement: 'Lines,\r\n“marks” and "quotes" ŵ' }] }]);
  assert.equal(
    csv,
    '\ufeffid,part,section,story,statement,figure,value,unit,approximate\r\n' +
      'x,IOPC impact in 2023/24,Individuals and communities,Individuals,' +
      '"Lines,\r\n“marks” and ""quotes"" ŵ",,,,\r\n',
  );
  assert.ok(!/[^\r]\n/.test(csvOf(groups)), 'every line ends with CR LF');
});

test('no text of the report can be a formula in a spreadsheet; numbers stay numbers', () => {
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("https://example.org","x")'];
  const made: FigureGroup[] = [
    {
      ...groups[0]!,
      figures: evil.map((statement, index) => ({
        id: `e${index}`,
        statement,
        figure: statement,
        value: -5,
        unit: statement,
        approximate: true,
      })),
    },
  ];
  for (const [index, { statement, figure, unit, value }] of parse(csvOf(made)).data.entries()) {
    assert.deepEqual([statement, figure, unit, value], [`'${evil[index]}`, `'${evil[index]}`, `'${evil[index]}`, '-5']);
  }
  const cells = Papa.parse<string[]>(csvOf(groups).replace(/^\ufeff/, '')).data.flat();
  assert.deepEqual(
    cells.filter(cell => /^[=+\-@\t\r]/.test(cell)),
    [],
  );
});
