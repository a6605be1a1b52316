/**
 * The address of a passage: `?passage=NUMBER.ITS+FIRST+WORDS#ID`. The fragment is the nearest id, so that every browser
 * lands there without script; what finds the passage itself stands before it, because browsers take `#ID:~:text=` away
 * before a script can read it, and without it that is no id. The price: where no offline copy answers, the server sees
 * which passage was opened, and nothing of who opened it.
 */
import type { PassageName } from '../../core/position/passages.js';

const parameter = 'passage';
/** So many letters of a passage tell it from its neighbours; an address with more is a burden in a citation. */
const enoughLetters = 36;
/** A link of ours is never longer, in letters. */
const longest = 200;

/** @returns the first words of a passage, whole */
const firstWords = (begins: string): string =>
  begins.length <= enoughLetters
    ? begins
    : begins
        .slice(0, enoughLetters + 1)
        .replace(/\s+\S*$/, '')
        .slice(0, enoughLetters);

/**
 * @param page the address of the page; its own query and fragment are left out, because they may hold a wish of this
 * reader's
 */
export function linkTo({ id, index, begins }: PassageName, page: string): string {
  const address = new URL(page);
  address.search = new URLSearchParams({ [parameter]: `${index}.${firstWords(begins)}` }).toString();
  address.hash = id;
  return address.href;
}

/** @returns a text without what stands for other signs in an address @param broken is what that gives which is none */
function decoded(text: string, broken = text): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return broken;
  }
}

/**
 * Programs that an address passes through escape its signs once more, or the one before its fragment, which is then the
 * end of the words.
 * @returns what an address leads to; nothing where it is no link of ours. Anybody may have written it, so it is only
 * compared and never shown
 */
export function linkIn({ search, hash }: { search: string; hash: string }): PassageName | undefined {
  const found = new URLSearchParams(search).get(parameter) ?? '',
    given = decoded(found);
  const [, index, rest = ''] = found.length <= longest ? (/^(\d{1,4})\.([^]+)$/.exec(given) ?? []) : [];
  if (index === undefined) return undefined;
  const [, begins, within] = (!hash && /^([^]+)#([\w-]+)$/.exec(rest)) || [];
  return { id: within ?? decoded(hash.slice(1), ''), index: Number(index), begins: begins ?? rest };
}

/** A passage that a link may mean. */
export interface Candidate {
  text: string /** whether it stands within the id of the link */;
  within: boolean /** its number there */;
  index: number;
}

/** A space is written as a plus in an address, and nobody knows any more which was which where that was escaped. */
const spaced = (text: string) => text.replace(/[\s+]+/g, ' ').trim();
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/**
 * How many of the link's words must still stand at the beginning of a passage for it to be that passage, from 0 to 1.
 */
const enough = 0.6;

/** @returns how many of the words stand at the beginning of a text, from 0 to 1 */
function likeness(words: readonly string[], text: string): number {
  const beginning = new Set(wordsOf(text).slice(0, words.length + 4));
  return words.length ? words.filter(word => beginning.has(word)).length / words.length : 0;
}

/**
 * @returns the number of the passage that a link means: the one that begins so, or else the one that begins most like
 * it, or else the one in its place; and whether it begins exactly so
 */
export function meantBy(
  { index, begins }: PassageName,
  candidates: readonly Candidate[],
): { at: number; exact: boolean } | undefined {
  const words = wordsOf(begins),
    beginning = spaced(begins);
  const scores = candidates.map(({ text, within, index: number }) => {
    const exact = spaced(text).startsWith(beginning);
    const like = exact ? 1 : likeness(words, text);
    // Of two that are alike, the nearer one.
    return {
      exact,
      score: (exact ? 2 : like >= enough ? like : 0) + (within ? 0.1 + (number === index ? 0.1 : 0) : 0),
    };
  });
  const best = scores.reduce((best, { score }, at) => (score > (scores[best]?.score ?? 0) ? at : best), 0);
  return candidates.length && scores[best]!.score > 0 ? { at: best, exact: scores[best]!.exact } : undefined;
}
