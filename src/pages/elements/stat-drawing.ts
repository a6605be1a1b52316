/**
 * A small drawing of a figure, from its value alone: a line for a share, dots for a count, stations for a row of years.
 */
import { nothing, svg, html, type TemplateResult } from 'lit';
import type { Statistic } from '../../model/report/model.js';

/** Dots in a full row; the styles leave a wider gap after each ten. */
export const rowLength = 50;
const step = 3,
  gap = 1.5;
const width = rowLength * step + (rowLength / 10) * gap;
/** Above this a drawing at the common scale would be longer than a screen, so there is none. */
export const mostDots = 5000;

/**
 * How far a row of `count` dots runs from the centre of its first dot to just past the centre of its last, in drawing
 * units. A dash that begins where a path ends is not drawn.
 */
const reach = (count: number) => (count - 1) * step + Math.floor((count - 1) / 10) * gap + 0.1;

/**
 * @returns the path of `count` dots, one dot for one: full rows, then the rest. The styles' dashes turn it into dots.
 */
export function dotsPath(count: number): string {
  const full = Math.floor(count / rowLength),
    rest = count % rowLength;
  const row = reach(rowLength);
  const rows = Array.from({ length: full }, (_, index) => (index ? `m-${row} ${step}` : 'M1.5 1.5') + `h${row}`);
  if (rest) rows.push((full ? `m-${row} ${step}` : 'M1.5 1.5') + `h${reach(rest)}`);
  return rows.join('');
}

const drawing = (kind: string, height: number, inside: unknown): TemplateResult =>
  html`<svg class=${kind} viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}</svg>`;

/**
 * @returns a drawing of a statistic, hidden from assistive technology because the sentence beside it says the same;
 * nothing where the report gives no number that can be drawn
 */
export function statDrawing({ value, unit, approximate }: Statistic): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  if (unit === 'percent') {
    const part = Math.round(1455 * value) / 1000;
    return drawing('share', 12, svg`<path d="M6 6H151.5"></path><path d="M6 6h${part}"></path>`);
  }
  if (unit === 'year') {
    const stations = Array.from({ length: value }, (_, index) => {
      const x = 6 + index * 20;
      return svg`<circle cx=${x} cy="6" r="4"></circle>`;
    });
    return drawing('years', 12, svg`<path d="M6 6h${(value - 1) * 20}"></path>${stations}`);
  }
  if (approximate || value > mostDots) return nothing;
  return drawing('dots', Math.ceil(value / rowLength) * step, svg`<path d=${dotsPath(value)}></path>`);
}
