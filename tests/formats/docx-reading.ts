/** Reads a finished Word document: unzipped, its XML parsed, its paragraphs in order. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/**
 * What stands in a document in the order of reading; `style` is the id of the paragraph's style, `languages` those of
 * its runs.
 */
interface Written {
  style: string;
  text: string;
  languages: Set<string>;
  pictures: { description: string | null }[];
  element: Element;
}

interface Docx {
  names: string[];
  file(name: string): string;
  xml(name: string): Document;
  paragraphs: Written[];
}

/** @returns the elements of a name inside another, in order */
export const all = (within: Document | Element, tag: string): Element[] => Array.from(within.getElementsByTagName(tag));
/** @returns the value of an attribute of the first element of a name, if there is one */
export const valueOf = (within: Document | Element, tag: string, attribute = 'w:val'): string | null =>
  all(within, tag)[0]?.getAttribute(attribute) ?? null;

/** @returns the words of a paragraph: a line that is broken is a space, as a reader takes it */
const textOf = (paragraph: Element): string =>
  all(paragraph, '*')
    .map(node =>
      node.tagName === 'w:t'
        ? (node.textContent ?? '')
        : node.tagName === 'w:br'
          ? ' '
          : node.tagName === 'w:tab' && node.parentNode?.nodeName === 'w:r'
            ? '\t'
            : '',
    )
    .join('');

/** @returns a document as a program sees it @throws Error when a part is not well-formed XML */
export function readDocx(bytes: Uint8Array): Docx {
  const files = unzipSync(bytes),
    names = Object.keys(files);
  const file = (name: string) => strFromU8(files[name]!);
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const xml = (name: string) => parser.parseFromString(file(name), 'text/xml');
  for (const name of names) if (/\.(xml|rels)$/.test(name)) xml(name);
  const paragraphs = all(xml('word/document.xml'), 'w:p').map(
    (element): Written => ({
      element,
      style: valueOf(element, 'w:pStyle') ?? 'Normal',
      text: textOf(element),
      languages: new Set(all(element, 'w:r').map(run => valueOf(run, 'w:lang') ?? '')),
      pictures: all(element, 'wp:docPr').map(picture => ({ description: picture.getAttribute('descr') })),
    }),
  );
  return { names, file, xml, paragraphs };
}
