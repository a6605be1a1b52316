/** The report in other formats, kept on this device because the reader asked for it, file by file. */
import { root } from './root.js';
import { isErased, trackWork, keepsNothing } from './storage.js';

const cacheName = `reader-files-${root}`;

async function hashOf(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** A file that is kept, and whether it is the one that was published, by its hash, or an older one. */
export interface KeptFile {
  file: Blob;
  isCurrent: boolean;
}

/** @returns whether a file can be kept on this device, and may be */
export const canKeepFiles = (): boolean => 'caches' in globalThis && !keepsNothing();

/** @returns the file of that address as it is kept; nothing where it is not */
export async function keptFile(address: string, hash: string): Promise<KeptFile | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const file = await (await caches.match(address, { cacheName }))?.blob();
  return file && { file, isCurrent: (await hashOf(file)) === hash };
}

async function fetchAndKeep(address: string, hash: string): Promise<boolean> {
  // Asked for again: the browser may still have an older one.
  const answer = await fetch(address, { cache: 'no-cache' });
  const isWhole = answer.ok && (await hashOf(await answer.clone().blob())) === hash;
  if (!isWhole || !canKeepFiles() || isErased()) return false;
  await (await caches.open(cacheName)).put(address, answer);
  return true;
}

/** Fetches a file and keeps it, if it is the one that was published. @returns whether it is kept now */
export const keepFile = (address: string, hash: string): Promise<boolean> =>
  trackWork(fetchAndKeep(address, hash).catch(() => false));

/** Takes a kept file away; with the last one nothing is left. */
export async function dropFile(address: string): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.delete(address);
  if (!(await cache.keys()).length) await caches.delete(cacheName);
}
