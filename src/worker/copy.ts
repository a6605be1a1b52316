/**
 * The files of the copy: each is compared with the hash that the build wrote down, before it is shown and whenever
 * somebody asks.
 */
import { PrecacheController } from 'workbox-precaching';
import type { Condition } from '../model/copy-condition.js';
import { fetchPatiently, giveUp } from './fetching.js';

declare const self: ServiceWorkerGlobalScope;

/** A file of the copy: its address, its key in its cache, and the hash of its content (Subresource Integrity). */
interface File {
  url: string;
  key: string;
  integrity: string;
  cacheName: string;
}

/** `later` marks what reading does not need: it is fetched when the report is there. */
export interface Entry {
  url: string;
  revision: string | null;
  integrity: string;
  later?: true;
}

/**
 * What reading needs comes first and at once, all of it or nothing; the rest after it, when somebody asks to mend the
 * copy.
 */
const reading = new PrecacheController(),
  later = new PrecacheController({ cacheName: `reader-later-${self.registration.scope}` });

/**
 * How many files are fetched at a time: one by one, each would wait for the way to the server and back; more would keep
 * the page's own files waiting.
 */
const lanes = 4;

/** Does the same with each of several files, some at a time. @returns when all are done */
async function withEach(files: readonly File[], deed: (file: File) => Promise<void>): Promise<void> {
  const left = files.values();
  const lane = async () => {
    for (const file of left) await deed(file);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Fetches what reading needs and is not there yet from an earlier try.
 * @throws when all that comes has come, where one of them does not come as it was published
 */
async function fetchReading(): Promise<void> {
  const missing: string[] = [];
  await withEach(filesOf(reading), async file => {
    // A key of its own is that of a file whose name does not tell its content: the browser may still have an older one.
    const cache = file.key === file.url ? 'default' : 'no-cache';
    if (!(await wholeFile(file)) && (await fetchAgain(file, cache)) === undefined) missing.push(file.url);
  });
  if (missing.length) throw new Error(`These files did not come as they were published: ${missing.join(', ')}`);
}

/**
 * Keeps what reading needs when the worker is installed: all of it, each file as published, or none. Drops files of
 * older versions when it takes over.
 */
export function keep(entries: readonly Entry[]): void {
  reading.addToCacheList(entries.filter(entry => !entry.later));
  later.addToCacheList(entries.filter(entry => entry.later));
  self.addEventListener('install', event => {
    event.waitUntil(fetchReading());
  });
  self.addEventListener('activate', event => {
    event.waitUntil(Promise.all([reading.activate(event), later.activate(event)]));
  });
}

/**
 * @returns the file that an address means, whatever stands after "?" or "#" and whether or not the page's file name is
 * spelled out
 */
export function fileAt(address: string): File | undefined {
  const { origin, pathname } = new URL(address);
  const url = origin + pathname.replace(/\/index\.html$/, '/');
  for (const files of [reading, later]) {
    const key = files.getCacheKeyForURL(url);
    if (key !== undefined)
      return { url, key, integrity: files.getIntegrityForCacheKey(key)!, cacheName: files.strategy.cacheName };
  }
  return undefined;
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** @returns the file as it is kept, with its size in bytes; "missing" or "damaged" where it is not whole */
async function find({
  key,
  integrity,
  cacheName,
}: File): Promise<{ response: Response; bytes: number } | 'missing' | 'damaged'> {
  try {
    // Not opened: that would make a cache that was erased.
    const response = await caches.match(key, { cacheName });
    if (!response) return 'missing';
    const content = await response.clone().arrayBuffer();
    return (await hashOf(content)) === integrity ? { response, bytes: content.byteLength } : 'damaged';
  } catch {
    // A store that cannot be read is as good as none.
    return 'damaged';
  }
}

/** @returns the file as it was published, or nothing where the copy has it not, or not whole */
export async function wholeFile(file: File): Promise<Response | undefined> {
  const found = await find(file);
  return typeof found === 'string' ? undefined : found.response;
}

let stopped = false;
/** @returns whether nothing more is to be kept */
export const isStopped = (): boolean => stopped;

/**
 * Nothing more is to be kept: the copy is about to be erased, or a newer version to take over. Whoever asks to mend it
 * again wants it again.
 */
export function stopMending(): void {
  stopped = true;
  giveUp();
}

/**
 * Keeps what the server just gave, if it is the file that belongs to this copy; a newer one belongs to the next.
 * @returns its size in bytes; nothing where it was not kept
 */
export async function mendWith(file: File, response: Response): Promise<number | undefined> {
  const content = await response.clone().arrayBuffer(),
    { ok, redirected, status, headers } = response;
  if (!ok || (await hashOf(content)) !== file.integrity || stopped) return undefined;
  // One that was led elsewhere on its way may not be shown as a page.
  const kept = redirected ? new Response(content, { status, headers }) : response;
  await (await caches.open(file.cacheName)).put(file.key, kept);
  return content.byteLength;
}

/**
 * @returns the size in bytes of a file that was fetched; nothing where it could not be had: without a connection it is
 * asked for again the next time
 */
const fetchAgain = async (file: File, cache: RequestCache = 'no-cache'): Promise<number | undefined> =>
  stopped ? undefined : fetchPatiently(file.url, cache, response => mendWith(file, response)).catch(() => undefined);

const filesOf = (files: PrecacheController) => files.getCachedURLs().map(url => fileAt(url)!);

/**
 * @param again is asked for each file that is not whole, and gives its size in bytes when it is whole then
 * @returns the condition of every file after it
 */
async function conditionOf(again: (file: File) => Promise<number | undefined>): Promise<Condition> {
  const condition: Condition = { files: 0, bytes: 0, missing: [], damaged: [], readable: true };
  await withEach([...filesOf(reading), ...filesOf(later)], async file => {
    const found = await find(file),
      bytes = typeof found === 'string' ? await again(file) : found.bytes;
    condition.files += 1;
    condition.bytes += bytes ?? 0;
    if (bytes !== undefined) return;
    condition[found as 'missing' | 'damaged'].push(file.url);
    if (file.cacheName === reading.strategy.cacheName) condition.readable = false;
  });
  return condition;
}

/** @returns the condition of every file */
export const check = (): Promise<Condition> => conditionOf(() => Promise.resolve(undefined));

/**
 * Fetches again what is missing or damaged.
 * @returns the condition after it, when each file has come or was given up
 */
export async function mend(): Promise<Condition> {
  stopped = false;
  const condition = await conditionOf(file => fetchAgain(file));
  // Stopped by now, it is being erased.
  return stopped ? check() : condition;
}
