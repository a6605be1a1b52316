/** The database of the reader's marks, through idb, which says in a line what IndexedDB says in ten. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { marksName } from '../../core/storage/marks-name.js';
import { hasMarks } from '../../core/storage/marks-store.js';
import { markFrom, type Mark } from './model.js';

/** `facts` holds the names of the kinds, and whether marks are shown in the text. */
interface Schema extends DBSchema {
  marks: { key: string; value: Mark };
  facts: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** @param erased is called when another tab takes everything away */
const database = (erased: () => void) =>
  (opened ??= openDB<Schema>(marksName, 1, {
    upgrade(made) {
      made.createObjectStore('marks', { keyPath: 'id' });
      made.createObjectStore('facts');
    },
    // Who holds on to it here would keep it from being erased there.
    blocking(_now, next, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
      if (next === null) erased();
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));

/** What the database holds. */
interface Kept {
  marks: Mark[];
  facts: Map<string, unknown>;
}

/** @returns all that is kept; nothing is made where nothing is @throws what the browser throws when it refuses */
export async function readAll(erased: () => void): Promise<Kept> {
  if (!opened && !(await hasMarks())) return { marks: [], facts: new Map() };
  const reading = (await database(erased)).transaction(['marks', 'facts']);
  const [marks, keys, values] = await Promise.all([
    reading.objectStore('marks').getAll(),
    reading.objectStore('facts').getAllKeys(),
    reading.objectStore('facts').getAll(),
  ]);
  // What is not a mark is left where it is: a newer version of the reader may know it.
  return {
    marks: marks.map(mark => markFrom(mark)).filter(mark => typeof mark !== 'string'),
    facts: new Map(keys.map((key, index) => [key, values[index]])),
  };
}

/**
 * Changes marks and facts together: all of it is kept, or nothing.
 * @returns how many marks there are now
 * @throws what the browser throws when it refuses, or is full
 */
export async function writeAll(
  put: readonly Mark[],
  take: readonly string[],
  facts: Readonly<Record<string, unknown>>,
  erased: () => void,
): Promise<number> {
  const writing = (await database(erased)).transaction(['marks', 'facts'], 'readwrite');
  const marks = writing.objectStore('marks'),
    kept = writing.objectStore('facts');
  const [count] = await Promise.all([
    Promise.all([...put.map(mark => marks.put(mark)), ...take.map(id => marks.delete(id))]).then(() => marks.count()),
    ...Object.entries(facts).map(([name, value]) => kept.put(value, name)),
    writing.done,
  ]);
  return count;
}
