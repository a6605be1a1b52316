/**
 * The words of a PDF, taken out in two independent ways: along its structure, and with pdftotext, which looks only at
 * the page.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf, tidy } from './pdf-check.js';
import { contentsOf } from './pdf-content.js';
import { opened, treeOf, type Element } from './pdf-tree.js';
import { find } from './tools.js';

/**
 * @param ours the title that our words carry in their tags
 * @returns the words that are not ours, and not a label of a list, in the order of the structure
 */
export async function wordsAlongStructure(file: Uint8Array, ours: string): Promise<string[]> {
  const pages = await contentsOf(file),
    tree = treeOf(await opened(file));
  return tidy(textOf(tree, pages, ({ title, type }: Element) => title === ours || type === 'Lbl')).split(' ');
}

/**
 * @param foot how much of each page is for its number, in points
 * @returns the words of each page as pdftotext reads them, without its foot
 * @throws Error when pdftotext is not installed
 */
export function pagesByPdftotext(
  file: Uint8Array,
  { width, height }: { width: number; height: number },
  foot: number,
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'reader-pdf-')),
    path = join(folder, 'report.pdf');
  try {
    writeFileSync(path, file);
    const { stdout, stderr, status } = spawnSync(
      find('pdftotext'),
      [
        '-enc',
        'UTF-8',
        '-x',
        '0',
        '-y',
        '0',
        '-W',
        String(Math.ceil(width)),
        '-H',
        String(Math.floor(height - foot)),
        path,
        '-',
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (status) throw new Error(`pdftotext cannot read the file: ${stderr}`);
    return stdout.split('\f').slice(0, -1).map(tidy);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
