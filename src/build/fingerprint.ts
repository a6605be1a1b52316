/** What tells one text of the report from a corrected one. */
import { createHash } from 'node:crypto';
import type { Report } from '../model/report/model.js';
import { textsOfReport } from '../model/report/words.js';

/** @returns eight digits in two groups, made from every word: another word anywhere gives another mark */
export const fingerprintOf = (report: Report): string =>
  createHash('sha256').update(textsOfReport(report).join('\n')).digest('hex').slice(0, 8).replace(/^.{4}/, '$&\u00a0');
