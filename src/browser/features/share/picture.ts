/**
 * A quotation or a figure as a picture, in the reader's own colours and typeface, drawn on a canvas that never stands
 * in the page.
 */

interface Picture {
  /** What is drawn largest: a figure's number. */
  figure?: string;
  words: string;
  /** Whose words they are and where they stand; each is a line of its own, or several. */
  below: readonly string[];
}
interface Look {
  page: string;
  text: string;
  line: string;
  voice: string;
  plain: string;
}

/** A picture of more letters would be read by nobody. */
export const mostLetters = 900;

const width = 1080,
  edge = 96,
  bar = 24,
  inner = width - 2 * edge - bar * 2;

/** @returns the colours and typefaces in which the reader sees a passage */
export function lookOf(passage: Element): Look {
  const style = getComputedStyle(passage),
    root = getComputedStyle(document.documentElement),
    value = (name: string, from = root) => from.getPropertyValue(name).trim();
  return {
    page: value('--page'),
    text: value('--text'),
    line: value('--line', style) || value('--text'),
    voice: value('--voice') || 'serif',
    plain: getComputedStyle(document.body).fontFamily,
  };
}

/** @returns the lines into which words are broken @param measure how wide a text is */
export function linesOf(words: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Short words are set larger, in pixels of a picture 1080 wide. */
const sizeOf = (letters: number): number => (letters < 120 ? 76 : letters < 300 ? 60 : letters < 600 ? 48 : 42);

interface Row {
  text: string;
  font: string;
  height: number;
}

/**
 * @returns a PNG, 1080 pixels wide and as high as it needs to be, at least square
 * @throws Error when the browser cannot draw
 */
export async function draw({ figure, words, below }: Picture, look: Look): Promise<Blob> {
  const canvas = document.createElement('canvas'),
    context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  const rowsOf = (text: string, font: string, size: number): Row[] => {
    context.font = font;
    return linesOf(text, inner, part => context.measureText(part).width).map(text => ({
      text,
      font,
      height: size * 1.35,
    }));
  };
  const size = sizeOf(words.length);
  const rows = [
    ...(figure ? rowsOf(figure, `400 180px ${look.voice}`, 180) : []),
    ...rowsOf(words, `400 ${size}px ${look.voice}`, size),
    { text: '', font: '', height: 40 },
    ...below.flatMap((text, at) => rowsOf(text, `${at ? 400 : 700} 34px ${look.plain}`, 34)),
  ];
  const height = rows.reduce((sum, { height }) => sum + height, 0);
  canvas.width = width;
  canvas.height = Math.max(width, Math.ceil(height) + 2 * edge);
  context.fillStyle = look.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = look.line;
  context.fillRect(edge, edge, bar, canvas.height - 2 * edge);
  context.fillStyle = look.text;
  context.textBaseline = 'middle';
  let top = (canvas.height - height) / 2;
  for (const row of rows) {
    context.font = row.font;
    context.fillText(row.text, edge + bar * 2, top + row.height / 2);
    top += row.height;
  }
  return new Promise((done, failed) =>
    canvas.toBlob(
      blob => (blob ? done(blob) : failed(new Error('The browser made no PNG of the picture.'))),
      'image/png',
    ),
  );
}
