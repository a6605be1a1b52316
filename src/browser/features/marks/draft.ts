/** What was changed and is not in the database yet, as a text that is kept at once. */
import { keepMarksDraft, marksDraft } from '../../core/storage/marks-store.js';
import { markFrom, type Mark } from './model.js';

/** Marks by their ids, none where one was taken away; and facts by their names. */
export interface Change {
  marks: Map<string, Mark | undefined>;
  facts: Record<string, unknown>;
}

/** A file of marks that is brought in is no draft, and may be brought in again. */
const most = 100;

/** The draft that this page keeps; one of another tab is not ours to erase. */
let ours = '';

/** Keeps what is not in the database yet, in the place of the draft before; none where all of it is there. */
export function keepDraft({ marks, facts }: Change): void {
  const isEmpty = !marks.size && !Object.keys(facts).length;
  if (isEmpty && marksDraft() !== ours) return;
  const listed = [...marks].map(([id, mark]) => [id, mark ?? null]);
  ours = isEmpty || marks.size > most ? '' : JSON.stringify({ marks: listed, facts });
  keepMarksDraft(ours);
}

/**
 * Takes the draft away.
 * @param known the marks in the database: of two versions of a mark the newer one counts
 * @returns what a page could not put into the database before it went, checked
 */
export function takeDraft(known: ReadonlyMap<string, Mark>): Change {
  const left: Change = { marks: new Map(), facts: {} };
  try {
    const { marks = [], facts = {} } = JSON.parse(marksDraft() ?? '{}') as {
      marks?: [string, unknown][];
      facts?: object;
    };
    for (const [id, given] of marks) {
      const mark = given === null ? undefined : markFrom(given);
      if (typeof mark !== 'string' && (mark?.changed ?? '~') > (known.get(id)?.changed ?? '')) left.marks.set(id, mark);
    }
    for (const [name, fact] of Object.entries(facts)) if (/^(names|shown)$/.test(name)) left.facts[name] = fact;
  } catch {
    /* Not ours. */
  }
  keepMarksDraft('');
  return left;
}
