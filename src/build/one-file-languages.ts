/**
 * Weaves the page in English and the page in Welsh into one: what both have stands in it once, what only one has is
 * marked with its language.
 */

interface Element {
  name: string;
  attributes: string;
  children: Node[];
}
type Node = string | Element;

/** As HTML lets one leave them out (https://html.spec.whatwg.org/#optional-tags), and as prerendering does. */
const endsParagraph = /^(p|ul|h[1-6]|div|section|blockquote)$/;
const isVoid = /^(input|br|img|hr|wbr)$/;

/**
 * @returns markup as a tree
 * @param markup from our own templates: every start tag has its end tag, but for paragraphs, list items and void
 * elements
 */
function treeOf(markup: string): Node[] {
  const root: Element = { name: '', attributes: '', children: [] };
  const open = [root];
  const last = () => open.at(-1)!;
  for (const [token, end, name, attributes] of markup.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|[^<]+/g)) {
    if (!name) last().children.push(token);
    else if (end) {
      while (last().name !== name && last() !== root) open.pop();
      if (last() === root) throw new Error(`The one file cannot be made: "${token}" ends nothing that is open.`);
      open.pop();
    } else {
      if (last().name === 'p' && endsParagraph.test(name)) open.pop();
      if (last().name === 'li' && name === 'li') open.pop();
      const element: Element = { name, attributes: attributes!, children: [] };
      last().children.push(element);
      if (!isVoid.test(name) && !attributes!.endsWith('/')) open.push(element);
    }
  }
  return root.children;
}

const markupOf = (nodes: readonly Node[]): string =>
  nodes
    .map(node =>
      typeof node === 'string'
        ? node
        : `<${node.name}${node.attributes}>${isVoid.test(node.name) || node.attributes.endsWith('/') ? '' : `${markupOf(node.children)}</${node.name}>`}`,
    )
    .join('');

/** Finds an attribute, and not what looks like one inside the value of another: a title may say anything. */
const attribute = (name: string) => new RegExp(`^((?: [^ =]+(?:=(?:"[^"]*"|[^ "]*))?)*?) ${name}="?([\\w-]+)"?`);
const [mark, identity] = [attribute('lang'), attribute('id')];
const languageOf = (attributes: string) => mark.exec(attributes)?.[2];
const withoutLanguage = (attributes: string) => attributes.replace(mark, '$1');

/**
 * Two nodes of the same kind can be one: texts, and elements that differ in nothing but their language and what is in
 * them.
 */
const kindOf = (node: Node): string =>
  typeof node === 'string' ? '' : `${node.name}${withoutLanguage(node.attributes)}`;

/** @returns a node that only one language has, marked with it */
function only(language: 'en' | 'cy', node: Node): Node {
  if (typeof node === 'string')
    return node.trim() ? { name: 'span', attributes: ` lang=${language} data-in=${language}`, children: [node] } : node;
  return {
    ...node,
    attributes: `${node.attributes}${languageOf(node.attributes) ? '' : ` lang=${language}`} data-in=${language}`,
  };
}

/**
 * The mark of a language stays where both pages agree on it: where the Welsh page says "English", and where both say
 * the same.
 */
function both(english: Node, welsh: Node): Node[] {
  if (typeof english === 'string' || typeof welsh === 'string')
    return english === welsh ? [english] : [only('en', english), only('cy', welsh)];
  const [here, there] = [english.attributes, welsh.attributes].map(languageOf);
  const attributes = there === 'en' || here === there ? welsh.attributes : withoutLanguage(welsh.attributes);
  return [{ name: english.name, attributes, children: weave(english.children, welsh.children) }];
}

/**
 * Finds the longest row of nodes that the two have in common, so that what is left out of either leaves what each says,
 * in its order.
 */
function weave(english: readonly Node[], welsh: readonly Node[]): Node[] {
  const longest = Array.from({ length: english.length + 1 }, () => new Array<number>(welsh.length + 1).fill(0));
  const same = (one: number, other: number) => kindOf(english[one]!) === kindOf(welsh[other]!);
  for (let one = english.length - 1; one >= 0; one--)
    for (let other = welsh.length - 1; other >= 0; other--) {
      longest[one]![other] = same(one, other)
        ? 1 + longest[one + 1]![other + 1]!
        : Math.max(longest[one + 1]![other]!, longest[one]![other + 1]!);
    }
  const woven: Node[] = [];
  let one = 0,
    other = 0;
  while (one < english.length || other < welsh.length) {
    if (one < english.length && other < welsh.length && same(one, other))
      woven.push(...both(english[one++]!, welsh[other++]!));
    else if (other >= welsh.length || (one < english.length && longest[one + 1]![other]! >= longest[one]![other + 1]!))
      woven.push(only('en', english[one++]!));
    else woven.push(only('cy', welsh[other++]!));
  }
  return woven;
}

/**
 * @param english the page in English, as markup
 * @param welsh the same page in Welsh
 * @returns a page in which everything that both have stands once. What only one has carries `data-in` with its
 * language, and without the pieces of the other, each page reads as it did
 * @throws Error when the markup is not well formed, or an id would stand in it twice
 */
export function inBothLanguages(english: string, welsh: string): string {
  const woven = markupOf(weave(treeOf(english), treeOf(welsh)));
  const ids = [...woven.matchAll(/<[a-z][\w-]*((?:"[^"]*"|[^">])*)>/g)]
    .map(([, attributes]) => identity.exec(attributes!)?.[2])
    .filter(id => id !== undefined);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Error(
      `The one file cannot be made: in English and in Welsh the element "${twice}" has different attributes, so its id would stand there twice.`,
    );
  return woven;
}
