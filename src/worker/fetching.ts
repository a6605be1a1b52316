/** Asks the server for a file, and waits for it neither too short nor for ever. */

/**
 * A connection may be dead, or the server slow: after so many milliseconds of silence it is asked once more, beside the
 * first time.
 */
const patience = 20_000;
/** After so many milliseconds a file is given up, until somebody asks for it again. */
const limit = 60_000;

const underWay = new Set<AbortController>();

/** Gives up everything that is on its way. */
export function giveUp(): void {
  for (const request of underWay) request.abort();
}

/**
 * @param take is given the answer that comes first, and reads it
 * @returns what that gives @throws where no answer comes, or none that can be read
 */
export async function fetchPatiently<Taken>(
  url: string,
  cache: RequestCache,
  take: (answer: Response) => Promise<Taken>,
): Promise<Taken> {
  const asked: AbortController[] = [],
    waits: ReturnType<typeof setTimeout>[] = [];
  const ask = async (cache: RequestCache) => {
    const request = new AbortController();
    asked.push(request);
    underWay.add(request);
    return { request, answer: await fetch(url, { cache, credentials: 'same-origin', signal: request.signal }) };
  };
  // Past the browser's own store: there it would wait for the first.
  const second = new Promise<Awaited<ReturnType<typeof ask>>>((done, failed) => {
    waits.push(
      setTimeout(() => {
        ask('no-store').then(done, failed);
      }, patience),
    );
  });
  waits.push(
    setTimeout(() => {
      for (const request of asked) request.abort();
    }, limit),
  );
  try {
    const first = await Promise.race([ask(cache), second]);
    for (const request of asked) if (request !== first.request) request.abort();
    return await take(first.answer);
  } finally {
    for (const wait of waits) clearTimeout(wait);
    for (const request of asked) underWay.delete(request);
  }
}
