/**
 * How the report is divided: a chapter is a part, with a file of its own; a page is where one can go to by its number.
 */
import { words } from '../../model/report/words.js';
import { publishedIn, type Piece } from '../pieces.js';

/** A piece, and the number of the page that begins with it, if one does. */
export interface Placed {
  piece: Piece;
  page?: number;
}
export interface Chapter {
  id: string;
  file: string;
  title: string;
  lang: string;
  placed: Placed[];
}

/**
 * The published text has no pages, so they are ours: about as many words as on a page of a paperback, so that a page is
 * a step and not a leap.
 */
export const wordsOnPage = 250;

/**
 * @returns the pieces with the pages that begin with them. None begins between a heading, or a note, and what it stands
 * above.
 */
function paged(pieces: readonly Piece[]): Placed[] {
  let page = 0,
    count = wordsOnPage,
    before: Piece | undefined;
  return pieces.map(piece => {
    const begins = count >= wordsOnPage && before?.kind !== 'heading' && before?.kind !== 'note';
    if (begins) {
      page += 1;
      count = 0;
    }
    count += publishedIn(piece).flatMap(words).length;
    before = piece;
    return begins ? { piece, page } : { piece };
  });
}

/** @returns the chapters: the opening with the title, then each part. @param pieces the report, its title first */
export function chaptersOf(pieces: readonly Piece[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const placed of paged(pieces)) {
    const { piece } = placed;
    if (piece.kind === 'title')
      chapters.push({ id: 'opening', file: 'opening.xhtml', title: piece.title, lang: piece.lang, placed: [] });
    if (piece.kind === 'heading' && piece.level === 2)
      chapters.push({ id: piece.id, file: `${piece.id}.xhtml`, title: piece.words, lang: piece.lang, placed: [] });
    chapters.at(-1)!.placed.push(placed);
  }
  return chapters;
}
