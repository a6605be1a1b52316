/** What the pages of a PDF show, by marked content: read with pdf.js, so with other code than wrote it. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of each marked content by its number, and what is painted outside of any tag and of any artefact. */
export interface PageContent {
  texts: Map<number, string>;
  artefacts: string /** The sizes of letters, in points. */;
  sizes: number[];
  faults: string[];
}

interface Glyph {
  unicode?: string;
  originalCharCode?: number;
}
type Args = unknown[] | null;

const painting = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.shadingFill,
  OPS.constructPath,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintFormXObjectBegin,
]);
const nameOf = (operator: number) =>
  Object.entries(OPS).find(([, number]) => number === operator)?.[0] ?? String(operator);

/** A piece of marked content that is open. */
interface Marked {
  tag: string;
  mcid: number | undefined;
}
const isArtefact = ({ tag }: Marked) => tag === 'Artifact';

function contentOf(operators: { fnArray: number[]; argsArray: unknown[] }): PageContent {
  const content: PageContent = { texts: new Map(), artefacts: '', sizes: [], faults: [] };
  const open: Marked[] = [];
  const seen = new Set<number>();
  const shown = (glyphs: (Glyph | number)[]) =>
    glyphs.map(glyph => (typeof glyph === 'object' ? (glyph.unicode ?? '') : '')).join('');
  const paint = (operator: number, args: Args) => {
    const glyphs = operator === OPS.showText ? (args![0] as (Glyph | number)[]) : [];
    const text = shown(glyphs);
    if (glyphs.some(glyph => typeof glyph === 'object' && glyph.originalCharCode === 0))
      content.faults.push(`a letter without a shape in “${text}”`);
    const at = open.findLast(({ mcid }) => mcid !== undefined);
    const artefact = open.some(isArtefact);
    if (artefact && at) content.faults.push(`an artefact and the tag ${at.tag} lie within each other`);
    if (artefact) content.artefacts += text;
    else if (at) content.texts.set(at.mcid!, (content.texts.get(at.mcid!) ?? '') + text);
    else content.faults.push(`${nameOf(operator)}${text && ` “${text}”`} is neither tagged nor an artefact`);
  };
  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index] as Args;
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag, mcid] = args as [string | { name: string }, number?];
      if (typeof mcid === 'number') {
        if (seen.has(mcid)) content.faults.push(`two pieces of content with the number ${mcid}`);
        seen.add(mcid);
        if (!content.texts.has(mcid)) content.texts.set(mcid, '');
      }
      open.push({ tag: typeof tag === 'string' ? tag : tag.name, mcid: mcid ?? undefined });
    } else if (operator === OPS.endMarkedContent) {
      if (!open.pop()) content.faults.push('the end of a piece of content that was not begun');
    } else if (operator === OPS.setFont) content.sizes.push(args![1] as number);
    else if (painting.has(operator)) paint(operator, args);
  });
  if (open.length) content.faults.push('a piece of content that does not end');
  return content;
}

const read = new WeakMap<Uint8Array, Promise<PageContent[]>>();

/** @returns what each page shows, in order; a file is read once */
export function contentsOf(file: Uint8Array): Promise<PageContent[]> {
  if (!read.has(file)) read.set(file, readContents(file));
  return read.get(file)!;
}

async function readContents(file: Uint8Array): Promise<PageContent[]> {
  const task = getDocument({ data: file.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(contentOf(await (await document.getPage(number)).getOperatorList()));
  await task.destroy();
  return pages;
}
