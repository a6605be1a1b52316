/**
 * Braille for embossers and displays: contracted and uncontracted, 40 cells by 25 lines, made by liblouis
 * (https://liblouis.io).
 */
import type { Edition, Format, FormatFile } from '../format.js';
import { brailleDocument } from './document.js';
import type { Grade } from './drafts.js';
import { brf, pef } from './files.js';
import { lacksLiblouis } from './liblouis.js';

const grades = { 2: 'contracted', 1: 'uncontracted' } as const;

function filesOf(edition: Edition, grade: Grade): FormatFile[] {
  const {
      report,
      reading: { language },
      t,
      changed,
    } = edition,
    name = grades[grade];
  const { pages } = brailleDocument(edition, grade);
  const title = `${report.title}: ${report.series} ${report.period}`;
  const about = {
    title,
    creator: t('braille.creator'),
    language: report.lang ?? report.language,
    date: changed,
    identifier: `${report.series} ${report.period} ${language} ${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    description: t(`braille.${name}-edition`),
  };
  return [
    { ending: `-${name}.brf`, source: brf(pages), name: `braille.${name}-brf` },
    { ending: `-${name}.pef`, source: pef(pages, about), name: `braille.${name}-pef` },
  ];
}

export const format: Format = {
  name: 'braille',
  type: 'application/x-brf',
  languages: ['en', 'cy'],
  lacks: lacksLiblouis,
  make: edition => ([2, 1] as const).flatMap(grade => filesOf(edition, grade)),
};
