/**
 * The finished PDFs: tagged as PDF/UA-1 asks, and every word of the report in order in each. Needs pdftotext (Debian:
 * poppler-utils).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decodePDFRawStream,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFArray,
  type PDFDocument,
  type PDFRawStream,
} from '@cantoo/pdf-lib';
import { readContent } from '../../src/build/content.js';
import { editionOf } from '../../src/build/edition.js';
import { dayIn } from '../../src/model/words/day.js';
import type { Edition } from '../../src/formats/format.js';
import { looks, sheet, type Look } from '../../src/formats/pdf/looks.js';
import { makePdf } from '../../src/formats/pdf/pdf.js';
import { piecesOf } from '../../src/formats/pieces.js';
import { languages, type Language } from '../../src/model/words/translate.js';
import { inLanguage } from '../../src/model/report/language.js';
import { textsOfReport, words } from '../../src/model/report/words.js';
import { faultsOf, textOf, tidy } from '../support/pdf-check.js';
import { contentsOf } from '../support/pdf-content.js';
import {
  allOf,
  dictOf,
  entry,
  isElement,
  listOf,
  name,
  opened,
  treeOf,
  wordsOf,
  type Element,
} from '../support/pdf-tree.js';
import { pagesByPdftotext, wordsAlongStructure } from '../support/pdf-words.js';
import { inSweep, isSweep } from '../support/sweep.js';

const editionIn = (language: Language): Edition => ({ ...editionOf(language), site: 'https://example.org/report/' });
const every = languages.flatMap(language => looks.map(look => ({ edition: editionIn(language), look })));
/** The English one as most people get it, and the last Welsh one, whose print is largest. */
const editions = inSweep(every, [every[0]!, every[every.length - 1]!]);
const made = new Map<string, Promise<Uint8Array>>();
const called = ({ reading }: Edition, { ending }: Look) => `${reading.language}${ending}`;
function file(edition: Edition, look: Look): Promise<Uint8Array> {
  const key = called(edition, look);
  if (!made.has(key)) made.set(key, makePdf(edition, look));
  return made.get(key)!;
}
const ordinary = () => file(editionIn('en'), looks[0]!);

/** Our words on the cover and in the report, as they stand on the pages. */
const oursIn = (edition: Edition, { name: edited }: Look): string[] => [
  edition.t(edited),
  ...piecesOf(edition)
    .filter(piece => piece.kind === 'note')
    .filter(piece => piece.words !== edition.reading.t('note.welsh'))
    .map(piece => `${edition.reading.t('note.name')} ${piece.words}`),
  `${edition.reading.t('note.name')} ${edition.reading.t('note.drawings')}`,
];

/** Says where two lists of words part, in a few words rather than in thousands. */
function sameWords(found: readonly string[], published: readonly string[]): void {
  const at = published.findIndex((word, index) => word !== found[index]);
  if (at >= 0)
    assert.equal(
      found.slice(Math.max(0, at - 5), at + 8).join(' '),
      published.slice(Math.max(0, at - 5), at + 8).join(' '),
      `word ${at + 1}`,
    );
  assert.equal(found.length, published.length);
}

/** Each drawing of dots says what one stands for: three in ones, two in tens. @returns the words without them */
function withoutScales(shown: string, { reading }: Edition): string {
  let rest = shown;
  for (const [scale, times] of [
    [10, 2],
    [1, 3],
  ] as const) {
    const says = reading.t('note.scale', { scale });
    assert.equal(rest.split(says).length - 1, times, says);
    rest = rest.replaceAll(says, ' ');
  }
  return rest;
}

for (const { edition, look } of editions) {
  test(`${called(edition, look)} has no fault that a check of PDF/UA-1 finds`, async () =>
    assert.deepEqual(await faultsOf(await file(edition, look)), []));

  test(`${called(edition, look)} says every word of the report, once and in order, along its structure`, async () => {
    const published = textsOfReport(edition.report).flatMap(words);
    assert.equal(published.length, 4396);
    sameWords(await wordsAlongStructure(await file(edition, look), edition.t('pdf.ours')), published);
  });

  test(`${called(edition, look)} shows every word of the report, once and in order, to pdftotext`, async () => {
    const pages = pagesByPdftotext(await file(edition, look), sheet, look.margins.bottom);
    const [cover, ...rest] = pages;
    const first = rest.findIndex(page => page.startsWith(tidy(textsOfReport(edition.report)[3]!).slice(0, 30)));
    assert.ok(first > 0, 'the opening of the report begins a page');
    const contents = rest.slice(0, first).join(' ');
    for (const ours of [
      edition.t('pdf.oursAre'),
      edition.t('file.changed', { date: dayIn(edition.reading.language, edition.changed) }),
      edition.t('file.site', { site: edition.site }),
      ...(edition.reading.language === 'cy' ? [edition.reading.t('note.welsh')] : []),
    ])
      assert.ok(contents.includes(ours), ours);
    let shown = [cover, ...rest.slice(first)].join(' ');
    for (const ours of oursIn(edition, look)) {
      assert.equal(shown.split(ours).length, 2, `“${ours}” stands once`);
      shown = shown.replace(ours, ' ');
    }
    shown = withoutScales(shown, edition);
    // Only an address is longer than a line of very large print: it breaks after a slash, with nothing added.
    shown = shown.replaceAll('•', ' ').replace(/(https:\S+\/)\s(\S+\/)/, '$1$2');
    sameWords(words(shown), textsOfReport(edition.report).flatMap(words));
  });
}

/** @returns the page, counted from 0, of the first words in an element */
const pageOf = (element: Element): number => {
  for (const kid of element.kids) {
    if (isElement(kid)) return pageOf(kid);
    if ('page' in kid) return kid.page;
  }
  throw new Error('An element without words.');
};

test('each entry of the contents gives the page of its heading, and says so to whoever presses it', async () => {
  for (const { edition, look } of editions) {
    const bytes = await file(edition, look),
      pdf = await opened(bytes),
      tree = treeOf(pdf),
      pages = await contentsOf(bytes);
    const elements = allOf(tree),
      said = (element: Element) => tidy(textOf(element, pages));
    const headings = elements
      .filter(({ type, lang }) => /^H[234]$/.test(type) && lang === undefined)
      .map(element => `${said(element)} ${pageOf(element) + 1}`)
      .slice(1);
    const entries = elements.filter(({ type }) => type === 'TOCI').map(item => item.kids.filter(isElement)[0]!);
    assert.deepEqual(entries.map(said), headings, called(edition, look));
    const links = entries.map(
      reference => reference.kids.filter(isElement)[0]!.kids.find(kid => 'annotation' in kid)!.annotation,
    );
    const spoken = links.map(ref =>
      wordsOf(entry(pdf, pdf.context.lookup(ref, PDFDict), 'Contents'))!.replace(/, page (\d+)$/, ' $1'),
    );
    assert.deepEqual(spoken, headings.map(tidy), called(edition, look));
  }
});

test('in the Welsh edition the report is marked as English and our words as Welsh', async () => {
  const edition = editionIn('cy'),
    bytes = await file(edition, (isSweep ? looks[0] : looks.at(-1))!),
    pdf = await opened(bytes);
  assert.equal(wordsOf(entry(pdf, pdf.catalog, 'Lang')), 'en');
  const ours = allOf(treeOf(pdf)).filter(({ title }) => title === edition.t('pdf.ours'));
  assert.ok(ours.length > 5);
  assert.deepEqual([...new Set(ours.map(({ lang }) => lang))], ['cy']);
  // English headings inside the Welsh list of contents.
  assert.deepEqual(
    [
      ...new Set(
        allOf(treeOf(pdf))
          .filter(({ type }) => type === 'TOC')
          .flatMap(allOf)
          .filter(({ type }) => type === 'Link')
          .map(({ lang }) => lang),
      ),
    ],
    ['en'],
  );
});

test('in large print nothing is smaller than the print it is named for, and page numbers neither', async () => {
  for (const { edition, look } of editions) {
    const sizes = (await contentsOf(await file(edition, look))).flatMap(page => page.sizes);
    assert.equal(Math.min(...sizes), look.size, called(edition, look));
  }
});

test('each file is small enough for a slow connection', async () => {
  for (const { edition, look } of editions)
    assert.ok((await file(edition, look)).length < 250_000, called(edition, look));
});

test('a word that is missing on a page is missed in both ways of reading', async () => {
  const edition = editionIn('en'),
    pdf = await opened(await ordinary()),
    published = textsOfReport(edition.report).flatMap(words);
  redraw(pdf, 4, drawn => drawn.replace(/\[<[^\]]*\] TJ/, '[] TJ'));
  const broken = await pdf.save({ useObjectStreams: false });
  assert.throws(() => sameWords(published.slice(1), published));
  assert.ok((await wordsAlongStructure(broken, edition.t('pdf.ours'))).length < published.length);
  assert.ok(
    words(pagesByPdftotext(broken, sheet, looks[0]!.margins.bottom)[4]!).length <
      words(pagesByPdftotext(await ordinary(), sheet, looks[0]!.margins.bottom)[4]!).length,
  );
});

test('a passage that is there in Welsh is marked as Welsh, and every Welsh letter is in the file', async () => {
  const english = readContent().report,
    welsh = 'Mae’r dŵr yn ŷd, â’r tŷ’n wŷdd: Ŵyn.';
  const report = inLanguage(english, {
    language: 'cy',
    passages: { cardiff: { heading: 'Caerdydd', blocks: [{ type: 'paragraph', id: 'cardiff-1', text: welsh }] } },
  });
  const bytes = await makePdf({ ...editionIn('cy'), report }, looks[2]!),
    pages = await contentsOf(bytes),
    pdf = await opened(bytes);
  assert.deepEqual(await faultsOf(bytes), []);
  const passage = allOf(treeOf(pdf)).find(
    element => element.type === 'Sect' && tidy(textOf(element, pages)).startsWith('Caerdydd'),
  )!;
  assert.equal(passage.lang, 'cy');
  assert.ok(tidy(textOf(passage, pages)).endsWith(welsh));
  assert.ok(pagesByPdftotext(bytes, sheet, looks[2]!.margins.bottom).some(page => page.includes(welsh)));
});

test('links lead to the addresses of the report, and say which', async () => {
  const pdf = await opened(await ordinary());
  const links = pdf
    .getPages()
    .flatMap(({ node }) => listOf(entry(pdf, node, 'Annots')).map(ref => pdf.context.lookup(ref, PDFDict)));
  const outside = links.flatMap(link => {
    const to = wordsOf(entry(pdf, dictOf(entry(pdf, link, 'A'))!, 'URI'));
    return to ? [`${wordsOf(entry(pdf, link, 'Contents'))} → ${to}`] : [];
  });
  assert.deepEqual(outside, [
    'Read the report online or in other formats: https://example.org/report/ → https://example.org/report/',
    'www.policeconduct.gov.uk → https://www.policeconduct.gov.uk',
    'Follow us on X: @policeconduct → https://x.com/policeconduct',
    'Email us at: enquiries@policeconduct.gov.uk → mailto:enquiries@policeconduct.gov.uk',
    'Call us on: 0300 020 0096 → tel:03000200096',
    'Text relay: 18001 0207 166 3000 → tel:1800102071663000',
    'Give your feedback on this document at https://www.smartsurvey.co.uk/s/ImpactReport2324/ → ' +
      'https://www.smartsurvey.co.uk/s/ImpactReport2324/',
  ]);
});

/** A way to break a file, and what the check must then say. */
interface Break {
  what: string;
  says: RegExp;
  by: (pdf: PDFDocument) => void;
}

const dataOf = (pdf: PDFDocument, { ref }: Element) => pdf.context.lookup(ref, PDFDict);
const firstOf = (pdf: PDFDocument, type: string) =>
  dataOf(pdf, allOf(treeOf(pdf)).find(element => element.type === type)!);
const retype = (pdf: PDFDocument, from: string, to: string) => firstOf(pdf, from).set(name('S'), PDFName.of(to));
const firstLink = (pdf: PDFDocument) =>
  pdf.context.lookup(listOf(entry(pdf, pdf.getPages()[1]!.node, 'Annots'))[0], PDFDict);
const fontsOf = (pdf: PDFDocument) =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => dictOf(object))
    .filter(each => each !== undefined);
/** Replaces the words that a page is drawn with. */
function redraw(pdf: PDFDocument, page: number, change: (drawn: string) => string): void {
  const { node } = pdf.getPages()[page]!;
  const drawn = Buffer.from(
    decodePDFRawStream(pdf.context.lookup(node.get(name('Contents'))) as PDFRawStream).decode(),
  ).toString('latin1');
  const changed = change(drawn);
  assert.notEqual(changed, drawn);
  node.set(name('Contents'), pdf.context.register(pdf.context.flateStream(Buffer.from(changed, 'latin1'))));
}

const breaks: Break[] = [
  { what: 'no language', says: /does not say its language/, by: pdf => pdf.catalog.delete(name('Lang')) },
  {
    what: 'no mark of being tagged',
    says: /does not say that it is tagged/,
    by: pdf => pdf.catalog.delete(name('MarkInfo')),
  },
  { what: 'no structure', says: /has no structure/, by: pdf => pdf.catalog.delete(name('StructTreeRoot')) },
  {
    what: 'its title not shown',
    says: /window does not show its title/,
    by: pdf => pdf.catalog.delete(name('ViewerPreferences')),
  },
  { what: 'another title', says: /title is missing, or not the same/, by: pdf => pdf.setTitle('Document1') },
  { what: 'no metadata', says: /do not name PDF\/UA-1/, by: pdf => pdf.catalog.delete(name('Metadata')) },
  {
    what: 'words that are not tagged',
    says: /page 5: showText “W.*” is neither tagged nor an artefact/,
    by: pdf => redraw(pdf, 4, drawn => drawn.replace(/\/P <<[^>]*>> BDC([^]*?)EMC/, '$1')),
  },
  {
    what: 'a line drawn that is no artefact',
    says: /page 5: constructPath is neither tagged nor an artefact/,
    by: pdf => redraw(pdf, 4, drawn => drawn.replace(/\/Artifact <<[^>]*>> BDC([^]*?)EMC/, '$1')),
  },
  {
    what: 'a piece of content that no element asks for',
    says: /stands in no element/,
    by: pdf => redraw(pdf, 4, drawn => drawn.replace('/MCID 0', '/MCID 99')),
  },
  {
    what: 'a heading that jumps',
    says: /H4 “Foreword” comes after a heading of level 2/,
    by: pdf => dataOf(pdf, allOf(treeOf(pdf)).filter(({ type }) => type === 'H2')[1]!).set(name('S'), PDFName.of('H4')),
  },
  {
    what: 'a picture without words',
    says: /Figure .* has no text that stands for it/,
    by: pdf => retype(pdf, 'P', 'Figure'),
  },
  { what: 'a table without headers', says: /Table .* has no headers/, by: pdf => retype(pdf, 'L', 'Table') },
  {
    what: 'a header that does not say what it heads',
    says: /TH .* does not say whether it heads a row or a column/,
    by: pdf => retype(pdf, 'LBody', 'TH'),
  },
  { what: 'a list that holds words outside its items', says: /L .* holds a P/, by: pdf => retype(pdf, 'LI', 'P') },
  {
    what: 'a note without an id',
    says: /Note .* has no id of its own/,
    by: pdf => firstOf(pdf, 'Note').delete(name('ID')),
  },
  {
    what: 'a link without words',
    says: /a link does not say where it goes/,
    by: pdf => firstLink(pdf).delete(name('Contents')),
  },
  {
    what: 'a link without its way back to the structure',
    says: /a link does not lead to its element/,
    by: pdf => firstLink(pdf).delete(name('StructParent')),
  },
  {
    what: 'a link that is in no element',
    says: /a link is in no Link of the structure/,
    by: pdf => {
      const link = firstOf(pdf, 'Link'),
        kids = entry(pdf, link, 'K') as PDFArray;
      kids.remove(kids.size() - 1);
    },
  },
  {
    what: 'a Tab key that goes its own way',
    says: /the Tab key does not follow the structure/,
    by: pdf => pdf.getPages()[1]!.node.delete(name('Tabs')),
  },
  {
    what: 'a font that is not in the file',
    says: /is not in the file/,
    by: pdf =>
      fontsOf(pdf)
        .find(each => each.get(name('FontFile2')))!
        .delete(name('FontFile2')),
  },
  {
    what: 'letters without meaning',
    says: /have no meaning/,
    by: pdf =>
      fontsOf(pdf)
        .find(each => each.get(name('ToUnicode')))!
        .delete(name('ToUnicode')),
  },
  {
    what: 'a bookmark that is no heading',
    says: /bookmarks are not the headings/,
    by: pdf =>
      dictOf(entry(pdf, dictOf(entry(pdf, pdf.catalog, 'Outlines'))!, 'First'))!.set(
        name('Title'),
        PDFHexString.fromText('Page 1'),
      ),
  },
];

/** They try the check rather than the files: one for words, one for structure, one for fonts. */
const few = /words that are not tagged|picture without words|font that is not in/;
for (const { what, says, by } of inSweep(
  breaks,
  breaks.filter(({ what }) => few.test(what)),
)) {
  test(`the check notices ${what}`, async () => {
    const pdf = await opened(await ordinary());
    by(pdf);
    assert.match(
      (await faultsOf(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }))).join('\n'),
      says,
    );
  });
}
