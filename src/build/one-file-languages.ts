/**
 * Weaves the page in English and the page in Welsh into one: what both have stands in it once, what only one has is
 * marked with its language.
 */
import { diffArrays } from 'diff';
import type { Element, ElementContent, Root } from 'hast';
import { markupOf, treeOf } from './markup.js';

type Edition = 'en' | 'cy';

/** What a node is apart from its language and from what is in it. Two of the same kind can be one. */
const kindOf = (node: ElementContent): string =>
  node.type === 'element' ? JSON.stringify([node.tagName, { ...node.properties, lang: undefined }]) : '';

/** @returns a node that only one language has, marked with it */
function only(language: Edition, node: ElementContent): ElementContent {
  const marks = { lang: language, dataIn: language };
  if (node.type === 'element') return { ...node, properties: { ...node.properties, ...marks, ...langOf(node) } };
  const isBlank = node.type === 'text' && !node.value.trim();
  return isBlank ? node : { type: 'element', tagName: 'span', properties: marks, children: [node] };
}

const langOf = ({ properties: { lang } }: Element) => (lang === undefined ? {} : { lang });

/**
 * The mark of a language stays where both pages agree on it: where the Welsh page says "English", and where both say
 * the same.
 */
function both(english: ElementContent, welsh: ElementContent): ElementContent[] {
  if (english.type !== 'element' || welsh.type !== 'element')
    return markupOfOne(english) === markupOfOne(welsh) ? [english] : [only('en', english), only('cy', welsh)];
  const { lang, ...properties } = welsh.properties;
  const agree = lang === 'en' || lang === english.properties['lang'];
  const children = weave(english.children, welsh.children);
  return [{ ...english, properties: { ...properties, ...(agree && langOf(welsh)) }, children }];
}

const markupOfOne = (node: ElementContent) => markupOf({ type: 'root', children: [node] });

/**
 * Finds the longest row of nodes that the two have in common (Myers 1986), so that each says what it said, in order.
 */
function weave(english: ElementContent[], welsh: ElementContent[]): ElementContent[] {
  const there = welsh.values();
  const here = english.values();
  const next = (nodes: ArrayIterator<ElementContent>) => nodes.next().value as ElementContent;
  return diffArrays(english.map(kindOf), welsh.map(kindOf)).flatMap(({ value, added, removed }) =>
    value.flatMap(() =>
      added ? only('cy', next(there)) : removed ? only('en', next(here)) : both(next(here), next(there)),
    ),
  );
}

const idsIn = (nodes: ElementContent[]): string[] =>
  nodes.flatMap(node =>
    node.type === 'element' ? [String(node.properties['id'] ?? ''), ...idsIn(node.children)] : [],
  );

/**
 * @param english the page in English, as markup
 * @param welsh the same page in Welsh
 * @returns a page in which everything that both have stands once. What only one has carries `data-in` with its
 * language, and without the pieces of the other, each page reads as it did
 * @throws Error when an id would stand in it twice
 */
export function inBothLanguages(english: string, welsh: string): string {
  const children = weave(treeOf(english).children as ElementContent[], treeOf(welsh).children as ElementContent[]);
  const ids = idsIn(children).filter(Boolean);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Error(
      `The one file cannot be made: in English and in Welsh the element "${twice}" has different attributes, ` +
        'so its id would stand there twice.',
    );
  const woven: Root = { type: 'root', children };
  return markupOf(woven);
}
