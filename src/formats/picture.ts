/** Drawings as pictures, for formats that cannot take them as they are. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const packages = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

/**
 * @returns an SVG as PNG, `width` pixels wide: drawn in WebAssembly, because it makes the same bytes on every machine
 */
export async function pictureOf(svg: string, width: number): Promise<Uint8Array> {
  await (ready ??= initWasm(readFileSync(packages.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
}
