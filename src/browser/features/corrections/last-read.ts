/** Remembers the text as this reader last read it, and lists by passage what was changed since. */
import { root } from '../../core/storage/root.js';
import { trackWork, keepsNothing } from '../../core/storage/storage.js';
import { passagesIn } from '../../core/position/passages.js';
import { isAsDelivered } from '../../core/language.js';
import type { Passage } from './difference.js';

/** Where the text as it was last read is kept. */
const cacheName = `reader-last-read-${root}`;

const textNow = (): Passage[] =>
  passagesIn(document.querySelector('main')!).map(passage => ({
    id: passage.closest('[id]')!.id,
    text: passage.textContent.replace(/\s+/g, ' ').trim(),
  }));

/** No report has more passages. A longer list is not ours, and to compare it would hold up the page. */
const mostPassages = 5000;

/** The text of each language is another. */
const key = () => new URL('last-read.json', location.href).href;

async function lastRead(): Promise<Passage[] | undefined> {
  const kept: unknown = await (await caches.match(key(), { cacheName }))?.json();
  const isPassage = (each: unknown) =>
    typeof (each as Passage | null)?.id === 'string' && typeof (each as Passage).text === 'string';
  return Array.isArray(kept) && kept.length <= mostPassages && kept.every(isPassage) ? (kept as Passage[]) : undefined;
}

const remember = async (text: Passage[]) =>
  (await caches.open(cacheName)).put(key(), new Response(JSON.stringify(text)));

/**
 * Compares the text with the one that this reader last read. Where nothing can be kept, there is nothing to compare.
 */
export const tellChanges = (): Promise<void> => trackWork(compareAndTell());

async function compareAndTell(): Promise<void> {
  // A translator's words were never published: they are neither compared nor kept.
  if (keepsNothing() || !('caches' in globalThis) || !isAsDelivered()) return;
  try {
    const now = textNow(),
      before = await lastRead();
    if (!before) return await remember(now);
    // Mostly nothing has changed, and then nobody pays for what compares.
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    await (await import('./tell.js')).tell(before, now, () => void remember(now));
  } catch {
    /* A store that refuses, or is not ours any more: the text itself is whole. */
  }
}
