/** The headline figures as tables: the published sentence, and the drawing beside it. */
import {
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  BorderStyle,
} from 'docx';
import type { Statistic } from '../../model/report/model.js';
import { themes } from '../../model/settings/themes.js';
import { dashes, scaleOf } from '../../pages/elements/stat-drawing.js';
import { drawingOf } from '../drawing.js';
import type { Edition } from '../format.js';
import { pictureOf } from '../picture.js';
import { tagOf } from './styles.js';

const { colours } = themes.light;
/** Twentieths of a point: together the width of the text. */
const widths = [4900, 4170] as const;
/** Pixels of the page (96 for an inch); pictures have three for each. */
const drawn = { width: 250, density: 3 };

const looks = {
  share: 'path{stroke-width:1}path+path{stroke-width:4}',
  dots: `path{stroke-width:2;stroke-dasharray:${dashes}}`,
  years: 'path{stroke-width:1.5}path+path{stroke-width:4}',
} as const;

/** @returns the drawing of a figure with its alternative text, and how many dots it has; nothing where it has none */
async function drawingRun(
  statistic: Statistic,
  scale: number,
  { t, reading }: Edition,
  colour: string,
): Promise<{ picture: ImageRun; dots: number } | undefined> {
  const drawing = drawingOf(statistic, scale);
  if (!drawing) return undefined;
  const { kind, viewBox, inside, dots } = drawing,
    [, , across, down] = viewBox.split(' ').map(Number);
  const attributes = `viewBox="${viewBox}" fill="none" stroke="${colour}" stroke-linecap="round"`,
    style = `<style>${looks[kind]}</style>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${style}${inside}</svg>`;
  const value = (dots || statistic.value!).toLocaleString(reading.language);
  const picture = new ImageRun({
    type: 'png',
    data: await pictureOf(svg, drawn.width * drawn.density),
    altText: { name: statistic.id, description: t(`epub.drawing.${kind}`, { value }) },
    transformation: { width: drawn.width, height: Math.round((drawn.width * down!) / across!) },
  });
  return { picture, dots };
}

const line = (colour: string, size: number) => ({ style: BorderStyle.SINGLE, color: colour.slice(1), size });
const none = { style: BorderStyle.NONE };

/**
 * @param number of this table in the document, counted from 1: each has the colour of one of the four lines
 * @param lang the language of the sentences
 * @returns a table whose first row is repeated on every page it goes on
 */
export async function figuresTable(
  statistics: readonly Statistic[],
  lang: string,
  edition: Edition,
  number: number,
): Promise<Table> {
  const {
      t,
      reading: { language },
    } = edition,
    colour = colours[`line-${(((number - 1) % 4) + 1) as 1}`];
  const ours = (text: string) => new TextRun({ text, language: { value: tagOf(language) } });
  const scale = scaleOf(statistics);
  const cell = (place: 0 | 1, style: string, ...runs: (TextRun | ImageRun)[]) =>
    new TableCell({
      width: { size: widths[place], type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: place * 160, right: 120 },
      children: runs.map(run => new Paragraph({ style, children: [run] })),
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [cell(0, 'TableHead', ours(t('word.statement'))), cell(1, 'TableHead', ours(t('word.drawing')))],
  });
  /** The drawing, and below it what one of its dots stands for. */
  const drawnIn = async (statistic: Statistic) => {
    const { picture, dots } = (await drawingRun(statistic, scale, edition, colour)) ?? {};
    if (!picture) return [ours(t('word.none'))];
    return dots ? [picture, ours(edition.reading.t('note.scale', { scale }))] : [picture];
  };
  const rows = await Promise.all(
    statistics.map(
      async (statistic, place) =>
        new TableRow({
          cantSplit: true,
          keepNext: place + 1 < statistics.length,
          children: [
            cell(0, 'InTable', new TextRun({ text: statistic.statement, language: { value: tagOf(lang) } })),
            cell(1, 'DrawingInTable', ...(await drawnIn(statistic))),
          ],
        }),
    ),
  );
  return new Table({
    rows: [head, ...rows],
    columnWidths: [...widths],
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: {
      top: line(colour, 24),
      bottom: line(colour, 12),
      insideHorizontal: line(colours.edge, 4),
      left: none,
      right: none,
      insideVertical: none,
    },
  });
}
