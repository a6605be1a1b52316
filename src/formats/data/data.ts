/**
 * The report's figures as data (JSON), for programs and for those who calculate. The table in a file is made beside the
 * view of figures (src/build/figures.ts).
 */
import { figureGroups } from '../../model/figure-groups.js';
import type { Edition, Format } from '../format.js';

/** @returns the figures, each under the headings where it stands; only `about` is ours */
export const dataOf = ({ report, reading, t, changed, site }: Edition): string =>
  `${JSON.stringify(
    {
      title: report.title,
      series: report.series,
      period: report.period,
      language: report.lang ?? report.language,
      about: { language: reading.language, text: t('data.file'), changed, ...(site && { site }) },
      groups: figureGroups(report),
    },
    null,
    2,
  )}\n`;

export const format: Format = {
  name: 'data',
  type: 'application/json',
  languages: ['en', 'cy'],
  make: edition => [{ ending: '-figures.json', source: dataOf(edition), name: 'data.name' }],
};
