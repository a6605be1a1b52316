/**
 * Proves that the layers of src/ keep to themselves: the linter names the border that is crossed and lets pass what is
 * allowed, and the compiler knows in each layer only what exists where it runs.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import typescript from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: root });

async function refusals(filePath: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: resolve(root, filePath) });
  return result!.messages
    .filter(({ ruleId }) => ruleId === 'border/imports' || ruleId === 'no-restricted-globals')
    .map(({ message }) => message);
}

/** Where the code stands, the code, and the border that the linter must name. */
const crossings: [file: string, code: string, border: string][] = [
  ['src/model/report/words.ts', 'import { html } from "lit"; html``;', 'src/model'],
  [
    'src/model/report/words.ts',
    'import type { PageNames } from "../../pages/all-pages.js"; export type P = PageNames;',
    'src/model',
  ],
  ['src/pages/elements/quote-card.ts', 'void import("../../browser/features/settings/choices.js");', 'src/pages'],
  ['src/pages/elements/quote-card.ts', 'export * from "../../browser/features/offline/reader-copy.js";', 'src/pages'],
  ['src/pages/elements/quote-card.ts', 'export type Report = import("../../build/content.js").Content;', 'src/pages'],
  ['src/pages/elements/quote-card.ts', 'localStorage.clear();', 'src/pages'],
  ['src/formats/book.ts', 'import "../browser/features/settings/choices.js";', 'src/formats'],
  ['src/browser/core/panel/panel.ts', 'import "../../features/find/find-view.js";', 'src/browser/core'],
  ['src/browser/core/storage/stores.ts', 'import "lit";', 'src/browser/core'],
  ['src/browser/core/panel/panel.ts', 'globalThis.localStorage.clear();', 'src/browser/core'],
  ['src/browser/core/position/jump.ts', 'localStorage.clear();', 'src/browser/core/position'],
  [
    'src/browser/features/settings/choices.ts',
    'import { readContent } from "../../../build/content.js"; readContent();',
    'src/browser/features/settings',
  ],
  ['src/browser/features/settings/choices.ts', 'import "../offline/reader-copy.js";', 'src/browser/features/settings'],
  ['src/browser/features/settings/choices.ts', 'import "ajv";', 'src/browser/features/settings'],
  ['src/browser/features/settings/choices.ts', 'localStorage.clear();', 'src/browser/features/settings'],
  [
    'src/browser/features/settings/choices-on-root.ts',
    'localStorage.clear(); sessionStorage.clear();',
    'src/browser/features/settings/choices-on-root.ts',
  ],
  ['src/browser/features/quick-exit/exit.ts', 'import "../settings/store.js";', 'src/browser/features/quick-exit'],
  ['src/browser/features/corrections/last-read.ts', 'sessionStorage.clear();', 'src/browser/features/corrections'],
  ['src/browser/features/device/kept-here.ts', 'import "../settings/store.js";', 'src/browser/features/device'],
  ['src/browser/features/offline/reader-copy.ts', 'import "node:path";', 'src/browser/features/offline'],
  ['src/browser/entries/page.ts', 'import "../../build/content.js";', 'src/browser/entries'],
  ['src/browser/entries/page.ts', 'void caches.keys();', 'src/browser/entries'],
  ['src/browser/entries/one-file/page.ts', 'import "virtual:panel-styles";', 'src/browser/entries'],
  [
    'src/worker/sw.ts',
    'import { announce } from "../browser/core/announcements/announce.js"; void announce;',
    'src/worker',
  ],
  ['src/worker/sw.ts', 'import { isWhole } from "../model/copy-condition.js"; void isWhole;', 'src/worker'],
];

const allowed: [file: string, code: string][] = [
  ['src/model/report/words.ts', 'import Type from "typebox"; import "./model.js"; void Type;'],
  [
    'src/model/words/i18n.ts',
    'import cy from "../../../locales/cy.json"; import i18next from "i18next"; void [cy, i18next];',
  ],
  [
    'src/pages/elements/quote-card.ts',
    'import { html } from "lit/static-html.js"; import "../../model/report/words.js"; html``; document.title = "";',
  ],
  [
    'src/browser/core/storage/stores.ts',
    'import "./root.js"; localStorage.clear(); sessionStorage.clear(); void caches.keys();',
  ],
  ['src/browser/features/settings/choices-on-root.ts', 'export const kept = localStorage.length;'],
  ['src/browser/features/offline/reader-copy.ts', 'import "workbox-window"; import "../../core/storage/root.js";'],
  [
    'src/browser/features/shortcuts/shortcut-settings.ts',
    'import { addPart } from "../settings/parts.js"; void addPart;',
  ],
  [
    'src/worker/sw.ts',
    'import "workbox-core"; import type { Condition } from "../model/copy-condition.js"; export type C = Condition;',
  ],
  [
    'src/build/site.ts',
    'import "node:fs"; import "@lit-labs/ssr"; import "ajv"; import "../formats/format.js"; console.log(process.argv);',
  ],
];

describe('the linter', () => {
  for (const [file, code, border] of crossings) {
    it(`refuses in ${file}: ${code}`, async () => {
      const [message] = await refusals(file, code);
      assert.ok(message?.includes(`The border of ${border}: `), message ?? 'nothing was refused');
    });
  }
  for (const [file, code] of allowed)
    it(`lets pass in ${file}: ${code}`, async () => assert.deepEqual(await refusals(file, code), []));
});

/** Libraries and types, read once for all layers. */
const read = new Map<string, typescript.SourceFile | undefined>();

/** @returns what the compiler says of code that would stand in a layer */
function faultsIn(layer: string, code: string): string[] {
  const folder = resolve(root, 'src', layer),
    added = resolve(folder, 'added.ts');
  const {
    options,
    fileNames,
    projectReferences = [],
  } = typescript.parseJsonConfigFileContent(
    typescript.readConfigFile(resolve(folder, 'tsconfig.json'), name => typescript.sys.readFile(name)).config,
    typescript.sys,
    folder,
  );
  const host = typescript.createCompilerHost(options),
    { getSourceFile, fileExists } = host;
  host.fileExists = name => name === added || fileExists(name);
  host.getSourceFile = (name, ...given) => {
    if (name === added) return typescript.createSourceFile(name, code, typescript.ScriptTarget.ES2022);
    if (!read.has(name)) read.set(name, getSourceFile(name, ...given));
    return read.get(name);
  };
  const program = typescript.createProgram({
    rootNames: [...fileNames.filter(name => name.endsWith('.d.ts')), added],
    options: { ...options, composite: false, noEmit: true },
    projectReferences,
    host,
  });
  return program
    .getSemanticDiagnostics(program.getSourceFile(added))
    .map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the compiler', () => {
  /** What exists in each layer, and what does not. */
  const layers: [layer: string, known: string, unknown: string[]][] = [
    ['model', 'export const day = Intl.DateTimeFormat;', ['document.title', 'process.argv', 'caches.keys()']],
    ['pages', 'export const title = document.title;', ['process.argv', 'Buffer']],
    ['browser', 'export const title = document.title;', ['process.argv', 'Buffer']],
    [
      'worker',
      'declare const self: ServiceWorkerGlobalScope; export const { clients } = self;',
      ['document.title', 'localStorage', 'process.argv'],
    ],
    ['formats', 'export const { argv } = process;', ['document.title', 'localStorage', 'caches.keys()']],
    ['build', 'export const { argv } = process;', ['document.title', 'localStorage', 'innerWidth']],
  ];
  for (const [layer, known, unknown] of layers) {
    it(`knows in src/${layer} only what exists where it runs`, () => {
      const found = faultsIn(layer, `${known}\nexport const found = [${unknown.join(', ')}];`).map(
        fault => /^Cannot find name '(\w+)'/.exec(fault)?.[1] ?? fault,
      );
      assert.deepEqual(
        found,
        unknown.map(name => name.split('.')[0]),
      );
    });
  }

  it('has a project for every layer, and all are checked', () => {
    const { references } = typescript.readConfigFile(resolve(root, 'tsconfig.json'), name =>
      typescript.sys.readFile(name),
    ).config as { references: { path: string }[] };
    const folders = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => `src/${file.split('/')[0]!}`);
    assert.deepEqual([...new Set(folders)].sort(), references.map(({ path }) => path).sort());
  });
});
