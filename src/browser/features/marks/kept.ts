/**
 * The reader's marks, as every part of the page sees them: read once, changed and kept here, followed in other tabs.
 */
import { flagMarks, marksFlag, tellsOfMarks } from '../../core/storage/marks-store.js';
import { trackWork, keepsNothing } from '../../core/storage/storage.js';
import { readAll, writeAll } from './database.js';
import { keepDraft, takeDraft, type Change } from './draft.js';
import { namesFrom, type Names } from './file.js';
import type { HighlightKind, Mark } from './model.js';
import { readReport } from './text.js';
import { listeners } from '../../core/listeners.js';

let marks = new Map<string, Mark>();
let names: Names = {};
let shown = true;
/** Whether this device keeps the marks. Where it does not, they hold for this visit. */
let kept = !keepsNothing();
let seen: string | undefined;
let loaded: Promise<void> | undefined;
/** How often something was changed here, and how often all was taken away: what was read before does not hold then. */
let [changes, erasures] = [0, 0];
const { tell, follow } = listeners();

export const allMarks = (): readonly Mark[] => [...marks.values()];
export const markWith = (id: string): Mark | undefined => marks.get(id);
/** @returns what the reader calls the kinds, where that is not what we call them */
export const givenNames = (): Names => names;
/** @returns whether marks are shown in the text */
export const areShown = (): boolean => shown;
/** @returns whether this device keeps the marks, as far as is known */
export const areKept = (): boolean => kept;

/** @param listener is called whenever anything changed @returns a function that ends it */
export const whenChanged = follow;

const noChange = (): Change => ({ marks: new Map(), facts: {} });
/** What is being put into the database, and what waits for that: of several changes of a mark, the last. */
let [underWay, next] = [noChange(), noChange()];
let writing: Promise<void> | undefined;
const pending = (): Change => ({
  marks: new Map([...underWay.marks, ...next.marks]),
  facts: { ...underWay.facts, ...next.facts },
});

/** Takes a change into this page's own marks. */
function show({ marks: changed, facts }: Change): void {
  for (const [id, mark] of changed) {
    if (mark) marks.set(id, mark);
    else marks.delete(id);
  }
  if ('names' in facts) names = namesFrom(facts['names']);
  if ('shown' in facts) shown = facts['shown'] !== false;
}

/** Everything was taken away, here or in another tab. */
function forget(): void {
  erasures += 1;
  // Not what the flag says here: that it is gone may be heard only later.
  [marks, names, shown, seen, next] = [new Map(), {}, true, undefined, noChange()];
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
    show({ marks: new Map(), facts: { names: facts.get('names'), shown: facts.get('shown') } });
    show(pending());
  } catch {
    kept = false;
  }
  tell();
}

/**
 * Reads the marks, and the report that they are on, once, and follows what other tabs do with them. Where the device
 * refuses, there are none yet.
 */
export const loadMarks = (): Promise<void> => {
  if (loaded) return loaded;
  // That all was taken away is told twice, and there is nothing to read then.
  addEventListener('storage', event => {
    if (tellsOfMarks(event) && (seen ?? marksFlag())) void look();
  });
  // A page that slept heard nothing.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && marksFlag() !== seen) void look();
  });
  return (loaded = Promise.all([look().then(takeOver), readReport()]).then(() => undefined));
};

/** Puts into the database what waits, until nothing does. */
async function putAll(): Promise<void> {
  while (kept && (next.marks.size || Object.keys(next.facts).length)) {
    [underWay, next] = [next, noChange()];
    const erasuresBefore = erasures,
      { marks: changed, facts } = underWay;
    try {
      const put = [...changed.values()].filter(mark => mark !== undefined);
      const count = await writeAll(
        put,
        [...changed.keys()].filter(id => !changed.get(id)),
        facts,
        forget,
      );
      if (erasures === erasuresBefore) {
        flagMarks(count);
        seen = marksFlag();
      }
    } catch {
      kept = false;
      if (!seen) flagMarks(0);
      tell();
    }
    underWay = noChange();
    keepDraft(next);
  }
  writing = undefined;
}

/** Keeps a change: as a draft at once, then in the database. What this device refuses stays in this page. */
function keep(change: Partial<Change>): Promise<void> {
  const { marks: changed, facts } = { ...noChange(), ...change };
  show({ marks: changed, facts });
  changes += 1;
  if (!kept) return Promise.resolve();
  for (const [id, mark] of changed) next.marks.set(id, mark);
  Object.assign(next.facts, facts);
  keepDraft(pending());
  return (writing ??= trackWork(putAll()));
}

function keepAndTell(change: Partial<Change>): Promise<void> {
  const done = keep(change);
  tell();
  return done;
}

/** Takes over what a page before could not put into the database any more. */
function takeOver(): void {
  const left = kept ? takeDraft(marks) : noChange();
  if (left.marks.size || Object.keys(left.facts).length) void keepAndTell(left);
}

/** Keeps a mark that is being written, with each letter; what shows marks is told when the hand rests. */
export const keepWriting = (mark: Mark): void => void keep({ marks: new Map([[mark.id, mark]]) });

/**
 * Keeps marks that are new or were changed, and takes others away.
 * @returns a promise that it is kept, or known that it cannot be
 */
export function changeMarks(put: readonly Mark[], take: readonly string[] = []): Promise<void> {
  const taken = take.map(id => [id, undefined] as const);
  return keepAndTell({ marks: new Map([...taken, ...put.map(mark => [mark.id, mark] as const)]) });
}

/** Gives a kind of highlight another name; with an empty one it gets ours back. */
export const nameKind = (kind: HighlightKind, name: string): Promise<void> =>
  keepAndTell({ facts: { names: { ...names, [kind]: name } } });

/** Takes over names of kinds for which the reader has none. */
export const addNames = (others: Names): Promise<void> => keepAndTell({ facts: { names: { ...others, ...names } } });

/** Shows all marks in the text, or hides them. */
export const showInText = (now: boolean): Promise<void> => keepAndTell({ facts: { shown: now } });
