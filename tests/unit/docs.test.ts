/**
 * What the pages for publishers and developers name is there: files, folders, commands, and the pages that they lead
 * to.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

const project = resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'content/README.md',
  ...readdirSync(join(project, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const textOf = (page: string) => readFileSync(join(project, page), 'utf8');

for (const page of pages) {
  test(`${page} names only files and folders that are there`, () => {
    const named = [
      ...textOf(page).matchAll(/`((?:src|content|public|locales|tests|docs)\/[\w./*-]*|[\w.-]+\.(?:ts|md|json))`/g),
    ].map(([, path]) => path!);
    // A name in capitals is chosen by whoever reads it; the Welsh text is taken in.
    for (const path of named.filter(path => !/\b(NAME|LANGUAGE)\b|report\.cy\.json$/.test(path))) {
      const places = [project, join(project, dirname(page))].map(folder => join(folder, path.replace(/\*.*$/, '')));
      assert.ok(
        places.some(place => existsSync(path.includes('*') ? dirname(place) : place)),
        path,
      );
    }
  });

  test(`${page} gives only commands that exist, and leads only to what is there`, () => {
    const text = textOf(page);
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(scripts[name!], `npm run ${name}`);
    for (const [, path] of text.matchAll(/\]\(((?!https?:)[^)#]+)/g))
      assert.ok(existsSync(join(project, dirname(page), path!)), path);
  });
}

test('every command of package.json that a person runs is told in the README', () => {
  const readme = textOf('README.md') + textOf('CONTRIBUTING.md');
  const inside = new Set(['types', 'house', 'lint']);
  for (const name of Object.keys(scripts).filter(name => !inside.has(name)))
    assert.ok(new RegExp(`npm (run )?${name}\\b`).test(readme), `npm run ${name}`);
});
