/**
 * How long after its first failure a part is asked for again, in milliseconds; each further time, twice as long after
 * the one before.
 */
const firstPause = 4000;

/**
 * Fetches a part of the reader that nobody waits for, and starts it. A connection may be lost for a moment, and before
 * the offline copy is whole there is nothing else to fetch it from: the part, or what it fetches itself (its words), is
 * asked for again until it comes, ever more rarely.
 * @param fetch gives what starts the part; where that promises to and cannot, it has changed nothing yet and is called
 * again
 */
export function fetchPart(fetch: () => Promise<() => unknown>, pause = firstPause): void {
  const again = () => setTimeout(fetchPart, pause, fetch, pause * 2);
  fetch().then(
    start =>
      Promise.resolve(start()).catch((error: unknown) => {
        again();
        throw error;
      }),
    again,
  );
}
