/** The condition of the offline copy, as the worker finds it and the page tells it. */
export interface Condition {
  /** How many files belong to the copy. */
  files: number;
  /** The bytes of the files that are whole, as they stand on the device. */
  bytes: number;
  /** The addresses of files that are not there: never fetched, or taken away by the browser. */
  missing: string[];
  /** The addresses of files that are not what was published. */
  damaged: string[];
  /** Whether all that reading needs is there, in both languages; finding, marks and plain words come after it. */
  readable: boolean;
}

/**
 * What a page may ask of the worker. `SKIP_WAITING` is workbox-window's own word; `stop` comes before the copy is
 * erased.
 */
export type Asked = 'SKIP_WAITING' | 'check' | 'mend' | 'stop';

/** @returns whether every file is there, and is what was published */
export const isWhole = ({ missing, damaged }: Condition): boolean => !missing.length && !damaged.length;
