/**
 * The forms of Welsh words: a word changes its beginning after others (soft, nasal and aspirate mutation), and its end
 * in the plural.
 */

/** Each beginning, and what it becomes. A vowel may have an "h" before it (ei hadroddiad). */
const changes: Record<string, readonly string[]> = {
  p: ['b', 'mh', 'ph'],
  t: ['d', 'nh', 'th'],
  c: ['g', 'ngh', 'ch'],
  b: ['f', 'm'],
  d: ['dd', 'n'],
  g: ['', 'ng'],
  ll: ['l'],
  m: ['f'],
  rh: ['r'],
};

/** "ch", "ll" and their like are one letter; "ngh", "mh" and "nh" are what a nasal mutation leaves. */
const beginning = /^(?:ngh|mh|nh|ng|ch|dd|ff|ll|ph|rh|th|\p{L})/u;
const vowel = /^[aeiouwy]/;

function split(word: string): [first: string, rest: string] {
  const [first = ''] = beginning.exec(word) ?? [];
  return [first, word.slice(first.length)];
}

/** @returns what the word may have been before it was changed; itself among them */
function originalsOf(word: string): string[] {
  const [first, rest] = split(word);
  const changed = Object.entries(changes)
    .filter(([, becomes]) => becomes.includes(first))
    .map(([original]) => original + rest);
  // Where a "g" fell away, any of these may stand first.
  const fallen = /^[aeiouwylrn]$/.test(first) ? [`g${word}`] : [];
  return [word, ...changed, ...fallen, ...(first === 'h' && vowel.test(rest) ? [rest] : [])];
}

function changedForms(word: string): string[] {
  const [first, rest] = split(word);
  return [word, ...(changes[first] ?? []).map(each => each + rest), ...(vowel.test(word) ? [`h${word}`] : [])];
}

/** @param word folded, in any of its forms @returns every form that it may have in a Welsh text, itself first */
export const welshForms = (word: string): string[] =>
  [...new Set([word, ...originalsOf(word).flatMap(changedForms)])].filter(form => form.length > 1 || form === word);

/** @param word folded @returns the word without its usual plural endings, where enough is left of it */
export function welshStem(word: string): string {
  const stem = word.replace(/wyr$/, 'wr').replace(/(?:iaid|iau|ion|oedd|au)$/, '');
  return stem.length > 3 ? stem : word;
}
