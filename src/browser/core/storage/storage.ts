/**
 * The only door to what this device keeps for the reader; every part of the reader goes through it, so that "keep
 * nothing" can be kept.
 */

/**
 * How an address asks that nothing be kept. It stands in the address, because a wish that was kept would be something
 * kept.
 */
export const nothingKept = 'keep-nothing';

/** @returns whether the reader asked that nothing be kept on this device */
export const keepsNothing = (): boolean => new URLSearchParams(location.search).has(nothingKept);

/**
 * @returns the text kept under a name; undefined where there is none, or where the browser refuses (it can throw, not
 * only be empty)
 */
export function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text under a name; an empty one is taken away.
 * @returns whether this device keeps it: storage may be refused, full, or not wanted
 */
export function write(name: string, text: string): boolean {
  try {
    if (!text) localStorage.removeItem(name);
    else if (keepsNothing()) return false;
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets every link within the reader carry the wish that nothing be kept.
 * @param root the address under which the reader stands
 */
export function carryWish(root: string): void {
  if (!keepsNothing()) return;
  for (const link of document.querySelectorAll('a'))
    if (link.href.startsWith(root) && !link.search) link.search = nothingKept;
}

const underWay = new Set<Promise<unknown>>();

/**
 * Lets an erasure wait for work on what is kept; what such work still writes would otherwise come back.
 * @returns the work
 */
export function trackWork<Done>(work: Promise<Done>): Promise<Done> {
  const ended: Promise<unknown> = work.catch(() => undefined).then(() => underWay.delete(ended));
  underWay.add(ended);
  return work;
}

let erased = false;
/**
 * Notes that this page was told to erase everything: what would only now begin by itself to keep something must not.
 */
export const noteErased = (): void => {
  erased = true;
};
/** @returns whether this page was told to erase everything */
export const isErased = (): boolean => erased;

/** How long an erasure waits for such work, in milliseconds. */
const timeoutMs = 5000;

/** @returns a promise that all such work has ended, or has had its time */
export const whenWorkEnds = (): Promise<unknown> =>
  Promise.race([Promise.all(underWay), new Promise(done => setTimeout(done, timeoutMs))]);
