/** Makes files from formats: which ones, under which names, and what is said when one cannot be made. */
import type { Edition, Format } from '../formats/format.js';
import { ownName, type Language } from '../i18n/translate.js';
import { fileNameOf } from './file-name.js';
import { contentTypeOf } from './hosting/content-types.js';

/** A file that readers are offered. `format` is the folder that made it; `name` and `about` say in `language` what it is and for whom. */
export interface Offered { format: string; name: string; about: string; address: string; bytes: number; language: Language; type: string }
/** Such a file, and what is in it. */
export interface Made { offered: Offered; source: Uint8Array | string }

/**
 * @param without the names of formats to leave out, with commas between them
 * @returns the formats to make, and the names of those left out
 * @throws Error when a name is no format's
 */
export function chosen(formats: readonly Format[], without = ''): { make: Format[]; left: string[] } {
  const left = without.split(',').map(name => name.trim()).filter(Boolean), names = formats.map(({ name }) => name);
  const unknown = left.find(name => !names.includes(name));
  if (unknown !== undefined) throw new Error(`READER_WITHOUT names the format "${unknown}", expected some of: ${names.join(', ')}`);
  return { make: formats.filter(({ name }) => !left.includes(name)), left };
}

/** @returns where a file of a format stands, seen from the site's root: the Welsh edition says so in its name */
export const addressOf = ({ report, reading }: Edition, ending: string): string =>
  fileNameOf(report, (reading.language === 'en' ? '' : `-${reading.language}`) + ending);

/**
 * @returns the files of a format @throws Error with the format, the language and the reason when it cannot be made
 */
export async function make(format: Format, edition: Edition): Promise<Made[]> {
  const { reading: { language }, t } = edition, { name } = format;
  try {
    const files = await format.make(edition);
    if (!files.length) throw new Error('it gave no file');
    return files.map(({ ending, source, name: key }) => {
      const address = addressOf(edition, ending);
      return { source, offered: { format: name, name: t(key), about: t(`${name}.about` as typeof key), address, bytes: Buffer.byteLength(source), language, type: contentTypeOf(address) } };
    });
  } catch (error) {
    throw new Error(`The format "${name}" cannot be made in ${ownName[language]}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
