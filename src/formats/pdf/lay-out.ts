/** Blocks onto pages: headings stay with what follows, no line is left alone, what must stand together does. */
import type { Block, Frame } from './blocks.js';
import { linesOf, type Line, type Measure } from './lines.js';
import { sheet, type Look } from './looks.js';
import { drawingHeight } from './stat-drawing.js';

export interface PlacedLine {
  block: Block;
  line: Line;
  x: number;
  top: number;
  height: number;
  first: boolean;
  last: boolean;
}
export interface PlacedFrame {
  frame: Frame;
  top: number;
  bottom: number;
}
export interface Page {
  lines: PlacedLine[];
  frames: PlacedFrame[];
  drawings: { block: Block; x: number; top: number }[];
  of: Block;
}

/**
 * A block with its lines. `head` and `foot` are the space in its frame above and below it, 0 where a neighbour goes on
 * in it.
 */
interface Prepared {
  block: Block;
  lines: Line[];
  heights: number[];
  head: number;
  foot: number;
  below: number;
}

const footOf = (frame: Frame | undefined) => frame?.foot ?? frame?.pad ?? 0;
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
/** A page break leaves at least this many lines on both sides. */
const together = 2;

function prepared(blocks: readonly Block[], { margins, size }: Look, measure: Measure): Prepared[] {
  const width = sheet.width - margins.left - margins.right;
  return blocks.map((block, index): Prepared => {
    const lines = linesOf(block.runs, width - block.indent - block.narrow, measure),
      { frame } = block;
    return {
      block,
      lines,
      heights: lines.map(line => line.size * block.leading),
      head: frame && blocks[index - 1]?.frame !== frame ? frame.pad : 0,
      foot: blocks[index + 1]?.frame !== frame ? footOf(frame) : 0,
      below: block.drawing ? drawingHeight(block.drawing, size) : 0,
    };
  });
}

/** How much must stand on one page, from the top of the block at `index`. */
function needed(list: readonly Prepared[], index: number): number {
  const each = list[index];
  if (!each) return 0;
  const next = list[index + 1];
  const { block, heights, head, foot, below } = each,
    around = head + foot;
  if (block.withNext)
    return sum(heights) + around + (!next || next.block.newPage ? 0 : next.block.before + needed(list, index + 1));
  const few = block.whole || heights.length < together * 2;
  return around + (few ? sum(heights) + below : sum(heights.slice(0, together)));
}

/** How many of `heights` fit into `room`. */
function fitting(heights: readonly number[], room: number): number {
  let used = 0;
  const over = heights.findIndex(height => (used += height) > room);
  return over < 0 ? heights.length : over;
}

class Pages {
  readonly pages: Page[] = [];
  readonly #list: readonly Prepared[];
  readonly #look: Look;
  readonly #bottom: number;
  #y = 0;

  constructor(list: readonly Prepared[], look: Look) {
    this.#list = list;
    this.#look = look;
    this.#bottom = sheet.height - look.margins.bottom;
    list.forEach((each, index) => this.#place(each, index));
  }

  get #page(): Page {
    return this.pages.at(-1)!;
  }
  /** Signs keep what follows at a distance. */
  #before({ block }: Prepared): number {
    const above = this.#page.lines.at(-1)?.block.frame;
    return !this.#page.lines.length
      ? 0
      : block.before + (above?.kind === 'sign' && above !== block.frame ? this.#look.size : 0);
  }

  #turn(block: Block): void {
    this.pages.push({ lines: [], frames: [], drawings: [], of: block });
    this.#y = this.#look.margins.top;
  }

  /** How many of the lines from `from` on stand on this page. */
  #take({ block, heights }: Prepared, index: number, from: number): number {
    const rest = heights.length - from,
      room = this.#bottom - this.#y;
    const fit = fitting(heights.slice(from), room - footOf(block.frame)),
      fresh = !this.#page.lines.length;
    if (fit === rest) {
      const next = this.#list[index + 1],
        goesOn = block.endsWithNext && next && rest >= together * 2;
      // Otherwise what follows, such as who signs, would stand alone on a page.
      return goesOn && sum(heights.slice(from)) + next.block.before + needed(this.#list, index + 1) > room
        ? rest - together
        : rest;
    }
    if (block.whole && fresh)
      throw new Error(
        `“${block.runs[0]!.text.slice(0, 40)}” must stand together and does not fit on a page of ${this.#look.ending}.`,
      );
    const take = block.whole ? 0 : Math.min(fit, rest - together);
    return take >= together ? take : fresh ? Math.max(1, fit) : 0;
  }

  #put({ block, lines, heights }: Prepared, from: number, take: number): void {
    const { frame } = block,
      top = this.#y - (frame?.pad ?? 0);
    lines.slice(from, from + take).forEach((line, index) => {
      const height = heights[from + index]!;
      this.#page.lines.push({
        block,
        line,
        x: this.#look.margins.left + block.indent,
        top: this.#y,
        height,
        first: line === lines[0],
        last: line === lines.at(-1),
      });
      this.#y += height;
    });
    if (!frame || !take) return;
    const bottom = this.#y + footOf(frame),
      open = this.#page.frames.find(each => each.frame === frame);
    if (open) open.bottom = bottom;
    else this.#page.frames.push({ frame, top, bottom });
  }

  #place(each: Prepared, index: number): void {
    const { block, lines, below, head, foot } = each;
    const full = () =>
      this.#page.lines.length > 0 &&
      (block.newPage || this.#y + block.before + needed(this.#list, index) > this.#bottom);
    if (!this.pages.length || full()) this.#turn(block);
    this.#y += this.#before(each) + head;
    for (let from = 0; from < lines.length; ) {
      const take = this.#take(each, index, from);
      this.#put(each, from, take);
      from += take;
      if (from < lines.length) {
        this.#turn(block);
        this.#y += block.frame?.pad ?? 0;
      }
    }
    if (below) this.#page.drawings.push({ block, x: this.#look.margins.left + block.indent, top: this.#y });
    this.#y += below + foot;
  }
}

/** @returns the pages, in order @throws Error when a block that must stand together is taller than a page */
export const placed = (blocks: readonly Block[], look: Look, measure: Measure): Page[] =>
  new Pages(prepared(blocks, look, measure), look).pages;
