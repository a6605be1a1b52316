/** The whole report in braille, page by page. */
import type { Edition } from '../format.js';
import { piecesOf, type Piece } from '../pieces.js';
import { blank } from './cells.js';
import { blockOf, codeOf, draftsOf, type Grade } from './drafts.js';
import { contentsBlocks, contentsTexts, noteBlocks, noteDrafts, titleBlocks, titleDrafts } from './front.js';
import { braille, type Text } from './liblouis.js';
import { headLine, paged } from './pages.js';

const isHeading = (piece: Piece) => piece.kind === 'heading';

/**
 * The pages of a braille edition, each a list of lines of Unicode cells; the report itself begins on page `begins`,
 * counted from 1.
 */
export interface BrailleDocument {
  pages: string[][];
  begins: number;
}

/**
 * Pages are counted from the title page, which shows no number, so that a number leads to the same page in the file, on
 * a display and on paper.
 * @returns the report in braille
 * @throws Error when liblouis is missing
 */
export function brailleDocument(edition: Edition, grade: Grade): BrailleDocument {
  const {
      report,
      reading: { language },
    } = edition,
    pieces = piecesOf(edition);
  const title = pieces.find(({ kind }) => kind === 'title') as Extract<Piece, { kind: 'title' }>,
    headings = pieces.filter(isHeading);
  const texts = contentsTexts(edition, grade),
    head: Text = { code: codeOf(title.lang, grade), words: `${report.series} ${report.period}` };
  const first = titleDrafts(title, edition, grade),
    notes = noteDrafts(edition, grade),
    drafts = pieces.flatMap(piece => draftsOf(piece, grade));
  const cellsOf = braille([...first, ...notes, ...drafts].map(({ text }) => text).concat(texts, head));

  const body = paged(drafts.map(draft => blockOf(draft, cellsOf)));
  const front = [titleBlocks(first, cellsOf), noteBlocks(notes, cellsOf, language)].flatMap(
    blocks => paged(blocks).pages,
  );
  const contents = (before: number) =>
    paged(contentsBlocks(headings, texts, cellsOf, grade, id => before + body.places.get(id)! + 1)).pages;
  // However many digits its numbers have, the contents fill as many lines.
  const begins = front.length + contents(0).length + 1;
  const pages = [...front, ...contents(begins - 1), ...body.pages];
  const running = cellsOf(head);
  return {
    begins,
    pages: pages.map((lines, place) => [
      place === 0 ? '' : headLine(running, place + 1),
      ...lines.map(line => line.replace(new RegExp(`${blank}+$`, 'u'), '')),
    ]),
  };
}
