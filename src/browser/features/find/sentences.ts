/**
 * The sentences of a passage, so that what is found is shown in the words around it. (Intl.Segmenter is not in every
 * browser that we serve.)
 */

export type Span = readonly [start: number, end: number];

/**
 * Where a sentence ends: its mark, what closes after it, then a space and what can begin another; or the end of a line.
 */
const ends = /[.!?…]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])|\n+/gu;
/** They end in a full stop, and no sentence does. */
const shortened = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|No|St|e\.g|i\.e)\.\s+$/;

/** @returns the sentences of a text, in order; together they are the whole text */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(ends)) {
    const end = index + mark.length;
    if (shortened.test(text.slice(start, end))) continue;
    spans.push([start, end]);
    start = end;
  }
  return start < text.length ? [...spans, [start, text.length]] : spans;
}

/** A piece of a shown sentence: words as they stand, found or not. */
interface Piece {
  words: string;
  found: boolean;
}

/** How many letters are shown before and after what is found in a long sentence. */
const around = 90;

/** @returns the sentence in pieces, shortened far from what was found in it, at a space, with "…" */
export function piecesOf(text: string, [start, end]: Span, hits: readonly Span[]): Piece[] {
  const first = hits[0]?.[0] ?? start,
    last = hits[hits.length - 1]?.[1] ?? end;
  const from = first - start > around * 1.5 ? text.indexOf(' ', first - around) + 1 : start;
  const to = end - last > around * 1.5 ? text.lastIndexOf(' ', last + around) : end;
  const pieces: Piece[] = from > start ? [{ words: '… ', found: false }] : [];
  let at = from;
  for (const [begin, close] of hits) {
    pieces.push({ words: text.slice(at, begin), found: false }, { words: text.slice(begin, close), found: true });
    at = close;
  }
  pieces.push({ words: text.slice(at, to).trimEnd() + (to < end ? ' …' : ''), found: false });
  return pieces.filter(({ words }) => words);
}
