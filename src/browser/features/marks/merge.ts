/** Brings marks together that come from two places, and loses nothing of the reader's own. */
import { limits, newId, sameness, type Mark } from './model.js';

/** What came of it: what is to be kept now, and how many marks are new, changed, or were there already. */
interface Merged {
  keep: Mark[];
  added: number;
  changed: number;
  same: number;
}

const content = ({ kind, name, note, places }: Mark) => JSON.stringify([kind, name, note, places]);

/**
 * @returns what is to be kept anew of two versions of a mark: the newer one, and beside it what the reader's own note
 * says
 */
function together(own: Mark, other: Mark): Mark[] {
  if (other.changed <= own.changed) return [];
  const newer = {
    ...other,
    id: own.id,
    made: own.made < other.made ? own.made : other.made,
    name: other.name || own.name,
  };
  if (!own.note || newer.note.includes(own.note)) return [newer];
  const both = newer.note ? `${newer.note}\n\n${own.note}` : own.note;
  return both.length <= limits.note ? [{ ...newer, note: both }] : [newer, { ...own, id: newId() }];
}

/** Whether two notes, or names, can stand for one: they say the same, or one of them nothing. */
const agree = (one: string, other: string) => !one || !other || one === other;

/**
 * @param own the reader's marks
 * @param others what comes in; the same mark has the same id, or is of the same kind on the same words and says nothing
 * else
 * @param most no more marks than this are kept; what is beyond is not taken
 */
export function merge(own: readonly Mark[], others: readonly Mark[], most: number): Merged & { left: number } {
  const byId = new Map(own.map(mark => [mark.id, mark])),
    named = new Set(others.map(({ id }) => id));
  // A mark that comes in under its own id is no other mark's double.
  const byPlace = new Map(own.filter(({ id }) => !named.has(id)).map(mark => [sameness(mark), mark.id]));
  const keep = new Map<string, Mark>(),
    merged = { added: 0, changed: 0, same: 0, left: 0 };
  const mineOf = (other: Mark) => {
    const there = byId.get(other.id),
      double = byId.get(byPlace.get(sameness(other)) ?? '');
    return there ?? (double && agree(double.note, other.note) && agree(double.name, other.name) ? double : undefined);
  };
  const take = (mark: Mark) => {
    byId.set(mark.id, mark);
    keep.set(mark.id, mark);
  };
  for (const other of others) {
    const mine = mineOf(other);
    if (!mine) {
      if (byId.size >= most) merged.left += 1;
      else {
        take(other);
        merged.added += 1;
      }
      continue;
    }
    const kept = together(mine, other).filter(mark => mark.id !== mine.id || content(mark) !== content(mine));
    for (const mark of kept) take(mark);
    if (kept.length) merged.changed += 1;
    else merged.same += 1;
  }
  return { keep: [...keep.values()], ...merged };
}
