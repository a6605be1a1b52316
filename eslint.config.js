/** What the linter asks of the code: first of all, that every layer of src/ touches only what it may touch. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const lit = ['lit', 'lit/'];
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];
const onlyDoor =
  'what this device keeps goes through src/browser/core/storage, which knows when the reader wants nothing kept';

/**
 * A row for each layer: what its files may import (`may`), of what they may import types only (`mayType`), which
 * globals they may not touch (`never`), and why. A name that ends in a slash, a colon or a hyphen stands for all that
 * begins with it. A file may always import its neighbours in the same folder. What a layer cannot even name (the page,
 * Node, a layer that it does not refer to) its tsconfig.json keeps from it; so src/build needs no row.
 */
const borders = [
  {
    folder: 'src/model',
    may: ['src/model/', 'locales/', 'typebox', 'i18next'],
    why:
      'it says what a report, a setting and a word are, wherever that is asked: ' +
      'while building, in a page, in a test',
  },
  {
    folder: 'src/pages',
    never: storage,
    may: ['src/pages/', 'src/model/', 'locales/', ...lit, '@lit-labs/ssr-client/'],
    why:
      'a piece of a page gets everything it shows handed in, keeps nothing, ' +
      'and is drawn while building as well as in the browser',
  },
  {
    folder: 'src/browser/core',
    never: storage,
    may: ['src/browser/core/', 'src/model/', 'locales/', 'virtual:'],
    why: 'every feature stands on it, and it knows none of them',
  },
  {
    folder: 'src/browser/features',
    never: storage,
    may: ['src/browser/core/', 'src/model/', 'src/pages/', 'locales/', 'virtual:', ...lit],
    why: 'a feature can be read, fetched and left out by itself',
  },
  {
    folder: 'src/browser/entries',
    never: storage,
    may: ['src/browser/', 'src/model/', 'src/pages/', ...lit],
    why: 'it only puts together what a page runs',
  },
  {
    folder: 'src/worker',
    may: ['src/worker/', 'workbox-'],
    mayType: ['src/model/'],
    why: 'the worker outlives every page and must be small enough to check by eye',
  },
  {
    folder: 'src/formats',
    may: [
      'src/formats/',
      'src/model/',
      'src/pages/',
      ...lit,
      'node:',
      'docx',
      '@resvg/resvg-wasm',
      'fflate',
      'fontkit',
      'github-slugger',
      'pdfkit',
    ],
    why: 'it turns a report into a file, and a file has no reader, no settings and no network',
  },
];

/**
 * What a feature may import beside its own files and what all may: other features that it is built on, and packages.
 */
const besides = {
  'corrections': ['diff/'],
  'device': ['marks', 'offline'],
  'find': ['minisearch/'],
  'marks': ['passage', 'share', 'idb'],
  'offline': ['workbox-window'],
  'plain-english': ['contents', 'find', 'passage', 'settings'],
  'sensitive-content': ['settings'],
  'share': ['passage'],
  'shortcuts': ['contents', 'settings'],
};

/** Who touches what a device keeps without going through the door, and why. */
const keepers = {
  'core/storage': storage,
  // The position is held while the page is being replaced, and forgotten at once.
  'core/position': ['sessionStorage'],
  // Whoever leaves takes what the session holds along.
  'features/quick-exit': ['sessionStorage'],
  // The text as it was last read is kept as a file.
  'features/corrections': ['caches'],
  // It stands in every page and runs before anything else is there, so it reads by itself; it only reads.
  'features/settings/choices-on-root.ts': ['localStorage'],
};

const matches = (name, list = []) =>
  list.some(entry => (/[/:-]$/.test(entry) ? name.startsWith(entry) : name === entry));

/**
 * A rule of our own, where no-restricted-imports would be usual: that one sees how an import is spelled, not where it
 * leads, and does not see `import()`, by which this page fetches what it needs late.
 */
const importRule = {
  meta: { schema: false },
  create(context) {
    const { folder, may, mayType, why } = context.options[0];
    const place = path =>
      relative(import.meta.dirname, path)
        .split(sep)
        .join('/');
    const check = (statement, source, kind) => {
      if (typeof source?.value !== 'string') return;
      const target = source.value.startsWith('.') ? resolve(dirname(context.filename), source.value) : undefined;
      const name = target ? place(target) : source.value;
      const neighbour = target && dirname(target) === dirname(context.filename);
      if (neighbour || matches(name, may) || (kind === 'type' && matches(name, mayType))) return;
      const types = mayType ? `, and types of ${mayType.join(', ')}` : '';
      const told = `The border of ${folder}: ${name} may not be imported here, because ${why}.`;
      context.report({ node: statement, message: `${told} It may import ${may.join(', ')}${types}.` });
    };
    return {
      ImportDeclaration: statement => check(statement, statement.source, statement.importKind),
      ExportNamedDeclaration: statement => check(statement, statement.source, statement.exportKind),
      ExportAllDeclaration: statement => check(statement, statement.source, statement.exportKind),
      ImportExpression: statement => check(statement, statement.source),
      TSImportType: statement => check(statement, statement.source, 'type'),
    };
  },
};

const borderPlugin = { rules: { imports: importRule } };
const globalsRule = (folder, names) => [
  'error',
  {
    globals: names.map(name => ({
      name,
      message: `The border of ${folder}: ${name} may not be used here, because ${onlyDoor}.`,
    })),
    checkGlobalObject: true,
  },
];
const filesOf = folder => (folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`);
const features = readdirSync(resolve(import.meta.dirname, 'src/browser/features')).map(name => {
  const row = borders.find(({ folder }) => folder === 'src/browser/features');
  const more = (besides[name] ?? []).map(entry =>
    existsSync(resolve(import.meta.dirname, 'src/browser/features', entry)) ? `src/browser/features/${entry}/` : entry,
  );
  return { ...row, folder: `${row.folder}/${name}`, may: [...row.may, `${row.folder}/${name}/`, ...more] };
});
const bordersAsRules = [
  ...[...borders, ...features].map(border => ({
    files: [filesOf(border.folder)],
    plugins: { border: borderPlugin },
    rules: {
      'border/imports': ['error', border],
      ...(border.never && { 'no-restricted-globals': globalsRule(border.folder, border.never) }),
    },
  })),
  ...Object.entries(keepers).map(([place, names]) => ({
    files: [filesOf(`src/browser/${place}`)],
    rules: {
      'no-restricted-globals': globalsRule(
        `src/browser/${place}`,
        storage.filter(name => !names.includes(name)),
      ),
    },
  })),
];

/**
 * A test checks one thing, so that whoever reads that it failed knows what is wrong. What takes longer is a step with a
 * name, or a test of its own.
 */
const shortTests = {
  meta: { schema: false },
  create: context => ({
    'CallExpression[callee.name="test"] > :function': ({ body }) => {
      const lines = body.loc.end.line - body.loc.start.line - 1;
      if (lines > 25)
        context.report({
          node: body,
          message: `This test has ${lines} lines, and at most 25 are wanted: make a step of some, or another test.`,
        });
    },
  }),
};

const leftOut =
  'A test that is left out tells nobody. Mend it or take it away; ' +
  'run one test alone by its ring, not by a mark in the file.';

export default defineConfig(
  globalIgnores(['dist', 'dist-hosting', 'content', 'coverage']),
  typescript.configs.strict,
  {
    rules: {
      'eqeqeq': 'error',
      // What cannot be broken by `npm run format`: words, templates and comments.
      'max-len': ['error', { code: 120 }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // With noUncheckedIndexedAccess, "!" is how a person tells the compiler what they know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'complexity': ['error', 15],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/build/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    plugins: { tests: { rules: { short: shortTests } } },
    rules: {
      'tests/short': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[property.name=/^(only|skip|todo)$/]', message: leftOut },
        {
          selector:
            'CallExpression[callee.name=/^(describe|it|suite|test)$/] > ' +
            'ObjectExpression > Property[key.name=/^(only|skip|todo)$/]',
          message: leftOut,
        },
        { selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest|fdescribe|fit)$/]', message: leftOut },
        { selector: 'ImportSpecifier[imported.name=/^(only|skip|todo)$/]', message: leftOut },
      ],
    },
  },
  bordersAsRules,
);
