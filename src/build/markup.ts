/**
 * HTML as a tree, and as few bytes as HTML needs (parse5 reads it, hast-util-to-html writes it, hast-util-minify-
 * whitespace takes out the white space that nobody sees). So a template may be laid out for people.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { minifyWhitespace } from 'hast-util-minify-whitespace';
import { toHtml } from 'hast-util-to-html';

/** @returns all elements of a tree, in the order of the page */
export const elementsIn = ({ children }: Root | Element): Element[] =>
  (children as ElementContent[]).flatMap(child => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

/**
 * @returns whether a node is part of a page, and not a comment, such as Lit's markers for hydration: our elements adopt
 */
const isSeen = ({ type }: { type: string }) => type !== 'comment' && type !== 'doctype';

function withoutComments<Of extends { children: Root['children'] | ElementContent[] }>(node: Of): Of {
  const children = (node.children as ElementContent[]).filter(isSeen);
  for (const child of children) if (child.type === 'element') withoutComments(child);
  return Object.assign(node, { children });
}

/**
 * @param html what stands inside an element, such as `body`
 * @returns it as a tree, without comments and white space that nobody sees
 * @throws Error when it is not well formed, with the words at that place
 */
export function treeOf(html: string): Root {
  const read = fromHtml(html, {
    fragment: true,
    // Lit's server renderer marks where it leaves things out by `<?>`.
    unexpectedQuestionMarkInsteadOfTagName: false,
    onerror: ({ ruleId, place }) => {
      const at = place && 'start' in place ? (place.start.offset ?? 0) : 0;
      throw new Error(`This markup is not well formed (${ruleId}): ${html.slice(Math.max(0, at - 60), at + 60)}`);
    },
  });
  const tree = withoutComments(read);
  minifyWhitespace(tree);
  return tree;
}

/**
 * Stands after a tree while it is written: what comes after it in its page is not known, so its last end tag must stay.
 */
const something = { type: 'text', value: '.' } as const;

/**
 * @returns a tree as HTML: without the end tags that HTML lets one leave out
 * (https://html.spec.whatwg.org/#optional-tags) and the quotes that a plain value does not need (#unquoted)
 */
export const markupOf = ({ children }: Root): string =>
  toHtml(
    { type: 'root', children: [...children, something] },
    {
      allowDangerousCharacters: true,
      characterReferences: { useNamedReferences: true },
      collapseEmptyAttributes: true,
      omitOptionalTags: true,
      preferUnquoted: true,
    },
  ).slice(0, -something.value.length);
