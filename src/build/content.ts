/**
 * Reads the report from content/ and refuses to go on when something is wrong with it. Runs in Node, while building.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2019, type ErrorObject } from 'ajv/dist/2019.js';
import type { TSchema } from 'typebox';
import { catalogue } from '../model/settings/catalogue.js';
import { inLanguage } from '../model/report/language.js';
import * as model from '../model/report/model.js';
import { textsOf } from '../model/report/words.js';

export const contentFolder = resolve(import.meta.dirname, '../../content');

/**
 * Ids that belong to the page around the report, and words that a passage's id may not be because lists of passages are
 * looked up by it.
 */
export const takenIds: ReadonlySet<string> = new Set([
  'main',
  'contents',
  'pages',
  'extra',
  'guide-styles',
  'file-fault',
  'looks-fault',
  'opening',
  'constructor',
  ...catalogue.flatMap(({ name }) => [`set-${name}`, `from-${name}`, `from-tiles-${name}`]),
]);

const ajv = new Ajv2019({ allErrors: true, discriminator: true, verbose: true, strict: true, strictRequired: false });

const pointed = (path: string) => path.replace(/^\//, '').replaceAll('/', ' › ') || 'the whole file';
const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

function inWords(file: string, { instancePath, message, data, params, parentSchema }: ErrorObject): string {
  const wanted = (parentSchema as { description?: string } | undefined)?.description;
  const extra = 'additionalProperty' in params ? ` ("${params['additionalProperty']}")` : '';
  return (
    `${file}: at ${pointed(instancePath)}: found ${shown(data)}, expected: it ` +
    `${message}${extra}${wanted ? ` (${wanted})` : ''}`
  );
}

/**
 * @returns every fault of `data` against `schema`, each with the file, the place, what was found and what was expected
 */
export function faultsOfShape(schema: TSchema, data: unknown, file: string): string[] {
  const validate = ajv.compile(schema as object);
  return validate(data) ? [] : (validate.errors ?? []).map(error => inWords(file, error));
}

/**
 * @returns the voices that cannot be set apart in their paragraph: markup goes through it once, from its beginning to
 * its end
 */
function misplacedVoices({ text, voices = [] }: model.Paragraph): { voice: string; expected: string }[] {
  let from = 0;
  return voices.flatMap(voice => {
    const found = text.indexOf(voice, from);
    if (found < 0)
      return [
        {
          voice,
          expected: text.includes(voice)
            ? 'the voices in the order in which they stand in the paragraph'
            : 'words that stand in the paragraph',
        },
      ];
    from = found + voice.length;
    return [];
  });
}

/**
 * @returns what a schema cannot say: ids used twice, figures that are not in their statement, voices that are not in
 * their text …
 */
function faultsOfSense(report: model.Report, file: string): string[] {
  const faults: string[] = [];
  const ids = new Map([...takenIds].map(id => [id, 'the page itself']));
  const fault = (place: string, found: string, expected: string) =>
    faults.push(`${file}: at ${place}: found ${found}, expected: ${expected}`);
  const claim = (id: string, place: string) => {
    const before = ids.get(id);
    if (before) fault(place, `id "${id}", which ${before} has already`, 'an id of its own');
    ids.set(id, place);
  };
  const blocks = (list: model.Block[], place: string) => {
    const around = list.flatMap(textsOf).join(' ');
    for (const block of list) {
      const at = `${place} › ${block.id}`;
      claim(block.id, at);
      if (block.type === 'paragraph')
        for (const { voice, expected } of misplacedVoices(block)) fault(at, `voice ${shown(voice)}`, expected);
      if (block.type === 'statistic' && block.figure !== undefined) {
        if (!block.statement.includes(block.figure))
          fault(at, `figure ${shown(block.figure)}`, 'words that stand in the statement');
        const number = Number(block.figure.replace(/[,%]/g, ''));
        if (!Number.isNaN(number) && number !== block.value)
          fault(at, `value ${block.value}`, `${number}, the figure as published`);
      }
      if (block.type === 'quotation' && block.setting && block.introduction && !around.includes(block.setting))
        fault(at, `setting ${shown(block.setting)}`, 'words that stand in the same passage');
    }
  };
  blocks(report.opening, 'opening');
  const sections = report.parts.flatMap(part => part.sections);
  for (const part of report.parts) {
    claim(part.id, `part ${part.id}`);
    blocks(part.blocks, `part ${part.id}`);
    for (const section of part.sections) {
      claim(section.id, `section ${section.id}`);
      blocks(section.blocks, `section ${section.id}`);
      for (const story of section.stories) {
        claim(story.id, `story ${story.id}`);
        blocks(story.blocks, `story ${story.id}`);
        if (story.about && !sections.some(({ id }) => id === story.about))
          fault(`story ${story.id}`, `about "${story.about}"`, 'the id of a section');
      }
    }
  }
  return faults;
}

/** @returns passages and blocks of a translation that the report does not have */
function faultsOfTranslation(report: model.Report, translation: model.Translation, file: string): string[] {
  const passages = new Map<string, model.Block[]>([['opening', report.opening]]);
  for (const part of report.parts) {
    passages.set(part.id, part.blocks);
    for (const section of part.sections) {
      passages.set(section.id, section.blocks);
      for (const story of section.stories) passages.set(story.id, story.blocks);
    }
  }
  return Object.entries(translation.passages).flatMap(([id, { blocks }]) => {
    const original = passages.get(id);
    if (!original)
      return [`${file}: at passages › ${id}: found a passage that the report does not have, expected: one of its ids`];
    const [here, there] = [blocks, original].map(list => list.map(block => `${block.type} ${block.id}`).join(', '));
    return here === there
      ? []
      : [`${file}: at passages › ${id}: found ${here || 'no blocks'}, expected: ${there || 'no blocks'}`];
  });
}

function read(folder: string, file: string): { data?: unknown; faults: string[] } {
  try {
    return { data: JSON.parse(readFileSync(join(folder, file), 'utf8')), faults: [] };
  } catch (error) {
    return {
      faults: [`${file}: found something that is not JSON (${(error as Error).message}), expected: a JSON file`],
    };
  }
}

/** The report as published, its translations by language, and the repairs. */
interface Content {
  report: model.Report;
  translations: Record<string, model.Translation>;
  repairs: model.Repairs;
  source: string;
}

/**
 * @param folder where report.en.json, repairs.json, the published file and any report.LANGUAGE.json stand
 * @throws Error with every fault found, a line each: the file, the place, what was found, what was expected
 */
export function readContent(folder = contentFolder): Content {
  const faults: string[] = [];
  const checked = <T>(file: string, schema: TSchema): T => {
    const { data, faults: unread } = read(folder, file);
    faults.push(...(unread.length ? unread : faultsOfShape(schema, data, file)));
    return data as T;
  };
  const report = checked<model.Report>('report.en.json', model.Report);
  const repairs = checked<model.Repairs>('repairs.json', model.Repairs);
  const translations: Content['translations'] = {};
  if (existsSync(join(folder, 'report.cy.json')))
    translations['cy'] = checked<model.Translation>('report.cy.json', model.Translation);
  if (!faults.length) {
    faults.push(...faultsOfSense(report, 'report.en.json'));
    for (const [language, translation] of Object.entries(translations))
      faults.push(...faultsOfTranslation(report, translation, `report.${language}.json`));
    if (/[\\/]/.test(repairs.source) || !existsSync(join(folder, repairs.source)))
      faults.push(`repairs.json: at source: found "${repairs.source}", expected: the name of a file in content/`);
  }
  if (faults.length) throw new Error(`The content cannot be built. ${faults.length} to mend:\n${faults.join('\n')}`);
  return { report, translations, repairs, source: readFileSync(join(folder, repairs.source), 'utf8') };
}

/** @returns the report in a language, as far as there is a text in it */
export const reportIn = (language: string, { report, translations }: Content): model.Report =>
  inLanguage(report, translations[language]);
