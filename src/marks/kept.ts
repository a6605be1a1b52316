/** The reader's marks, as every part of the page sees them: read once, changed here, kept at once, and followed when another tab changes them. */
import { flagMarks, marksFlag, tellsOfMarks } from '../storage/marks-store.js';
import { keeping, keepsNothing } from '../storage/storage.js';
import { readAll, writeAll } from './database.js';
import { namesFrom, type Names } from './file.js';
import { cleanLine, limits, type HighlightKind, type Mark } from './model.js';

let marks = new Map<string, Mark>();
let names: Names = {};
let shown = true;
/** Whether this device keeps the marks. Where it does not, they hold for this visit. */
let kept = !keepsNothing();
let seen: string | undefined;
let loaded: Promise<void> | undefined;
/** How often something was changed here, and how often all was taken away: what was read before is not true any more. */
let [changes, erasures] = [0, 0];
const listeners = new Set<() => void>();
const tell = () => { for (const listener of listeners) listener(); };

export const allMarks = (): readonly Mark[] => [...marks.values()];
export const markWith = (id: string): Mark | undefined => marks.get(id);
/** @returns what the reader calls the kinds, where that is not what we call them */
export const givenNames = (): Names => names;
/** @returns whether marks are shown in the text */
export const areShown = (): boolean => shown;
/** @returns whether this device keeps the marks, as far as is known */
export const areKept = (): boolean => kept;

/** @param listener is called whenever anything changed @returns a function that ends it */
export function whenChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything was taken away, here or in another tab. */
function forget(): void {
  erasures += 1;
  // Not what the flag says here: that it is gone may be heard only later.
  [marks, names, shown, seen] = [new Map(), {}, true, undefined];
  tell();
}

/** Reads what is kept, anew where something was changed meanwhile. */
async function look(): Promise<void> {
  if (!kept) return;
  seen = marksFlag();
  const [changesBefore, erasuresBefore] = [changes, erasures];
  try {
    const { marks: found, facts } = await readAll(forget);
    if (erasures !== erasuresBefore) return;
    if (changes !== changesBefore) return await look();
    marks = new Map(found.map(mark => [mark.id, mark]));
    [names, shown] = [namesFrom(facts.get('names')), facts.get('shown') !== false];
  } catch { kept = false; }
  tell();
}

/** Reads the marks, once, and follows what other tabs do with them. Where the device refuses, there are none yet. */
export const loadMarks = (): Promise<void> => {
  if (loaded) return loaded;
  // That all was taken away is told twice, and there is nothing to read then.
  addEventListener('storage', event => { if (tellsOfMarks(event) && (seen ?? marksFlag())) void look(); });
  // A page that slept heard nothing.
  document.addEventListener('visibilitychange', () => { if (!document.hidden && marksFlag() !== seen) void look(); });
  return loaded = look();
};

/** Keeps a change. What this device refuses stays in this page. */
async function keep(put: readonly Mark[], take: readonly string[], facts: Readonly<Record<string, unknown>>): Promise<void> {
  changes += 1;
  tell();
  if (!kept) return;
  const erasuresBefore = erasures;
  try {
    const count = await keeping(writeAll(put, take, facts, forget));
    if (erasures !== erasuresBefore) return;
    flagMarks(count);
    seen = marksFlag();
  } catch {
    kept = false;
    tell();
  }
}

/** Keeps marks that are new or were changed, and takes others away. @returns a promise that it is kept, or known that it cannot be */
export function changeMarks(put: readonly Mark[], take: readonly string[] = []): Promise<void> {
  for (const id of take) marks.delete(id);
  for (const mark of put) marks.set(mark.id, mark);
  return keep(put, take, {});
}

/** Gives a kind of highlight another name; with an empty one it gets ours back. */
export function nameKind(kind: HighlightKind, name: string): Promise<void> {
  const { [kind]: _, ...others } = names, given = cleanLine(name, limits.name);
  names = given ? { ...others, [kind]: given } : others;
  return keep([], [], { names });
}

/** Takes over names of kinds for which the reader has none. */
export function addNames(others: Names): Promise<void> {
  names = { ...others, ...names };
  return keep([], [], { names });
}

/** Shows all marks in the text, or hides them. */
export function showInText(now: boolean): Promise<void> {
  shown = now;
  return keep([], [], { shown });
}
