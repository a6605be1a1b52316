/** Asks the worker something, and does not wait for ever. */
import { messageSW } from 'workbox-window';
import type { Asked, Condition } from './condition.js';

/** How long a worker may think before it is taken to be no worker of ours, in milliseconds. */
const patience = 15_000;

/** @returns the condition of the copy that a worker keeps; undefined where it gives no answer */
export async function askCondition(worker: ServiceWorker, asked: Extract<Asked, 'check' | 'mend'>): Promise<Condition | undefined> {
  const silence = new Promise<undefined>(done => { setTimeout(() => done(undefined), patience); });
  const answer = await Promise.race([messageSW(worker, { type: asked }).catch(() => undefined), silence]) as Partial<Condition> | undefined;
  return Array.isArray(answer?.missing) && Array.isArray(answer.damaged) ? answer as Condition : undefined;
}
