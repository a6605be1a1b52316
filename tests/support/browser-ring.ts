/**
 * Runs test files that live in a page: Web Test Runner opens them in Chromium, Firefox and WebKitGTK, and Vite serves
 * them as it serves the site.
 */
import { relative } from 'node:path';
import { format } from 'node:util';
import {
  chromeLauncher,
  startTestRunner,
  type BrowserLauncher,
  type TestRunnerConfig,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { laterFiles } from '../../src/build/later-styles.js';
import { reader } from '../../src/build/reader-plugin.js';
import { findChromium, findFirefox, flags } from './browser.js';
import { webKitLauncher } from './engines/webkit-launcher.js';
import type { Asked } from './asked.js';
import type { Report, Result } from './results.js';

/** Past the console: Web Test Runner takes that over and would put marks for moving the cursor between the lines. */
const say = (...words: unknown[]) => {
  process.stdout.write(`${format(...words)}\n`);
};

type Outcome = Pick<Result, 'name' | 'outcome' | 'reason'>;

const inOneString = ({ name, message, stack, expected, actual }: TestSession['errors'][number]) =>
  // Some stacks begin with the message, and some with the first place.
  [
    (!stack || /^\s*at /.test(stack)) && `${name ?? 'Error'}: ${message}`,
    expected !== undefined && `expected: ${expected}`,
    actual !== undefined && `found: ${actual}`,
    stack,
  ]
    .filter(Boolean)
    .join('\n')
    .replace(/\?wtr-session-id=[\w-]+/g, '');

function outcomesOf(suite: TestSuiteResult, above: string[] = []): Outcome[] {
  const path = suite.name ? [...above, suite.name] : above;
  return [
    ...suite.tests.map(
      ({ name, skipped, passed, error }): Outcome => ({
        name: [...path, name].join(' › '),
        outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed',
        ...(error && { reason: inOneString(error) }),
      }),
    ),
    ...suite.suites.flatMap(inner => outcomesOf(inner, path)),
  ];
}

function outcomesOfFile({ testResults, errors, passed, request404s }: TestSession): Outcome[] {
  const outcomes = testResults ? outcomesOf(testResults) : [];
  const broken = (reason: string) => outcomes.push({ name: 'the file itself', outcome: 'failed', reason });
  for (const error of errors) broken([inOneString(error), ...request404s.map(path => `not found: ${path}`)].join('\n'));
  if (!outcomes.length) broken('There is no test in this file.');
  if (!passed && outcomes.every(({ outcome }) => outcome === 'passed'))
    broken('It did not pass, and Web Test Runner does not say why.');
  return outcomes;
}

/**
 * Vite as a middleware: it compiles TypeScript and CommonJS packages, which Web Test Runner cannot.
 * Web Test Runner keeps the addresses of its own machinery.
 */
function throughVite(files: string[]): Pick<TestRunnerConfig, 'plugins' | 'middleware'> {
  let vite: ViteDevServer;
  return {
    plugins: [
      {
        name: 'vite',
        async serverStart() {
          vite = await createServer({
            configFile: false,
            root: process.cwd(),
            appType: 'custom',
            plugins: [reader(), laterFiles()],
            customLogger: Object.assign(createLogger('error'), { error: (words: string) => say(words) }),
            // A cache of its own, so that a running `npm run dev` is left alone.
            cacheDir: 'node_modules/.vite-tests',
            server: { middlewareMode: true, hmr: false, ws: false, watch: null },
            // Packages found late would be prepared in the middle of a test, and reload its page.
            optimizeDeps: { entries: files },
          });
        },
        serverStop: () => vite.close(),
      },
    ],
    middleware: [
      (context, next) =>
        /^\/(__web-|wtr-|$|\?)/.test(context.url)
          ? next()
          : new Promise<void>((done, failed) => {
              context.respond = false;
              context.res.statusCode = 200;
              context.res.once('close', done);
              vite.middlewares(context.req, context.res, () => {
                context.respond = true;
                context.res.statusCode = 404;
                next().then(done, failed);
              });
            }),
    ],
  };
}

/** The engines, in the order in which they run. Web Test Runner would take the second for another Chrome. */
const browsers = (): BrowserLauncher[] => [
  Object.assign(chromeLauncher({ launchOptions: { executablePath: findChromium(), args: [...flags] } }), {
    name: 'Chromium',
  }),
  Object.assign(
    chromeLauncher({ launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true } }),
    { name: 'Firefox' },
  ),
  webKitLauncher(),
];

/**
 * @param files paths of the test files
 * @param report takes each result, with the name of its engine before it; a file that cannot be loaded or holds no test
 * is a failure too
 * @param asked words of a title, and the start of an engine's name, where not all is asked for
 * @returns when every file has ended
 * @throws Error when an engine is missing, saying how to get it
 */
export async function runBrowserRing(
  files: string[],
  report: Report,
  { title, engine = '' }: Omit<Asked, 'names' | 'isSweep'> = {},
): Promise<void> {
  const quiet = () => undefined;
  const notRun = new Set(files);
  const launchers = browsers().filter(({ name }) => name.toLowerCase().startsWith(engine.toLowerCase()));
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      rootDir: process.cwd(),
      files,
      concurrency: 1,
      concurrentBrowsers: 1,
      staticLogging: true,
      testsFinishTimeout: 600_000,
      browsers: launchers,
      // As a pattern, the words of a title are taken as they stand.
      testFramework: {
        config: {
          timeout: '60000',
          ...(title !== undefined && { grep: title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') }),
        },
      },
      filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
      // What is worth saying comes through the reporter; the runner's own progress lines would only repeat it.
      logger: { log: quiet, debug: quiet, group: quiet, groupEnd: quiet, logSyntaxError: quiet, warn: say, error: say },
      reporters: [
        {
          reportTestFileResults({ testFile, sessionsForTestFile }) {
            const file = relative('', testFile);
            notRun.delete(file);
            for (const session of sessionsForTestFile) {
              for (const words of session.logs) say(...(words as unknown[]));
              // What was not asked for is told as if it had failed.
              const asked = outcomesOfFile(session).filter(({ name }) => name.includes(title ?? ''));
              for (const { name, ...outcome } of asked)
                report({ file, name: `${session.browser.name}: ${name}`, ...outcome });
            }
          },
        },
      ],
      ...throughVite(files),
    },
  });
  if (!runner) throw new Error('Web Test Runner did not start.');
  if (!runner.stopped) await new Promise(stopped => runner.on('stopped', stopped));
  for (const file of notRun)
    report({ file, name: 'the file itself', outcome: 'failed', reason: 'It was not run; the reason stands above.' });
}
