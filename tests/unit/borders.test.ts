/** Proves that the linter holds the borders between the folders of src/: it names the border that is crossed, and lets pass what is allowed. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

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
  ['src/settings/choices.ts', 'import "ajv";', 'src/settings'],
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
  ['src/settings/choices.ts', 'void import("../i18n/i18n.js"); localStorage.clear();'],
  ['src/offline/worker/sw.ts', 'import "workbox-core"; import type { Message } from "../messages.js"; export type M = Message;'],
  ['src/build/site.ts', 'import "node:fs"; import "@lit-labs/ssr"; import "ajv"; import "../offline/reader-copy.js"; console.log(process.argv);'],
];

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
    const files = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
    for (const file of files) {
      const { rules } = await linter.calculateConfigForFile(resolve(root, 'src', file)) as { rules: Record<string, unknown> };
      assert.ok(rules['border/imports'], `src/${file} stands in a folder that has no row in the borders of eslint.config.js`);
    }
  });
});
