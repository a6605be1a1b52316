/** Does pieces of work side by side, so many at a time. */

/** A piece of work. `after` names work that must have ended before. */
export interface Job {
  name: string;
  after?: string;
  run(lane: number): Promise<void>;
}

/**
 * Takes the first job that may begin, each time a lane is free.
 * @param jobs in the order in which they should begin: the longest first, so that no lane ends long before the others
 * @param lanes how many jobs run at a time
 * @returns when all have ended
 * @throws what the first job throws; no job begins after that
 */
export async function runInLanes(jobs: readonly Job[], lanes: number): Promise<void> {
  const left = [...jobs],
    running = new Map<string, Promise<void>>();
  const isOpen = (name = '') => left.some(job => job.name === name) || running.has(name);
  const lane = async (number: number): Promise<void> => {
    while (left.length) {
      const next = left.findIndex(({ after }) => !isOpen(after));
      if (next >= 0) {
        const job = left.splice(next, 1)[0]!;
        const done = job.run(number).finally(() => running.delete(job.name));
        running.set(job.name, done);
        await done.catch((error: unknown) => {
          left.length = 0;
          throw error;
        });
      } else if (running.size) await Promise.race(running.values());
      else
        throw new Error(
          `Nothing that is left can begin: ${left.map(({ name, after }) => `${name} (after ${after})`).join(', ')}.`,
        );
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
}
