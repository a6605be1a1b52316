/** Saves the file with the figures. */
import { saveFile } from '../../core/dom/save-file.js';
import { root } from '../../core/storage/root.js';
import { answer } from '../../core/announcements/answer.js';
import type { FiguresWords } from './words.js';

/** @returns a small size in words of the language, such as "3 kB" @param bytes how many */
export const sizeIn = (language: string, bytes: number): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(Math.ceil(bytes / 1000));

/** @returns whether the file came, and is being saved */
async function saveFrom(href: string): Promise<boolean> {
  const answer = await fetch(href).catch(() => undefined);
  if (!answer?.ok) return false;
  saveFile(await answer.blob(), href.replace(/.*\//, ''));
  return true;
}

/**
 * @param address of the file, seen from the site's root
 * @returns its whole address for a link, and what a press on that link does: some browsers ask the server for a
 * download, and not the copy on the device
 */
export function saveFigures(address: string, t: FiguresWords): { href: string; save: (event: Event) => void } {
  const { href } = new URL(address, root);
  const save = (event: Event) => {
    const pressed = event.currentTarget as Element;
    event.preventDefault();
    void saveFrom(href).then(saved => answer(pressed, 'figures', t(saved ? 'file.saved' : 'file.failed'), saved));
  };
  return { href, save };
}
