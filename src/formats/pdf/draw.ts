/** Pages of placed words become pages of the file, with their tags, links, bookmarks and artefacts. */
import { artefact, drawFoot, drawGround } from './art.js';
import type { Tag } from './blocks.js';
import type { Measure } from './lines.js';
import { sheet, type Look } from './looks.js';
import { write, type Paper } from './paper.js';
import type { Page, PlacedLine } from './lay-out.js';
import { drawStatistic, scaleBaseline, type Canvas } from './stat-drawing.js';
import { deep, stylesOf } from './styles.js';
import { Tags } from './tags.js';

/** What is said of a page number by a link to it, in the language of the link. */
export type PageWords = (number: number, lang: string) => string;

interface Outline {
  addItem(title: string, options: { top: number; left: number; expanded: boolean }): Outline;
}

/** Bookmarks as headings lie within each other. The title is open; the rest opens when asked. */
function bookmarks(paper: Paper) {
  const open: Outline[] = [paper.outline as unknown as Outline];
  return (level: number, words: string, top: number): void => {
    open.length = level;
    // pdfkit counts `left` from the right edge.
    open.push(open[level - 1]!.addItem(words, { top, left: sheet.width, expanded: level === 1 }));
  };
}

/** The ids of headings, and the numbers of their pages. */
const pageNumbers = (pages: readonly Page[]): Map<string, number> =>
  new Map(
    pages.flatMap((page, index) =>
      page.lines.flatMap(({ block, first }) =>
        block.heading && first ? [[block.heading.id, index + 1] as [string, number]] : [],
      ),
    ),
  );

/** Draws all pages. `usualHead` is the running head where that of the passage is too long. */
export function draw(
  paper: Paper,
  look: Look,
  pages: readonly Page[],
  measure: Measure,
  usualHead: string,
  pageWords: PageWords,
): void {
  const tags = new Tags(paper),
    mark = bookmarks(paper),
    numbers = pageNumbers(pages);
  const right = sheet.width - look.margins.right;
  const says = ({ link, lang }: Tag): string => {
    const page = link!.to.startsWith('#') ? numbers.get(link!.to.slice(1)) : undefined;
    return page === undefined ? link!.says : `${link!.says}, ${pageWords(page, lang)}`;
  };

  const words = ({ block, line, x, top, height, first, last }: PlacedLine): void => {
    const baseline = top + height / 2 + line.size * 0.34;
    if (first && block.heading) {
      tags.end();
      paper.addNamedDestination(block.heading.id, 'XYZ', 0, Math.max(0, top - 20), null);
      mark(block.heading.level, block.heading.words, Math.max(0, top - 20));
    }
    if (first && block.label) {
      tags.begin(block.label.tag);
      write(paper, block.label.text, x - look.size, baseline, block.label.style);
    }
    line.fragments.forEach(({ run, text, x: from, width }, index) => {
      const page =
        last && block.pageOf && index === line.fragments.length - 1 ? String(numbers.get(block.pageOf)) : undefined;
      tags.begin(run.tag);
      write(paper, page ? `${text} ` : text, x + from, baseline, run.style);
      if (page) write(paper, page, right - measure(page, run.style), baseline, run.style);
      tags.cover(run.tag, { x: x + from, y: top, width: page ? right - x - from : width, height });
    });
  };

  /** Thin lines lead the eye from an entry of the contents to its page number. */
  const leader = ({ block, x, top, height, last }: PlacedLine): void => {
    if (block.pageOf && last)
      paper
        .lineWidth(0.6)
        .moveTo(x, top + height + look.size * 0.16)
        .lineTo(right, top + height + look.size * 0.16)
        .stroke(look.colours.edge);
  };
  /** Links are underlined, because colour alone says nothing to many. */
  const underline = ({ block, line, x, top, height }: PlacedLine): void => {
    for (const { run, x: from, width } of line.fragments) {
      if (!run.tag.link || block.pageOf) continue;
      const y = top + height / 2 + line.size * 0.5;
      paper
        .lineWidth(look.size / 14)
        .moveTo(x + from, y)
        .lineTo(x + from + width, y)
        .stroke(run.style.colour);
    }
  };

  pages.forEach((page, index) => {
    paper.addPage();
    drawGround(paper, look, page);
    if (page.lines.some(({ block, line }) => block.pageOf || line.fragments.some(({ run }) => run.tag.link))) {
      artefact(paper, () =>
        page.lines.forEach(each => {
          leader(each);
          underline(each);
        }),
      );
    }
    page.lines.forEach(words);
    tags.end();
    for (const { block, x, top } of page.drawings) {
      const drawing = block.drawing!,
        below = scaleBaseline(drawing, look.size);
      artefact(paper, () => {
        drawStatistic(
          paper as unknown as Canvas,
          drawing,
          x,
          top,
          look.size,
          deep(look, block.line),
          look.colours['tint-0'],
        );
        if (below) write(paper, drawing.says, x, top + below, stylesOf(look).body);
      });
    }
    tags.endPage(says);
    if (index) drawFoot(paper, look, index + 1, [page.of.head, usualHead], measure);
  });
  tags.endAll();
}
