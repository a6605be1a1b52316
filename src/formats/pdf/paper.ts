/** The PDF file itself: pdfkit (MIT), with what PDF/UA-1 (ISO 14289-1) asks beyond its own options. */
import PDFDocument from 'pdfkit';
import type { Edition } from '../format.js';
import { fontFiles, fontsFor, type FontName } from './faces.js';
import type { Style } from './blocks.js';
import type { Measure } from './lines.js';
import { sheet, type Look } from './looks.js';

export type Paper = InstanceType<typeof PDFDocument>;

/** pdfkit writes these into XML as they are. */
const unsafe = /[&<>]/;

/**
 * @param lang of the title, which is the language of the whole; passages in another language carry their own
 * @returns a file without pages, its title, language and fonts set
 * @throws Error when its title cannot be written into the file's metadata
 */
export function newPaper({ report, reading, changed, t }: Edition, look: Look, lang: string): Paper {
  const title = `${report.title}: ${report.series} ${report.period}`;
  const found = [title, reading.t('page.name'), t(look.name)].find(words => unsafe.test(words));
  if (found) throw new Error(`“${found}” goes into the metadata of the PDF and may not contain &, < or >.`);
  const day = new Date(`${changed}T00:00:00Z`);
  // Their type knows no PDF/UA.
  const options: object = {
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: false,
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang,
    displayTitle: true,
    // The file's number is made of these, so the same edition has the same one.
    info: { Title: title, Subject: t(look.name), Creator: reading.t('page.name'), CreationDate: day, ModDate: day },
  };
  const paper = new PDFDocument(options);
  for (const [name, file] of fontFiles()) paper.registerFont(name, file);
  return paper;
}

/**
 * Joined letters, such as Th in Literata, are hard to read one by one. fontkit takes an object here, which pdfkit's
 * types do not know.
 */
const features = { liga: false, clig: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** pdfkit's font, of which its types tell nothing. */
interface Font {
  layoutRun(text: string, features: object): object;
}
const keepsLayouts = new WeakSet<Font>();

/**
 * Takes a font. Where features are asked for, pdfkit lays the same words out again each time; here they are always the
 * same features.
 */
function withFont(paper: Paper, name: FontName): Paper {
  const { _font: font } = paper.font(name) as unknown as { _font: Font };
  if (keepsLayouts.has(font)) return paper;
  keepsLayouts.add(font);
  const layOut = font.layoutRun.bind(font),
    known = new Map<string, object>();
  font.layoutRun = (text, features) => {
    const run = known.get(text) ?? layOut(text, features);
    known.set(text, run);
    return run;
  };
  return paper;
}

/** @returns how wide words are on this paper; each answer is kept, because most words come more than once */
export function measureOn(paper: Paper): Measure {
  const known = new Map<string, number>();
  return (text, { face, size }: Style) => {
    const key = `${face} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      width = fontsFor(text, face).reduce(
        (all, [piece, font]) => all + withFont(paper, font).fontSize(1000).widthOfString(piece, { features }),
        0,
      );
      known.set(key, width);
    }
    return (width * size) / 1000;
  };
}

/** Writes words on a baseline, each letter from the font that has it. */
export function write(paper: Paper, text: string, x: number, baseline: number, { face, size, colour }: Style): void {
  let left = x;
  for (const [piece, font] of fontsFor(text, face)) {
    // pdfkit would measure the words once more, for links that we draw ourselves.
    withFont(paper, font)
      .fontSize(size)
      .fillColor(colour)
      .text(piece, left, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        features,
        textWidth: 0,
        wordCount: 1,
      } as PDFKit.Mixins.TextOptions);
    left = paper.x;
  }
}

/** @returns the finished file */
export function finished(paper: Paper): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    paper.on('error', reject);
    paper.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    paper.end();
  });
}
