/** A display that nobody sees, for a browser that always has a window. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { find } from '../tools.js';

export interface Display {
  name: string;
  close(): Promise<void>;
}

/**
 * @returns an X server on a number of its own; the caller closes it
 * @throws Error when there is none, or it does not start
 */
export async function startDisplay(): Promise<Display> {
  const server = spawn(find('display'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  // It says which number it took, once it is ready.
  const number = await Promise.race([
    once(createInterface(server.stdio[3] as Readable), 'line').then(([line]) => String(line)),
    ended.then(([code]) => {
      throw new Error(`Xvfb did not start (${code}).`);
    }),
  ]);
  return {
    name: `:${number}`,
    async close() {
      server.kill();
      await ended;
    },
  };
}
