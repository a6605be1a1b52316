/** The service worker: keeps both languages and all that they need, and serves them first. It waits until a reader asks for a newer version. */
/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { PrecacheController, PrecacheRoute, cleanupOutdatedCaches } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

const copy = new PrecacheController({
  plugins: [{
    // Asked again, always, but not sent again where nothing changed: the page that is being read has just come.
    requestWillFetch: ({ request }) => Promise.resolve(request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request),
  }],
});
copy.addToCacheList(self.__WB_MANIFEST);
self.addEventListener('install', event => { void copy.install(event); });
self.addEventListener('activate', event => { void copy.activate(event); });
cleanupOutdatedCaches();
// The first visit is offline-ready without a reload.
clientsClaim();

// Whatever a link adds after "?", it is the same report.
registerRoute(new PrecacheRoute(copy, { ignoreURLParametersMatching: [/.*/] }));

// A typeface is fetched when it is chosen, and kept from then on.
registerRoute(({ url }) => url.pathname.endsWith('.woff2'), new CacheFirst({ cacheName: 'reader-typefaces' }));

/** An address that is not ours may be on the server; without a connection the whole report is the best answer. */
registerRoute(new NavigationRoute(async ({ request, url }) => {
  try {
    return await fetch(request);
  } catch {
    // By a redirect, because the page's own addresses are relative to where it stands.
    const { scope } = self.registration;
    return Response.redirect(/^cy(\/|$)/.test(url.href.slice(scope.length)) ? `${scope}cy/` : scope);
  }
}));

/** @returns whether every file of the copy is really there; a browser may have dropped some */
async function isComplete(): Promise<boolean> {
  const cache = await caches.open(copy.strategy.cacheName);
  const found = await Promise.all([...copy.getURLsToCacheKeys().values()].map(key => cache.match(key)));
  return found.every(Boolean);
}

self.addEventListener('message', event => {
  const { type } = (event.data ?? {}) as { type?: string };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'is-complete') event.waitUntil(isComplete().then(whole => event.ports[0]?.postMessage(whole)));
});
