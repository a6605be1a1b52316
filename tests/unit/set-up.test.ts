/** Before any test a run sees to what the tests need, and where it cannot, it says so in one line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { howToGet, tools } from '../support/tools.js';

const run = join(import.meta.dirname, '../run.ts');

test('a run that lacks a browser ends before any test, and says in one line why', () => {
  const env = { ...process.env, CHROMIUM: '/nowhere/chromium' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', run, 'looks'], {
    env,
    encoding: 'utf8',
  });
  assert.equal(stdout, '');
  assert.equal(stderr, 'CHROMIUM names /nowhere/chromium, but nothing is there.\n');
  assert.equal(status, 1);
});

test('what is missing is named once, with its packages and the variables that may name it instead', () => {
  assert.equal(
    howToGet([tools.nginx, tools.liblouis]),
    'These tests need nginx, liblouis, not found here: please install what is missing ' +
      '(on Debian and Ubuntu: apt-get install nginx-light liblouis-bin liblouis-data), ' +
      'or set NGINX to the path of yours.',
  );
  assert.match(howToGet([tools.java]), /\(on Debian and Ubuntu: apt-get install default-jre-headless\)\.$/);
});
