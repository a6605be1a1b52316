/** The drawings of figures, as markup for files that are no pages. */
import { nothing, type TemplateResult } from 'lit';
import { dotsOf, statDrawing } from '../pages/elements/stat-drawing.js';
import type { Statistic } from '../model/report/model.js';

/**
 * @returns a template of plain markup and numbers as well-formed text: nothing in a drawing needs escaping, a file
 * needs no marks of Lit's, and XML asks for quotes
 */
function markup(value: unknown): string {
  if (value === nothing) return '';
  if (Array.isArray(value)) return value.map(markup).join('');
  if (typeof value !== 'object' || !value) return String(value);
  const { strings, values } = value as TemplateResult;
  return strings
    .map(
      (text, index) =>
        text +
        (index === values.length ? '' : text.endsWith('=') ? `"${markup(values[index])}"` : markup(values[index])),
    )
    .join('');
}

/** How a figure is drawn: as a share of a line, as dots, or as stations for years. */
type Drawn = 'share' | 'dots' | 'years';

/**
 * @param scale what one dot stands for
 * @returns the drawing of a figure as SVG, well-formed, without its outer element, and how many dots it has; nothing
 * where it has none
 */
export function drawingOf(
  statistic: Statistic,
  scale: number,
): { kind: Drawn; viewBox: string; inside: string; dots: number } | undefined {
  const { unit } = statistic,
    kind = unit === 'percent' ? 'share' : unit === 'year' ? 'years' : 'dots';
  const [, viewBox, inside] =
    /^<svg [^>]*viewBox="([^"]+)"[^>]*>(.*)<\/svg>$/s.exec(markup(statDrawing(statistic, scale))) ?? [];
  return viewBox ? { kind, viewBox, inside: inside!, dots: dotsOf(statistic, scale) } : undefined;
}
