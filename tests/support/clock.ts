/** A clock that the test holds: in such a page no long wait ends until the test lets time pass, so that "nothing happens" can be shown without waiting for it. */
import type { Page } from 'puppeteer-core';

/** Waits at least this long are held, in milliseconds; shorter ones (the turn of a frame, a pause between two words) go on by themselves. */
const least = 100;

interface Held { due: number; every?: number; run(): void }
type Clock = { pass(milliseconds: number): Promise<void> };

/** Run inside a page before its own scripts. */
const hold = (least: number) => {
  const waiting = new Map<number, Held>(), { setTimeout: set, clearTimeout: clear, setInterval: setEvery, clearInterval: clearEvery } = window;
  let now = 0, last = 1_000_000;
  const keep = (run: () => void, wait: number, every?: number) => { waiting.set(last += 1, { due: now + wait, run, ...(every !== undefined && { every }) }); return last; };
  const own = {
    setTimeout: (run: () => void, wait = 0, ...given: []) => (wait < least ? set(run, wait, ...given) : keep(() => run(...given), wait)),
    setInterval: (run: () => void, wait = 0, ...given: []) => (wait < least ? setEvery(run, wait, ...given) : keep(() => run(...given), wait, wait)),
    clearTimeout: (id: number) => { if (!waiting.delete(id)) clear(id); },
    clearInterval: (id: number) => { if (!waiting.delete(id)) clearEvery(id); },
  };
  // What runs may begin another wait, in a task of its own.
  const turn = () => new Promise(done => { set(done, 0); });
  const clock: Clock = { async pass(milliseconds) {
    const end = now + milliseconds;
    for (;;) {
      const [id, next] = [...waiting].filter(([, { due }]) => due <= end).sort(([, one], [, other]) => one.due - other.due)[0] ?? [];
      if (id === undefined || !next) break;
      now = next.due;
      if (next.every === undefined) waiting.delete(id); else next.due += next.every;
      next.run();
      await turn();
    }
    now = end;
    await new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(() => set(done, 0))); });
  } };
  Object.assign(window, own, { heldClock: clock });
};

/** Holds the clock of every page that is opened in this one from now on. */
export const holdClock = (page: Page): Promise<unknown> => page.evaluateOnNewDocument(hold, least);

/** Lets time pass in a page whose clock is held: all that waits for it runs, in its order, and two frames are drawn. */
export const letPass = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate(milliseconds => (window as unknown as { heldClock: Clock }).heldClock.pass(milliseconds), milliseconds);
