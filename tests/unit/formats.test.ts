/** What holds for every format: names, addresses, words in both languages, and a kind word when one cannot be made. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import cy from '../../locales/formats.cy.json';
import en from '../../locales/formats.en.json';
import { changed, editionOf } from '../../src/build/edition.js';
import { formats as plugin } from '../../src/build/formats.js';
import { chosen, hashOf, make, type Offered } from '../../src/build/make-formats.js';
import { prerenderFurther } from '../../src/build/prerender.js';
import type { Format } from '../../src/formats/format.js';
import { formatsReading } from '../../src/pages/formats/page-words.js';

const english = editionOf('en'),
  welsh = editionOf('cy');
// What a run demands of its own build (READER_REQUIRE=all where no format may be missing) is not asked of the builds in
// here.
delete process.env['READER_REQUIRE'];
const format = (name: string, source: string | (() => never) = 'ŵ'): Format => ({
  name,
  type: 'text/plain',
  languages: ['en', 'cy'],
  make: () => [{ ending: '.txt', name: 'text.name', source: typeof source === 'string' ? source : source() }],
});
const [one, two] = [format('one'), format('two')];

test('all formats are made, unless some are left out by name', () => {
  assert.deepEqual(chosen([one, two]), { make: [one, two], left: [], missing: [] });
  assert.deepEqual(chosen([one, two], ' one ,'), { make: [two], left: ['one'], missing: [] });
  assert.deepEqual(chosen([], ''), { make: [], left: [], missing: [] });
  assert.throws(
    () => chosen([one, two], 'one,three'),
    /^Error: READER_WITHOUT names the format "three", expected some of: one, two$/,
  );
});

test('a format whose tool this machine lacks is left out, unless it is required', () => {
  const reason = 'there is no press here',
    missing = [{ format: 'one', reason }],
    lacking = { ...one, lacks: () => reason };
  assert.deepEqual(chosen([lacking, two]), { make: [two], left: [], missing });
  assert.deepEqual(chosen([lacking, two], '', 'two'), { make: [two], left: [], missing });
  assert.deepEqual(
    chosen([lacking, two], 'one', 'all'),
    { make: [two], left: ['one'], missing: [] },
    'left out on purpose',
  );
  for (const required of ['all', 'two, one']) {
    assert.throws(
      () => chosen([lacking, two], '', required),
      /READER_REQUIRE asks for the format "one", which cannot be made here: there is no press here$/,
    );
  }
  assert.throws(
    () => chosen([one], '', 'three'),
    /^Error: READER_REQUIRE names the format "three", expected some of: one, all$/,
  );
});

test('a file is named after the report, and the Welsh edition says that it is one', async () => {
  const address = async (edition: typeof english) => (await make(one, edition)).map(({ offered }) => offered.address);
  assert.deepEqual(
    [await address(english), await address(welsh)],
    [['files/impact-report-2023-24.txt'], ['files/impact-report-2023-24-cy.txt']],
  );
});

test('readers are told what a file is, how large, in which language', async () => {
  const text: Format = { ...format('text') };
  const [made] = await make(text, welsh);
  assert.deepEqual(made!.offered, {
    format: 'text',
    name: cy['text.name'],
    about: cy['text.about'],
    address: 'files/impact-report-2023-24-cy.txt',
    bytes: 2,
    hash: hashOf(made!.source),
    language: 'cy',
    type: 'text/plain; charset=utf-8',
  });
});

test('a format that fails stops the build with its name, its language and why', async () => {
  await assert.rejects(
    make(
      format('one', () => {
        throw new Error('the ink ran out');
      }),
      welsh,
    ),
    /^Error: The format "one" cannot be made in Cymraeg: the ink ran out$/,
  );
  await assert.rejects(
    make({ ...one, make: () => [] }, english),
    /^Error: The format "one" cannot be made in English: it gave no file$/,
  );
  await assert.rejects(
    make({ ...one, make: () => [{ ending: '.xyz', name: 'text.name', source: '' }] }, english),
    /The format "one" cannot be made in English: No host would know what files\/impact-report-2023-24\.xyz is/,
  );
});

test('every format has a name and says in both languages for whom it is good', () => {
  const folder = resolve(import.meta.dirname, '../../src/formats');
  const names = readdirSync(folder).filter(name => existsSync(join(folder, name, `${name}.ts`)));
  assert.ok(names.includes('text') && names.includes('epub'));
  for (const name of [...names, 'csv', 'one-file'])
    for (const words of [en, cy] as Record<string, string>[])
      for (const key of ['name', 'about']) assert.ok(words[`${name}.${key}`], `${name}.${key}`);
});

test('the day of the last change is a day, and not that of the build', () => {
  assert.match(changed, /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(new Date(`${changed}T00:00:00Z`).toISOString().slice(0, 10), changed);
  assert.equal(english.changed, changed);
});

/** The plugin in a build that has only these formats, and a figure file and a page of other plugins. */
function building(...formats: Format[]) {
  const told: string[] = [],
    emitted: string[] = [],
    tell = (line: string) => {
      told.push(line);
    };
  const registry = () => Promise.resolve({ editionOf, chosen, make, formats });
  const other = {
    name: 'other',
    api: { format: 'csv', made: () => Promise.resolve({ fileName: 'files/report-figures.csv', source: 'a,b' }) },
  };
  const hooks = plugin() as unknown as {
    configResolved(config: object): void;
    generateBundle: (this: object) => Promise<void>;
    api: { offer(): Promise<{ offered: Offered[] }> };
  };
  hooks.configResolved({
    plugins: [{ name: 'reader', api: { registry, prerenderer: registry } }, other, { name: 'third' }],
    logger: { info: tell, warn: tell },
  });
  const emit = () =>
    hooks.generateBundle.call({ emitFile: ({ fileName }: { fileName: string }) => emitted.push(fileName) });
  return {
    told,
    emitted,
    emit,
    list: async () => (await hooks.api.offer()).offered,
  };
}

test('the build adds every file, and names those and the ones that others make, each once', async () => {
  let count = 0;
  const { emit, emitted, list, told } = building({
    ...format('text'),
    make: () => {
      count += 1;
      return [{ ending: '.txt', name: 'text.name', source: 'words' }];
    },
  });
  const offered = await list();
  await emit();
  assert.deepEqual(emitted, ['files/impact-report-2023-24.txt', 'files/impact-report-2023-24-cy.txt']);
  assert.deepEqual(
    offered.map(({ address, language, bytes, name }) => [address, language, bytes, name]),
    [
      ['files/impact-report-2023-24.txt', 'en', 5, en['text.name']],
      ['files/impact-report-2023-24-cy.txt', 'cy', 5, cy['text.name']],
      ['files/report-figures.csv', 'en', 3, en['csv.name']],
      ['files/report-figures.csv', 'cy', 3, cy['csv.name']],
    ],
  );
  assert.equal(count, 2, 'made once in each language');
  assert.deepEqual(told, [], 'a quick build says nothing');
});

test('READER_WITHOUT leaves a format out of the site and of the list, and the build says so', async () => {
  process.env['READER_WITHOUT'] = 'one';
  try {
    const { emit, emitted, list, told } = building(one, format('text'));
    await emit();
    assert.deepEqual(emitted, ['files/impact-report-2023-24.txt', 'files/impact-report-2023-24-cy.txt']);
    assert.ok((await list()).every(({ format }) => format !== 'one'));
    assert.deepEqual(told, ['formats: left out, because READER_WITHOUT names them: one']);
  } finally {
    delete process.env['READER_WITHOUT'];
  }
});

test('the build says which format it leaves out for want of a tool, and why, and makes the others', async () => {
  const { emit, emitted, told } = building({ ...one, lacks: () => 'there is no press here' }, format('text'));
  await emit();
  assert.deepEqual(emitted, ['files/impact-report-2023-24.txt', 'files/impact-report-2023-24-cy.txt']);
  assert.equal(told.length, 1);
  assert.match(told[0]!, /^formats: one is left out, .* because there is no press here\./);
});

for (const language of ['en', 'cy'] as const) {
  test(`the page of all formats names what this copy lacks, in its place, and whom to ask (${language})`, () => {
    const words = formatsReading(language).t,
      page = (missing: string[]) => prerenderFurther.formats(language, { offered: [], missing });
    const { head, body } = page(['braille']),
      text = body.replace(/<!--.*?-->/gs, '');
    const [place] = /<h2 id=braille-name>.*?<\/section>/s.exec(text)!;
    assert.ok(
      place.includes(`<h3>${{ en, cy }[language]['braille.name']}</h3><p>${words('missing')} <a href=../`),
      place,
    );
    assert.ok(place.includes(`#contact>${words('ask.link')}</a>`), place);
    for (const promise of [words('about'), words('description')]) assert.ok(!(head + text).includes(promise), promise);
    assert.ok(!page([]).body.includes(words('missing')), 'nothing is said where nothing is missing');
  });
}

test('a build that takes long says what it is at, and how long it took', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const slow: Format = {
    ...format('text'),
    make: () => {
      now += 4200;
      t.mock.timers.tick(4200);
      return [{ ending: '.txt', name: 'text.name', source: '' }];
    },
  };
  const { emit, told } = building(slow);
  await emit();
  assert.deepEqual(told, [
    'formats: text (en) …',
    'formats: text (en), 4.2 s',
    'formats: text (cy) …',
    'formats: text (cy), 4.2 s',
  ]);
});

test('a format that fails stops the build', async () => {
  await assert.rejects(
    building(
      one,
      format('two', () => {
        throw new Error('no ink');
      }),
    ).emit(),
    /The format "two" cannot be made in English: no ink/,
  );
});
