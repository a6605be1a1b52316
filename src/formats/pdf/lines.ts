/** Words into lines: left aligned, broken at spaces only, never hyphenated. */
import type { Run, Style } from './blocks.js';

export type Measure = (text: string, style: Style) => number;

/** Words of one run in one line; `x` from the beginning of the line. */
export interface Fragment {
  run: Run;
  text: string;
  x: number;
  width: number;
}
export interface Line {
  fragments: Fragment[];
  width: number;
  size: number;
}

interface Piece {
  run: Run;
  text: string;
  width: number;
}
/** Pieces without a space between them, perhaps of several runs, and the space after them. */
interface Unit {
  pieces: Piece[];
  space?: Piece;
  width: number;
}

function unitsOf(runs: readonly Run[], width: number, measure: Measure): Unit[] {
  const units: Unit[] = [];
  let open: Unit | undefined;
  const add = (piece: Piece) => {
    if (!open) units.push((open = { pieces: [], width: 0 }));
    open.pieces.push(piece);
    open.width += piece.width;
  };
  for (const run of runs)
    for (const text of run.text.match(/\S+|\s+/g) ?? []) {
      const piece = { run, text, width: measure(text, run.style) };
      const space = !text.trim();
      // A line that ends in a lone hyphen would be taken for a broken word (pdftotext does), so a lone hyphen goes with
      // what follows.
      if (space && open?.pieces.at(-1)?.text !== '-') {
        if (open) open.space = piece;
        open = undefined;
        continue;
      }
      if (space || piece.width <= width) {
        add(piece);
        continue;
      }
      // Only an address is longer than a line. It breaks after a slash, with nothing added.
      for (const part of text.match(/.*?[^/:]\/|.+$/g) ?? [text]) {
        open = undefined;
        add({ run, text: part, width: measure(part, run.style) });
      }
    }
  return units;
}

function lineOf(units: readonly Unit[]): Line {
  const pieces = units.flatMap(({ pieces, space }) => (space ? [...pieces, space] : pieces));
  const fragments: Fragment[] = [];
  let x = 0;
  for (const { run, text, width } of pieces) {
    let fragment = fragments.at(-1);
    if (fragment?.run !== run) fragments.push((fragment = { run, text: '', x, width: 0 }));
    fragment.text += text;
    x += width;
    if (text.trim()) fragment.width = x - fragment.x;
  }
  const end = fragments.at(-1);
  return {
    fragments,
    width: end ? end.x + end.width : 0,
    size: Math.max(...fragments.map(({ run }) => run.style.size)),
  };
}

/**
 * @param width of a line, in points
 * @returns lines that are no wider, with the space between two lines at the end of the first, so that words stay apart
 * for whoever listens
 */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Unit[][] = [];
  let used = 0;
  for (const unit of unitsOf(runs, width, measure)) {
    const line = lines.at(-1);
    const space = line?.at(-1)?.space?.width ?? 0;
    if (!line || used + space + unit.width > width) {
      lines.push([unit]);
      used = unit.width;
    } else {
      line.push(unit);
      used += space + unit.width;
    }
  }
  return lines.map(lineOf);
}
