/** Asks the worker something, and does not wait for ever. */
import { messageSW } from 'workbox-window';
import { isWhole, type Asked, type Condition } from '../../../model/copy-condition.js';

/** How long a worker may think before it is taken to be no worker of ours, in milliseconds. */
const timeoutMs = 15_000;

/**
 * @param times how often it is asked: a device that slept in between has let the worker's time run out
 * @returns the condition of the copy that a worker keeps; undefined where it gives no answer
 */
export async function askCondition(
  worker: ServiceWorker,
  asked: Extract<Asked, 'check' | 'mend'>,
  times = 1,
): Promise<Condition | undefined> {
  for (let left = times; left; left -= 1) {
    const silence = new Promise<undefined>(done => {
      setTimeout(done, timeoutMs);
    });
    const answer = (await Promise.race([messageSW(worker, { type: asked }).catch(() => undefined), silence])) as
      | Partial<Condition>
      | undefined;
    if (Array.isArray(answer?.missing) && Array.isArray(answer.damaged)) return answer as Condition;
  }
  return undefined;
}

/**
 * @param found is told the condition before anything is mended, which waits for its promise
 * @returns the condition after that; undefined where the worker does not answer
 */
export async function mended(
  worker: ServiceWorker,
  found?: (condition: Condition) => unknown,
): Promise<Condition | undefined> {
  const condition = await askCondition(worker, 'check');
  if (condition) await found?.(condition);
  // One file may take longer than a page waits. It comes by itself; until then what was found is true.
  return condition && !isWhole(condition) ? ((await askCondition(worker, 'mend')) ?? condition) : condition;
}
