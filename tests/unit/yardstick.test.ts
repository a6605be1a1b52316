/** The yardstick names tests, and each of them is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const text = readFileSync('tests/YARDSTICK.md', 'utf8');

test('each file that the yardstick names exists, and holds each test that it names', () => {
  let named = 0;
  for (const row of text.split('\n')) {
    for (const [, file, names] of row.matchAll(/`(tests\/[\w./-]+)`((?: "[^"]+",?)*)/g)) {
      assert.ok(existsSync(file!), file);
      for (const [, name] of names!.matchAll(/"([^"]+)"/g)) {
        assert.ok(readFileSync(file!, 'utf8').includes(name!), `${file}: "${name}"`);
        named += 1;
      }
    }
  }
  assert.ok(named > 20, `${named} tests named`);
});
