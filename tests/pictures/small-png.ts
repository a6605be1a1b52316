/**
 * Makes a screenshot small: a PNG with a palette of at most 256 colours. Our colours are flat, so the eye misses
 * nothing, and more than half of the bytes go.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

// The format and its names: https://www.w3.org/TR/png-3/
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
interface Picture {
  width: number;
  height: number;
  channels: number;
  bytes: Buffer;
}

function* chunksOf(png: Buffer): Generator<[type: string, data: Buffer]> {
  for (let at = signature.length; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end)];
    at = end + 4;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const number = (value: number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(value);
    return four;
  };
  return Buffer.concat([number(data.length), named, number(crc32(named))]);
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner),
    toUp = Math.abs(left - corner),
    toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** What each of the five filters expects a byte to be, from its neighbours. */
const expected = [
  () => 0,
  (left: number) => left,
  (_: number, up: number) => up,
  (left: number, up: number) => (left + up) >> 1,
  paeth,
];

/** @throws Error for a kind of PNG that Chromium does not write */
function read(png: Buffer): Picture {
  const chunks = [...chunksOf(png)];
  const header = chunks[0]![1];
  const width = header.readUInt32BE(0),
    height = header.readUInt32BE(4);
  const kind = header.toString('hex', 8);
  if (kind !== '0802000000' && kind !== '0806000000')
    throw new Error(
      `This PNG is of the kind ${kind}; only 8 bits of red, green and blue, not interlaced, can be made small.`,
    );
  const channels = header[9] === 6 ? 4 : 3,
    row = width * channels;
  const filtered = inflateSync(Buffer.concat(chunks.filter(([type]) => type === 'IDAT').map(([, data]) => data)));
  const bytes = Buffer.alloc(row * height);
  for (let at = 0; at < bytes.length; at++) {
    const y = Math.floor(at / row),
      inside = at % row >= channels;
    const left = inside ? bytes[at - channels]! : 0,
      up = y ? bytes[at - row]! : 0,
      corner = inside && y ? bytes[at - row - channels]! : 0;
    bytes[at] = filtered[at + y + 1]! + expected[filtered[y * (row + 1)]!]!(left, up, corner);
  }
  return { width, height, channels, bytes };
}

const distance = (one: number, other: number) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);

/**
 * Chooses the most used colours, each at least a step from the others, with the smallest step that leaves at most 256.
 * To choose by use alone made small bright edges ragged.
 */
function choosePalette(colours: number[], step = 0): number[] {
  const palette: number[] = [];
  for (const colour of colours) if (palette.every(other => distance(other, colour) > step ** 2)) palette.push(colour);
  return palette.length <= 256 ? palette : choosePalette(colours, step + 1);
}

/**
 * @param png an opaque picture as Chromium writes it
 * @returns the same picture in at most 256 colours; any other becomes the nearest of them
 */
export function makeSmall(png: Uint8Array): Buffer {
  const { width, height, channels, bytes } = read(Buffer.from(png));
  const pixels = Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * channels, 3));
  const uses = new Map<number, number>();
  for (const colour of pixels) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const colours = [...uses].sort(([a, often], [b, oftener]) => oftener - often || a - b).map(([colour]) => colour);
  const palette = choosePalette(colours);
  const nearest = (colour: number) =>
    palette.reduce((best, other, at) => (distance(other, colour) < distance(palette[best]!, colour) ? at : best), 0);
  const index = new Map(colours.map(colour => [colour, nearest(colour)]));
  // A row begins with its filter: 0, none, is best for a palette.
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = index.get(colour)!;
  });
  const header = Buffer.from('00000000000000000803000000', 'hex');
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const table = Buffer.concat(palette.map(colour => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255])));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
