/** A process that runs test files one after another, all in one browser: starting one takes as long as a short test. */
import type { Browser } from 'puppeteer-core';
import { launch } from './browser.js';
import { runNodeFile } from './node-ring.js';
import type { Result } from './results.js';

/** What a lane is asked to run, and what it answers. `compiled` is where the JavaScript of the file stands. */
export interface Order {
  file: string;
  compiled: string;
  title?: string;
  inBrowser: boolean;
}
export interface Answer {
  results: Result[];
  wrote: string;
}

let browser: Browser | undefined;

/**
 * Lets the files of this process find the browser; starts one where there is none, or where a test has brought it down.
 */
async function haveBrowser(): Promise<void> {
  if (browser?.connected) return;
  delete process.env['READER_CHROMIUM_AT'];
  // Pages of one context share a process, so that a context that is used again needs no other.
  browser = await launch({ args: ['--renderer-process-limit=1'] });
  process.env['READER_CHROMIUM_AT'] = browser.wsEndpoint();
}

async function answer({ file, compiled, title, inBrowser }: Order): Promise<Answer> {
  const results: Result[] = [];
  let wrote = '';
  if (inBrowser) await haveBrowser();
  await runNodeFile(
    file,
    compiled,
    result => results.push(result),
    words => {
      wrote += words;
    },
    title,
  );
  return { results, wrote };
}

process.on('message', (order: Order) => {
  answer(order).then(
    found => process.send!(found),
    (error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send!({
        results: [{ file: order.file, name: 'the run itself', outcome: 'failed', reason }],
        wrote: '',
      } satisfies Answer);
    },
  );
});
// The run has ended, or was stopped.
process.on('disconnect', () => {
  void (browser?.close() ?? Promise.resolve()).finally(() => process.exit());
});
