/** Runs the tests, ring by ring (unit, browser, formats, looks, built, engines; all of them when none is named), and ends with one line that counts them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runBrowserRing } from './support/browser-ring.js';
import { runNodeRing } from './support/node-ring.js';
import { collect, inWords, toldAt, type Report, type Result } from './support/results.js';

process.chdir(join(import.meta.dirname, '..'));

/** Both rings that need the site look at the same one. */
let isBuilt = process.env['READER_BUILT'] === '1';
async function buildSite(): Promise<void> {
  if (isBuilt) return;
  // The browser ring's Vite leaves this process in development, which a build would inherit.
  const env = { ...process.env, NODE_ENV: 'production' };
  const [code] = await once(spawn('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit', env }), 'exit');
  if (code !== 0) throw new Error('The site could not be built; the reason stands above.');
  isBuilt = true;
}

/** Of the built site's tests, those that run one after the other: what they do to a connection or a worker has an order in time, which a busy machine would upset, or they keep it busy by themselves. The rest mostly waits. */
const alone = /\/(arriving|budgets|hostile|monkey|offline|settling|update|visit|withdraw)\.test\.ts$/;

/** The rings in their order: the quickest and closest to the code first. */
const rings: Record<string, (files: string[], report: Report) => Promise<void>> = {
  unit: (files, report) => runNodeRing(files, availableParallelism(), report),
  browser: runBrowserRing,
  // With the tools that readers of a format use, each of which is a process.
  formats: (files, report) => runNodeRing(files, availableParallelism(), report),
  // Each look is looked at for as long as it takes, by one process that is busy all the while.
  looks: async (files, report) => { await buildSite(); await runNodeRing(files, availableParallelism(), report); },
  built: async (files, report) => {
    await buildSite();
    await runNodeRing(files.filter(file => !alone.test(file)), availableParallelism(), report);
    await runNodeRing(files.filter(file => alone.test(file)), 1, report);
  },
  engines: async (files, report) => { await buildSite(); await runNodeRing(files, 1, report); },
};

function testFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.test.ts')).sort().map(file => join(folder, file));
}

async function resultsOf(ring: string): Promise<Result[]> {
  console.log(`\n${ring}`);
  const folder = join('tests', ring);
  const { report, told, end } = collect(line => process.stdout.write(`${line}\n`));
  const broken = (reason: string) => report({ file: folder, name: 'the ring itself', outcome: 'failed', reason });
  const files = testFilesIn(folder);
  try {
    if (files.length) await rings[ring]?.(files, report);
    // Nothing that failed is no proof that anything was tested.
    if (!told().length) broken(`There is no test in ${folder}.`);
  } catch (error) {
    broken(error instanceof Error ? error.stack ?? error.message : String(error));
  }
  return end();
}

const asked = process.argv.slice(2);
const unknown = asked.find(ring => !(ring in rings));
if (unknown !== undefined) {
  console.error(`There is no ring of tests called "${unknown}". The rings are: ${Object.keys(rings).join(', ')}.`);
  process.exit(1);
}

const results: Result[] = [];
for (const ring of Object.keys(rings)) if (!asked.length || asked.includes(ring)) results.push(...await resultsOf(ring));

const rest = results.filter(({ outcome }) => outcome !== 'passed');
if (rest.length) console.log(`\nNot passed:\n${rest.map(({ reason: _, ...result }) => toldAt(result)).join('\n')}`);
console.log(`\n${inWords(results)}`);
// A browser or server that a test left open must not keep the run alive.
process.exit(rest.length ? 1 : 0);
