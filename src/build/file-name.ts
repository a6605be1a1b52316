/** What files that hold the report are called. */
import type { Report } from '../model/report/model.js';

/**
 * @returns where a file with the whole report stands, seen from the site's root: in a name of its own for each report.
 * @param rest what comes after that name, the ending included
 */
export const fileNameOf = ({ series, period }: Pick<Report, 'series' | 'period'>, rest = '.html'): string =>
  `files/${`${series} ${period}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}${rest}`;
