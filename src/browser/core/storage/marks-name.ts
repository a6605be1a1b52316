/** What the reader's marks are kept under. */
import { root } from './root.js';

/**
 * The name of their database, and of the flag that says that there are any. Another reader of the same host has its
 * own.
 */
export const marksName: string = `reader-marks-${root}`;
