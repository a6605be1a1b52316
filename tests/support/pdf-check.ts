/**
 * What PDF/UA-1 (ISO 14289-1) asks of a file, as far as a machine can tell (after the Matterhorn Protocol 1.1): veraPDF
 * is neither on npm nor in Debian. Every fault is told in words.
 */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { contentsOf, type PageContent } from './pdf-content.js';
import { allOf, dictOf, entry, isElement, listOf, name, opened, treeOf, wordsOf, type Element } from './pdf-tree.js';

/** The words of an element, in the order of the structure. `pass` says which elements to leave out. */
export function textOf(
  element: Element,
  pages: readonly PageContent[],
  pass: (element: Element) => boolean = () => false,
): string {
  if (pass(element)) return '';
  const inside = element.kids
    .map(kid =>
      isElement(kid) ? textOf(kid, pages, pass) : 'mcid' in kid ? (pages[kid.page]?.texts.get(kid.mcid) ?? '') : '',
    )
    .join('');
  return ['Quote', 'Link', 'Reference'].includes(element.type) ? inside : ` ${inside} `;
}
export const tidy = (text: string): string => text.split(/\s+/u).filter(Boolean).join(' ');

function ofDocument(pdf: PDFDocument): string[] {
  const { catalog } = pdf;
  const metadata = entry(pdf, catalog, 'Metadata');
  const xml = metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString() : '';
  const title = pdf.getTitle() ?? '';
  return [
    !/^[a-z]{2}(-[A-Z]{2})?$/.test(wordsOf(entry(pdf, catalog, 'Lang')) ?? '') && 'the file does not say its language',
    String(dictOf(entry(pdf, catalog, 'MarkInfo'))?.get(name('Marked'))) !== 'true' &&
      'the file does not say that it is tagged',
    String(dictOf(entry(pdf, catalog, 'ViewerPreferences'))?.get(name('DisplayDocTitle'))) !== 'true' &&
      'its window does not show its title',
    !/<pdfuaid:part>1<\/pdfuaid:part>/.test(xml) && 'the metadata do not name PDF/UA-1',
    (!title || !xml.includes(`>${title}</rdf:li>`)) && 'its title is missing, or not the same in the metadata',
  ].filter(fault => fault !== false);
}

const parentsOf: Record<string, readonly string[]> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};
const kidsOf: Record<string, readonly string[]> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
};

function ofElements(tree: Element, pages: readonly PageContent[]): string[] {
  const faults: string[] = [],
    ids = new Set<string>();
  let level = 0;
  const look = (element: Element, parent?: Element): void => {
    const { type, alt, id, kids } = element,
      said = () => `${type} “${tidy(textOf(element, pages)).slice(0, 40)}”`;
    const heading = /^H(\d)$/.exec(type);
    if (heading) {
      if (Number(heading[1]) > level + 1) faults.push(`${said()} comes after a heading of level ${level}`);
      level = Number(heading[1]);
      if (!tidy(textOf(element, pages))) faults.push(`${type} is empty`);
    }
    if (type === 'Figure' && !alt) faults.push(`${said()} has no text that stands for it`);
    if (type === 'Note' && (!id || ids.has(id))) faults.push(`${said()} has no id of its own`);
    if (id) ids.add(id);
    if (type === 'Table' && !allOf(element).some(each => each.type === 'TH')) faults.push(`${said()} has no headers`);
    if (type === 'TH' && !element.scope) faults.push(`${said()} does not say whether it heads a row or a column`);
    if (type === 'Link' && !kids.some(kid => 'annotation' in kid)) faults.push(`${said()} has no area to press`);
    if (parentsOf[type] && !parentsOf[type].includes(parent?.type ?? ''))
      faults.push(`${said()} stands in ${parent?.type}`);
    for (const kid of kids) {
      if (!isElement(kid)) {
        if (kidsOf[type]) faults.push(`${said()} holds words that stand in none of its ${kidsOf[type][0]}`);
        continue;
      }
      if (kidsOf[type] && !kidsOf[type].includes(kid.type)) faults.push(`${said()} holds a ${kid.type}`);
      look(kid, element);
    }
  };
  look(tree);
  return faults;
}

/** @returns the numbers of a number tree, which may have branches */
function numbersIn(pdf: PDFDocument, tree: PDFDict | undefined): Map<number, unknown> {
  const pairs = listOf(tree && entry(pdf, tree, 'Nums'));
  const own = pairs.flatMap((key, index) =>
    index % 2 ? [] : [[(key as PDFNumber).asNumber(), pairs[index + 1]] as [number, unknown]],
  );
  return new Map([
    ...own,
    ...listOf(tree && entry(pdf, tree, 'Kids')).flatMap(kid => [...numbersIn(pdf, dictOf(pdf.context.lookup(kid)))]),
  ]);
}

function ofPages(pdf: PDFDocument, tree: Element, pages: readonly PageContent[]): string[] {
  const faults: string[] = [];
  const parents = numbersIn(pdf, dictOf(entry(pdf, dictOf(entry(pdf, pdf.catalog, 'StructTreeRoot'))!, 'ParentTree')));
  const owner = new Map(
    allOf(tree).flatMap(element =>
      element.kids.flatMap(kid => ('mcid' in kid ? [[`${kid.page} ${kid.mcid}`, element] as const] : [])),
    ),
  );
  const ofAnnotation = new Map(
    allOf(tree).flatMap(element =>
      element.kids.flatMap(kid => ('annotation' in kid ? [[kid.annotation.toString(), element] as const] : [])),
    ),
  );
  pdf.getPages().forEach(({ node }, index) => {
    const fault = (words: string) => faults.push(`page ${index + 1}: ${words}`);
    const { texts, faults: own } = pages[index]!;
    own.forEach(fault);
    if (String(node.get(name('Tabs'))) !== '/S') fault('the Tab key does not follow the structure');
    const key = node.get(name('StructParents'));
    const list = key instanceof PDFNumber ? pdf.context.lookup(parents.get(key.asNumber()) as PDFRef) : undefined;
    for (const mcid of texts.keys()) {
      const element = owner.get(`${index} ${mcid}`);
      if (!element) fault(`content ${mcid} stands in no element`);
      else if (!(list instanceof PDFArray) || list.get(mcid) !== element.ref)
        fault(`content ${mcid} does not lead to its element`);
    }
    for (const ref of listOf(entry(pdf, node, 'Annots'))) {
      const annotation = pdf.context.lookup(ref, PDFDict),
        element = ofAnnotation.get(ref.toString());
      if (element?.type !== 'Link') fault('a link is in no Link of the structure');
      if (!tidy(wordsOf(entry(pdf, annotation, 'Contents')) ?? '')) fault('a link does not say where it goes');
      const parent = annotation.get(name('StructParent'));
      if (!(parent instanceof PDFNumber) || parents.get(parent.asNumber()) !== element?.ref)
        fault('a link does not lead to its element');
    }
  });
  for (const [place] of owner) {
    const [page, mcid] = place.split(' ').map(Number) as [number, number];
    if (!pages[page]?.texts.has(mcid))
      faults.push(`page ${page + 1}: an element asks for content ${mcid}, which is not there`);
  }
  return faults;
}

function ofFonts(pdf: PDFDocument): string[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const font = dictOf(object);
    if (font?.get(name('Type')) !== PDFName.of('Font') || /CIDFont/.test(String(font.get(name('Subtype'))))) return [];
    const inner = dictOf(pdf.context.lookup(listOf(entry(pdf, font, 'DescendantFonts'))[0])) ?? font;
    const descriptor = dictOf(entry(pdf, inner, 'FontDescriptor'));
    const what = String(font.get(name('BaseFont')));
    return [
      !['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor?.get(name(key))) &&
        `the font ${what} is not in the file`,
      !font.get(name('ToUnicode')) && `the letters of ${what} have no meaning`,
    ].filter(fault => fault !== false);
  });
}

/** @returns the bookmarks, each with its depth from 1 */
function bookmarksOf(pdf: PDFDocument, above: PDFDict | undefined, depth = 1): string[] {
  const words: string[] = [];
  for (let item = dictOf(above && entry(pdf, above, 'First')); item; item = dictOf(entry(pdf, item, 'Next'))) {
    words.push(`${depth} ${wordsOf(entry(pdf, item, 'Title'))}`, ...bookmarksOf(pdf, item, depth + 1));
  }
  return words;
}

function ofBookmarks(pdf: PDFDocument, tree: Element, pages: readonly PageContent[]): string[] {
  const headings = allOf(tree)
    .filter(({ type }) => /^H\d$/.test(type))
    .map(element => `${element.type[1]} ${tidy(textOf(element, pages))}`);
  const bookmarks = bookmarksOf(pdf, dictOf(entry(pdf, pdf.catalog, 'Outlines')));
  if (headings.join('\n') === bookmarks.join('\n')) return [];
  const first = headings.find((each, index) => each !== bookmarks[index]) ?? 'the end';
  return [`the bookmarks are not the headings: ${bookmarks.length} and ${headings.length}, first at ${first}`];
}

/** @returns every fault of a file, in words; none when it is as PDF/UA-1 asks, as far as a machine can tell */
export async function faultsOf(file: Uint8Array): Promise<string[]> {
  const pdf = await opened(file);
  if (!pdf.catalog.get(name('StructTreeRoot'))) return [...ofDocument(pdf), 'the file has no structure'];
  const pages = await contentsOf(file),
    tree = treeOf(pdf);
  return [
    ...ofDocument(pdf),
    ...ofElements(tree, pages),
    ...ofPages(pdf, tree, pages),
    ...ofFonts(pdf),
    ...ofBookmarks(pdf, tree, pages),
  ];
}
