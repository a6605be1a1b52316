/**
 * A small drawing below a figure. It says nothing that the sentence above it does not, so it is an artefact: seen, not
 * heard.
 */
import { blockRows, dotsOf, five, rowLength } from '../../pages/elements/stat-drawing.js';
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

/** A figure to draw, what one dot stands for, and the line that says so. */
export interface Drawing {
  statistic: Statistic;
  scale: number;
  says: string;
}

/** How far one dot is from the next: the same in all drawings of an edition. */
const stepOf = (size: number) => (size > 12 ? 7.5 : 6);
const lineLength = (step: number) => step * 37.5;
/** How far a row is below the first one. */
const below = (row: number, step: number) => row * step + (Math.floor(row / blockRows) * step) / 2;
const kindOf = ({ statistic, scale }: Drawing) =>
  statistic.value === undefined
    ? undefined
    : statistic.unit === 'percent'
      ? 'share'
      : statistic.unit === 'year'
        ? 'years'
        : dotsOf(statistic, scale)
          ? 'dots'
          : undefined;

/**
 * @returns how much room the drawing of a statistic takes, in points, with the space around it; 0 where there is none
 */
export function drawingHeight(drawing: Drawing, size: number): number {
  const kind = kindOf(drawing);
  if (!kind) return 0;
  return kind === 'dots' ? scaleBaseline(drawing, size) + size * 0.4 + 5 : 24;
}

/** @returns how far below the top of a drawing the line about its dots stands, in points; 0 where it has no dots */
export function scaleBaseline({ statistic, scale }: Drawing, size: number): number {
  const dots = dotsOf(statistic, scale),
    step = stepOf(size);
  return dots ? 5 + below(Math.ceil(dots / rowLength) - 1, step) + step + size * 1.2 : 0;
}

function dots(canvas: Canvas, count: number, x: number, y: number, step: number, colour: string): void {
  canvas
    .lineWidth(step * 0.68)
    .lineCap('round')
    .dash(0.01, { space: step - 0.01 });
  for (let drawn = 0; drawn < count; drawn += five) {
    const inRow = drawn % rowLength,
      left = x + inRow * step + ((inRow / five) * step) / 2 + step / 2;
    const top = y + below(Math.floor(drawn / rowLength), step) + step / 2;
    // A dash that begins where a path ends is not drawn: the path goes a little further.
    canvas.moveTo(left, top).lineTo(left + (Math.min(five, count - drawn) - 1) * step + 0.1, top);
  }
  canvas.stroke(colour);
}

/** Draws a statistic with its upper left corner at x and y. `rest` is the colour of what is not filled. */
export function drawStatistic(
  canvas: Canvas,
  drawing: Drawing,
  x: number,
  y: number,
  size: number,
  colour: string,
  rest: string,
): void {
  const { statistic, scale } = drawing,
    kind = kindOf(drawing),
    value = statistic.value ?? 0,
    step = stepOf(size),
    top = y + 5;
  canvas.save();
  if (kind === 'dots') {
    dots(canvas, dotsOf(statistic, scale), x, top, step, colour);
    // A dashed rule, as round all that is ours, over the line that says the scale.
    const rule = y + scaleBaseline(drawing, size) - size;
    canvas
      .lineWidth(0.6)
      .lineCap('butt')
      .dash(2, { space: 2 })
      .moveTo(x, rule)
      .lineTo(x + lineLength(step), rule)
      .stroke(colour);
  }
  if (kind === 'share') {
    const width = lineLength(step);
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
