/**
 * The worker that withdraws the offline copy. Published in place of sw.js, it takes over at the reader's next visit,
 * removes the copy and then itself. It answers no request, so pages that are open go on with the network; what readers
 * have chosen stays, because a worker cannot touch it. Copied as it is, not built, so that nothing can go wrong with
 * it.
 */

/**
 * Other pages of the same origin keep caches too, perhaps another report in this same reader; and the text as it was
 * last read is the page's own.
 * @returns whether a cache belongs to the copy of this one
 */
const isOurs = name => name.endsWith(self.registration.scope) && !name.startsWith('reader-last-read');

async function withdraw() {
  const names = await caches.keys();
  await Promise.all(names.filter(isOurs).map(name => caches.delete(name)));
  await self.registration.unregister();
}

/**
 * Gives way to the usual worker, when it has been published again. Nothing is left that it would have to wait for.
 * @returns whether it has
 */
async function giveWay() {
  const registration = (await self.registration.update().catch(() => undefined)) ?? self.registration;
  const next = registration.installing ?? registration.waiting;
  next?.postMessage({ type: 'SKIP_WAITING' });
  return Boolean(next);
}

self.addEventListener('install', () => { self.skipWaiting(); });
self.addEventListener('activate', event => { event.waitUntil(withdraw()); });

// While a tab of before is open, a page that registers gets this worker back. Every page asks its worker about the
// copy; it hears of none.
self.addEventListener('message', event => {
  event.ports[0]?.postMessage(false);
  event.waitUntil(giveWay().then(hasGiven => (hasGiven ? undefined : withdraw())));
});
