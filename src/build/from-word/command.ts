/**
 * Imports a report from a Word document: `npm run from-word -- REPORT.docx`. Writes into content/ only when every word
 * has arrived there.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Repairs, Report } from '../../model/report/model.js';
import { repair } from '../../model/report/repairs.js';
import { textsOfReport, words } from '../../model/report/words.js';
import { contentFolder, readContent, takenIds } from '../content.js';
import { readWord, type WordText } from './document.js';
import { reportOf } from './report.js';
import { translationOf } from './translation.js';
import { template } from './template.js';

const wrong = (file: string, faults: readonly string[]) =>
  new Error(
    `${file} cannot be imported yet. Correct these in Word (${faults.length}):\n${faults.join('\n')}\n` +
      'Nothing was written.',
  );
const asJson = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`;

/**
 * @returns the differences between the document and what is shown that every document has: spaces that may not break
 */
function repairsOf(source: string, name: string): Repairs {
  const spaces = [
    ['no-break-spaces', '\u00a0'],
    ['narrow-no-break-spaces', '\u202f'],
  ] as const;
  return {
    source: name,
    repairs: spaces
      .map(([id, find]) => ({
        id,
        find,
        replace: ' ',
        times: source.split(find).length - 1,
        reason: 'A space that may not break keeps large text from wrapping; an ordinary space says the same.',
      }))
      .filter(({ times }) => times),
  };
}

/** @returns the first words that differ between the document and the report made of it, or nothing */
function lostIn(source: string, repairs: Repairs, report: Report): string[] {
  const [published, shown] = [words(repair(source, repairs)), words(textsOfReport(report).join(' '))];
  const at = published.findIndex((word, index) => word !== shown[index]);
  return at < 0 && published.length === shown.length
    ? []
    : [
        `after “${published.slice(Math.max(0, at - 6), at).join(' ')}”: found ` +
          `“${shown.slice(at, at + 4).join(' ')}”, expected “${published.slice(at, at + 4).join(' ')}”, as in the ` +
          'document.',
      ];
}

const lengthOf = (report: Report) => {
  const sections = report.parts.flatMap(({ sections }) => sections),
    stories = sections.flatMap(({ stories }) => stories);
  return (
    `${report.parts.length} parts, ${sections.length} sections, ${stories.length} stories, ` +
    `${words(textsOfReport(report).join(' ')).length.toLocaleString('en')} words`
  );
};

/** Writes the files into a folder, if the content with them is whole; a folder beside it is tried first. */
function write(folder: string, files: Record<string, string>, file: string): void {
  const trial = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    if (existsSync(folder)) cpSync(folder, trial, { recursive: true });
    // A Welsh text of another report would not fit.
    if ('report.en.json' in files) rmSync(join(trial, 'report.cy.json'), { force: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(trial, name), text);
    try {
      readContent(trial);
    } catch (error) {
      throw wrong(file, (error as Error).message.split('\n').slice(1));
    }
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    if ('report.en.json' in files) rmSync(join(folder, 'report.cy.json'), { force: true });
  } finally {
    rmSync(trial, { recursive: true });
  }
}

function made(file: string, text: WordText, language: string) {
  const { report, faults } = reportOf(text.lines, language, takenIds);
  if (text.faults.length + faults.length) throw wrong(file, [...text.faults, ...faults]);
  const repairs = repairsOf(text.source, `${basename(file, extname(file))}.${language}.txt`),
    lost = lostIn(text.source, repairs, report);
  if (lost.length) throw wrong(file, lost);
  return { report, repairs };
}

/**
 * @param file path of the .docx
 * @param options `welsh` when it is the Welsh text of the report that is kept; `replace` when another report may go;
 * `into` the folder of the content
 * @returns what was done, in sentences
 * @throws Error with every fault, a line each, when anything is lost, unknown or in the wrong place; then nothing was
 * written
 */
export async function takeIn(
  file: string,
  { welsh = false, replace = false, into = contentFolder }: { welsh?: boolean; replace?: boolean; into?: string } = {},
): Promise<string[]> {
  const text = await readWord(file),
    { report, repairs } = made(file, text, welsh ? 'cy' : 'en');
  if (welsh) {
    const { translation, faults } = translationOf(readContent(into).report, report);
    if (faults.length) throw wrong(file, faults);
    write(into, { 'report.cy.json': asJson(translation) }, file);
    return [`Imported as the Welsh text: ${lengthOf(report)}. Nothing was lost.`, ...text.remarks];
  }
  const before = existsSync(join(into, 'report.en.json'));
  if (before && !replace)
    throw new Error(
      `There is already a report in ${into}: “${readContent(into).report.title}”. To replace it, add --replace. ` +
        'Nothing was written.',
    );
  const old = existsSync(into) ? readdirSync(into).filter(name => /\.txt$/.test(name) && name !== repairs.source) : [];
  write(
    into,
    { 'report.en.json': asJson(report), 'repairs.json': asJson(repairs), [repairs.source]: text.source },
    file,
  );
  return [
    `Imported: ${lengthOf(report)}. Nothing was lost.`,
    ...text.remarks,
    ...old.map(name => `${name} belongs to the previous report and is no longer needed. You can delete it.`),
  ];
}

/** Writes an example with all styles, never over a document that somebody wrote. */
async function writeTemplate(file: string): Promise<string[]> {
  if (existsSync(file)) throw new Error(`There is already a file ${file}. Give the example another name.`);
  writeFileSync(file, await template());
  return [`${file}: an example with every style. Replace its words with your report.`];
}

if (process.argv[1] === import.meta.filename) {
  try {
    const {
      values: { template: asked, ...options },
      positionals: [file],
    } = parseArgs({
      allowPositionals: true,
      options: {
        welsh: { type: 'boolean' },
        replace: { type: 'boolean' },
        template: { type: 'boolean' },
        into: { type: 'string' },
      },
    });
    if (!file)
      throw new Error(
        'Name a document: npm run from-word -- REPORT.docx (its Welsh text: npm run from-word -- --welsh ' +
          'ADRODDIAD.docx; an example: npm run from-word -- --template REPORT.docx)',
      );
    if (!asked && !existsSync(file)) throw new Error(`There is no file ${file}. Check its name and folder.`);
    for (const line of await (asked ? writeTemplate(file) : takeIn(file, options as Parameters<typeof takeIn>[1])))
      console.log(line);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
