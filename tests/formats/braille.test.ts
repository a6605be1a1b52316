/**
 * Braille: the finished files turned back into print, the dots of what is hard, and the pages. Needs liblouis (Debian:
 * liblouis-bin, liblouis-data).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { editionOf } from '../../src/build/edition.js';
import { format } from '../../src/formats/braille/braille.js';
import { toAscii } from '../../src/formats/braille/cells.js';
import { braille, type Code } from '../../src/formats/braille/liblouis.js';
import { piecesOf } from '../../src/formats/pieces.js';
import { textsOfReport, words } from '../../src/model/report/words.js';
import { inSweep } from '../support/sweep.js';
import { firstPage, inPrint, pagesOf, reportLines, wordsOf } from './braille-reading.js';

const languages = ['en', 'cy'] as const,
  grades = { contracted: 2, uncontracted: 1 } as const;
const editions = { en: editionOf('en'), cy: editionOf('cy') };
const made = { en: await format.make(editions.en), cy: await format.make(editions.cy) };
const fileOf = (language: 'en' | 'cy', ending: string) =>
  String(made[language].find(file => file.ending === ending)!.source);
const books = languages.flatMap(language =>
  Object.entries(grades).map(([name, grade]) => ({
    language,
    name,
    grade,
    brf: fileOf(language, `-${name}.brf`),
    pef: fileOf(language, `-${name}.pef`),
  })),
);

/** Dots of a text as the format makes them, in ASCII braille. */
const dots = (code: Code, text: string) => toAscii(braille([{ code, words: text }])({ code, words: text }));

/**
 * What UEB writes with the same dots, so that nobody can tell it apart by touch. There is nothing else that the way
 * back loses. Quotation marks that lean and that do not (7.6); an ellipsis in one letter or in three (7.3.1); an
 * apostrophe that leans or does not (7.1.1); a dash of one length or another (7.2).
 */
const same: [print: string, other: string][] = [
  ['“so it is”', '"so it is"'],
  ['so…', 'so...'],
  ['can’t', "can't"],
  ['so – it', 'so — it'],
];
const plain = (word: string) =>
  word
    .replace(/[“”]/g, '"')
    .replace(/…/g, '...')
    .replace(/[’\uE100]/g, "'")
    .replace(/—/g, '–');

test('what the way back cannot tell apart has the same dots', () => {
  for (const code of ['ueb2', 'ueb1'] as const)
    for (const [print, other] of same) assert.equal(dots(code, print), dots(code, other), print);
});

for (const { language, name, grade, brf } of books) {
  test(`the ${name} braille, turned back into print, gives the report's words, once and in order (${language})`, () => {
    const published = textsOfReport(editions[language].report).flatMap(words);
    assert.equal(published.length, 4396);
    const back = wordsOf(pagesOf(brf), grade);
    const at = published.findIndex((word, place) => plain(word) !== plain(back[place] ?? '')),
      [found, expected] = [back, published].map(words => words.slice(at - 2, at + 3).join(' '));
    assert.ok(
      at < 0 && back.length === published.length,
      `word ${at}: found ${found}, expected ${expected} (${back.length} words)`,
    );
  });
}

/**
 * Sentences of the report and the dots that the Rules of Unified English Braille (2013, with its updates) ask for,
 * worked out by hand.
 */
const hard: [rule: string, print: string, expected: string, code?: Code][] = [
  [
    '7.6.2: the prevailing quotation marks are the one-cell ones; 7.3.1: three dots',
    '“I feel at last listened to…”',
    '8,I FEEL AT LA/ LI/5$ TO4440',
  ],
  [
    '7.6: upright double marks are written as the leaning ones; 10.1.1: it',
    '"It has restored my faith"',
    '8,X HAS RE/OR$ MY FAI?0',
  ],
  [
    '7.6.3: single marks inside text with double ones have two cells',
    'our ‘Learning the Lessons’ magazine',
    '\\R ,8,LE>N+ ! ,LESSONS,0 MAGAZ9E',
  ],
  [
    '7.6.3: the mark closes where one was opened',
    '‘Why behaviours matter’, to help',
    ',8,:Y 2HAVI\\RS MATT],01 TO HELP',
  ],
  [
    '7.1.1: the apostrophe of a plural is no quotation mark',
    'the National Police Chiefs’ Council',
    "! ,NA;NAL ,POLICE ,*IEFS' ,C\\NCIL",
  ],
  ['10.1.2: can’t; 10.5.2: enough', 'I can’t thank you enough for', ",I C'T ?ANK Y 5 ="],
  ['10.5.4: enough is spelt where nothing has upper dots', 'I cannot thank you enough.', ',I _C ?ANK Y 5\\<4'],
  ['10.5.1: no lower wordsign beside lower punctuation', 'what my concerns were. I felt', ':AT MY 3C]NS W]E4 ,I FELT'],
  [
    '3.21.1: percent; 6.3.1',
    '83% of core independent investigations completed within 12 months',
    '#HC.0 ( CORE 9DEP5D5T 9VE/IGA;NS COMPLET$ )9 #AB MON?S',
  ],
  ['6.2.1: the comma stays in numeric mode', 'Almost 60,000 calls and emails', ',ALM #FJ1JJJ CALLS & EMAILS'],
  [
    '6.7.1: dates follow print',
    'the period 1 April 2023 to 31 March 2024.',
    '! P]IOD #A ,APRIL #BJBC TO #CA ,M>* #BJBD4',
  ],
  [
    '6.3.1: the stroke ends numeric mode',
    'Our Impact Report 2023/24, which',
    '\\R ,IMPACT ,REPORT #BJBC_/#BD1 :'.replace('\\R', ',\\R'),
  ],
  ['3.1.1: ampersand', 'vulnerable people & children', 'VULN]ABLE P @& *N'],
  ['6.7.1 and 6.6.1: no numeric space in a postcode', 'Sale M33 0BW', ',SALE ,M#CC #J,,BW'],
  ['6.6.1: numeric spaces in a telephone number', '0300 020 0096', '#JCJJ"JBJ"JJIF'],
  ['6.6.1: and in the longest', '18001 0207 166 3000', '#AHJJA"JBJG"AFF"CJJJ'],
  ['8.4.2: capitals of a word, of a letter', 'PO Box 473', ',,PO ,BOX #DGC'],
  ['8.4.2: a name that was taken out', 'pleased with how XXX responded', 'PL1S$ ) H[ ,,XXX RESPOND$'],
  [
    '8.6.2 is not needed: the abbreviation in brackets',
    'Police Chiefs’ Council (NPCC) and',
    ',POLICE ,*IEFS\' ,C\\NCIL "<,,NPCC"> &',
  ],
  [
    '5.7.1: A cannot be misread; 10.1.1: but',
    'She expected Officer A to act on what she had told him, but he didn’t.',
    ",%E EXPECT$ ,(FIC] ,A TO ACT ON :AT %E _H TOLD HM1 B HE DIDN'T4",
  ],
  ['5.7.1: B alone would be “but”', 'another officer, Officer B, who had gone', 'ANO!R (FIC]1 ,(FIC] ;,B1 :O _H G"O'],
  ['5.7.1: X alone would be “it”', 'Follow us on X:', ',FOLL[ U ON ;,X3'],
  [
    '6.5 and 7.6: a number and a capital letter between quotation marks; round brackets',
    '“3 Es” pilot project (engage, educate, empower)',
    '8#C ,ES0 PILOT PROJECT "<5GAGE1 $UCATE1 EMP[]">',
  ],
  ['7.2.1: a dash keeps its spaces', 'empower – youth event', 'EMP[] ,- Y\\? EV5T'],
  ['7.2.5: a hyphen with spaces stays one', 'Our Impact - individuals', ',\\R ,IMPACT - 9DIVIDUALS'],
  [
    '7.3.1: print decides on the spaces around the dots; 10.3.1: for',
    '“… many thanks for…the empathy shown',
    '8444 _M ?ANKS =444! EMPA?Y %[N',
  ],
  ['7.3.1: four dots stay four', '“….a substantial stride', '84444A SUB/ANTIAL /RIDE'],
  ['7.1.1: square brackets; 8.4.2', '“[The IOPC] acted on their promise', '8.<,! ,,IOPC.> ACT$ ON _! PROMISE'],
  [
    '10.1.1: like stands alone between hyphens; 10.7: someone',
    '(a sack-like hood placed over someone’s head',
    '"<A SACK-L HOOD PLAC$ OV] "S"O\'S H1D',
  ],
  ['10.4.1: hyphens divide words, not rules', 'face-to-face, de-arrested, re-read', 'FACE-TO-FACE1 DE->RE/$1 RE-R1D'],
  [
    '3.7.1 and 10.12.3: an address in a line of its own is spelt',
    'enquiries@policeconduct.gov.uk',
    'ENQUIRIES@APOLICECONDUCT4GOV4UK',
    'ueb1',
  ],
  [
    '10.12.3, 8.3.1 and 6.3.1: capitals and a number in a web address',
    'https://www.smartsurvey.co.uk/s/ImpactReport2324/',
    'HTTPS3_/_/WWW4SMARTSURVEY4CO4UK_/S_/,IMPACT,REPORT#BCBD_/',
    'ueb1',
  ],
  [
    '2.5: without contractions each letter stands for itself',
    'He was told that people can’t',
    ",HE WAS TOLD THAT PEOPLE CAN'T",
    'ueb1',
  ],
];

test('sentences that are hard have the dots that the rules ask for', () => {
  for (const [rule, print, expected, code = 'ueb2'] of hard)
    assert.equal(dots(code, print), expected, `${print} (${rule})`);
});

test('the Welsh notes have the dots of Welsh braille, and no letter sign inside a word with an apostrophe', () => {
  assert.equal(dots('cy2', 'Yn y stori hon: trais gan swyddogion heddlu.'), ',YN Y / HON3 TRAIS GAN SWYDDOG.N HEDDLU4');
  assert.equal(
    dots('cy2', 'Daw’r un hwn o’r testun, ar ôl cyswllt â’r heddlu.'),
    ",DAW'R UN HWN O'R TE/UN1 > @OL CYSWLLT @A'R HEDDLU4",
  );
  assert.equal(dots('cy1', 'Yn y stori hon: marwolaeth.'), ',YN Y STORI HON3 MARWOLAE?4');
});

const columns = 40,
  rows = 25;
const numberAt = (text: string) => Number([...text].map(letter => 'JABCDEFGHI'.indexOf(letter)).join(''));

/** @returns the entries of the contents, some of which take several lines, each with its page */
function entriesOf(lines: readonly string[]): { words: string; page: number }[] {
  const entries: { words: string; page: number }[] = [];
  let words = '';
  for (const line of lines) {
    const end = line.length === columns ? /^(.*?) (?:"{2,}| *) #([A-J]+)$/.exec(line) : undefined;
    words = `${words} ${(end?.[1] ?? line).trim()}`.trim();
    if (!end) {
      assert.ok(line.length <= columns - 6, `nothing stands in the column of page numbers: ${line}`);
      continue;
    }
    entries.push({ words, page: numberAt(end[2]!) });
    words = '';
  }
  return entries;
}

// The report is the same in both languages: each grade and each language once.
for (const { language, name, brf, grade, pef } of inSweep(books, [books[0]!, books[3]!])) {
  const pages = pagesOf(brf),
    begins = firstPage(pages),
    about = `${name}, ${language}`;

  test(`no line has more than 40 cells, no page more than 25 lines, and none is empty (${about})`, () => {
    assert.ok(pages.length > 30 && begins > 2);
    assert.match(brf, /^[\x20-\x5f\r\n\f]*$/, 'only the 64 letters of ASCII braille');
    pages.forEach((page, place) => {
      assert.ok(page.length <= rows && page.length > 1, `page ${place + 1} has ${page.length} lines`);
      for (const line of page)
        assert.ok(
          line.length <= columns && line === line.trimEnd(),
          `page ${place + 1}: ${line.length} cells: ${line}`,
        );
    });
  });

  test(`each page but the first carries the running head and its own number (${about})`, () => {
    pages.slice(1).forEach(([head], place) => {
      const found = /^ {3,}(\S.*\S) {3,}#([A-J]+)$/.exec(head!);
      assert.ok(found, head);
      assert.equal(head!.length, columns);
      assert.equal(numberAt(found[2]!), place + 2);
      assert.equal(inPrint([found[1]!], grade)[0], 'Impact Report 2023/24');
    });
  });

  test(`the contents name every heading and the page it stands on (${about})`, () => {
    const lines = pages.slice(0, begins).flatMap(page => page.slice(1)),
      headings = piecesOf(editions[language]).filter(piece => piece.kind === 'heading');
    // Below the word that stands over the page numbers.
    const joined = entriesOf(lines.slice(lines.findLastIndex(line => /^ {20,}\S+$/.test(line)) + 1));
    assert.deepEqual(
      inPrint(
        joined.map(entry => entry.words),
        grade,
      ).map(plain),
      headings.map(heading => plain(heading.words)),
    );
    joined.forEach(entry => {
      const page = pages[entry.page - 1]!.slice(1)
        .map(line => line.trim())
        .join(' ');
      assert.ok(page.includes(entry.words), `page ${entry.page} does not hold ${entry.words}`);
    });
  });

  test(`no heading stands at the foot of a page, parted from its text (${about})`, () => {
    const headings = new Set(
      piecesOf(editions[language])
        .filter(piece => piece.kind === 'heading')
        .map(heading => dots(`ueb${grade}`, heading.words)),
    );
    for (const page of pages.slice(begins)) {
      const tail = [page.at(-1)!, page.slice(-2).join(' '), page.slice(-3).join(' ')].map(text =>
        text.replace(/\s+/g, ' ').trim(),
      );
      for (const text of tail) assert.ok(!headings.has(text), text);
    }
  });

  test(`no word and no number is divided: the dots of every text stand whole, parted by spaces only (${about})`, () => {
    const file = reportLines(pages).join(' ');
    for (const text of textsOfReport(editions[language].report).filter(text => !/www\.|@/.test(text)))
      assert.ok(file.includes(dots(`ueb${grade}`, text)), text);
  });

  test(`the PEF file holds the same pages, and says how large they are (${about})`, () => {
    const xml = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(pef, 'text/xml');
    const all = (
      tag: string,
      of: { getElementsByTagName(tag: string): ArrayLike<{ textContent: string | null }> } = xml,
    ) => [...Array.from(of.getElementsByTagName(tag))];
    const volume = xml.getElementsByTagName('volume')[0]!;
    assert.equal(xml.documentElement!.getAttribute('version'), '2008-1');
    assert.deepEqual(
      ['cols', 'rows', 'rowgap', 'duplex'].map(attribute => volume.getAttribute(attribute)),
      ['40', '25', '0', 'true'],
    );
    assert.equal(all('dc:format')[0]!.textContent, 'application/x-pef+xml');
    assert.equal(all('dc:date')[0]!.textContent, editions[language].changed);
    const inPef = Array.from(xml.getElementsByTagName('page')).map(page =>
      all('row', page).map(row => toAscii(row.textContent ?? '')),
    );
    assert.deepEqual(inPef, pages);
  });
}

test('what is ours stands between transcriber’s note indicators, Welsh braille between those of another code', () => {
  for (const { language, brf } of books) {
    const text = pagesOf(brf)
      .slice(firstPage(pagesOf(brf)))
      .flatMap(page => page.slice(1))
      .join('\n');
    const notes = piecesOf(editions[language]).filter(({ kind }) => kind === 'note').length;
    const found = text.match(/@\.<.*?@\.>/gs) ?? [];
    assert.equal(found.length, notes);
    for (const note of found) assert.equal(/^@\.<\^\('.*\^\)@\.>$/s.test(note), language === 'cy', note);
  }
});

test('the same input makes the same bytes', async () => {
  for (const language of languages) assert.deepEqual(await format.make(editionOf(language)), made[language]);
});
