/** A group of figures as a table: one row each, with the report's sentence, its drawing, and the figure as data. */
import { html, nothing, type TemplateResult } from 'lit';
import { markedLanguage, scaleLine } from '../../../pages/elements/our-note.js';
import { dotsOf, scaleOf, statDrawing } from '../../../pages/elements/stat-drawing.js';
import type { FigureGroup, Heading } from '../../../model/figure-groups.js';
import type { Statistic } from '../../../model/report/model.js';
import type { Language, Reading } from '../../../model/words/translate.js';
import type { FiguresWords } from './words.js';

type Figure = FigureGroup['figures'][number];

const columns = ['statement', 'figure', 'value', 'unit', 'approximate'] as const;

/**
 * What a column is called, the language of the page (numbers are written as it writes them), and the words that the
 * report's own drawings have.
 */
interface TableSetting {
  t: FiguresWords;
  language: Language;
  shared: Reading['t'];
}

/** @returns what stands in a row beside its sentence */
function cells({ figure, value, unit, approximate }: Figure, lang: string, { t, language }: TableSetting): unknown {
  // Only a browser that keeps to the markup knows a row whose parts are set one below the other; the roles say it again
  // (https://www.w3.org/TR/wai-aria-1.2/#table).
  if (value === undefined) return html`<td role="cell" colspan="4" aria-colspan="4">${t('none')}</td>`;
  const words = markedLanguage(lang, language);
  const cell = (column: 'figure' | 'value' | 'unit' | 'approximate', inside: unknown, marked: typeof words = nothing) =>
    html`<td role="cell" data-label=${t(`column.${column}`)}><span lang=${marked}>${inside}</span></td>`;
  return [
    cell('figure', figure, words),
    cell('value', new Intl.NumberFormat(language === 'en' ? 'en-GB' : language).format(value)),
    unit === 'percent' ? cell('unit', t('percent')) : cell('unit', unit, words),
    cell('approximate', t(approximate ? 'yes' : 'no')),
  ];
}

/** @returns a heading of the report, marked with its language */
export const headingText = ({ text, lang }: Heading, language: string) =>
  html`<span lang=${markedLanguage(lang, language)}>${text}</span>`;

/**
 * @param go is called when the reader wants to see the figures in the text
 * @returns the table, its caption, and the way to the same figures in the text
 */
export function figureTable(
  { heading, lang, figures }: FigureGroup,
  setting: TableSetting,
  go: () => void,
): TemplateResult {
  const { t, language, shared } = setting,
    statistics = figures.map(figure => ({ type: 'statistic' as const, ...figure })),
    scale = scaleOf(statistics);
  const head = columns.map(column => html`<th role="columnheader" scope="col">${t(`column.${column}`)}</th>`);
  const marked = markedLanguage(lang, language);
  const sentence = (figure: Statistic) => {
    const says = dotsOf(figure, scale) ? scaleLine({ t: shared, language }, scale) : nothing;
    const drawing = html`${statDrawing(figure, scale)}${says}`;
    return html`<th role="rowheader" scope="row" lang=${marked}>${figure.statement}${drawing}</th>`;
  };
  const row = (figure: Statistic) => html`<tr role="row">${sentence(figure)}${cells(figure, lang, setting)}</tr>`;
  return html`<table role="table"><caption>${headingText(heading, language)}</caption>
    <thead role="rowgroup"><tr role="row">${head}</tr></thead>
    <tbody role="rowgroup">${statistics.map(row)}</tbody></table>
    <p><button type="button" @click=${go}>${t('go')} ${headingText(heading, language)}</button></p>`;
}
