/** Content that is broken stops the build, and every fault names the file, the place, what was found and what was expected. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentFolder, readContent } from '../../src/build/content.js';

/** Reads a copy of content/ after a change to one of its files. @returns what reading it threw */
function faultOf(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync(contentFolder, folder, { recursive: true });
    let text = '{}';
    try { text = readFileSync(join(folder, file), 'utf8'); } catch { /* a file that content/ does not have yet */ }
    writeFileSync(join(folder, file), change(text));
    readContent(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const inReport = (change: (report: any) => void) => faultOf('report.en.json', text => { const report = JSON.parse(text); change(report); return JSON.stringify(report); }); // eslint-disable-line @typescript-eslint/no-explicit-any -- the point is to break the shape

test('the published content is whole', () => { assert.equal(faultOf('report.en.json', text => text), ''); });

test('all faults are told at once, each with its place', () => {
  const fault = inReport(report => {
    report.opening[0].text = ' A space before.';
    delete report.parts[0].heading;
    report.parts[1].sections[0].stories[0].blocks[1].colour = 'red';
    report.parts[4].blocks[1].type = 'contakt';
  });
  assert.match(fault, /4 to mend/);
  assert.match(fault, /report\.en\.json: at opening › 0 › text: found " A space before\.", expected/);
  assert.match(fault, /at parts › 0: found .*expected: it must have required property 'heading'/);
  assert.match(fault, /at parts › 1 › sections › 0 › stories › 0 › blocks › 1: .*"colour"/);
  assert.match(fault, /at parts › 4 › blocks › 1: found .*contakt/);
});

test('an id that stands twice names both places', () => {
  assert.match(inReport(report => { report.parts[0].blocks[1].id = 'foreword-1'; }), /at part foreword › foreword-1: found id "foreword-1", which part foreword › foreword-1 has already/);
});

test('a figure must be in its statement, and its value must be the figure', () => {
  const statistic = (report: { parts: { sections: { stories: { blocks: Record<string, unknown>[] }[] }[] }[] }) => report.parts[3]!.sections[0]!.stories[0]!.blocks[0]!;
  assert.match(inReport(report => { statistic(report)['figure'] = '84%'; }), /figure "84%", expected: words that stand in the statement/);
  assert.match(inReport(report => { statistic(report)['value'] = 84; }), /found value 84, expected: 83/);
});

test('a scrambled e-mail address can never be published', () => {
  assert.match(inReport(report => { report.parts[4].blocks[3].lines = ['[email protected]']; }), /contact|parts › 4 › blocks › 3 › lines › 0: found "\[email protected\]"/);
});

test('something that is not JSON is named', () => {
  assert.match(faultOf('repairs.json', text => text.slice(0, 40)), /repairs\.json: found something that is not JSON/);
});

test('a Welsh passage that the report does not have, or that lost a block, is named', () => {
  const fault = faultOf('report.cy.json', () => JSON.stringify({ language: 'cy', passages: { elsewhere: { blocks: [] }, cardiff: { heading: 'Caerdydd', blocks: [] } } }));
  assert.match(fault, /report\.cy\.json: at passages › elsewhere: found a passage that the report does not have/);
  assert.match(fault, /report\.cy\.json: at passages › cardiff: found no blocks, expected: paragraph cardiff-1, paragraph cardiff-2, paragraph cardiff-3/);
});
