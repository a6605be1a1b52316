/**
 * Nothing is sent to readers whose licence does not come along, or is not one of those that ask for no more than that.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceOf, packageOf, packagesOfTypefaces, packagesOfWorker } from '../../src/build/licences.js';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

test('a module belongs to its package, a builder’s helper to the builder, and our own to nobody', () => {
  assert.deepEqual(
    [
      '/a/node_modules/lit/index.js',
      '/a/node_modules/x/node_modules/@lit/reactive-element/css-tag.js',
      '\0vite/preload-helper.js',
      '\0@oxc-project+runtime@0.1.0/helpers/esm/defineProperty.js',
      '\0virtual:panel-styles',
      '/a/src/main.ts',
    ].map(packageOf),
    ['lit', '@lit/reactive-element', 'vite', 'rolldown', undefined, undefined],
  );
});

test('a package without a licence text stops the build', () =>
  assert.throws(() => licenceOf('no-such-package'), /no-such-package is sent to readers, but no licence text/));

test('typefaces come with the SIL Open Font Licence, whole, with whose they are', () => {
  assert.ok(packagesOfTypefaces().length);
  for (const name of packagesOfTypefaces())
    assert.match(licenceOf(name), /\(OFL-1\.1\)\n\nCopyright[^]*SIL OPEN FONT LICENSE Version 1\.1[^]*TERMINATION/);
});

test('all that is sent to readers is under the MIT, ISC, BSD 3-Clause or SIL Open Font licence', () => {
  const packages = lock.packages as Record<string, { license?: string; dependencies?: Record<string, string> }>;
  const seen = new Set<string>();
  const follow = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of Object.keys(packages[`node_modules/${name}`]!.dependencies ?? {})) follow(next);
  };
  for (const name of [...Object.keys(manifest.dependencies), ...packagesOfWorker(), ...packagesOfTypefaces()])
    follow(name);
  assert.deepEqual(
    [...seen].filter(
      name => !['MIT', 'ISC', 'BSD-3-Clause', 'OFL-1.1'].includes(packages[`node_modules/${name}`]!.license ?? ''),
    ),
    [],
  );
});
