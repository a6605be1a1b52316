/** Proves that the linter holds the borders between the folders of src/: it names the border that is crossed, and lets pass what is allowed. And that the folders, as they import each other, never go in a circle. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import typescript from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: root });

async function refusals(filePath: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: resolve(root, filePath) });
  return result!.messages.filter(({ ruleId }) => ruleId === 'border/imports' || ruleId === 'no-restricted-globals').map(({ message }) => message);
}

/** Where the code stands, the code, and the border that the refusal must name. */
const crossings: [file: string, code: string, border: string][] = [
  ['src/main.ts', 'import "./build/content.js";', 'src'],
  ['src/main.ts', 'import "@lit-labs/ssr";', 'src'],
  ['src/report/words.ts', 'export const title = document.title;', 'src/report'],
  ['src/report/words.ts', 'export const title = globalThis.document.title;', 'src/report'],
  ['src/report/words.ts', 'import { html } from "lit"; html``;', 'src/report'],
  ['src/report/words.ts', 'import type { Reading } from "../i18n/translate.js"; export type R = Reading;', 'src/report'],
  ['src/i18n/i18n.ts', 'import "../components/blocks.js";', 'src/i18n'],
  ['src/components/quote-card.ts', 'import { readFileSync } from "node:fs"; readFileSync("");', 'src/components'],
  ['src/components/quote-card.ts', 'void import("../settings/choices.js");', 'src/components'],
  ['src/components/quote-card.ts', 'export * from "../offline/reader-copy.js";', 'src/components'],
  ['src/components/quote-card.ts', 'export type Report = import("../build/content.js").Content;', 'src/components'],
  ['src/components/quote-card.ts', 'localStorage.clear();', 'src/components'],
  ['src/formats/book.ts', 'import "../settings/choices.js";', 'src/formats'],
  ['src/settings/choices.ts', 'import { readContent } from "../build/content.js"; readContent();', 'src/settings'],
  ['src/settings/choices.ts', 'import "../offline/reader-copy.js";', 'src/settings'],
  ['src/settings/more-settings.ts', 'import "../shortcuts/shortcut-settings.js";', 'src/settings'],
  ['src/settings/choices.ts', 'import "ajv";', 'src/settings'],
  ['src/settings/choices.ts', 'localStorage.clear();', 'src/settings'],
  ['src/settings/look.ts', 'import "../storage/storage.js";', 'src/settings/look.ts'],
  ['src/shortcuts/kept-keys.ts', 'globalThis.localStorage.clear();', 'src/shortcuts'],
  ['src/main.ts', 'void caches.keys();', 'src'],
  ['src/storage/stores.ts', 'import { say } from "../voice/say.js"; void say;', 'src/storage'],
  ['src/leaving/exit.ts', 'import "../settings/store.js";', 'src/leaving'],
  ['src/changes/last-read.ts', 'import "../offline/reader-copy.js";', 'src/changes'],
  ['src/changes/last-read.ts', 'sessionStorage.clear();', 'src/changes'],
  ['src/device/kept-here.ts', 'import "../settings/store.js";', 'src/device'],
  ['src/device/kept-here.ts', 'localStorage.clear();', 'src/device'],
  ['src/offline/reader-copy.ts', 'localStorage.clear();', 'src/offline'],
  ['src/offline/reader-copy.ts', 'import "node:path";', 'src/offline'],
  ['src/offline/worker/sw.ts', 'import { say } from "../../voice/say.js"; void say;', 'src/offline/worker'],
  ['src/offline/worker/sw.ts', 'import { keepCopy } from "../reader-copy.js"; keepCopy();', 'src/offline/worker'],
  ['src/offline/worker/sw.ts', 'document.title = "";', 'src/offline/worker'],
  ['src/build/site.ts', 'export const width = window.innerWidth;', 'src/build'],
];

const allowed: [file: string, code: string][] = [
  ['src/report/words.ts', 'import Type from "typebox"; import "./model.js"; export type D = Document; void Type;'],
  ['src/i18n/i18n.ts', 'import cy from "../../locales/cy.json"; import i18next from "i18next"; void [cy, i18next];'],
  ['src/components/quote-card.ts', 'import { html } from "lit/static-html.js"; import "../report/words.js"; html``; document.title = "";'],
  ['src/settings/choices.ts', 'void import("../i18n/i18n.js"); import { write } from "../storage/storage.js"; write("", "");'],
  ['src/settings/look.ts', 'export const kept = localStorage.length;'],
  ['src/storage/stores.ts', 'import "./root.js"; localStorage.clear(); sessionStorage.clear(); void caches.keys();'],
  ['src/device/device-page.ts', 'import cy from "../../locales/device.cy.json"; import "../offline/install.js"; void cy;'],
  ['src/offline/reader-copy.ts', 'import "../place/held-place.js"; import "../storage/root.js";'],
  ['src/shortcuts/shortcut-settings.ts', 'import { addPart } from "../settings/parts.js"; void addPart;'],
  ['src/offline/worker/sw.ts', 'import "workbox-core"; import type { Message } from "../messages.js"; export type M = Message;'],
  ['src/build/site.ts', 'import "node:fs"; import "@lit-labs/ssr"; import "ajv"; import "../offline/reader-copy.js"; console.log(process.argv);'],
];

const files = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

/**
 * @param path of the file, from the project's folder
 * @returns the folders whose code it imports, in whatever way. Types are left out: they are gone when the code runs, so a folder can be
 * read, tested and fetched without the one that it takes a type from; which types it may take, the linter's table says.
 */
function foldersImportedBy(path: string, code: string): string[] {
  const found: string[] = [];
  const note = (source: typescript.Node | undefined) => { if (source && typescript.isStringLiteralLike(source) && source.text.startsWith('.')) found.push(source.text); };
  const look = (node: typescript.Node): void => {
    if (typescript.isImportDeclaration(node)) { if (node.importClause?.phaseModifier !== typescript.SyntaxKind.TypeKeyword) note(node.moduleSpecifier); }
    else if (typescript.isExportDeclaration(node)) { if (!node.isTypeOnly) note(node.moduleSpecifier); }
    else if (typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword) note(node.arguments[0]);
    typescript.forEachChild(node, look);
  };
  look(typescript.createSourceFile(path, code, typescript.ScriptTarget.Latest));
  return found.map(name => relative(root, dirname(resolve(root, dirname(path), name))).split(sep).join('/'));
}

/** @param imports from each folder to those that it imports @returns every way from a folder back to itself */
function circles(imports: Map<string, Set<string>>): string[] {
  const from = (way: string[]): string[] => [...imports.get(way.at(-1)!) ?? []].flatMap(next =>
    next === way[0] ? [[...way, next].join(' → ')] : way.includes(next) ? [] : from([...way, next]));
  return [...imports.keys()].flatMap(folder => from([folder]));
}

/** @param codes path and code of files @returns from each folder to the others whose code it imports */
function importsOf(codes: Iterable<readonly [path: string, code: string]>): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>();
  for (const [path, code] of codes) {
    const folder = dirname(path).split(sep).join('/');
    const others = foldersImportedBy(path, code).filter(other => other !== folder);
    imports.set(folder, new Set([...imports.get(folder) ?? [], ...others]));
  }
  return imports;
}

describe('the folders of src/', () => {
  it('never import each other in a circle', () => {
    const imports = importsOf(files.map(file => [`src/${file}`, readFileSync(resolve(root, 'src', file), 'utf8')] as const));
    assert.ok(imports.get('src/shortcuts')?.has('src/settings'), 'the search finds nothing');
    assert.deepEqual(circles(imports), []);
  });

  it('would be found in a circle of any length, however they import, but not by their types', () => {
    const circle = (settings: string) => circles(importsOf([['src/settings/a.ts', settings], ['src/place/b.ts', 'export * from "../voice/c.js";'], ['src/voice/c.ts', 'import { a, type B } from "../settings/a.js";']]));
    for (const code of ['import "../place/b.js";', 'void import("../place/b.js");', 'export { b } from "../place/b.js";']) {
      assert.equal(circle(code)[0], 'src/settings → src/place → src/voice → src/settings', code);
    }
    for (const code of ['import type { B } from "../place/b.js";', 'export type { B } from "../place/b.js";', 'type B = import("../place/b.js").B;', 'import "./c.js";']) assert.deepEqual(circle(code), [], code);
  });
});

describe('the borders between the folders of src/', () => {
  for (const [file, code, border] of crossings) {
    it(`refuse in ${file}: ${code}`, async () => {
      const [message, ...others] = await refusals(file, code);
      assert.ok(message?.includes(`The border of ${border}: `), message ?? 'nothing was refused');
      assert.deepEqual(others, []);
    });
  }
  for (const [file, code] of allowed) it(`let pass in ${file}: ${code}`, async () => assert.deepEqual(await refusals(file, code), []));

  it('are drawn around every folder with code in it', async () => {
    for (const file of files) {
      const { rules } = await linter.calculateConfigForFile(resolve(root, 'src', file)) as { rules: Record<string, unknown> };
      assert.ok(rules['border/imports'], `src/${file} stands in a folder that has no row in the borders of eslint.config.js`);
    }
  });
});
