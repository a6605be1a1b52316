/**
 * The service worker: keeps both languages and all that they need, and serves them first. It waits until a reader asks
 * for a newer version.
 */
/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import type { Asked } from '../model/copy-condition.js';
import { fromCopy, fromKept, fromServer } from './answers.js';
import { check, fileAt, isStopped, keep, mend, stopMending, type Entry } from './copy.js';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

keep(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The first visit is offline-ready without a reload.
clientsClaim();

registerRoute(
  ({ url }) => fileAt(url.href) !== undefined,
  ({ request }) => fromCopy(request),
);

registerRoute(
  ({ url }) => url.href.startsWith(`${self.registration.scope}files/`),
  ({ request }) => fromKept(request),
);

// A typeface is fetched when it is chosen, and kept from then on; a page of excuses in its place is not.
const cacheWillUpdate = ({ response }: { response: Response }) =>
  Promise.resolve(
    response.ok && !isStopped() && !/html/.test(response.headers.get('content-type') ?? '') ? response : null,
  );
registerRoute(
  ({ url }) => url.pathname.endsWith('.woff2'),
  new CacheFirst({ cacheName: `reader-typefaces-${self.registration.scope}`, plugins: [{ cacheWillUpdate }] }),
);

registerRoute(new NavigationRoute(({ request }) => fromServer(request)));

self.addEventListener('message', event => {
  const { type } = (event.data ?? {}) as { type?: Asked };
  const answer = (given: Promise<unknown>) => event.waitUntil(given.then(found => event.ports[0]?.postMessage(found)));
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'stop') stopMending();
  if (type === 'check') {
    answer(check());
    // A tab that was loading while the first worker took over was left out, and would be until it is loaded anew. A
    // worker that waits may take none.
    event.waitUntil(self.clients.claim().catch(() => undefined));
  }
  if (type === 'mend') answer(mend());
});
