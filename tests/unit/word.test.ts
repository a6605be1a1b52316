/**
 * What can be checked of the Word document without making it whole: its colours, and what makes it the same each time.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { bookmarkOf } from '../../src/formats/word/body.js';
import { settled } from '../../src/formats/word/package.js';
import { inks, noteGround, page, tagOf } from '../../src/formats/word/styles.js';
import { contrast } from '../../src/model/settings/contrast.js';

test('all letters stand out from their page, and those of notes from theirs, at least 7 to 1', () => {
  for (const [name, ink] of Object.entries(inks))
    assert.ok(contrast(ink, page) >= 7, `${name}: ${contrast(ink, page)}`);
  assert.ok(contrast(inks.note, noteGround) >= 7);
});

/** A package as the library might give it: ids of chance, the time of day, files in any order. */
function madeAt(time: string, chance: string, order: 1 | -1): Uint8Array {
  const files: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    [
      'docProps/core.xml',
      `<cp:coreProperties><dcterms:created xsi:type="x">${time}</dcterms:created>` +
        `<dcterms:modified xsi:type="x">${time}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<?xml version="1.0"?><Relationships><Relationship Id="rId${chance}a" Target="styles.xml"/>` +
        `<Relationship Id="rId${chance}b" Target="https://example.org/"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `<w:p><w:bookmarkStart w:name="here" w:id="${chance}7"/><w:hyperlink r:id="rId${chance}b"/>` +
        `<w:bookmarkEnd w:id="${chance}7"/><wp:docPr id="${chance}9" name="n"/></w:p>`,
    ],
  ];
  return zipSync(
    Object.fromEntries((order === 1 ? files : files.reverse()).map(([name, text]) => [name, strToU8(text)])),
    { mtime: new Date(time) },
  );
}

test('neither the time nor chance leaves a trace in the document', () => {
  const one = settled(madeAt('2026-03-01T10:00:00Z', '12', 1), '2026-02-03', 'en-GB'),
    two = settled(madeAt('2027-08-09T23:59:58Z', '3456', -1), '2026-02-03', 'en-GB');
  assert.deepEqual(one, two);
  // The day of the first file, as a zip has it: years from 1980 in the upper bits.
  assert.equal(new DataView(one.buffer, one.byteOffset).getUint16(12, true), ((2026 - 1980) << 9) | (2 << 5) | 3);
});

test('links still lead where they led, and the properties have their day and language', () => {
  const files = unzipSync(settled(madeAt('2026-03-01T10:00:00Z', '12', 1), '2026-02-03', 'cy-GB')),
    text = (name: string) => strFromU8(files[name]!);
  assert.equal(Object.keys(files)[0], '[Content_Types].xml');
  const id = /r:id="(\w+)"/.exec(text('word/document.xml'))![1]!;
  assert.match(text('word/_rels/document.xml.rels'), new RegExp(`Id="${id}" Target="https://example.org/"`));
  const ids = [...text('word/_rels/document.xml.rels').matchAll(/ Id="(\w+)"/g)].map(match => match[1]);
  assert.equal(new Set(ids).size, 2);
  assert.match(
    text('docProps/core.xml'),
    /<dcterms:created xsi:type="x">2026-02-03T00:00:00Z<.*<dc:language>cy-GB<\/dc:language><\/cp:coreProperties>/,
  );
  const [start, end] = [...text('word/document.xml').matchAll(/bookmark(?:Start|End)[^>]* w:id="(\w+)"/g)].map(
    match => match[1],
  );
  assert.equal(start, end);
});

test('names of languages and bookmarks are as Word wants them', () => {
  assert.deepEqual(['en', 'cy', 'fr'].map(tagOf), ['en-GB', 'cy-GB', 'fr']);
  assert.equal(bookmarkOf('boy-stopped-and-searched'), 'boy_stopped_and_searched');
});
