/** The offline copy as the reader meets it: says when it is complete and not before, mends it, and asks before a newer version takes over. */
import { Workbox } from 'workbox-window';
import { root } from '../storage/root.js';
import { keepsNothing, read, write } from '../storage/storage.js';
import { holdPlace } from '../place/held-place.js';
import { say } from '../voice/say.js';
import { askCondition } from './ask-worker.js';
import { isWhole, type Condition } from './condition.js';
import { offerToInstall } from './install.js';
import { offer } from './offer.js';

interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown } }

const workerAddress = `${root}sw.js`;

/** Under the policy a worker's address must be vouched for. This one rule vouches for ours alone. */
function trusted(address: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const rules = { createScriptURL(url: string) { if (url !== workerAddress) throw new TypeError(`Not the reader's worker: ${url}`); return url; } };
  return (types ? types.createPolicy('reader-worker', rules).createScriptURL(address) : address) as string;
}

/** Where the device keeps when the copy was last checked (milliseconds since 1970), or that the reader wants none. */
const storeName = 'reader-copy', unwanted = 'unwanted';

/** @returns when the copy was last found whole, where that is known */
export function lastChecked(): Date | undefined {
  const time = Number(read(storeName));
  return time > 0 ? new Date(time) : undefined;
}
/** @returns whether the reader took the copy away and wants none */
export const isUnwanted = (): boolean => read(storeName) === unwanted;
/** Notes whether the reader wants a copy on this device. */
export const wantCopy = (wanted: boolean): void => { write(storeName, wanted ? '' : unwanted); };

const listeners = new Set<(condition: Condition | undefined) => void>();

/** @param listener is called whenever the copy was made or checked by itself @returns a function that ends it */
export function whenChecked(listener: (condition: Condition | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Checks the copy, and mends it where it is not whole.
 * @returns its condition after that; undefined where there is no worker, or it does not answer
 */
export async function checkCopy(worker: ServiceWorker | null | undefined): Promise<Condition | undefined> {
  let condition = worker ? await askCondition(worker, 'check') : undefined;
  if (worker && condition && !isWhole(condition)) condition = await askCondition(worker, 'mend');
  if (condition && isWhole(condition)) write(storeName, String(Date.now()));
  return condition;
}

/** Shows whether the copy is complete, and says so once, when it is new. The words stood in the page, unseen. */
function showSaved(isWhole: boolean, isNew: boolean): void {
  const saved = document.querySelector('.saved');
  saved?.classList.toggle('now', isWhole);
  if (isWhole && isNew && saved) void say('offline', saved.textContent);
}

/** When a newer version took over, every open page shows it, at the same place; but only if its copy is whole, because the page that stands here can be read. */
function followUpdates(): void {
  const { serviceWorker } = navigator;
  // The first worker takes over a page that is just being read, and is of its version.
  let controlled = !!serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    const worker = controlled && serviceWorker.controller;
    controlled = true;
    if (!worker) return;
    void askCondition(worker, 'check').then(condition => {
      if (!condition || !isWhole(condition)) return;
      holdPlace();
      location.reload();
    });
  });
}

/** Keeps the report for offline reading, where the browser can and the reader wants it. */
export function keepCopy(): void {
  if (!('serviceWorker' in navigator) || keepsNothing() || isUnwanted()) return;
  const address = trusted(workerAddress), returning = !!navigator.serviceWorker.controller;
  const worker = new Workbox(address);
  const tell = async () => {
    const condition = await checkCopy((await navigator.serviceWorker.ready).active);
    showSaved(!!condition && isWhole(condition), !returning);
    for (const listener of listeners) listener(condition);
    // Who comes back may like to have it; a first visit is for reading.
    if (condition && isWhole(condition) && returning) void offerToInstall();
  };
  worker.addEventListener('waiting', () => void offer('offline.update', 'offline.take', 'offline.later', 'offline.updateSaid').then(yes => { if (yes) worker.messageSkipWaiting(); }));
  followUpdates();
  // Refused, as in some private windows: the page is readable all the same. Another tab may be making the copy just now; `ready` waits for that too.
  const keep = (registering: Promise<unknown>) => void registering.then(tell, () => undefined);
  keep(worker.register({ immediate: true }));
  // A copy that could not be made or mended is tried again as soon as there is a connection.
  addEventListener('online', () => { if (!document.querySelector('.saved.now')) keep(navigator.serviceWorker.register(address)); });
}
