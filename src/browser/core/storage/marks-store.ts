/** Where the reader's marks are kept, known without fetching what opens it. */
import { marksName } from './marks-name.js';
import { read, write } from './storage.js';

/**
 * The flag says how many marks there are, and when they were last changed: a page without any need not open the
 * database, and other tabs hear of it.
 */
const flag = marksName;

/** @returns what the flag says, by which it is known whether anything was changed since */
export const marksFlag = (): string | undefined => read(flag);

/** Says how many marks there are now. @returns whether this device keeps it */
export const flagMarks = (count: number): boolean => write(flag, count ? `${count} ${Date.now()}` : '');

const draft = `${marksName}-draft`;

/** @returns what was changed and may not be in the database yet */
export const marksDraft = (): string | undefined => read(draft);

/**
 * Keeps what is not in the database yet, at once: a page may go before its database has answered. With an empty one it
 * is taken away.
 */
export function keepMarksDraft(text: string): void {
  // By the flag the next page knows that there is something to look for.
  if (write(draft, text) && text && !marksFlag()) flagMarks(1);
}

/** @returns whether an event of storage tells that another tab changed the marks */
export const tellsOfMarks = ({ key }: StorageEvent): boolean => key === flag || key === null;

/** @returns whether the database is there: asked for, or else opened and, where it had to be made, not made */
export async function hasMarks(): Promise<boolean> {
  if (!('indexedDB' in globalThis)) return false;
  if (indexedDB.databases) return (await indexedDB.databases()).some(({ name }) => name === marksName);
  return new Promise(answer => {
    const request = indexedDB.open(marksName);
    request.onupgradeneeded = () => request.transaction!.abort();
    request.onsuccess = () => {
      request.result.close();
      answer(true);
    };
    request.onerror = event => {
      event.preventDefault();
      answer(false);
    };
  });
}

/** Takes all marks away. */
export async function eraseMarks(): Promise<void> {
  write(flag, '');
  write(draft, '');
  if (!(await hasMarks())) return;
  await new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase(marksName);
    request.onsuccess = request.onblocked = () => done();
    request.onerror = () => failed(request.error as Error);
  });
}
