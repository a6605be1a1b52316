/**
 * How long at most something waits for an idle moment, in milliseconds: a tab that came to the front while it was
 * loading may never be told of one.
 */
const timeout = 4000;

/** Does what can wait once the browser has nothing else to do, or soon, where it does not tell. */
export const whenIdle = (task: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(task, { timeout }) : setTimeout(task, 200);
