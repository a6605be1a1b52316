/** How far through the report a place is, counted in words, and what stands so far through. */

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/**
 * @param counts the words of each passage, in order
 * @param index which passage is being read; one more than there are, where all was read
 * @param share how much of it was read, from 0 to 1
 * @returns the words before that place, of all, in whole per cent; a report without words is not begun
 */
export function perCentAt(counts: readonly number[], index: number, share: number): number {
  const all = sum(counts),
    read = sum(counts.slice(0, index)) + (counts[index] ?? 0) * Math.min(1, Math.max(0, share));
  return all ? Math.round((100 * read) / all) : 0;
}

/**
 * @returns the passage in which a number of per cent is reached, and the word in it, both counted from 0; 100 is the
 * last word of all
 */
export function wordAt(counts: readonly number[], perCent: number): { index: number; word: number } {
  let left = Math.min((sum(counts) * perCent) / 100, sum(counts) - 1);
  const index = counts.findIndex(count => left < count || ((left -= count), false));
  return { index: Math.max(0, index), word: Math.max(0, Math.floor(left)) };
}

/**
 * @returns the number of per cent that somebody typed, such as "40", "40 %" or "12,5"; nothing where it is not from 0
 * to 100
 */
export function typedPerCent(typed: string): number | undefined {
  const [, digits] = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*$/.exec(typed) ?? [];
  const perCent = Number(digits?.replace(',', '.'));
  return perCent <= 100 ? perCent : undefined;
}
