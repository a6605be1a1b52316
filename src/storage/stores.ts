/** All that the reader keeps on a device, in one place: what it is called there, and how it is taken away. */
import { root } from './root.js';
import { read, write } from './storage.js';

/** One kind of thing that is kept. */
export interface Store {
  name: 'settings' | 'looks' | 'shortcuts' | 'copy' | 'typefaces' | 'lastRead' | 'offered' | 'place';
  /** @returns whether anything of it is kept now */
  isKept(): Promise<boolean>;
  erase(): Promise<unknown>;
}

const inStorage = (name: Store['name'], key: string): Store => ({ name, isKept: () => Promise.resolve(read(key) !== undefined), erase: () => Promise.resolve(write(key, '')) });

/** The caches of this reader whose name begins so. Another reader of the same host has its own, named after its own place. */
const inCaches = (name: Store['name'], beginning: string): Store => {
  const names = async () => (await caches.keys()).filter(each => each.startsWith(beginning) && each.endsWith(root));
  return { name, isKept: async () => (await names()).length > 0, erase: async () => Promise.all((await names()).map(each => caches.delete(each))) };
};

/** The worker of this reader; a registration of the same host may be another's. */
async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker?.getRegistration(root);
  return found?.scope === root ? found : undefined;
}

const files = inCaches('copy', 'workbox-precache');

/** The offline copy is a worker and its files. Both go, or both stay. */
export const copyStore: Store = {
  name: 'copy',
  isKept: async () => await registration() !== undefined || files.isKept(),
  erase: async () => {
    await (await registration())?.unregister();
    await files.erase();
    write('reader-copy', '');
  },
};

const place: Store = {
  name: 'place',
  isKept: () => Promise.resolve(sessionStorage.getItem('reader-place') !== null),
  erase: () => Promise.resolve(sessionStorage.removeItem('reader-place')),
};

/** In the order in which the reader is told of them. */
export const stores: readonly Store[] = [
  inStorage('settings', 'reader-settings'), inStorage('looks', 'reader-looks'), inStorage('shortcuts', 'reader-shortcuts'),
  copyStore, inCaches('typefaces', 'reader-typefaces'), inCaches('lastRead', 'reader-last-read'), inStorage('offered', 'reader-install'), place,
];

/** @returns the names of what is kept now; a store that refuses to be asked is taken to keep nothing */
export async function keptNow(): Promise<Store['name'][]> {
  const kept = await Promise.all(stores.map(store => store.isKept().catch(() => false)));
  return stores.filter((_, index) => kept[index]).map(({ name }) => name);
}

/** Takes everything away. @returns whether nothing is left */
export async function eraseAll(): Promise<boolean> {
  const done = await Promise.allSettled(stores.map(store => store.erase()));
  return done.every(({ status }) => status === 'fulfilled') && !(await keptNow()).length;
}
