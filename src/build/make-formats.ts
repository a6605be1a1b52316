/** Makes files from formats: which ones, under which names, and what is said when one cannot be made. */
import { createHash } from 'node:crypto';
import type { Edition, Format } from '../formats/format.js';
import { ownName, type Language } from '../model/words/translate.js';
import { fileNameOf } from './file-name.js';
import { contentTypeOf } from './hosting/content-types.js';

/**
 * A file that readers are offered. `format` is the folder that made it; `name` and `about` say in `language` what it is
 * and for whom.
 */
export interface Offered {
  format: string;
  name: string;
  about: string;
  address: string;
  bytes: number;
  hash: string;
  language: Language;
  type: string;
}
/** Such a file, and what is in it. */
export interface Made {
  offered: Offered;
  source: Uint8Array | string;
}

/** A format that cannot be made here, and what the machine lacks for it. */
interface Missing {
  format: string;
  reason: string;
}
/** What readers are offered, and the names of the formats that cannot be made here. */
export interface Offer {
  offered: Offered[];
  missing: string[];
}
/** The formats to make, the names of those left out on purpose, and those that cannot be made here. */
interface Choice {
  make: Format[];
  left: string[];
  missing: Missing[];
}

/**
 * @returns the names in a variable's list, with commas between them
 * @throws Error when one is no format's and no other word that is allowed
 */
function namesIn(list: string, variable: string, names: readonly string[], also: readonly string[] = []): string[] {
  const listed = list
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  const unknown = listed.find(name => !names.includes(name) && !also.includes(name));
  if (unknown !== undefined) {
    throw new Error(`${variable} names the format "${unknown}", expected some of: ${[...names, ...also].join(', ')}`);
  }
  return listed;
}

/**
 * @param without the names of formats to leave out, with commas between them
 * @param require likewise of those that must be made, or "all"; what is left out on purpose is not missed
 * @throws Error when a name is no format's, or when the machine lacks what a required format needs
 */
export function chosen(formats: readonly Format[], without = '', require = ''): Choice {
  const names = formats.map(({ name }) => name);
  const left = namesIn(without, 'READER_WITHOUT', names),
    required = namesIn(require, 'READER_REQUIRE', names, ['all']);
  const make: Format[] = [],
    missing: Missing[] = [];
  for (const format of formats.filter(({ name }) => !left.includes(name))) {
    const reason = format.lacks?.();
    if (reason === undefined) make.push(format);
    else missing.push({ format: format.name, reason });
  }
  const fault = missing.find(({ format }) => required.includes('all') || required.includes(format));
  if (fault)
    throw new Error(`READER_REQUIRE asks for the format "${fault.format}", which cannot be made here: ${fault.reason}`);
  return { make, left, missing };
}

/** @returns where a file of a format stands, seen from the site's root: the Welsh edition says so in its name */
export const addressOf = ({ report, reading }: Edition, ending: string): string =>
  fileNameOf(report, (reading.language === 'en' ? '' : `-${reading.language}`) + ending);

/** @returns the hash of a file, by which a kept one is told from a newer one (Subresource Integrity) */
export const hashOf = (source: Uint8Array | string): string =>
  `sha256-${createHash('sha256').update(source).digest('base64')}`;

/**
 * @returns the files of a format @throws Error with the format, the language and the reason when it cannot be made
 */
export async function make(format: Format, edition: Edition): Promise<Made[]> {
  const {
      reading: { language },
      t,
    } = edition,
    { name } = format;
  try {
    const files = await format.make(edition);
    if (!files.length) throw new Error('it gave no file');
    return files.map(({ ending, source, name: key }) => {
      const address = addressOf(edition, ending);
      return {
        source,
        offered: {
          format: name,
          name: t(key),
          about: t(`${name}.about` as typeof key),
          address,
          bytes: Buffer.byteLength(source),
          hash: hashOf(source),
          language,
          type: contentTypeOf(address),
        },
      };
    });
  } catch (error) {
    throw new Error(
      `The format "${name}" cannot be made in ${ownName[language]}: ` +
        `${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
