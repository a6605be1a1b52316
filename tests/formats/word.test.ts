/** The Word document, read as a program reads it: words, headings, styles, languages, tables, links. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Element } from '@xmldom/xmldom';
import { editionOf } from '../../src/build/edition.js';
import { piecesOf } from '../../src/formats/pieces.js';
import { format } from '../../src/formats/word/word.js';
import { textsOfReport, words } from '../../src/model/report/words.js';
import { isSweep } from '../support/sweep.js';
import { all, readDocx, valueOf } from './docx-reading.js';

/** Styles of what is ours and not the report's. */
const ours = new Set([
  'NoteFromTheReader',
  'TOCHeading',
  'TOC1',
  'TOC2',
  'TOC3',
  'Caption',
  'TableHead',
  'DrawingInTable',
  'Footer',
]);

/** Word says no to what stands there with one of these. */
const isOn = (each: Element) => !/^(false|off|0)$/.test(each.getAttribute('w:val') ?? '');

for (const language of ['en', 'cy'] as const) {
  const edition = editionOf(language),
    [made] = await format.make(edition),
    bytes = made!.source as Uint8Array;
  const document = readDocx(bytes),
    { paragraphs } = document,
    body = document.xml('word/document.xml');
  const reports = paragraphs.filter(({ style }) => !ours.has(style));

  test(`every word of the report stands in the document, once and in order (${language})`, () => {
    const published = textsOfReport(edition.report).flatMap(words);
    assert.equal(published.length, 4396);
    assert.deepEqual(
      reports.flatMap(({ text }) => words(text)),
      published,
    );
  });

  test(`the headings are the report's, in real styles, and no level is left out (${language})`, () => {
    const expected = piecesOf(edition).flatMap(piece =>
      piece.kind === 'heading' ? [[`Heading${piece.level - 1}`, piece.words]] : [],
    );
    assert.deepEqual(
      paragraphs.filter(({ style }) => style.startsWith('Heading')).map(({ style, text }) => [style, text]),
      expected,
    );
    let level = 0;
    for (const [style] of expected) {
      const next = Number(style!.slice(-1));
      assert.ok(next <= level + 1, style);
      level = next;
    }
    assert.deepEqual(
      paragraphs.filter(({ style }) => style === 'Title').map(({ text }) => text),
      [edition.report.title],
    );
  });

  test(`each style that is used exists, under the name that Word knows (${language})`, () => {
    const styles = new Map(
      all(document.xml('word/styles.xml'), 'w:style').map(style => [
        style.getAttribute('w:styleId'),
        valueOf(style, 'w:name'),
      ]),
    );
    for (const { style } of paragraphs.filter(({ style }) => style !== 'Normal')) assert.ok(styles.has(style), style);
    for (const run of all(body, 'w:rStyle'))
      assert.ok(styles.has(run.getAttribute('w:val')), run.getAttribute('w:val') ?? '');
    for (const [id, name] of [
      ['Title', 'Title'],
      ['Heading1', 'heading 1'],
      ['Heading2', 'heading 2'],
      ['Heading3', 'heading 3'],
      ['Quote', 'Quote'],
      ['ListBullet', 'List Bullet'],
      ['Caption', 'caption'],
      ['NoteFromTheReader', 'Note from the reader'],
    ]) {
      assert.equal(styles.get(id!)?.toLowerCase(), name!.toLowerCase());
    }
  });

  test(`quotations, lists and notes are what they are, by style (${language})`, () => {
    const texts = (style: string) => paragraphs.filter(each => each.style === style).map(({ text }) => text);
    const pieces = piecesOf(edition);
    assert.deepEqual(
      texts('Quote'),
      pieces.flatMap(piece => (piece.kind === 'quotation' ? piece.paragraphs : [])),
    );
    assert.deepEqual(
      texts('ListBullet'),
      pieces.flatMap(piece => (piece.kind === 'list' ? piece.items : [])),
    );
    const notes = texts('NoteFromTheReader'),
      name = edition.reading.t('note.name');
    for (const note of notes) assert.ok(note.startsWith(`${name}: `), note);
    for (const piece of pieces)
      if (piece.kind === 'note') assert.ok(notes.includes(`${name}: ${piece.words}`), piece.words);
    const style = all(document.xml('word/styles.xml'), 'w:style').find(
      each => each.getAttribute('w:styleId') === 'ListBullet',
    )!;
    assert.ok(valueOf(style, 'w:numId'), 'the bullets are a list of Word’s, not typed');
    assert.equal(valueOf(document.xml('word/numbering.xml'), 'w:numFmt'), 'bullet');
  });

  test(`the document and each of its words have a language (${language})`, () => {
    assert.equal(valueOf(all(document.xml('word/styles.xml'), 'w:rPrDefault')[0]!, 'w:lang'), 'en-GB');
    const interfaceTag = { en: 'en-GB', cy: 'cy-GB' }[language];
    for (const { style, languages, text, pictures } of paragraphs) {
      if (pictures.length) continue;
      const contents = /^TOC\d$/.test(style);
      assert.deepEqual([...languages], [ours.has(style) && !contents ? interfaceTag : 'en-GB'], `${style}: ${text}`);
    }
  });

  test(`title, publisher, description and language stand in the properties (${language})`, () => {
    const core = document.xml('docProps/core.xml'),
      text = (tag: string) => all(core, tag)[0]?.textContent;
    assert.equal(text('dc:title'), 'Our impact on people and policing: Impact Report 2023/24');
    assert.equal(text('dc:creator'), edition.t('word.creator'));
    assert.equal(text('dc:description'), edition.t('word.ours'));
    assert.equal(text('dc:language'), 'en-GB');
    assert.deepEqual(['dcterms:created', 'dcterms:modified'].map(text), [
      `${edition.changed}T00:00:00Z`,
      `${edition.changed}T00:00:00Z`,
    ]);
  });

  test(`each drawing has a text in its place, in the words of the edition (${language})`, () => {
    const drawings = paragraphs.flatMap(({ pictures }) => pictures);
    assert.equal(drawings.length, 9);
    for (const { description } of drawings)
      assert.match(description ?? '', { en: /^Drawing: /, cy: /^Darlun: / }[language]);
    const inTens = drawings.filter(({ description }) => /\b(35|316)\b/.test(description ?? ''));
    assert.equal(inTens.length, 2);
    const says = (scale: number) => edition.reading.t('note.scale', { scale });
    assert.deepEqual(
      paragraphs.map(({ text }) => text).filter(text => [says(1), says(10)].includes(text)),
      [says(1), says(1), says(1), says(10), says(10)],
    );
    const ids = all(body, 'wp:docPr').map(each => each.getAttribute('id'));
    assert.equal(new Set(ids).size, ids.length);
  });

  test(`each table has a caption, one first row that is repeated, and no joined or empty cells (${language})`, () => {
    const tables = all(body, 'w:tbl'),
      captions = paragraphs.filter(({ style }) => style === 'Caption');
    assert.equal(tables.length, 4);
    assert.equal(captions.length, 4);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      assert.deepEqual(
        rows.map(row => all(row, 'w:tblHeader').filter(isOn).length),
        rows.map((_, place) => Number(place === 0)),
      );
      for (const row of rows) {
        assert.equal(all(row, 'w:tc').length, 2);
        assert.equal(all(row, 'w:gridSpan').length + all(row, 'w:vMerge').length, 0);
        for (const cell of all(row, 'w:tc')) assert.ok(cell.textContent?.trim() || all(cell, 'wp:docPr').length);
        assert.equal(all(row, 'w:cantSplit').filter(isOn).length, 1);
      }
    }
  });

  test(`the contents lead to each heading (${language})`, () => {
    const bookmarks = new Set(all(body, 'w:bookmarkStart').map(each => each.getAttribute('w:name')));
    const entries = paragraphs.filter(({ style }) => /^TOC\d$/.test(style)),
      headings = paragraphs.filter(({ style }) => style.startsWith('Heading'));
    assert.deepEqual(
      entries.map(({ style, text }) => `${style.slice(-1)} ${text}`),
      headings.map(({ style, text }) => `${style.slice(-1)} ${text}`),
    );
    entries.forEach(({ element }, place) => {
      const anchor = valueOf(element, 'w:hyperlink', 'w:anchor');
      assert.ok(bookmarks.has(anchor));
      assert.equal(valueOf(headings[place]!.element, 'w:bookmarkStart', 'w:name'), anchor);
    });
  });

  test(`links of the report lead where their words say (${language})`, () => {
    const targets = new Map(
      all(document.xml('word/_rels/document.xml.rels'), 'Relationship').map(each => [
        each.getAttribute('Id'),
        each.getAttribute('Target'),
      ]),
    );
    const links = all(body, 'w:hyperlink')
      .filter(link => link.getAttribute('r:id'))
      .map(link => [link.textContent, targets.get(link.getAttribute('r:id'))]);
    assert.deepEqual(links, [
      ['www.policeconduct.gov.uk', 'https://www.policeconduct.gov.uk'],
      ['@policeconduct', 'https://x.com/policeconduct'],
      ['enquiries@policeconduct.gov.uk', 'mailto:enquiries@policeconduct.gov.uk'],
      ['0300 020 0096', 'tel:03000200096'],
      ['18001 0207 166 3000', 'tel:1800102071663000'],
      ['https://www.smartsurvey.co.uk/s/ImpactReport2324/', 'https://www.smartsurvey.co.uk/s/ImpactReport2324/'],
    ]);
  });

  test(`no empty paragraph, tab or row of spaces makes room; A4, page numbers, 12 point and left (${language})`, () => {
    for (const { text, pictures, style } of paragraphs) {
      assert.ok(text.trim() || pictures.length, `an empty paragraph in ${style}`);
      assert.doesNotMatch(text, /\t| {2}/);
    }
    const size = all(body, 'w:pgSz')[0]!;
    assert.deepEqual([size.getAttribute('w:w'), size.getAttribute('w:h')], ['11906', '16838']);
    const footer = document.file(document.names.find(name => /footer\d\.xml$/.test(name))!);
    assert.match(footer, /PAGE/);
    assert.match(footer, /NUMPAGES/);
    const styles = document.xml('word/styles.xml');
    assert.equal(valueOf(all(styles, 'w:rPrDefault')[0]!, 'w:sz'), '24');
    assert.equal(all(styles, 'w:jc').length + all(body, 'w:jc').length, 0, 'nothing is justified or centred');
    for (const each of [...all(styles, 'w:sz'), ...all(body, 'w:sz')].filter(
      each => each.parentNode?.nodeName === 'w:rPr',
    ))
      assert.ok(Number(each.getAttribute('w:val')) >= 24);
    const faces = new Set(
      all(styles, 'w:rFonts').flatMap(each =>
        ['w:ascii', 'w:hAnsi', 'w:cs'].map(attribute => each.getAttribute(attribute)),
      ),
    );
    assert.deepEqual([...faces].filter(Boolean).sort(), ['Arial', 'Georgia']);
    assert.ok(!document.names.some(name => /\.odttf$/.test(name)), 'no typeface is embedded');
  });

  // A process that compiles all of it takes long. The file on the site was made by another one, too.
  if (isSweep || language === 'cy')
    test(`the same input makes the same bytes, in another process and time zone too (${language})`, async () => {
      const [again] = await format.make(editionOf(language));
      assert.ok(Buffer.from(again!.source as Uint8Array).equals(Buffer.from(bytes)));
      const elsewhere = spawnSync(
        process.execPath,
        [
          '--import',
          'tsx',
          '--input-type=module',
          '-e',
          `
      const { editionOf } = await import('./src/build/edition.ts');
      const { format } = await import('./src/formats/word/word.ts');
      const [{ source }] = await format.make(editionOf('${language}'));
      process.stdout.write(Buffer.from(source).toString('base64'));`,
        ],
        {
          cwd: `${import.meta.dirname}/../..`,
          env: { ...process.env, TZ: 'Pacific/Auckland' },
          encoding: 'utf8',
          maxBuffer: 2 ** 24,
        },
      );
      assert.ok(elsewhere.stdout === Buffer.from(bytes).toString('base64'), elsewhere.stderr || 'the bytes differ');
    });
}
