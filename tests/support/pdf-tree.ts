/** The structure of a PDF as it is heard: read with pdf-lib from the objects themselves. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * An element of the structure, with its content in order: further elements, numbers of marked content by page, links’
 * areas.
 */
export interface Element {
  type: string;
  lang?: string;
  title?: string;
  alt?: string;
  id?: string;
  scope?: string;
  kids: (Element | { page: number; mcid: number } | { annotation: PDFRef })[];
  ref: PDFRef;
}
export const isElement = (kid: Element['kids'][number]): kid is Element => 'type' in kid;

export const name = (key: string): PDFName => PDFName.of(key);
/** @returns the words of a string object */
export const wordsOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : undefined);

/** @returns the file, ready to be looked at or broken */
export const opened = (file: Uint8Array): Promise<PDFDocument> => PDFDocument.load(file, { updateMetadata: false });

/** @returns what stands in a dictionary, with references followed */
export const entry = (pdf: PDFDocument, dictionary: PDFDict, key: string): PDFObject | undefined =>
  pdf.context.lookup(dictionary.get(name(key)));
export const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : undefined;
export const listOf = (object: PDFObject | undefined): PDFObject[] =>
  object instanceof PDFArray ? object.asArray() : object ? [object] : [];

/** @returns the element at the top of the structure @throws Error when there is none */
export function treeOf(pdf: PDFDocument): Element {
  const root = dictOf(entry(pdf, pdf.catalog, 'StructTreeRoot'));
  if (!root) throw new Error('The file has no structure.');
  const pages = pdf.getPages().map(({ ref }) => ref);
  const element = (ref: PDFRef): Element => {
    const data = pdf.context.lookup(ref, PDFDict);
    const own = data.get(name('Pg'));
    const kid = (object: PDFObject): Element['kids'][number] => {
      if (object instanceof PDFNumber) return { page: pages.indexOf(own as PDFRef), mcid: object.asNumber() };
      if (object instanceof PDFRef && nameOf(pdf.context.lookup(object, PDFDict).get(name('Type'))) !== 'OBJR')
        return element(object);
      const there = pdf.context.lookup(object, PDFDict);
      if (nameOf(there.get(name('Type'))) === 'OBJR') return { annotation: there.get(name('Obj')) as PDFRef };
      return {
        page: pages.indexOf((there.get(name('Pg')) ?? own) as PDFRef),
        mcid: (there.get(name('MCID')) as PDFNumber).asNumber(),
      };
    };
    const attributes = listOf(entry(pdf, data, 'A')).map(each => dictOf(pdf.context.lookup(each)));
    const optional = (key: keyof Element, value: string | undefined) => (value === undefined ? {} : { [key]: value });
    return {
      type: nameOf(data.get(name('S'))) ?? '',
      ref,
      kids: listOf(entry(pdf, data, 'K')).map(kid),
      ...optional('lang', wordsOf(data.get(name('Lang')))),
      ...optional('title', wordsOf(data.get(name('T')))),
      ...optional('alt', wordsOf(data.get(name('Alt')))),
      ...optional('id', wordsOf(data.get(name('ID')))),
      ...optional('scope', attributes.map(each => nameOf(each?.get(name('Scope')))).find(Boolean)),
    };
  };
  const [top] = listOf(entry(pdf, root, 'K'));
  return element(top as PDFRef);
}

/** @returns an element and all in it, each before what it holds */
export const allOf = (element: Element): Element[] => [element, ...element.kids.filter(isElement).flatMap(allOf)];
