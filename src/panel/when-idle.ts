/** Does what can wait once the browser has nothing else to do, or soon, where it does not tell. */
export const whenIdle = (task: () => void): unknown => ('requestIdleCallback' in globalThis ? requestIdleCallback(task) : setTimeout(task, 200));
