/** Runs the tests, some files at a time, and ends with one line that counts them. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { askedFor, isAskedFor, type Asked } from './support/asked.js';
import { runBrowserRing } from './support/browser-ring.js';
import { compile } from './support/compile.js';
import type { Answer, Order } from './support/lane.js';
import { runInLanes, type Job } from './support/lanes.js';
import { inWords, slowest, toldAt, type Report, type Result } from './support/results.js';
import { setUp } from './support/set-up.js';

process.chdir(join(import.meta.dirname, '..'));

/**
 * Where the tests are, by what they look at: the code, single elements in three engines, the files of each format, the
 * built site.
 */
const rings = ['sweeps', 'engines', 'looks', 'built', 'browser', 'formats', 'unit'] as const;
/** The rings that look at the built site. */
const ofSite: readonly string[] = ['built', 'looks', 'engines', 'sweeps'];
/** Those that take longest begin first, so that all lanes end together. */
const longest = [
  ...['engines', 'looks/', 'browser/', 'hosting', 'update', 'one-file', 'hostile', 'marks', 'faults', 'contents'],
  ...['device', 'place', 'plain', 'share', 'speech', 'criteria', 'formats/'],
];
const isLong = (file: string) => longest.some(each => file.includes(each));

const ringOf = (file: string) => file.split('/')[1]!;

const results: Result[] = [];

/**
 * Runs a piece of the run, and tells what came of it when it has ended: its lines stand together though others run
 * beside it.
 */
async function tell(
  name: string,
  work: (report: Report, say: (words: string) => void) => Promise<void>,
): Promise<void> {
  const mine: Result[] = [],
    begun = performance.now();
  let wrote = '';
  const report: Report = result => {
    mine.push(result);
    if (result.outcome !== 'passed') wrote += `${toldAt(result)}\n`;
  };
  try {
    await work(report, words => {
      wrote += words;
    });
  } catch (error) {
    report({
      file: name,
      name: 'the run itself',
      outcome: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  results.push(...mine);
  if (mine.length || wrote)
    console.log(`${wrote}  ${name}: ${inWords(mine)}, ${Math.round((performance.now() - begun) / 1000)} s`);
}

/** Runs a program that is silent when all is well. */
async function ends(
  report: Report,
  say: (words: string) => void,
  sentence: string,
  command: string,
  given: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const running = spawn(command, given, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let wrote = '';
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', data => {
      wrote += String(data);
    });
  const [code] = (await once(running, 'close')) as [number | null];
  if (code) say(wrote);
  const failed = { outcome: 'failed', reason: 'The reason stands above.' } as const;
  report({ file: given.join(' '), name: sentence, ...(code ? failed : { outcome: 'passed' }) });
  return !code;
}

/** The checks that look at the code alone. */
const checks: readonly (readonly [name: string, sentence: string])[] = [
  ['lint', 'the code keeps to its rules, and nothing in it is unused, circular or written twice'],
  ['types', 'the types are right'],
];
const checkJobs = (): Job[] =>
  checks.map(([name, sentence]) => ({
    name,
    run: () =>
      tell(name, async (report, say) => {
        await ends(report, say, sentence, 'npm', ['run', name, '--silent']);
      }),
  }));

const buildJob: Job = {
  name: 'build',
  run: () =>
    tell('build', async (report, say) => {
      if (process.env['READER_BUILT'] === '1') return;
      // The browser ring's Vite leaves this process in development, which a build would inherit.
      const isBuilt = await ends(report, say, 'the site is built', 'npx', ['vite', 'build', '--logLevel', 'warn'], {
        NODE_ENV: 'production',
      });
      if (!isBuilt) throw new Error('The site could not be built; the reason stands above.');
    }),
};

/** In the order in which they begin. What only a sweep takes is left out otherwise, unless it is asked for by name. */
function testFiles({ names, isSweep }: Asked): string[] {
  const files = rings.flatMap(ring =>
    readdirSync(join('tests', ring), { recursive: true, encoding: 'utf8' })
      .sort()
      .map(file => `tests/${ring}/${file}`),
  );
  return files.filter(
    file =>
      file.endsWith('.test.ts') && isAskedFor(file, names) && (isSweep || names.length || ringOf(file) !== 'sweeps'),
  );
}

const laneProcesses: ChildProcess[] = [];

/** Runs a file in the process of a lane, which is started with the first one. */
async function runInProcess(lane: number, order: Order): Promise<Answer> {
  // Faults are told at their place in the TypeScript.
  const running = (laneProcesses[lane] ??= fork(compiled('tests/support/lane.ts'), {
      execArgv: ['--enable-source-maps'],
    })),
    over = new AbortController();
  running.send(order);
  const ended = once(running, 'exit', over).then(() => {
    throw new Error('The process that ran this file ended.');
  });
  const [found] = await Promise.race([once(running, 'message', over) as Promise<[Answer]>, ended]);
  ended.catch(() => undefined);
  over.abort();
  return found;
}

function jobsOf(asked: Asked): Job[] {
  const files = testFiles(asked),
    inPages = files.filter(file => ringOf(file) === 'browser');
  const inNode = files
    .filter(file => ringOf(file) !== 'browser')
    .toSorted((one, other) => Number(isLong(other)) - Number(isLong(one)));
  const jobs: Job[] = inNode.map(file => ({
    name: file,
    ...(ofSite.includes(ringOf(file)) && { after: 'build' }),
    run: lane =>
      tell(file, async (report, say) => {
        const { results, wrote } = await runInProcess(lane, {
          file,
          compiled: compiled(file),
          inBrowser: ringOf(file) !== 'unit',
          ...(asked.title !== undefined && { title: asked.title }),
        });
        say(wrote);
        results.forEach(report);
      }),
  }));
  if (inPages.length)
    jobs.unshift({
      name: 'browser',
      run: () => tell('tests/browser', report => runBrowserRing(inPages, report, asked)),
    });
  if (jobs.some(({ after }) => after)) jobs.unshift(buildJob);
  const isWhole = !asked.names.length && asked.title === undefined && asked.engine === undefined;
  return isWhole ? [...jobs, ...checkJobs()] : jobs;
}

const asked = (() => {
  try {
    return askedFor(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
})();
setUp(testFiles(asked).map(ringOf));
if (asked.isSweep) process.env['READER_SWEEP'] = '1';
if (asked.engine !== undefined) process.env['READER_ENGINE'] = asked.engine;

const begun = performance.now();
const compiled = await compile([
  'tests/support/lane.ts',
  ...testFiles(asked).filter(file => ringOf(file) !== 'browser'),
]);
// One more than there are cores: a test often waits for what its page or a server has yet to do.
await runInLanes(jobsOf(asked), availableParallelism() + 1);
for (const running of laneProcesses) running?.disconnect();

// Nothing that failed is no proof that anything was tested.
if (!results.length)
  results.push({ file: 'tests', name: 'the run itself', outcome: 'failed', reason: 'There is no such test.' });
const rest = results.filter(({ outcome }) => outcome !== 'passed');
if (rest.length) console.log(`\nNot passed:\n${rest.map(({ reason: _, ...result }) => toldAt(result)).join('\n')}`);
if (asked.slowest) console.log(`\nThe slowest:\n${slowest(results, asked.slowest).join('\n')}`);
console.log(`\n${Math.round((performance.now() - begun) / 1000)} seconds\n${inWords(results)}`);
// A browser or server that a test left open must not keep the run alive.
process.exit(rest.length ? 1 : 0);
