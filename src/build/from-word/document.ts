/**
 * Reads a Word document as lines of published text. Nothing is passed over in silence: what cannot be taken is named,
 * with its place.
 */
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';

/** What a line is, by the name of its style. Word keeps these names in English, whatever language it speaks. */
const kinds = {
  'title': 'title',
  'subtitle': 'subtitle',
  'heading 1': 'part',
  'heading 2': 'section',
  'heading 3': 'story',
  'normal': 'paragraph',
  'body text': 'paragraph',
  'no spacing': 'paragraph',
  'quote': 'quote',
  'intense quote': 'quote',
  'quote source': 'source',
  'figure': 'figure',
  'contact': 'contact',
  'signature': 'signature',
  'list paragraph': 'item',
  'list bullet': 'item',
  'list number': 'item',
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];
/** Lines that Word, or the reader's own Word edition, adds to what is published. */
const added = /^(toc\b|header$|footer$|note from the reader$|table of figures$)/;

/**
 * `rows` are what line breaks part; `voices` the words set in the character style "Voice"; `label` what stands in bold
 * before a link or an address.
 */
export interface Line {
  kind: Kind;
  place: string;
  text: string;
  rows: string[];
  voices: string[];
  label: string;
  address?: string;
}
/** `source` is the text as it stands in the document, a line each; `remarks` are what somebody should look at. */
export interface WordText {
  lines: Line[];
  source: string;
  remarks: string[];
  faults: string[];
}

/** What mammoth makes of the document, as far as it is looked at here (https://github.com/mwilliamson/mammoth.js). */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  styleName?: string | null;
  isBold?: boolean;
  href?: string;
  breakType?: string;
  numbering?: object | null;
}

const cannot: Record<string, string> = {
  table: 'a table: write it as headings and lists, because a table cannot be read at 400% or in braille',
  image: 'a picture: write what it shows as text',
  noteReference: 'a footnote: write it into the text, where everyone will read it',
  checkbox: 'a tick box: write it as text',
};

/** Spaces that Word puts and readers do not see are ordinary ones here; the repairs of the content say so. */
const ordinary = (text: string) => text.replace(/\s+/gu, ' ').trim();
const start = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @returns the text of a piece of the document, line breaks as such */
const textOf = (node: Node): string =>
  ({ text: node.value ?? '', tab: '\t', break: node.breakType === 'line' ? '\n' : '' })[node.type] ??
  (node.children ?? []).map(textOf).join('');
const all = (node: Node, wanted: (node: Node) => boolean): Node[] =>
  wanted(node) ? [node] : (node.children ?? []).flatMap(child => all(child, wanted));

/** @returns what neighbours of one kind say together, because Word parts a word as it likes */
function joined(paragraph: Node, wanted: (run: Node) => boolean): string[] {
  const found: string[] = [];
  let before = false;
  for (const run of all(paragraph, ({ type }) => type === 'run')) {
    const is = wanted(run),
      words = textOf(run);
    if (is) found.push(before ? `${found.pop()}${words}` : words);
    // A run without words, such as a mark for the spelling, parts nothing.
    if (words) before = is;
  }
  return found.map(ordinary).filter(Boolean);
}

/** @returns what a paragraph of the document is; nothing when its style has no meaning here */
function kindOf({ numbering }: Node, style: string): Kind | undefined {
  return numbering && !style.startsWith('heading') ? 'item' : kinds[style as keyof typeof kinds];
}

function lineOf(node: Node, place: string, kind: Kind): Line {
  const raw = textOf(node),
    address = all(node, ({ type }) => type === 'hyperlink')[0]?.href;
  return {
    kind,
    place,
    text: ordinary(raw),
    rows: raw.split('\n').map(ordinary).filter(Boolean),
    voices: joined(node, run => run.styleName === 'Voice'),
    label: joined(node, run => !!run.isBold)[0] ?? '',
    ...(address && { address }),
  };
}

/** @returns the document as mammoth tells it */
async function documentIn(file: string): Promise<Node> {
  let document: Node = { type: 'document' };
  try {
    await mammoth.convertToHtml({ buffer: readFileSync(file) }, {
      transformDocument: (whole: Node) => (document = whole),
    } as Parameters<typeof mammoth.convertToHtml>[1]);
  } catch (error) {
    throw new Error(
      `${file} could not be read as a Word document (.docx): ${(error as Error).message}. Open it in Word, and ` +
        'save it as “Word Document (.docx)”.',
      { cause: error },
    );
  }
  return document;
}

/**
 * @param file path of a .docx
 * @returns its lines, in order, and everything that could not be taken
 * @throws Error when the file is not there, or is no Word document
 */
export async function readWord(file: string): Promise<WordText> {
  const lines: Line[] = [],
    source: string[] = [],
    remarks: string[] = [],
    faults: string[] = [];
  for (const [index, node] of ((await documentIn(file)).children ?? []).entries()) {
    const raw = textOf(node),
      style = (node.styleName ?? 'normal').toLowerCase();
    const place = `paragraph ${index + 1}${raw.trim() ? ` (“${start(ordinary(raw))}”)` : ''}`;
    for (const { type } of all(node, ({ type }) => type in cannot)) faults.push(`${place}: found ${cannot[type]}.`);
    if (node.type !== 'paragraph' || !raw.trim() || added.test(style)) continue;
    if (/^heading [4-9]/.test(style))
      faults.push(
        `${place}: found a heading of level ${style.slice(-1)}, expected: level 1 (parts), 2 (sections) or 3 ` +
          '(stories).',
      );
    const kind = kindOf(node, style);
    if (!kind)
      remarks.push(
        `${place} has the style “${node.styleName}”, which has no meaning here. It was imported as a plain paragraph.`,
      );
    source.push(raw);
    lines.push(lineOf(node, place, kind ?? 'paragraph'));
  }
  return { lines, source: `${source.join('\n')}\n`, remarks, faults };
}
