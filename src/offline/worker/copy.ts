/** The files of the copy: each is compared with the hash that the build wrote down, before it is shown and whenever somebody asks. */
import { PrecacheController } from 'workbox-precaching';
import type { Condition } from '../condition.js';

declare const self: ServiceWorkerGlobalScope;

/** A file of the copy: its address, its key in the cache, and the hash of its content (Subresource Integrity). */
interface File { url: string; key: string; integrity: string }

export interface Entry { url: string; revision: string | null; integrity: string }

/** How long one file may take, in milliseconds. A server that never answers would hold up every later try as well. */
const patience = 20_000;

const controller = new PrecacheController({
  plugins: [{
    requestWillFetch: ({ request }) => Promise.resolve(new Request(request, {
      // Asked again, always, but not sent again where nothing changed: the page that is being read has just come.
      cache: request.cache === 'reload' ? 'no-cache' : request.cache,
      // Not every browser of 2021 has it.
      signal: AbortSignal.timeout?.(patience) ?? null,
    })),
  }],
});

const opened = () => caches.open(controller.strategy.cacheName);

/** Keeps these files when the worker is installed: all of them, each as published, or none. Drops those of older versions when it takes over. */
export function keep(entries: readonly Entry[]): void {
  controller.addToCacheList([...entries]);
  self.addEventListener('install', event => { void controller.install(event); });
  self.addEventListener('activate', event => { void controller.activate(event); });
}

/** @returns the file that an address means, whatever stands after "?" or "#" and whether or not the page's file name is spelled out */
export function fileAt(address: string): File | undefined {
  const { origin, pathname } = new URL(address);
  const url = origin + pathname.replace(/\/index\.html$/, '/');
  const key = controller.getCacheKeyForURL(url);
  return key === undefined ? undefined : { url, key, integrity: controller.getIntegrityForCacheKey(key)! };
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** @returns the file as it is kept, with its size in bytes; "missing" or "damaged" where it is not whole */
async function find({ key, integrity }: File): Promise<{ response: Response; bytes: number } | 'missing' | 'damaged'> {
  try {
    const response = await (await opened()).match(key);
    if (!response) return 'missing';
    const content = await response.clone().arrayBuffer();
    return await hashOf(content) === integrity ? { response, bytes: content.byteLength } : 'damaged';
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

/** Keeps what the server just gave, if it is the file that belongs to this copy; a newer one belongs to the next. */
export async function mendWith(file: File, response: Response): Promise<void> {
  const content = await response.clone().arrayBuffer();
  if (response.ok && await hashOf(content) === file.integrity) await (await opened()).put(file.key, response);
}

const allFiles = () => controller.getCachedURLs().map(url => fileAt(url)!);

/** @returns the condition of every file */
export async function check(): Promise<Condition> {
  const condition: Condition = { files: 0, bytes: 0, missing: [], damaged: [] };
  for (const file of allFiles()) {
    const found = await find(file);
    condition.files += 1;
    if (typeof found === 'string') condition[found].push(file.url);
    else condition.bytes += found.bytes;
  }
  return condition;
}

/** Fetches again what is missing or damaged. @returns the condition after it */
export async function mend(): Promise<Condition> {
  for (const file of allFiles()) {
    if (await wholeFile(file)) continue;
    try { await mendWith(file, await fetch(file.url, { cache: 'no-cache' })); } catch { /* Without a connection it is asked for again the next time. */ }
  }
  return check();
}
