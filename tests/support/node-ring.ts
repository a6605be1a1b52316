/** Runs test files that live in Node, with Node's own test runner, and counts single tests rather than suites. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import type { Report } from './results.js';

/** Long enough for a slow machine; a file that hangs must still come to an end. */
const tenMinutes = 600_000;

/** What is said of a file that fails as a whole. */
const faultsOfFile: Record<string, string> = {
  testCodeFailure: 'It did not end well; what it wrote stands above.',
  testTimeoutFailure:
    'It did not end within ten minutes. Perhaps a test left a server or a browser open: close it in after().',
};

/** What Node tells about a test that passed or failed. */
interface TestEvent {
  name: string;
  nesting: number;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { type?: 'suite'; duration_ms: number; error?: Error };
}

/** What Node 20 says of a test whose title was not asked for; later ones say nothing of it. */
const notAsked = /does not match (name )?pattern/;

function reasonOf(error: Error): string {
  const cause: unknown = error.cause ?? error;
  const words =
    cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause === 'string' ? cause : inspect(cause);
  return words
    .split('\n')
    .filter(line => !/^\s+at .*\bnode:/.test(line))
    .join('\n');
}

/**
 * @param file path of the test file, as it is named in results
 * @param compiled where its JavaScript stands
 * @param report takes each result; a file that crashes, hangs or holds no test is a failure too
 * @param say writes what the file wrote
 * @param title words of a title: other tests are left out
 * @returns when the file has ended
 */
export async function runNodeFile(
  file: string,
  compiled: string,
  report: Report,
  say: (words: string) => void,
  title?: string,
): Promise<void> {
  const titles: string[] = [];
  let nestingBefore = 0;
  // Every file runs in a process of its own, which gets the flags of this one.
  // Not among them: --test-force-exit. It would end a file that left a server open, and silently drop the tests below
  // an `await` between tests.
  const pattern = title?.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const events = run({
    files: [compiled],
    concurrency: 1,
    timeout: tenMinutes,
    ...(pattern !== undefined && { testNamePatterns: pattern }),
  });

  events.on('test:stdout', ({ message }) => say(message));
  events.on('test:stderr', ({ message }) => say(message));
  // What was thrown outside of any test is only a remark to Node; the other remarks are counts.
  events.on('test:diagnostic', ({ message }) => {
    if (/^(Error|Warning):/.test(message)) say(`${message}\n`);
  });

  events.on('test:start', ({ name, nesting }) => {
    titles.splice(nesting, Infinity, name);
  });
  const told = ({ name, nesting, details, skip, todo }: TestEvent) => {
    const isParent = nestingBefore > nesting;
    nestingBefore = nesting;
    if (notAsked.test(String(skip))) return;
    const isFile = resolve(name) === resolve(compiled);
    const title = isFile ? 'the file itself' : titles.slice(0, nesting).concat(name).join(' › ');
    const result = { file, name: title, seconds: details.duration_ms / 1000 };
    const error = details.error as (Error & { failureType?: string }) | undefined;
    if (skip !== undefined || todo !== undefined) report({ ...result, outcome: 'skipped' });
    else if (error) {
      // A suite fails with its tests, which are counted already; when it fails by itself (a hook, its own body), that
      // counts.
      if (error.failureType === 'subtestsFailed') return;
      const reason = (isFile && faultsOfFile[error.failureType ?? '']) || reasonOf(error);
      report({ ...result, outcome: 'failed', reason });
    }
    // Node reports a file in which it met no test as one test that passed, under the file's path.
    else if (isFile && title === undefined)
      report({ ...result, outcome: 'failed', reason: 'There is no test in this file.' });
    else if (!isFile && !isParent && details.type !== 'suite') report({ ...result, outcome: 'passed' });
  };
  events.on('test:pass', told);
  events.on('test:fail', told);
  await once(events.resume(), 'end');
}
