/**
 * Who installed the reader keeps the same app, whatever is published later: its identity is the address at which it
 * starts.
 */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { manifestOf } from '../../src/build/manifest.js';
import { translations } from '../../src/model/words/i18n.js';
import { languages, type Language } from '../../src/model/words/translate.js';

const manifestIn = (language: Language) => manifestOf('A report.', { language, t: translations(language) });
const given = process.env['READER_URL'];
afterEach(() => {
  if (given === undefined) delete process.env['READER_URL'];
  else process.env['READER_URL'] = given;
});

test('in each language the installed app is known by the address at which it starts', () => {
  process.env['READER_URL'] = 'https://reports.example/impact/2024';
  for (const language of languages) {
    const manifest = manifestIn(language);
    const file = new URL(
      `${language === 'en' ? '' : 'cy/'}manifest.webmanifest`,
      'https://reports.example/impact/2024/',
    );
    // A browser takes the identity from the root of the host, not from the manifest
    // (https://www.w3.org/TR/appmanifest/#id-member).
    assert.equal(new URL(manifest.id!, file.origin).href, new URL(manifest.start_url, file).href);
  }
});

test('while no address is known the browser takes the start for the identity, under any path', () => {
  delete process.env['READER_URL'];
  for (const language of languages) assert.equal(manifestIn(language).id, undefined);
});
