/**
 * Gets what the tests need and is not there, before any of them runs: from Debian or Ubuntu, if whoever runs them may
 * install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { howToGet, isKnown, missingTools, namedFor, packagesOf } from './tools.js';

const succeeds = (command: string, given: readonly string[]): boolean =>
  spawnSync(command, given, { stdio: 'ignore' }).status === 0;

/** @returns how apt-get is called here, or nothing where there is none or nobody may install */
function aptGet(): string[] | undefined {
  if (!succeeds('apt-get', ['--version'])) return undefined;
  const call = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  if (process.getuid?.() === 0) return call;
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n', ...call] : undefined;
}

/** Whether apt has yet to learn what packages there are. */
const hasNoLists = () =>
  !existsSync('/var/lib/apt/lists') || !readdirSync('/var/lib/apt/lists').some(name => name.includes('_Packages'));

/**
 * Makes this machine ready, or ends the run with one line that says what to install.
 * @param asked the rings of tests that are to run, all when none is named: the first alone needs nothing but Node
 */
export function setUp(asked: readonly string[]): void {
  // Programs answer in the language and letters of whoever runs them, and tests read what they say.
  process.env['LC_ALL'] = 'C.UTF-8';
  if (asked.length && asked.every(ring => ring === 'unit')) return;
  let missing = missingTools();
  // What another tool does instead is got as well, but nobody is asked for it, nor apt again and again.
  const isWanted = missing.some(({ instead, packages }) => !instead || hasNoLists() || packages.flat().some(isKnown));
  // What a variable names wrongly nobody can install.
  const apt = isWanted && !missing.some(namedFor) ? aptGet() : undefined;
  if (apt) {
    const [command, ...given] = apt,
      run = (...more: string[]) => spawnSync(command!, [...given, ...more], { stdio: 'inherit' });
    run('update');
    run(
      'install',
      '-y',
      '--no-install-recommends',
      ...packagesOf(missing.filter(({ instead, packages }) => !instead || packages.flat().some(isKnown))),
    );
    missing = missingTools();
  }
  missing = missing.filter(tool => !tool.instead || namedFor(tool));
  if (!missing.length) return;
  console.error(howToGet(missing));
  process.exit(1);
}
