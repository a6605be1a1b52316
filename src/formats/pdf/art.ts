/**
 * What is seen and not heard: the sign of a part, the line that runs down the pages, slips, frames, page numbers. All
 * are artefacts.
 */
import type { Frame, LineNumber } from './blocks.js';
import type { Measure } from './lines.js';
import { sheet, type Look } from './looks.js';
import { write, type Paper } from './paper.js';
import type { Page, PlacedFrame, PlacedLine } from './lay-out.js';
import { deep } from './styles.js';

/** Everything that `draw` draws is no part of what is read. */
export function artefact(paper: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  paper.markContent('Artifact', { type });
  draw();
  paper.endMarkedContent();
}

const postWidth = ({ size }: Look) => (size > 12 ? 9 : 7);
/** The middle of the line that runs beside the words. */
const postAt = ({ margins, size }: Look) => margins.left - (size > 12 ? 34 : 36);

/** A line that comes from the right edge at the height `y`, bends, and runs down at `x` until `end`. */
function bend(paper: Paper, x: number, y: number, radius: number, end: number, width: number, colour: string): void {
  paper
    .lineWidth(width)
    .lineCap('butt')
    .moveTo(sheet.width, y)
    .lineTo(x + radius, y)
    .quadraticCurveTo(x, y, x, y + radius)
    .lineTo(x, end)
    .stroke(colour);
}

const four = [1, 2, 3, 4] as const;

function cover(paper: Paper, look: Look, { bottom }: PlacedFrame): void {
  const { colours } = look;
  const width = 13,
    step = 19,
    left = 52,
    top = 54;
  paper.rect(0, 0, sheet.width, bottom).fill(colours['block-0']);
  for (const line of four) {
    const x = left + (line - 1) * step;
    bend(paper, x, top + (line - 1) * step, 92 - (line - 1) * 14, bottom, width, colours[`signal-${line}`]);
    paper.lineWidth(width).moveTo(x, bottom).lineTo(x, sheet.height).stroke(deep(look, line));
  }
  paper.circle(left + 3 * step + 58, top + 3 * step + 52, 17).fill(colours['on']);
}

function sign(paper: Paper, look: Look, { frame, bottom }: PlacedFrame): void {
  const { colours } = look;
  const { line } = frame,
    x = postAt(look),
    width = postWidth(look);
  paper.rect(0, 0, sheet.width, bottom).fill(colours[`block-${line}`]);
  if (!frame.four) bend(paper, x, 22, 22, bottom, width, colours[`signal-${line}`]);
  // At the last sign all four lines come back to the reader.
  else
    for (const each of four)
      bend(paper, x - (each - 1) * 9 + 9, 40 - each * 9, 22, bottom, 5, colours[`signal-${(5 - each) as LineNumber}`]);
}

function slip(paper: Paper, look: Look, { frame, top, bottom }: PlacedFrame): void {
  const { margins, colours, size } = look;
  if (look.tinted)
    paper
      .roundedRect(margins.left, top, sheet.width - margins.left - margins.right, bottom - top, size * 0.6)
      .fill(colours[`tint-${frame.line}`]);
  paper
    .lineWidth(size > 12 ? 6 : 4)
    .moveTo(margins.left + 3, top + (look.tinted ? 8 : 0))
    .lineTo(margins.left + 3, bottom - (look.tinted ? 8 : 0))
    .stroke(deep(look, frame.line));
}

function noteFrame(paper: Paper, { margins, colours }: Look, { top, bottom }: PlacedFrame): void {
  paper
    .save()
    .lineWidth(1.2)
    .dash(5, { space: 4 })
    .roundedRect(margins.left, top, sheet.width - margins.left - margins.right, bottom - top, 6)
    .stroke(colours.edge)
    .restore();
}

const kinds: Record<Frame['kind'], (paper: Paper, look: Look, frame: PlacedFrame) => void> = {
  cover,
  sign,
  slip,
  note: noteFrame,
};

/** The line down the page, below its sign if there is one. */
function post(paper: Paper, look: Look, line: LineNumber, from: number): void {
  const x = postAt(look);
  paper.lineWidth(postWidth(look)).lineCap('butt').moveTo(x, from).lineTo(x, sheet.height).stroke(deep(look, line));
}

function station(paper: Paper, look: Look, { block, top, height }: PlacedLine): void {
  const x = postAt(look),
    width = postWidth(look);
  paper
    .lineWidth(width * 0.55)
    .circle(x, top + height / 2, width * 1.15)
    .fillAndStroke(look.colours.page, deep(look, block.line));
}

/** Everything behind the words of a page; words stand on it only where it is one plain colour. */
export function drawGround(paper: Paper, look: Look, page: Page): void {
  artefact(paper, () => {
    if (look.page) paper.rect(0, 0, sheet.width, sheet.height).fill(look.page);
    const { post: line } = page.of;
    const above = page.frames.find(({ frame }) => frame.kind === 'sign');
    for (const frame of page.frames)
      kinds[frame.frame.kind](paper, look, frame.frame.kind === 'sign' ? { ...frame, top: 0 } : frame);
    if (line !== undefined) post(paper, look, line, above?.bottom ?? 0);
    for (const each of page.lines) if (each.first && each.block.station) station(paper, look, each);
  });
}

/**
 * The page number, large, always in the same place, and beside it where one is: the first of the heads that there is
 * room for.
 */
export function drawFoot(paper: Paper, look: Look, number: number, heads: readonly string[], measure: Measure): void {
  const { margins, size, colours, text } = look;
  const baseline = sheet.height - margins.bottom / 2 + size / 3;
  const large = { face: `${text}-700`, size: Math.max(size, 15), colour: colours.text } as const;
  const small = { face: `${text}-400`, size, colour: colours.quiet } as const;
  const at = sheet.width - margins.right - measure(String(number), large);
  const head = heads.find(words => margins.left + measure(words, small) + size < at);
  artefact(
    paper,
    () => {
      if (head) write(paper, head, margins.left, baseline, small);
      write(paper, String(number), at, baseline, large);
    },
    'Pagination',
  );
}
