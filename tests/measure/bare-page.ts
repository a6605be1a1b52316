/** The report's words and nothing else: no page of the report can be lighter. */
import { readContent, reportIn } from '../../src/build/content.js';
import type { Language } from '../../src/model/words/translate.js';
import { textsOfReport } from '../../src/model/report/words.js';

/** @returns the published words of the report, in order */
export const wordsIn = (language: Language): string[] => textsOfReport(reportIn(language, readContent()));

/** @returns a page of them, a paragraph for each text */
export function barePage(language: Language): string {
  const paragraphs = wordsIn(language).map(text => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`);
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title>';
  return `<!doctype html><html lang="${language}">${head}${paragraphs.join('')}`;
}
