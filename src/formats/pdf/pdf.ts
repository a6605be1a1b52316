/** Tagged PDF (PDF/UA-1) on A4, ordinary and in large print: each edition set anew from the report's pieces. */
import { languages } from '../../model/words/translate.js';
import type { Edition, Format, FormatFile } from '../format.js';
import { formatWords } from '../../model/words/format-words.js';
import { draw } from './draw.js';
import { flow } from './flow.js';
import { looks, type Look } from './looks.js';
import { finished, measureOn, newPaper } from './paper.js';
import { placed } from './lay-out.js';

/** @returns one edition in one look, as a file @throws Error that says what could not be set */
export async function makePdf(edition: Edition, look: Look): Promise<Uint8Array> {
  const { report } = edition;
  const paper = newPaper(edition, look, report.lang ?? report.language);
  const measure = measureOn(paper);
  draw(
    paper,
    look,
    placed(flow(edition, look), look, measure),
    measure,
    `${report.series} ${report.period}`,
    (page, lang) => formatWords(lang === 'cy' ? 'cy' : 'en')('pdf.page', { page }),
  );
  return finished(paper);
}

export const format: Format = {
  name: 'pdf',
  type: 'application/pdf',
  languages,
  async make(edition: Edition): Promise<FormatFile[]> {
    const files: FormatFile[] = [];
    for (const look of looks)
      files.push({ ending: look.ending, source: await makePdf(edition, look), name: look.name });
    return files;
  },
};
