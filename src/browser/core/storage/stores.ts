/** All that the reader keeps on a device, in one place: what it is called there, and how it is taken away. */
import { eraseMarks, hasMarks, marksFlag } from './marks-store.js';
import { root } from './root.js';
import { keepsNothing, noteErased, whenWorkEnds, read, write } from './storage.js';

/** One kind of thing that is kept. */
export interface Store {
  name:
    | 'settings'
    | 'looks'
    | 'shortcuts'
    | 'copy'
    | 'unwanted'
    | 'typefaces'
    | 'lastRead'
    | 'offered'
    | 'place'
    | 'keptPlace'
    | 'panel'
    | 'marks'
    | 'files';
  /** @returns whether anything of it is kept now */
  isKept(): Promise<boolean>;
  erase(): Promise<unknown>;
}

const inStorage = (name: Store['name'], key: string): Store => ({
  name,
  isKept: () => Promise.resolve(read(key) !== undefined),
  erase: () => Promise.resolve(write(key, '')),
});

/**
 * The caches of this reader whose name begins so. Another reader of the same host has its own, named after its own
 * place.
 */
const inCaches = (name: Store['name'], beginning: string): Store => {
  // Not every browser has them everywhere, and what is not there keeps nothing.
  const names = async () =>
    ('caches' in globalThis ? await caches.keys() : []).filter(
      each => each.startsWith(beginning) && each.endsWith(root),
    );
  return {
    name,
    isKept: async () => (await names()).length > 0,
    erase: async () => Promise.all((await names()).map(each => caches.delete(each))),
  };
};

/** @returns the registration of this reader's worker; one of the same host may be another's */
export async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker?.getRegistration(root);
  return found?.scope === root ? found : undefined;
}

const files = inCaches('copy', 'workbox-precache'),
  laterFiles = inCaches('copy', 'reader-later');
/** What the reader said of the copy, or when it was checked; src/browser/features/offline/reader-copy.ts writes it. */
const ofCopy = 'reader-copy',
  unwanted = 'unwanted';

/** Stops whatever is still being kept, because it would come back after it was erased. */
async function stopKeeping(): Promise<void> {
  (await registration())?.active?.postMessage({ type: 'stop' });
  await whenWorkEnds();
}

/** The offline copy is a worker and its files, and when they were checked. All go, or all stay. */
export const copyStore: Store = {
  name: 'copy',
  isKept: async () =>
    ![undefined, unwanted].includes(read(ofCopy)) ||
    (await files.isKept()) ||
    (await laterFiles.isKept()) ||
    (await registration()) !== undefined,
  erase: async () => {
    await stopKeeping();
    if (read(ofCopy) !== unwanted) write(ofCopy, '');
    await (await registration())?.unregister();
    await files.erase();
    await laterFiles.erase();
  },
};

const unwantedStore: Store = {
  name: 'unwanted',
  isKept: () => Promise.resolve(read(ofCopy) === unwanted),
  erase: () => Promise.resolve(write(ofCopy, '')),
};

/** Storage of this window; a browser that refuses it throws as soon as it is named. */
function ofWindow(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** The place while a page is replaced, the way back from jumps, and whether the row with it is shown. */
const positionsOfWindow = ['reader-place', 'reader-back', 'reader-back-row'];
const place: Store = {
  name: 'place',
  isKept: () => Promise.resolve(positionsOfWindow.some(key => Boolean(ofWindow()?.getItem(key)))),
  erase: () => Promise.resolve(positionsOfWindow.forEach(key => ofWindow()?.removeItem(key))),
};

const marks: Store = { name: 'marks', isKept: async () => marksFlag() !== undefined || hasMarks(), erase: eraseMarks };

/** In the order in which the reader is told of them. */
export const stores: readonly Store[] = [
  inStorage('settings', 'reader-settings'),
  inStorage('looks', 'reader-looks'),
  inStorage('shortcuts', 'reader-shortcuts'),
  marks,
  copyStore,
  unwantedStore,
  inCaches('typefaces', 'reader-typefaces'),
  inCaches('files', 'reader-files'),
  inCaches('lastRead', 'reader-last-read'),
  inStorage('offered', 'reader-install'),
  place,
  inStorage('keptPlace', 'reader-kept-place'),
  inStorage('panel', 'reader-panel'),
];

/** @returns the names of what is kept now; a store that refuses to be asked is taken to keep nothing */
export async function keptNow(): Promise<Store['name'][]> {
  const kept = await Promise.all(stores.map(store => store.isKept().catch(() => false)));
  return stores.filter((_, index) => kept[index]).map(({ name }) => name);
}

/**
 * @returns whether the page could be opened anew: a device can call itself connected where no answer comes, as behind a
 * network's sign-in page
 */
const isThere = () =>
  fetch(location.pathname, { method: 'HEAD', cache: 'no-store', redirect: 'error' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Takes everything away. @returns whether nothing is left */
export async function eraseAll(): Promise<boolean> {
  noteErased();
  await stopKeeping().catch(() => undefined);
  const done = await Promise.allSettled(stores.map(store => store.erase()));
  // A worker goes on serving a page that it opened, and keeps what it fetches for it. Opened anew, the page has none.
  if (keepsNothing() && navigator.serviceWorker?.controller && !(await registration()) && (await isThere()))
    location.reload();
  return done.every(({ status }) => status === 'fulfilled') && !(await keptNow()).length;
}
