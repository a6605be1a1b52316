/**
 * Says a page as a screen reader would: Chromium's accessibility tree as plain text, a line for each thing that is
 * heard.
 */
import type { CDPSession, KeyInput, Page, Protocol } from 'puppeteer-core';
import { whenSettled } from './choose-settings.js';

/**
 * One thing that is said: what it is and how it stands, in the screen reader's words; what it is called or says, in the
 * page's.
 */
export interface Said {
  what: string;
  words: string;
  states: readonly string[];
  lang: string;
}
export type Line = readonly Said[];

/** A node of the accessibility tree, with what only the document knows: its language, and whether it begins a line. */
interface Node {
  id: number;
  role: string;
  words: string;
  level: unknown;
  states: string[];
  focused: boolean;
  lang: string;
  block: boolean;
  parent: Node | undefined;
  children: Node[];
}

/**
 * What roles are called aloud. A role that is not here says its own name, so that nothing new in a page stays unheard.
 */
const aloud: Record<string, string> = {
  RootWebArea: 'document',
  contentinfo: 'content information',
  blockquote: 'quotation',
  image: 'graphic',
  SvgRoot: 'graphic',
  DisclosureTriangle: 'disclosure button',
  radio: 'radio button',
  checkbox: 'check box',
  textbox: 'edit',
  ColorWell: 'colour button',
};
/** They are nothing but what is in them. */
const silent = new Set(['none', 'generic', 'paragraph', 'listitem', 'ListMarker', 'status', 'strong', 'emphasis']);
/** They are said whole, by their name: what stands inside them is their name. */
const whole = new Set([
  'link',
  'button',
  'heading',
  'radio',
  'checkbox',
  'switch',
  'DisclosureTriangle',
  'slider',
  'spinbutton',
  'textbox',
  'combobox',
  'ColorWell',
  'image',
  'SvgRoot',
]);
/** Where they end is said too. */
const ended = new Set(['list', 'blockquote', 'group']);
/** Without a name they are not announced. */
const onlyNamed = new Set(['group', 'region', 'form']);
/** They name something else. Their words are heard with it, and not once more here. */
const labels = new Set(['LabelText', 'Legend']);

/** What is said in place of a name that should be there. */
export const nameless = 'without a name';

const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
const around = ({ parent }: Node): Node[] => (parent ? [...around(parent), parent] : []);
const nearest = (node: Node, role: string) => around(node).findLast(each => each.role === role);
const isSilent = ({ role, words }: Node) => silent.has(role) || labels.has(role) || (onlyNamed.has(role) && !words);
const textIn = (node: Node) =>
  all(node)
    .map(({ role, words }) => (role === 'StaticText' ? words : ''))
    .join('')
    .trim();

/** What only the document knows of a node. */
interface Facts {
  lang: string;
  block: boolean;
  valueText: string | undefined;
}

/** @returns for each node of the document its language, whether it begins a line, and its value in words */
async function factsOf(client: CDPSession): Promise<Map<number, Facts>> {
  const { documents, strings } = await client.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display'] });
  const { nodes, layout } = documents[0]!;
  const displays = new Map(
    layout.nodeIndex.map((node, index) => [node, strings[layout.styles[index]?.[0] ?? -1] ?? '']),
  );
  const langs: string[] = [];
  return new Map(
    nodes.backendNodeId!.map((id, index) => {
      const attributes = (nodes.attributes![index] ?? []).map(each => strings[each]!);
      const attribute = (name: string) =>
        attributes.find((_, place) => place % 2 === 1 && attributes[place - 1] === name);
      const lang = (langs[index] = attribute('lang') ?? langs[nodes.parentIndex![index]!] ?? '');
      const isElement = nodes.nodeType![index] === 1;
      return [
        id,
        {
          lang,
          block: isElement && !/^(inline|contents|$)/.test(displays.get(index) ?? ''),
          valueText: attribute('aria-valuetext'),
        },
      ];
    }),
  );
}

/**
 * The browser ignores a label of a radio button or a check box, but not always the words in it: after any change of
 * their look it shows them.
 */
const roleOf = ({ ignored, ignoredReasons = [], role }: Protocol.Accessibility.AXNode): string =>
  ignoredReasons.some(({ name }) => name === 'labelFor') ? 'LabelText' : ignored ? 'none' : String(role?.value);

type Properties = Partial<Record<string, unknown>>;
const propertiesOf = ({ properties = [] }: Protocol.Accessibility.AXNode): Properties =>
  Object.fromEntries(properties.map(({ name, value }) => [name, value.value]));

const statesOf = ({ checked, pressed, expanded, disabled, invalid }: Properties): string[] =>
  [
    checked === undefined ? '' : checked === 'true' ? 'checked' : 'not checked',
    pressed === undefined ? '' : pressed === 'true' ? 'pressed' : 'not pressed',
    expanded === undefined ? '' : expanded ? 'expanded' : 'collapsed',
    disabled ? 'unavailable' : '',
    invalid === 'true' ? 'invalid entry' : '',
  ].filter(Boolean);

/**
 * @returns the page as it stands when all of it is laid out, from its root. What the browser ignores stays in as
 * `none`: it says nothing, but it may begin a line.
 */
async function look(page: Page): Promise<Node> {
  // Where no assistive technology runs, Chromium makes no tree for what it does not draw yet.
  await page.$eval('html', root => {
    root.classList.remove('far');
  });
  await whenSettled(page);
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const facts = await factsOf(client);
  await client.detach();
  const known = new Map(nodes.map(node => [node.nodeId, node]));
  const grow = (found: Protocol.Accessibility.AXNode, parent?: Node): Node => {
    const { name, value, description, backendDOMNodeId: id = 0, childIds = [] } = found;
    const { lang = parent?.lang ?? '', block = false, valueText } = facts.get(id) ?? {};
    const properties = propertiesOf(found);
    const states = [valueText ?? value?.value, ...statesOf(properties), description?.value]
      .filter(state => state !== undefined && state !== '')
      .map(String);
    const node: Node = {
      id,
      role: roleOf(found),
      words: String(name?.value ?? ''),
      level: properties['level'],
      states,
      focused: properties['focused'] === true,
      lang,
      block,
      parent,
      children: [],
    };
    node.children = childIds.flatMap(child => {
      const each = known.get(child);
      return each ? [grow(each, node)] : [];
    });
    return node;
  };
  const root = grow(nodes.find(({ parentId }) => parentId === undefined)!);
  // The title's language is that of the root element.
  root.lang = root.children[0]?.lang ?? '';
  return root;
}

function whatOf(node: Node): string {
  if (node.role === 'heading') return `heading level ${node.level}`;
  if (node.role !== 'list') return aloud[node.role] ?? node.role;
  const items = all(node).filter(each => each.role === 'listitem' && nearest(each, 'list') === node).length;
  return `list with ${items} ${items === 1 ? 'item' : 'items'}`;
}

function placeOf(node: Node): string[] {
  if (node.role !== 'radio') return [];
  const others = all(nearest(node, 'group') ?? around(node)[0]!).filter(({ role }) => role === 'radio');
  return [`${others.indexOf(node) + 1} of ${others.length}`];
}

const saidOf = (node: Node): Said => ({
  what: whatOf(node),
  words: node.words || (whole.has(node.role) ? nameless : ''),
  states: [...node.states, ...placeOf(node)],
  lang: node.lang,
});

/** Words on their way into lines: what flows together in the page is one line. */
class Lines {
  readonly ready: Line[] = [];
  #open: Said[] = [];

  add(said: Said): void {
    const last = this.#open.at(-1);
    if (last && !last.what && !said.what && last.lang === said.lang) last.words += said.words;
    else this.#open.push({ ...said });
  }

  end(): void {
    const line = this.#open
      .map(said => ({ ...said, words: said.words.replace(/\s+/g, ' ').trim() }))
      .filter(({ what, words }) => what || words);
    if (line.length) this.ready.push(line);
    this.#open = [];
  }

  alone(said: Said): void {
    this.end();
    this.add(said);
    this.end();
  }
}

/** @returns whether the words of a label are the name of what it stands in or beside */
function isHeardElsewhere(label: Node): boolean {
  const group = nearest(label, 'group') ?? around(label)[0]!;
  return all(group).some(({ role, words }) => (whole.has(role) || role === 'group') && words === textIn(label));
}

function hearInto(lines: Lines, node: Node): void {
  if (node.role === 'StaticText') return lines.add({ what: '', words: node.words, states: [], lang: node.lang });
  if (node.role === 'LineBreak') return lines.end();
  if (labels.has(node.role) && isHeardElsewhere(node))
    return node.children.filter(({ role }) => role !== 'StaticText').forEach(child => hearInto(lines, child));
  if (node.block) lines.end();
  if (whole.has(node.role)) lines.add(saidOf(node));
  else if (isSilent(node)) node.children.forEach(child => hearInto(lines, child));
  else {
    lines.alone(saidOf(node));
    node.children.forEach(child => hearInto(lines, child));
    lines.end();
    if (ended.has(node.role))
      lines.alone({ what: `end of ${aloud[node.role] ?? node.role}`, words: '', states: [], lang: '' });
  }
  if (node.block) lines.end();
}

/** @returns what stands around a node and is announced when the reader comes into it from elsewhere */
const announced = (node: Node) => around(node).filter(each => !isSilent(each) && each.role !== 'RootWebArea');

/**
 * @param from selectors: only these passages are heard, each after what the reader comes into by going there; without
 * any, the whole page
 * @returns what is heard, line by line
 * @throws Error when there is no such passage, or nothing of it is shown
 */
export async function hear(page: Page, ...from: string[]): Promise<Line[]> {
  const root = await look(page);
  const lines = new Lines();
  let before: Node[] = [];
  for (const selector of from.length ? from : ['html']) {
    const id = await (await page.$(selector))?.backendNodeId();
    const passage = selector === 'html' ? root : all(root).find(node => node.id === id);
    if (!passage) throw new Error(`Nothing is heard at ${selector} in ${page.url()}.`);
    const now = announced(passage);
    for (const node of now) if (!before.includes(node)) lines.alone(saidOf(node));
    hearInto(lines, passage);
    lines.end();
    before = now;
  }
  return lines.ready;
}

/** @returns a line as text; words in another language than the page's carry its mark */
function asText(line: Line, pageLanguage: string): string {
  let before = pageLanguage;
  return line
    .map(({ what, words, states, lang }) => {
      const mark = words && lang !== before ? `[${lang}] ` : '';
      if (words) before = lang;
      return mark + [what, words, ...states].filter(Boolean).join(', ');
    })
    .join(' ');
}

const pageLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang);

/** @returns the same as `hear`, as text */
export async function speak(page: Page, ...from: string[]): Promise<string[]> {
  const language = await pageLanguage(page);
  return (await hear(page, ...from)).map(line => asText(line, language));
}

/**
 * Presses keys, one after the other.
 * @returns what is said at each stop: what the reader comes into, then the focused thing
 */
export async function focusWalk(page: Page, keys: readonly KeyInput[]): Promise<string[]> {
  const language = await pageLanguage(page);
  const focused = async () => all(await look(page)).findLast(({ focused }) => focused)!;
  let before = announced(await focused());
  const stops: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const stop = await focused();
    const now = announced(stop);
    const entered = now.filter(({ id }) => !before.some(each => each.id === id));
    stops.push([...entered, stop].map(node => asText([saidOf(node)], language)).join('; '));
    before = now;
  }
  return stops;
}

/**
 * Listens to the page's live regions, as screen readers do: to those that stand in the page once it is parsed. To be
 * called before the page is opened.
 * @returns what was said so far; it grows
 */
export async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('heard', (words: string) => {
    heard.push(words);
  });
  await page.evaluateOnNewDocument(() =>
    document.addEventListener(
      'readystatechange',
      () => {
        const { heard } = globalThis as unknown as { heard(words: string): void };
        for (const region of document.querySelectorAll('[role=status]')) {
          new MutationObserver(() => {
            if (region.textContent?.trim()) heard(region.textContent.trim());
          }).observe(region, { childList: true, characterData: true, subtree: true });
        }
      },
      { once: true },
    ),
  );
  return heard;
}

/**
 * Waits until something was said, whatever is said after it.
 * @param heard what `listen` gave
 * @param from how much of that was said before
 * @throws Error with what was said instead
 */
export async function whenHeard(heard: readonly string[], words: string | RegExp, from = 0): Promise<void> {
  const isIt = (said: string) => (typeof words === 'string' ? said === words : words.test(said));
  for (
    const end = Date.now() + 60_000;
    !heard.slice(from).some(isIt);
    await new Promise(done => setTimeout(done, 50))
  ) {
    if (Date.now() > end) throw new Error(`${words} was not said, but: ${JSON.stringify(heard.slice(from))}`);
  }
}
