/** What differs between two versions of the report's text, passage by passage. */

/** A passage: the id of what it stands in, and its text. */
export interface Passage { id: string; text: string }

/** A passage that was corrected (`before` and `now`), taken away (`before` alone) or added (`now` alone). */
export interface Change { id: string; before?: string; now?: string }

/** @returns for each pair of ends, how many passages the rests of the two texts have in common, in order (the longest common subsequence) */
function commonRests(before: readonly Passage[], now: readonly Passage[]): number[][] {
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i]![j] = before[i]!.text === now[j]!.text ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  return common;
}

/** Pairs what was taken away with what was added at the same place: there a passage was corrected. */
function paired(taken: readonly Passage[], added: readonly Passage[]): Change[] {
  return Array.from({ length: Math.max(taken.length, added.length) }, (_, index) => {
    const [before, now] = [taken[index], added[index]];
    return { id: (now ?? before)!.id, ...(before && { before: before.text }), ...(now && { now: now.text }) };
  });
}

/** @returns the changes that lead from one version to the other, in the order of the text; none where they are the same */
export function changesBetween(before: readonly Passage[], now: readonly Passage[]): Change[] {
  const common = commonRests(before, now);
  const changes: Change[] = [];
  let [i, j] = [0, 0], taken: Passage[] = [], added: Passage[] = [];
  const close = () => { changes.push(...paired(taken, added)); taken = []; added = []; };
  while (i < before.length || j < now.length) {
    if (before[i] && now[j] && before[i]!.text === now[j]!.text) { close(); i += 1; j += 1; }
    else if (j >= now.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) taken.push(before[i++]!);
    else added.push(now[j++]!);
  }
  close();
  return changes;
}
