/**
 * A small drawing of a figure, from its value alone: a line for a share, dots for a count, stations for a row of years.
 */
import { nothing, svg, html, type TemplateResult } from 'lit';
import type { Statistic } from '../../model/report/model.js';

/** Dots are counted by fives in a row of twenty-five, and by rows in a block of a hundred: a wider gap follows each. */
export const rowLength = 25,
  five = 5,
  blockRows = 4;
const step = 3,
  gap = 1.5;
/** The dashes that turn a path into dots, as they stand in the styles of the page (src/pages/styles/page.css). */
export const dashes = '0 3 0 3 0 3 0 3 0 4.5';
/** More dots than these nobody counts: a drawing of so many is longer than a screen. */
const mostDots = 500;
/** What one dot stands for where that would be too many. */
const tens = 10;
/** At tens a number is rounded: where it has fewer dots than these, the drawing would no longer be true. */
const fewestTens = 10;

const isCounted = ({ value, unit, approximate }: Statistic) =>
  value !== undefined && unit !== 'percent' && unit !== 'year' && !approximate;

/**
 * @param group the figures that stand together: they are compared, so one dot is the same in all their drawings
 * @returns what one dot stands for
 */
export const scaleOf = (group: readonly Statistic[]): number =>
  group.some(each => isCounted(each) && each.value! > mostDots && each.value! <= mostDots * tens) ? tens : 1;

/** @returns how many dots a figure is drawn with at this scale; none where it cannot be drawn with dots */
export function dotsOf(statistic: Statistic, scale: number): number {
  const dots = isCounted(statistic) ? Math.round(statistic.value! / scale) : 0;
  return dots > mostDots || (scale > 1 && dots < fewestTens) ? 0 : dots;
}

/**
 * How far a row of `count` dots runs from the centre of its first dot to past the centre of its last, in drawing
 * units. A dash that begins where a path ends is not drawn.
 */
const reach = (count: number) => (count - 1) * step + Math.floor((count - 1) / five) * gap + 1;
/** How far a row is below the first one. */
const below = (row: number) => row * step + Math.floor(row / blockRows) * gap;

/**
 * @returns the path of `count` dots: full rows, then the rest. The styles' dashes turn it into dots. Each row is told
 * from the one before, because what is told in the same words is packed small.
 */
export function dotsPath(count: number): string {
  const row = reach(rowLength);
  return Array.from({ length: Math.ceil(count / rowLength) }, (_, index) => {
    const dots = Math.min(rowLength, count - index * rowLength);
    const start = index ? `m-${row} ${below(index) - below(index - 1)}` : 'M1.5 1.5';
    return `${start}h${reach(dots)}`;
  }).join('');
}

const width = rowLength * step + (rowLength / five - 1) * gap;
const drawing = (kind: string, height: number, inside: unknown): TemplateResult =>
  html`<svg class=${kind} viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}</svg>`;

/**
 * @param scale what one dot stands for
 * @returns a drawing of a statistic, hidden from assistive technology because the sentence beside it says the same;
 * nothing where the report gives no number that can be drawn
 */
export function statDrawing(statistic: Statistic, scale: number): TemplateResult | typeof nothing {
  const { value = 0, unit } = statistic;
  if (unit === 'percent')
    return drawing('line', 6, svg`<path d="M3 3H78"></path><path d="M3 3h${(75 * value) / 100}"></path>`);
  if (unit === 'year') {
    const stations = Array.from({ length: value }, (_, index) => `M${3 + index * 10} 3h.1`).join('');
    return drawing('line', 6, svg`<path d="M3 3h${(value - 1) * 10}"></path><path d=${stations}></path>`);
  }
  const dots = dotsOf(statistic, scale);
  if (!dots) return nothing;
  return drawing('dots', below(Math.ceil(dots / rowLength) - 1) + step, svg`<path d=${dotsPath(dots)}></path>`);
}
