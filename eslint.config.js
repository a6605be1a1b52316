/** What the linter asks of the code: first of all, that every folder of src/ touches only what it may touch. */
import { dirname, relative, resolve, sep } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const lit = ['lit', 'lit/'];
const page = ['window', 'document', 'navigator', 'location'];
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];
const storageBut = (...names) => storage.filter(name => !names.includes(name));
const node = ['process', 'Buffer', 'global'];
const onlyBrowser = 'it runs in the browser, where neither Node nor the tools of the build exist';
const onlyDoor = 'what this device keeps goes through src/storage, which knows when the reader wants nothing kept';

/**
 * A row for each folder: what its files may import (`may`), of what they may import types only (`mayType`), which
 * globals they may not touch (`never`), and why. A name that ends in a slash, a colon or a hyphen stands for all that begins
 * with it. A file may always import its neighbours in the same folder. Where `may` is missing, everything may be imported.
 * A row may stand for one file too, which is then an exception to the row of its folder above it.
 */
const borders = [
  {
    folder: 'src', never: [...storage, ...node],
    may: [...lit, ...['changes', 'components', 'contents', 'device', 'find', 'guide', 'i18n', 'leaving', 'marks', 'offline', 'panel', 'passage', 'place', 'plain', 'figures', 'care', 'share', 'report', 'settings', 'shortcuts', 'storage', 'styles', 'voice'].map(folder => `src/${folder}/`)],
    why: onlyBrowser,
  },
  {
    folder: 'src/report', never: [...page, ...storage, ...node], may: ['src/report/', 'typebox'],
    why: 'it says what a report is, wherever that is asked: while building, in a page, in a test',
  },
  {
    folder: 'src/i18n', never: [...page, ...storage, ...node], may: ['src/i18n/', 'src/report/', 'locales/', 'i18next'],
    why: 'it chooses words, the same while building and in a page',
  },
  {
    folder: 'src/components', never: [...storage, ...node], may: ['src/components/', 'src/report/', 'src/i18n/', ...lit, '@lit-labs/ssr-client/'],
    why: 'a piece gets everything it shows handed in, keeps nothing, and is drawn while building as well as in a page',
  },
  {
    folder: 'src/statement', never: [...page, ...storage, ...node], may: ['src/statement/', 'src/report/', 'src/i18n/', 'src/components/', 'locales/', ...lit],
    why: 'it is data and markup like any other piece, and what it says of the pages must not depend on where it runs',
  },
  {
    folder: 'src/help', never: [...page, ...storage, ...node], may: ['src/help/', 'src/i18n/', 'src/components/', 'locales/', ...lit],
    why: 'it is words and markup like any other page beside the report',
  },
  {
    folder: 'src/formats', never: [...page, ...storage], may: ['src/formats/', 'src/report/', 'src/i18n/', 'src/components/', 'src/figures/groups.js', 'src/plain/data.js', 'src/styles/themes.js', 'locales/', ...lit, 'node:', 'docx', '@resvg/resvg-wasm', 'fflate', 'fontkit', 'github-slugger', 'pdfkit'],
    why: 'it turns a report into a file, and a file has no reader, no settings and no network',
  },
  {
    folder: 'src/formats/one-file', never: [...storage, ...node],
    may: [...['formats/one-file', 'panel', 'settings', 'storage', 'place', 'voice', 'i18n'].map(folder => `src/${folder}/`), ...lit],
    why: 'it is the page’s own script in a file with everything inside, and what it takes the place of runs in the browser',
  },
  {
    folder: 'src/styles', never: [...page, ...storage, ...node], may: ['src/styles/'],
    why: 'a look depends on nothing but itself, so that it can stand in the document before anything runs',
  },
  {
    folder: 'src/storage', never: node, may: ['src/storage/'],
    why: 'it is the only door to what a device keeps, and everything else stands behind it',
  },
  {
    folder: 'src/voice', never: [...storage, ...node], may: ['src/voice/', 'src/i18n/', 'src/place/held-place.js', 'src/place/bar-room.js', 'src/place/same-place.js'],
    why: 'it only says and shows what it is given, and lets the text stay where it is',
  },
  {
    // The session holds the place while its page is being replaced, and forgets it at once.
    folder: 'src/place', never: [...storageBut('sessionStorage'), ...node], may: ['src/place/', 'src/storage/storage.js'], mayType: ['src/i18n/translate.js'],
    why: 'it only knows where the reader is',
  },
  {
    // Whoever leaves takes what the session holds along.
    folder: 'src/leaving', never: [...storageBut('sessionStorage'), ...node], may: ['src/leaving/', 'src/voice/', 'src/storage/'],
    why: 'it must work before anything else is there, and when anything else fails',
  },
  {
    // The text as it was last read is kept as a file.
    folder: 'src/changes', never: [...storageBut('caches'), ...node],
    may: [...['changes', 'place', 'voice', 'i18n', 'storage'].map(folder => `src/${folder}/`), 'src/panel/styles.js', 'virtual:changes-styles', 'diff/'],
    why: 'it compares the text that stands in the page with the one read last, and says what differs',
  },
  {
    folder: 'src/guide', never: [...storage, ...node], may: ['src/guide/', 'src/panel/fetch-part.js', 'src/place/', 'virtual:guide-styles'],
    why: 'it draws where the reader is, and knows of the choice only what the root of the page carries',
  },
  {
    folder: 'src/shortcuts', never: [...storage, ...node],
    may: ['src/shortcuts/', 'src/panel/ask.js', 'src/contents/say-where.js', 'src/settings/store.js', 'src/settings/catalogue.js', 'src/settings/parts.js', 'src/place/', 'src/storage/', 'src/voice/', 'src/i18n/', 'src/components/', ...lit],
    why: 'it does by key what the page offers anyway, and gives the settings a part that they know nothing of',
  },
  {
    folder: 'src/settings', never: [...storage, ...node],
    may: ['src/settings/', 'src/place/', 'src/report/', 'src/i18n/', 'src/components/', 'src/storage/', 'src/voice/', ...lit, 'virtual:settings-styles', 'virtual:more-styles'],
    why: 'it runs in the browser before anything is painted, and works without the offline copy and without the parts that others add to it (parts.ts)',
  },
  {
    // It only reads, and reads by itself, because every byte of it stands in every page.
    folder: 'src/settings/look.ts', never: [...storageBut('localStorage'), ...node], may: ['src/settings/'],
    why: 'it stands inside the page and runs before anything is painted, with nothing else there',
  },
  {
    folder: 'src/panel', never: [...storage, ...node],
    may: [...['panel', 'voice', 'i18n', 'place', 'storage'].map(folder => `src/${folder}/`), 'locales/', 'virtual:panel-styles', 'virtual:highlights-styles'],
    why: 'it shows one view at a time and knows none of them (src/views.ts does)',
  },
  {
    folder: 'src/contents', never: [...storage, ...node],
    may: [...['contents', 'panel', 'place', 'voice', 'i18n', 'report', 'storage'].map(folder => `src/${folder}/`), 'locales/', ...lit],
    why: 'it shows where the reader is and leads elsewhere',
  },
  {
    folder: 'src/find', never: [...storage, ...node],
    may: [...['find', 'panel', 'place', 'voice', 'i18n', 'report', 'storage'].map(folder => `src/${folder}/`), 'locales/', ...lit, 'minisearch/'],
    why: 'it looks for words in the text that stands in the page',
  },
  {
    folder: 'src/passage', never: [...storage, ...node],
    may: [...['passage', 'panel', 'place', 'voice', 'i18n', 'report', 'storage'].map(folder => `src/${folder}/`), 'locales/', ...lit],
    why: 'it shows one passage, and knows nothing of what can be done with it (src/views.ts does)',
  },
  {
    folder: 'src/marks', never: [...storageBut('indexedDB'), ...node],
    may: [...['marks', 'panel', 'place', 'voice', 'i18n', 'report', 'storage', 'passage'].map(folder => `src/${folder}/`), 'locales/', ...lit, 'idb-keyval', 'idb'],
    why: 'what the reader marks stays on the device, behind its own door',
  },
  {
    folder: 'src/share', never: [...storage, ...node],
    may: [...['share', 'panel', 'place', 'voice', 'i18n', 'report', 'storage', 'passage'].map(folder => `src/${folder}/`), 'locales/', ...lit],
    why: 'it hands a passage on, and keeps nothing',
  },
  {
    folder: 'src/plain', never: [...storage, ...node],
    may: [...['plain', 'contents', 'panel', 'place', 'voice', 'i18n', 'report', 'storage', 'passage', 'components'].map(folder => `src/${folder}/`), 'src/find/passage-text.js', 'src/settings/store.js', 'src/settings/follow.js', 'locales/', ...lit],
    why: 'it explains in our own words, and changes none of the report’s',
  },
  {
    folder: 'src/care', never: [...storage, ...node],
    may: [...['care', 'panel', 'place', 'voice', 'i18n', 'report', 'storage', 'plain', 'settings', 'components'].map(folder => `src/${folder}/`), 'locales/', ...lit],
    why: 'it goes before what is hard to read, and never takes a word away',
  },
  {
    folder: 'src/figures', never: [...storage, ...node],
    may: [...['figures', 'panel', 'place', 'voice', 'i18n', 'report', 'storage', 'components'].map(folder => `src/${folder}/`), 'locales/', ...lit, 'virtual:figures-'],
    why: 'it shows the report’s own figures once more',
  },
  {
    folder: 'src/offline', never: [...storage, ...node],
    may: ['src/offline/', 'src/settings/', 'src/report/', 'src/i18n/', 'src/components/', 'src/place/', 'src/storage/', 'src/voice/', ...lit, 'workbox-window'],
    why: onlyBrowser,
  },
  {
    folder: 'src/offline/worker', never: ['window', 'document', 'localStorage', 'sessionStorage', ...node],
    may: ['src/offline/worker/', 'workbox-'], mayType: ['src/offline/'],
    why: 'the worker outlives every page and must be small enough to check by eye',
  },
  {
    folder: 'src/device', never: [...storage, ...node],
    may: [...['device', 'components', 'i18n', 'report', 'offline', 'storage', 'voice'].map(folder => `src/${folder}/`), 'src/place/same-place.js', 'locales/', ...lit],
    why: 'its page is drawn while building, and its elements tell and do in the browser what other folders keep',
  },
  {
    folder: 'src/build', never: [...page, ...storage],
    why: 'it runs in Node, where there is no page',
  },
];

const matches = (name, list = []) => list.some(entry => /[/:-]$/.test(entry) ? name.startsWith(entry) : name === entry);

/**
 * A rule of our own, where no-restricted-imports would be usual: that one sees how an import is spelled, not where it
 * leads, and does not see `import()`, by which this page fetches what it needs late.
 */
const importRule = {
  meta: { schema: false },
  create(context) {
    const { folder, may, mayType, why } = context.options[0];
    const place = path => relative(import.meta.dirname, path).split(sep).join('/');
    const check = (statement, source, kind) => {
      if (typeof source?.value !== 'string') return;
      const target = source.value.startsWith('.') ? resolve(dirname(context.filename), source.value) : undefined;
      const name = target ? place(target) : source.value;
      const neighbour = target && dirname(target) === dirname(context.filename);
      if (neighbour || matches(name, may) || (kind === 'type' && matches(name, mayType))) return;
      const types = mayType ? `, and types of ${mayType.join(', ')}` : '';
      context.report({ node: statement, message: `The border of ${folder}: ${name} may not be imported here, because ${why}. It may import ${may.join(', ')}${types}.` });
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
const bordersAsRules = borders.map(border => {
  const { folder, may, never, why } = border;
  const globals = never.map(name => ({ name, message: `The border of ${folder}: ${name} may not be used here, because ${storage.includes(name) ? onlyDoor : why}.` }));
  return {
    files: [folder === 'src' ? 'src/*.ts' : folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`],
    plugins: { border: borderPlugin },
    rules: {
      'border/imports': may ? ['error', border] : 'off',
      'no-restricted-globals': ['error', { globals, checkGlobalObject: true }],
    },
  };
});

/** A test checks one thing, so that whoever reads that it failed knows what is wrong. What takes longer is a step with a name, or a test of its own. */
const shortTests = {
  meta: { schema: false },
  create: context => ({
    'CallExpression[callee.name="test"] > :function': ({ body }) => {
      const lines = body.loc.end.line - body.loc.start.line - 1;
      if (lines > 25) context.report({ node: body, message: `This test has ${lines} lines, and at most 25 are wanted: make a step of some, or another test.` });
    },
  }),
};

const leftOut = 'A test that is left out tells nobody. Mend it or take it away; run one test alone by its ring, not by a mark in the file.';

export default defineConfig(
  globalIgnores(['dist', 'dist-hosting', 'content', 'coverage']),
  typescript.configs.strict,
  {
    rules: {
      'eqeqeq': 'error',
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
    rules: { 'no-console': 'error', 'complexity': ['error', 15], 'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/build/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    plugins: { tests: { rules: { short: shortTests } } },
    rules: {
      'tests/short': 'error',
      'no-restricted-syntax': ['error',
        { selector: 'MemberExpression[property.name=/^(only|skip|todo)$/]', message: leftOut },
        { selector: 'CallExpression[callee.name=/^(describe|it|suite|test)$/] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]', message: leftOut },
        { selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest|fdescribe|fit)$/]', message: leftOut },
        { selector: 'ImportSpecifier[imported.name=/^(only|skip|todo)$/]', message: leftOut },
      ],
    },
  },
  bordersAsRules,
);
