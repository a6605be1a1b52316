/** What differs between two versions of the report's text: passage by passage, and within a passage word by word. */
import { diffArrays } from 'diff/lib/diff/array.js';

/** A passage: the id of what it stands in, and its text. */
export interface Passage {
  id: string;
  text: string;
}

/** A passage that was corrected (`before` and `now`), taken away (`before` alone) or added (`now` alone). */
export interface Change {
  id: string;
  before?: string;
  now?: string;
}

/** Words that follow each other: in both versions, or in one of them alone. */
export interface Run {
  kind: 'same' | 'before' | 'now';
  text: string;
}

/** Pairs what was taken away with what was added at the same place: there a passage was corrected. */
function paired(taken: readonly Passage[], added: readonly Passage[]): Change[] {
  return Array.from({ length: Math.max(taken.length, added.length) }, (_, index) => {
    const [before, now] = [taken[index], added[index]];
    return { id: (now ?? before)!.id, ...(before && { before: before.text }), ...(now && { now: now.text }) };
  });
}

/**
 * @returns the changes that lead from one version to the other, in the order of the text; none where they are the same
 */
export function changesBetween(before: readonly Passage[], now: readonly Passage[]): Change[] {
  const changes: Change[] = [];
  let taken: Passage[] = [],
    added: Passage[] = [];
  const close = () => {
    changes.push(...paired(taken, added));
    taken = [];
    added = [];
  };
  for (const part of diffArrays([...before], [...now], { comparator: (one, other) => one.text === other.text })) {
    if (part.removed) taken = part.value;
    else if (part.added) added = part.value;
    else close();
  }
  close();
  return changes;
}

/** How many unchanged words stand before and after a change, so that it is understood. */
const around = 6;

/**
 * @returns unchanged words as they are shown: what is far from any change is left out
 * @param first whether nothing stands before them
 * @param last nothing after
 */
function shortened(words: readonly string[], first: boolean, last: boolean): string {
  const [start, end] = [first ? 0 : around, last ? 0 : around];
  if (words.length <= start + end + 1) return words.join(' ');
  return [...words.slice(0, start), '…', ...(end ? words.slice(-end) : [])].join(' ');
}

/** @returns two versions of a passage as runs of words, in which only what was changed differs */
export function wordsBetween(before: string, now: string): Run[] {
  const parts = diffArrays(before.split(' '), now.split(' '));
  return parts.map(({ removed, added, value }, index) => {
    if (removed || added) return { kind: removed ? 'before' : 'now', text: value.join(' ') };
    return { kind: 'same', text: shortened(value, index === 0, index === parts.length - 1) };
  });
}
