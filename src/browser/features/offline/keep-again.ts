/** Makes the offline copy once more, for a reader who had taken it away. Fetched by the page about this device. */
import type { Condition } from '../../../model/copy-condition.js';
import { checkCopy, tellChecked, trustedWorker, wantCopy } from './reader-copy.js';

/**
 * How long making it may take before the reader is told that it did not work, in milliseconds; it goes on all the same.
 */
const timeoutMs = 60_000;

const isDone = ({ state }: ServiceWorker) => state === 'activated' || state === 'redundant';

/** @returns the worker, as soon as it works */
async function working(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  const done = new Promise<void>(done => {
    if (!worker || isDone(worker)) return done();
    worker.addEventListener('statechange', () => {
      if (isDone(worker)) done();
    });
    setTimeout(done, timeoutMs);
  });
  await done;
  return registration.active;
}

/** @returns the condition of the copy; undefined where it could not be made. What the browser refuses is thrown. */
export async function keepAgain(): Promise<Condition | undefined> {
  wantCopy(true);
  try {
    const condition = await checkCopy(await working(await navigator.serviceWorker.register(trustedWorker())));
    if (!condition) wantCopy(false);
    tellChecked(condition);
    return condition;
  } catch (error) {
    // So that it is asked for again in the same place.
    wantCopy(false);
    throw error;
  }
}
