/**
 * A small drawing below a figure. It says nothing that the sentence above it does not, so it is an artefact: seen, not
 * heard.
 */
import { mostDots, rowLength } from '../../pages/elements/stat-drawing.js';
import type { Statistic } from '../../model/report/model.js';

/** Only what these drawings need of a page: y grows downwards, in points. */
export interface Canvas {
  save(): Canvas;
  restore(): Canvas;
  lineWidth(width: number): Canvas;
  lineCap(cap: 'butt' | 'round'): Canvas;
  dash(length: number, options: { space: number }): Canvas;
  moveTo(x: number, y: number): Canvas;
  lineTo(x: number, y: number): Canvas;
  circle(x: number, y: number, radius: number): Canvas;
  stroke(colour: string): Canvas;
  fill(colour: string): Canvas;
}

/** One dot is one, at one scale in all drawings of an edition. */
const stepOf = (size: number) => (size > 12 ? 5.4 : 4.2);
const ten = 10;
const widthOf = (step: number) => rowLength * step + ((rowLength / ten) * step) / 2;
const kindOf = ({ value, unit, approximate }: Statistic) =>
  value === undefined
    ? undefined
    : unit === 'percent'
      ? 'share'
      : unit === 'year'
        ? 'years'
        : approximate || value > mostDots
          ? undefined
          : 'dots';

/**
 * @returns how much room the drawing of a statistic takes, in points, with the space around it; 0 where there is none
 */
export function drawingHeight(statistic: Statistic, size: number): number {
  const kind = kindOf(statistic),
    step = stepOf(size);
  if (!kind) return 0;
  return kind === 'dots' ? Math.ceil(statistic.value! / rowLength) * step + 10 : 24;
}

function dots(canvas: Canvas, count: number, x: number, y: number, step: number, colour: string): void {
  canvas
    .lineWidth(step * 0.68)
    .lineCap('round')
    .dash(0.01, { space: step - 0.01 });
  for (let drawn = 0; drawn < count; drawn += ten) {
    const row = Math.floor(drawn / rowLength),
      left = x + (drawn % rowLength) * step + (((drawn % rowLength) / ten) * step) / 2 + step / 2;
    const top = y + row * step + step / 2;
    // A dash that begins where a path ends is not drawn: the path goes a little further.
    canvas.moveTo(left, top).lineTo(left + (Math.min(ten, count - drawn) - 1) * step + 0.1, top);
  }
  canvas.stroke(colour);
}

/** Draws a statistic with its upper left corner at x and y. `rest` is the colour of what is not filled. */
export function drawStatistic(
  canvas: Canvas,
  statistic: Statistic,
  x: number,
  y: number,
  size: number,
  colour: string,
  rest: string,
): void {
  const kind = kindOf(statistic),
    value = statistic.value ?? 0,
    step = stepOf(size),
    top = y + 5;
  canvas.save();
  if (kind === 'dots') dots(canvas, value, x, top, step, colour);
  if (kind === 'share') {
    const width = widthOf(step);
    canvas
      .lineWidth(9)
      .moveTo(x, top + 6)
      .lineTo(x + width, top + 6)
      .stroke(rest);
    canvas
      .lineWidth(9)
      .moveTo(x, top + 6)
      .lineTo(x + (width * value) / 100, top + 6)
      .stroke(colour);
  }
  if (kind === 'years') {
    canvas
      .lineWidth(3)
      .moveTo(x + 6, top + 6)
      .lineTo(x + 6 + (value - 1) * 26, top + 6)
      .stroke(colour);
    for (let year = 0; year < value; year++) canvas.circle(x + 6 + year * 26, top + 6, 6).fill(colour);
  }
  canvas.restore();
}
