/** What every format is made from, and what it gives: one interface, so that a new format is one new folder. */
import type { Language, Reading, Translate } from '../model/words/translate.js';
import type { Report } from '../model/report/model.js';
import type { FormatKey } from '../model/words/format-words.js';

/** The report in one language of the interface, with all that a format may say beside it. */
export interface Edition {
  report: Report;
  /** The words of the interface and their language. */
  reading: Reading;
  /** The words that formats alone need. */
  t: Translate<FormatKey>;
  /** The ids of the stories that have a content note. */
  notes: ReadonlySet<string>;
  /**
   * The day on which content or formats last changed, as YYYY-MM-DD: never the day of the build, so that the same input
   * makes the same bytes.
   */
  changed: string;
  /** Where the reader stands on the web, ending in "/"; empty where that was not known while building. */
  site: string;
}

/**
 * One file of a format. `ending` follows the report's name, such as "-large-18.pdf"; `name` is the key of the words
 * that tell it from its sisters.
 */
export interface FormatFile {
  ending: string;
  source: Uint8Array | string;
  name: FormatKey;
}

export interface Format {
  /** Its folder; its words begin with it. */
  name: string;
  /** The media type of its files, for hosts. */
  type: string;
  languages: readonly Language[];
  /**
   * @returns what this machine must have for it and has not, and how to get it, in a sentence; nothing where all is
   * there
   */
  lacks?(): string | undefined;
  /** @returns its files @throws Error that says what is wrong, in a sentence */
  make(edition: Edition): Promise<FormatFile[]> | FormatFile[];
}
