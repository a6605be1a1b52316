/** Opens an e-book and reads it as a reading system does: by its package, in the order of its spine. */
import { posix } from 'node:path';
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

interface Book {
  files: Record<string, Uint8Array>;
  opf: Document;
  documents: { file: string; document: Document }[];
}

/** @returns every element of a name, below a document or an element */
export const all = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagName(name));

/** @throws when a file is not well-formed */
export function openBook(bytes: Uint8Array): Book {
  const files = unzipSync(bytes),
    parse = (file: string, type = 'application/xml') =>
      new DOMParser({
        onError: (level, message) => {
          throw new Error(`${file}: ${level}: ${message}`);
        },
      }).parseFromString(strFromU8(files[file]!), type);
  const at = all(parse('META-INF/container.xml'), 'rootfile')[0]!.getAttribute('full-path')!,
    opf = parse(at);
  const items = new Map(all(opf, 'item').map(item => [item.getAttribute('id')!, item.getAttribute('href')!]));
  const documents = all(opf, 'itemref').map(ref => {
    const file = items.get(ref.getAttribute('idref')!)!;
    return { file, document: parse(posix.join(posix.dirname(at), file), 'application/xhtml+xml') };
  });
  return { files, opf, documents };
}

const inline = new Set(['a', 'b', 'q', 'span']);

/** @returns the text below a node that is the report's: without titles and what is marked as ours */
export function reportTextOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1 && node.nodeType !== 9) return '';
  const element = node as Element;
  if (element.nodeType === 1 && (element.hasAttribute('data-ours') || element.tagName === 'title')) return '';
  const inside = Array.from(node.childNodes).map(reportTextOf).join('');
  return inline.has(element.tagName) ? inside : ` ${inside} `;
}

/** @returns the language of an element: its own, or that of what it stands in */
export const languageOf = (element: Element): string =>
  element.getAttribute('lang') || languageOf(element.parentNode as Element);
