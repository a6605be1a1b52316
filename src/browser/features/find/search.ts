/**
 * Finds where in the report a reader's words stand. Order is the text's own, because a report is read, not
 * ranked.
 */
import { parse } from './query.js';
import type { Span } from './sentences.js';
import type { Meant, WordIndex } from './word-index.js';

/** A sentence with at least one of the words in it, and where in its passage they stand. */
export interface Match {
  passage: number;
  sentence: Span;
  hits: Span[];
}
export interface Found {
  matches: Match[];
  meant: Meant[];
}

/** @returns whether two words stand side by side: a sentence or a line does not end between them */
const besides = (text: string, end: number, start: number): boolean => !/[.!?…]\S*\s|\n/.test(text.slice(end, start));

/** @returns for each passage that has them, where all of these words stand side by side */
function hitsOf(index: WordIndex, meant: readonly Meant[]): Map<number, Span[]> {
  const hits = new Map<number, Span[]>();
  for (const [id, at] of index.spotsOf(meant[0]!)) {
    const words = index.words[id]!,
      { language, text } = index.passages[id]!;
    const follows = meant.every(
      ({ words: any }, which) =>
        !which ||
        (any[language].has(words[at + which]?.folded ?? '') &&
          besides(text, words[at + which - 1]!.end, words[at + which]!.start)),
    );
    if (follows) hits.set(id, [...(hits.get(id) ?? []), [words[at]!.start, words[at + meant.length - 1]!.end]]);
  }
  return hits;
}

/** @returns the same letters once: what is found for one word may be found for another too */
function merged(hits: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const hit of [...hits].sort(([one], [other]) => one - other)) {
    const last = apart[apart.length - 1];
    if (last && hit[0] < last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], hit[1])];
    else apart.push(hit);
  }
  return apart;
}

/** @returns the sentences of a passage in which most of what is wanted stands together */
function matchesIn(index: WordIndex, id: number, hits: readonly (readonly Span[])[]): Match[] {
  const sentences = index.sentences[id]!.map(sentence => {
    const inside = hits.map(each => each.filter(([start]) => start >= sentence[0] && start < sentence[1]));
    return { sentence, kinds: inside.filter(each => each.length).length, hits: inside.flat() };
  });
  const most = Math.max(...sentences.map(({ kinds }) => kinds));
  return sentences
    .filter(({ kinds }) => kinds === most)
    .map(({ sentence, hits }) => ({ passage: id, sentence, hits: merged(hits) }));
}

/** @returns the matches: where everything stands that a query wants, and how each of its words was understood */
export function search(index: WordIndex, query: string): Found {
  const wanted = parse(query).map(words => words.map(word => index.meant(word)));
  if (!wanted.length) return { matches: [], meant: [] };
  const [first, ...others] = wanted.map(meant => hitsOf(index, meant));
  const all = [...first!.keys()].filter(id => others.every(hits => hits.has(id))).sort((one, other) => one - other);
  return {
    matches: all.flatMap(id =>
      matchesIn(
        index,
        id,
        [first!, ...others].map(hits => hits.get(id)!),
      ),
    ),
    meant: wanted.flat(),
  };
}
