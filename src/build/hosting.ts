/**
 * Writes, after a build, the files that tell hosts how to serve the site, and the worker that withdraws the offline
 * copy.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { hosts } from './hosting/hosts.js';
import type { SiteFacts } from './hosting/host.js';
import { policyForAll, policyIn } from './policy.js';
import { siteAddress } from './site.js';

/**
 * @returns where the files go that are not published: beside the published folder, so that two builds never write to
 * the same place
 */
export const hostingFolder = (published: string): string => `${published}-hosting`;

const withdrawingWorker = resolve(import.meta.dirname, '../worker/withdrawn/sw.js');

/**
 * @param folder the published folder
 * @returns what hosts must know of it
 * @throws Error when a page carries no policy: the one that the server sends would forbid its styles and script
 */
export function factsOf(folder: string): SiteFacts {
  const ours = hosts.map(({ file }) => file);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(folder, file)).isFile())
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !ours.includes(file))
    .sort();
  const policies = files
    .filter(file => file.endsWith('.html'))
    .map(file => {
      const policy = policyIn(readFileSync(join(folder, file), 'utf8'));
      if (!policy) throw new Error(`${file} carries no content security policy, expected one as in every other page.`);
      return policy;
    });
  return {
    base: new URL(siteAddress() ?? 'http://reader/').pathname,
    folder: basename(folder),
    files,
    policy: policyForAll(policies),
  };
}

/** @param folder the published folder; it gets the files that hosts read out of it @throws Error as `factsOf` does */
function writeHosting(folder: string): void {
  const facts = factsOf(folder),
    beside = hostingFolder(folder);
  mkdirSync(join(beside, 'withdraw'), { recursive: true });
  for (const { file, place, write } of hosts)
    writeFileSync(join(place === 'published' ? folder : beside, file), write(facts));
  copyFileSync(withdrawingWorker, join(beside, 'withdraw/sw.js'));
}

/** @returns a plugin that writes these files at the end of every build; they are not part of the offline copy */
export function hosting(): Plugin {
  let folder = '',
    isWritten = false;
  return {
    name: 'reader-hosting',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    writeBundle() {
      isWritten = true;
    },
    // The worker is written in this hook too, so this comes after it. The hook is called after a build that failed as
    // well.
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        if (isWritten) writeHosting(folder);
      },
    },
  };
}
