/**
 * Content that is broken stops the build, and every fault names the file, the place, what was found and what was
 * expected.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentFolder, readContent, takenIds } from '../../src/build/content.js';

/** Reads a copy of content/ after a change to one of its files. @returns what reading it threw */
function faultOf(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync(contentFolder, folder, { recursive: true });
    let text = '{}';
    try {
      text = readFileSync(join(folder, file), 'utf8');
    } catch {
      /* a file that content/ does not have yet */
    }
    writeFileSync(join(folder, file), change(text));
    readContent(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the point is to break the shape
const inReport = (change: (report: any) => void) =>
  faultOf('report.en.json', text => {
    const report = JSON.parse(text);
    change(report);
    return JSON.stringify(report);
  });

test('the published content is whole', () => {
  assert.equal(
    faultOf('report.en.json', text => text),
    '',
  );
});

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
  assert.match(
    inReport(report => {
      report.parts[0].blocks[1].id = 'foreword-1';
    }),
    /at part foreword › foreword-1: found id "foreword-1", which part foreword › foreword-1 has already/,
  );
});

test('a figure must be in its statement, and its value must be the figure', () => {
  const statistic = (report: { parts: { sections: { stories: { blocks: Record<string, unknown>[] }[] }[] }[] }) =>
    report.parts[3]!.sections[0]!.stories[0]!.blocks[0]!;
  assert.match(
    inReport(report => {
      statistic(report)['figure'] = '84%';
    }),
    /figure "84%", expected: words that stand in the statement/,
  );
  assert.match(
    inReport(report => {
      statistic(report)['value'] = 84;
    }),
    /found value 84, expected: 83/,
  );
});

test('a scrambled e-mail address can never be published', () => {
  assert.match(
    inReport(report => {
      report.parts[4].blocks[3].lines = ['[email protected]'];
    }),
    /contact|parts › 4 › blocks › 3 › lines › 0: found "\[email protected\]"/,
  );
});

/** The reports here are broken on purpose, so that nothing is known of what a test changes in them. */
const contact = (report: { parts: { blocks: Record<string, unknown>[] }[] }, number: number) =>
  report.parts[4]!.blocks[number]!;

/** Addresses that no reader should be led to. */
const refused = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://https://x.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://x.org/1',
  'view-source:https://x.org',
  'intent://x#Intent;end',
  'sms:1',
  'http://x.org',
  'ftp://x.org',
  '//x.org',
  '/x',
  '#main',
  '',
  'HTTPS://x.org',
  'https:x.org',
  'https://x.org/ onclick=alert(1)',
  'https://x.org/"onclick="alert(1)',
  'https://x.org/><script>',
  'https://x.org\njavascript:alert(1)',
  'mailto:a@x.org\u202egro.y@b',
  'tel:0300\u0000',
  'https://x.org/\u200b',
  'https://x.org/\ud800',
];
/** @returns the fault of a report whose first contact has this address */
const faultOfAddress = (address: string) =>
  inReport(report => {
    contact(report, 3)['address'] = address;
  });

test('a contact’s address that cannot be followed without danger is refused, with its place', () => {
  const fault =
    '1 to mend:\nreport\\.en\\.json: at parts › 4 › blocks › 3 › address: ' +
    'found ".*", expected: .*\\(an https:, mailto: or tel: address\\)$';
  for (const address of refused) assert.match(faultOfAddress(address), new RegExp(fault, 's'), address);
});

test('a contact’s address that can be followed without danger is taken', () => {
  for (const address of [
    'https://www.policeconduct.gov.uk/a?b=c&d=%20#e',
    'mailto:enquiries@policeconduct.gov.uk',
    'tel:+44-300-020-0096',
  ])
    assert.equal(faultOfAddress(address), '', address);
});

test('a dangerous address is refused in a translation, too', () => {
  const translated = faultOf('report.cy.json', () =>
    JSON.stringify({
      language: 'cy',
      passages: {
        contact: {
          blocks: [{ type: 'contact', id: 'contact-web', kind: 'web', lines: ['www'], address: 'javascript:alert(1)' }],
        },
      },
    }),
  );
  assert.match(
    translated,
    /report\.cy\.json: at passages › contact › blocks › 0 › address: found "javascript:alert\(1\)"/,
  );
});

test('markup, templates and entities in the text are words like any other, and are kept as they stand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync(contentFolder, folder, { recursive: true });
    const words = [
      '<script>alert(1)</script>',
      '</p><img src=x onerror=alert(1)>',
      '{{name}} ${name} $t(bar.skip)',
      '&lt;b&gt; &amp;amp; &#60;',
      '<!--',
      ']]>',
      '[x](javascript:alert(1))',
    ];
    const report = readContent(folder).report;
    report.parts[0]!.blocks = words.map((text, index) => ({ type: 'paragraph', id: `foreword-${index + 1}`, text }));
    writeFileSync(join(folder, 'report.en.json'), JSON.stringify(report));
    assert.deepEqual(
      readContent(folder).report.parts[0]!.blocks.map(block => 'text' in block && block.text),
      words,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Signs that a browser would drop, or that turn letters round. */
const dropped = [
  '\u0000',
  '\u0007',
  '\t',
  '\r',
  '\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2069',
  '\ud800',
  '\udc00',
];
test('what a browser would drop, or what turns letters round, is refused with its place', () => {
  for (const mark of dropped) {
    assert.match(
      inReport(report => {
        report.parts[0].heading = `Fore${mark}word`;
      }),
      /1 to mend:\nreport\.en\.json: at parts › 0 › heading: found "Fore.*word", expected: .*no control characters/s,
      JSON.stringify(mark),
    );
  }
  assert.equal(
    inReport(report => {
      report.parts[0].heading = 'Ïechyd 👩‍👩‍👧 שלום';
    }),
    '',
  );
});

/** @returns the fault of a report whose first part has this id */
const faultOfId = (id: string) =>
  inReport(report => {
    report.parts[0].id = id;
  });

test('an id that the page around the report has already is refused, and so is one that is no id', () => {
  for (const id of takenIds)
    assert.match(
      faultOfId(id),
      new RegExp(`at part ${id}: found id "${id}", which the page itself has already, expected: an id of its own`),
    );
  const none = ['__proto__', 'toString', 'x"onclick="alert(1)', 'x y', '<b>', '', 'aaaaaaaaa-', 'settings:size', 'é'];
  for (const id of none)
    assert.match(faultOfId(id), /at parts › 0 › id: found ".*", expected: .*lower-case words joined by hyphens/, id);
});

test('voices in another order than in their paragraph are named: they would tear it apart', () => {
  const withVoices = (...voices: string[]) =>
    inReport(report => {
      report.parts[0].blocks[0] = {
        type: 'paragraph',
        id: 'foreword-1',
        text: 'One said yes and two said no.',
        voices,
      };
    });
  assert.equal(withVoices('yes', 'no'), '');
  assert.match(
    withVoices('no', 'yes'),
    /at part foreword › foreword-1: found voice "yes", expected: the voices in the order in which they stand/,
  );
  assert.match(withVoices('maybe'), /found voice "maybe", expected: words that stand in the paragraph/);
});

test('the published file stands in content/ and nowhere else', () => {
  for (const source of ['../package.json', '/etc/hosts', '..\\package.json']) {
    assert.match(
      faultOf('repairs.json', text => JSON.stringify({ ...(JSON.parse(text) as object), source })),
      /repairs\.json: at source: found ".*", expected: the name of a file in content\//,
      source,
    );
  }
});

test('something that is not JSON is named', () => {
  assert.match(
    faultOf('repairs.json', text => text.slice(0, 40)),
    /repairs\.json: found something that is not JSON/,
  );
});

test('a Welsh passage that the report does not have, or that lost a block, is named', () => {
  const fault = faultOf('report.cy.json', () =>
    JSON.stringify({
      language: 'cy',
      passages: { elsewhere: { blocks: [] }, cardiff: { heading: 'Caerdydd', blocks: [] } },
    }),
  );
  assert.match(fault, /report\.cy\.json: at passages › elsewhere: found a passage that the report does not have/);
  const lost = 'found no blocks, expected: paragraph cardiff-1, paragraph cardiff-2, paragraph cardiff-3';
  assert.ok(fault.includes(`report.cy.json: at passages › cardiff: ${lost}`), fault);
});
