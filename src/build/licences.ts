/**
 * Gathers, while building, the licences of everything that is sent to readers: code from packages and typefaces. Their
 * terms ask that they come along.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const project = resolve(import.meta.dirname, '../..');
const packages = join(project, 'node_modules');
const worker = join(project, 'src/worker');

/** @returns the packages that the worker imports: it is bundled apart, where this plugin does not see it */
export const packagesOfWorker = (): string[] =>
  readdirSync(worker)
    .filter(file => file.endsWith('.ts'))
    .flatMap(file =>
      [...readFileSync(join(worker, file), 'utf8').matchAll(/ from '([^.'][^']*)'/g)].map(([, name]) => name!),
    );

/** @returns the packages that the typefaces are from */
export const packagesOfTypefaces = (): string[] => {
  const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.keys(devDependencies).filter(name => name.startsWith('@fontsource'));
};

/** The builders' own helpers, which they put between the modules. */
const helpers: [RegExp, string][] = [
  [/^\0vite\//, 'vite'],
  [/^\0(@oxc-project\+runtime|rolldown)/, 'rolldown'],
];

/**
 * @param id of a module, as the builder names it
 * @returns the package that it is from, or nothing when it is our own
 */
export const packageOf = (id: string): string | undefined =>
  helpers.find(([beginning]) => beginning.test(id))?.[1] ??
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replaceAll('\\', '/');

interface Facts {
  version: string;
  license: string;
}

/**
 * @param name of a package
 * @returns its name, version and licence, and the licence's text as the package carries it
 * @throws Error when the package carries no such text
 */
export function licenceOf(name: string): string {
  const folder = join(packages, name);
  const file = existsSync(folder) ? readdirSync(folder).find(each => /^licen[cs]e(\.\w+)?$/i.test(each)) : undefined;
  if (!file)
    throw new Error(
      `${name} is sent to readers, but no licence text is in ${name}/ among the packages, expected a file called ` +
        'LICENSE.',
    );
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Facts;
  // Vite's file goes on with the licences of what only the builder uses.
  const [text] = readFileSync(join(folder, file), 'utf8').split(/^# Licenses of bundled dependencies$/m);
  return `${name} ${version} (${license})\n\n${text!.trim()}\n`;
}

/** @returns a plugin that adds licences.txt to the site; it is not part of the offline copy */
export function licences(): Plugin {
  return {
    name: 'reader-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file.moduleIds : []));
      const names = new Set([
        ...modules.map(packageOf).filter(name => name !== undefined),
        ...packagesOfWorker(),
        ...packagesOfTypefaces(),
      ]);
      const own = readFileSync(join(project, 'LICENSE'), 'utf8').trim();
      const source = [`The reader itself\n\n${own}\n`, ...[...names].sort().map(licenceOf)].join(
        `\n${'-'.repeat(72)}\n\n`,
      );
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}
