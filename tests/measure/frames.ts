/** When what a page did can be seen. */

/** Prioritized Task Scheduling, which TypeScript does not know yet. */
declare const scheduler: { postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void> };

declare global {
  interface Window {
    /** Waits for the end of the next frame, in which what was just changed is drawn. */
    nextFrame(): Promise<void>;
    /** Inside a frame's own callback: waits until that frame is drawn. */
    thisFrame(): Promise<void>;
  }
}

/** Runs in the page, before anything of its own. */
export function addNextFrame(): void {
  // The frame's own callback comes before it is drawn; the most urgent task comes right after. A timer or a message may
  // wait for the reader's own timers, which set the rest of the page anew.
  window.thisFrame = () =>
    new Promise(done => {
      void scheduler.postTask(done, { priority: 'user-blocking' });
    });
  window.nextFrame = () =>
    new Promise(done => {
      requestAnimationFrame(() => void window.thisFrame().then(done));
    });
}
