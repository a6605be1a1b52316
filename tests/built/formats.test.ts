/** The finished site has every format in both languages, and readers fetch them only when they want to. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { editionOf } from '../../src/build/edition.js';
import { addressOf } from '../../src/build/make-formats.js';
import type { Format } from '../../src/formats/format.js';
import { builtFolder } from '../support/site.js';

const folder = resolve(import.meta.dirname, '../../src/formats');
const names = readdirSync(folder).filter(name => existsSync(join(folder, name, `${name}.ts`)));
const formats = await Promise.all(
  names.map(async name => ((await import(`../../src/formats/${name}/${name}.ts`)) as { format: Format }).format),
);
const files = readdirSync(join(builtFolder, 'files'));

test('every folder of formats gives a format of its name', () =>
  assert.deepEqual(
    formats.map(({ name }) => name),
    names,
  ));

for (const page of ['formats/', 'cy/formats/']) {
  // What a build on another machine may leave out must not be missing from what is released.
  test(`the site has every format, and ${page} offers it`, () => {
    const text = readFileSync(join(builtFolder, page, 'index.html'), 'utf8');
    const endings = ['.epub', '.docx', '.pdf', '.brf', '.pef', '.txt', '.md', '.json', '.html', '.csv'];
    assert.deepEqual(
      endings.filter(ending => !new RegExp(`\\${ending}"? download`).test(text)),
      [],
    );
  });
}

for (const language of ['en', 'cy'] as const)
  for (const format of formats.filter(({ name }) => ['data', 'epub', 'markdown', 'text'].includes(name))) {
    test(`the site has the very file that "${format.name}" makes (${language})`, async () => {
      const edition = editionOf(language);
      for (const { ending, source } of await format.make(edition)) {
        const file = join(builtFolder, addressOf(edition, ending));
        assert.ok(existsSync(file), file);
        // The address of the site is known to the build only.
        if (!process.env['READER_URL'])
          assert.ok(readFileSync(file).equals(Buffer.from(source)), `${file} is another at each build`);
      }
    });
  }

test('no file is empty, and each language has as many as the other', () => {
  for (const file of files) assert.ok(statSync(join(builtFolder, 'files', file)).size > 500, file);
  const welsh = files.filter(file => file.includes('-cy')),
    english = files.filter(file => !/-cy|-figures\.csv$|\d\.html$/.test(file));
  assert.deepEqual(
    welsh.map(file => file.replace('-cy', '')),
    english,
  );
});

test('no format comes along with the offline copy unasked', () => {
  const worker = readFileSync(join(builtFolder, 'sw.js'), 'utf8');
  assert.deepEqual(
    files.filter(file => !file.endsWith('.csv') && worker.includes(file)),
    [],
  );
});
