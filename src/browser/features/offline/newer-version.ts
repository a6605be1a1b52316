/** Offers a newer version of the reader, and lets it take over when the reader wants it. Fetched when there is one. */
import type { Workbox } from 'workbox-window';
import { interfaceWords } from '../../core/announcements/announce.js';
import { ask } from '../../core/notice/notice.js';
import { mended } from './ask-worker.js';
import type { Condition } from '../../../model/copy-condition.js';

/** How long after a message that may have been lost it is sent again, in milliseconds. */
const pause = 5000;

/**
 * Lets the newer version take over, which ends this page. Said again until then: the press must not seem to do nothing
 * where a message was lost with the worker that the browser stopped. As long as the older one mends its copy, it would.
 */
function takeNewer(worker: Workbox): void {
  navigator.serviceWorker.controller?.postMessage({ type: 'stop' });
  worker.messageSkipWaiting();
  setTimeout(() => takeNewer(worker), pause);
}

/**
 * Offers a newer version, but only if it can be read: a worker that does not answer would take the copy away. What
 * reading does not need may come later.
 * @returns whether the reader took it
 */
async function isWanted(worker: ServiceWorker): Promise<boolean | undefined> {
  const condition = await new Promise<Condition | undefined>(done => {
    void mended(worker, found => found.readable && done(found)).then(done);
  });
  if (!condition?.readable) return undefined;
  const t = await interfaceWords();
  return ask('update', {
    about: [t('offline.update')],
    take: [t('offline.take')],
    close: t('offline.later'),
    said: t('offline.updateSaid'),
  });
}

/** @param worker the newer one, which waits */
export async function offerNewer(registered: Workbox, worker: ServiceWorker): Promise<void> {
  if (await isWanted(worker)) takeNewer(registered);
}
