/**
 * The offline copy as the reader meets it: says when it is complete and not before, mends it, and asks before a newer
 * version takes over.
 */
import { Workbox } from 'workbox-window';
import { root } from '../../core/storage/root.js';
import { isErased, trackWork, keepsNothing, read, write } from '../../core/storage/storage.js';
import { holdPosition } from '../../core/position/held-position.js';
import { announce } from '../../core/announcements/announce.js';
import { askCondition, mended } from './ask-worker.js';
import { isWhole, type Condition } from '../../../model/copy-condition.js';
import { listeners } from '../../core/listeners.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const workerAddress = `${root}sw.js`;

let vouched: string | undefined;

/**
 * @returns the worker's address. Under the policy it must be vouched for, by a rule that can be made once; it vouches
 * for ours alone.
 */
export function trustedWorker(): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const rules = {
    createScriptURL(url: string) {
      if (url !== workerAddress) throw new TypeError(`Not the reader's worker: ${url}`);
      return url;
    },
  };
  return (vouched ??= (
    types ? types.createPolicy('reader-worker', rules).createScriptURL(workerAddress) : workerAddress
  ) as string);
}

/** Where the device keeps when the copy was last checked (milliseconds since 1970), or that the reader wants none. */
const storeName = 'reader-copy',
  unwanted = 'unwanted';

/** @returns when the copy was last found whole, where that is known */
export function lastChecked(): Date | undefined {
  const time = Number(read(storeName));
  return time > 0 ? new Date(time) : undefined;
}
let refused = false;
/** @returns whether the browser refuses to keep a copy, as in some private windows */
export const isRefused = (): boolean => refused;
/** @returns whether the reader took the copy away and wants none */
export const isUnwanted = (): boolean => read(storeName) === unwanted;
/** Notes whether the reader wants a copy on this device. */
export const wantCopy = (wanted: boolean): void => {
  write(storeName, wanted ? '' : unwanted);
};

const checks = listeners<[condition?: Condition]>();

/** @param listener is called whenever the copy was made or checked by itself @returns a function that ends it */
export const whenChecked = checks.follow;

/** Tells whoever listens what the copy is like now. */
export const tellChecked = checks.tell;

/**
 * Checks the copy, and mends it where it is not whole.
 * @param found is told its condition before it is mended
 * @returns its condition after that; undefined where there is no worker, or it does not answer
 */
export function checkCopy(
  worker: ServiceWorker | null | undefined,
  found?: (condition: Condition) => unknown,
): Promise<Condition | undefined> {
  return trackWork(
    (async () => {
      const condition = worker ? await mended(worker, found) : undefined;
      if (condition && isWhole(condition)) write(storeName, String(Date.now()));
      return condition;
    })(),
  );
}

/**
 * Shows whether the report can be read offline, and says so once, when that is new. The words stood in the page,
 * unseen.
 */
function showSaved(readable: boolean, isNew: boolean): void {
  const saved = document.querySelector('.saved');
  const shown = saved?.classList.contains('now');
  saved?.classList.toggle('now', readable);
  if (readable && isNew && saved && !shown) void announce('offline', saved.textContent);
}

/** How often what did not work is tried again during one visit, and how long after, in milliseconds. */
const tries = 3,
  pause = 5000;

/**
 * When a newer version took over, every open page shows it, at the same place; but only if its copy is whole, because
 * the page that stands here can be read. To be called at once: it may take over before the browser is idle, and tells
 * that only once.
 */
export function followUpdates(): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // The first worker takes over a page that is just being read, and is of its version.
  let controlled = !!serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    const worker = controlled && serviceWorker.controller;
    controlled = true;
    if (!worker) return;
    void askCondition(worker, 'check', tries).then(condition => {
      if (!condition?.readable) return;
      holdPosition();
      dispatchEvent(new Event('reader-reload'));
      location.reload();
    });
  });
}

/** How long after the report the rest is fetched, in milliseconds. */
const pauseBeforeLater = 1500;

/**
 * Tries again a little later to register the worker, unless the reader wants no copy by then: a connection may be lost
 * for a moment, and the script come cut off.
 */
function again(register: () => Promise<ServiceWorkerRegistration>, left: number): void {
  if (left)
    setTimeout(() => {
      if (!isErased() && !isUnwanted())
        register().then(
          next => retry(next, register, left - 1),
          () => again(register, left - 1),
        );
    }, pause);
}

/**
 * Tries again where the first worker could not keep everything; another tab may have started it. An older copy stays as
 * it is.
 */
function retry(
  registration: ServiceWorkerRegistration | undefined,
  register: () => Promise<ServiceWorkerRegistration>,
  left = tries,
): void {
  const worker = registration?.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'redundant' && !registration?.active) again(register, left);
  });
}

/** Keeps the report for offline reading, where the browser can and the reader wants it. */
export function keepCopy(): void {
  const { serviceWorker } = navigator;
  if (!('serviceWorker' in navigator) || keepsNothing() || isErased() || isUnwanted()) return;
  const address = trustedWorker(),
    returning = !!serviceWorker.controller;
  const worker = new Workbox(address);
  let whole = false;
  const tell = async (registration?: ServiceWorkerRegistration) => {
    const show = ({ readable }: Condition) => {
      showSaved(readable, !returning);
      // Whoever has just begun to read comes before what is only needed later.
      return readable && !returning ? new Promise(done => setTimeout(done, pauseBeforeLater)) : undefined;
    };
    const { active } = registration?.active ? registration : await serviceWorker.ready;
    // What was erased by now must not be mended.
    if (isErased()) return;
    const condition = await checkCopy(active, show);
    whole = !!condition && isWhole(condition);
    showSaved(!!condition?.readable, !returning);
    tellChecked(condition);
  };
  // Registering waits for the server, and the server may be silent; the copy that is there need not. It may also be
  // another tab that makes it. Firefox says at once that nothing will ever be ready, where storage is refused.
  void tell().catch(() => undefined);
  worker.addEventListener(
    'waiting',
    ({ sw }) => void import('./newer-version.js').then(({ offerNewer }) => offerNewer(worker, sw!)),
  );
  const register = () => serviceWorker.register(address);
  trackWork(worker.register({ immediate: true })).then(
    registration => {
      retry(registration, register);
      // A registration that was given up and taken up again is active without ever getting ready.
      if (!returning && registration?.active) void tell(registration);
      // Refused, as in some private windows: the page is readable all the same.
    },
    (error: Error) => {
      refused = error.name === 'SecurityError';
      tellChecked();
      if (!refused) again(register, tries);
    },
  );
  // A copy that could not be made or mended is tried again as soon as there is a connection.
  addEventListener('online', () => {
    if (!whole && !isUnwanted())
      void register().then(
        () => tell(),
        () => undefined,
      );
  });
}
