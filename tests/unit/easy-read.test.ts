/**
 * Easy read: every sentence of the summaries on a line of its own, in each language, and nothing that passes for the
 * report.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { editionOf } from '../../src/build/edition.js';
import { policyIn } from '../../src/build/policy.js';
import { easyReadOf, sentencesOf } from '../../src/formats/easy-read/easy-read.js';
import { piecesOf } from '../../src/formats/pieces.js';
import { summaryOf, terms } from '../../src/model/explanations.js';
import { words } from '../../src/model/report/words.js';
import { notedStories } from '../support/noted.js';

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

for (const language of ['en', 'cy'] as const)
  describe(`easy read in "${language}"`, () => {
    const edition = editionOf(language),
      html = easyReadOf(edition);
    const lines = [...html.matchAll(/<div class="line" id="([\w-]+)"><span><\/span><p>(.*?)<\/p><\/div>/g)].map(
      ([, id, inside]) => ({ id: id!, text: plain(inside!) }),
    );
    const ids = piecesOf(edition).flatMap(piece =>
      piece.kind === 'title' ? ['opening'] : piece.kind === 'heading' ? [piece.id] : [],
    );

    test('every summary is there, in the order of the report, and no word of it is lost', () => {
      assert.deepEqual(
        lines.flatMap(({ text }) => words(text)),
        ids.flatMap(id => words(summaryOf(id, language)!)),
      );
    });

    test('a line is one sentence: short, ended, with a place for its picture that has a name of its own', () => {
      assert.ok(lines.length > 100);
      for (const { text } of lines) {
        assert.match(text, /[.!?][”’]?$/, text);
        assert.ok(words(text).length <= 30, text);
      }
      assert.deepEqual(
        lines.map(({ id }) => id),
        [...new Set(lines.map(({ id }) => id))],
      );
      assert.equal(lines[0]!.id, 'opening-1');
    });

    test('the headings are the report’s, in their language; what is hard is said before it is told', () => {
      const headings = [...html.matchAll(/<h[234]([^>]*)>(.*?)<\/h[234]>/g)].map(([, attributes, inside]) => [
        plain(inside!),
        attributes,
      ]);
      const own = language === 'en' ? '' : ' lang="en"';
      assert.deepEqual(
        headings.slice(0, -1),
        piecesOf(edition).flatMap(piece =>
          piece.kind === 'title' ? [[piece.title, own]] : piece.kind === 'heading' ? [[piece.words, own]] : [],
        ),
      );
      assert.ok(notedStories.length > 10);
      for (const id of notedStories) {
        const before = html.slice(0, html.indexOf(`id="${id}-1"`));
        assert.ok(
          plain(before.slice(before.lastIndexOf('</h4>'))).includes(
            edition.reading.t(`note.${id}` as Parameters<typeof edition.reading.t>[0]),
          ),
          id,
        );
      }
    });

    test('it says whose words these are, and that nobody has checked it', () => {
      const first = plain(html.slice(html.indexOf('<h1>'), html.indexOf('<h2')));
      for (const said of [
        edition.reading.t('note.name'),
        edition.t('easy-read.ours'),
        edition.t('easy-read.unchecked'),
      ])
        assert.ok(first.includes(said));
    });

    test('every hard word is explained, in the order of the alphabet', () => {
      const found = [...html.matchAll(/<dt id="word-([\w-]+)">/g)].map(([, id]) => id!);
      const { compare } = new Intl.Collator(language);
      assert.deepEqual(
        found,
        terms.toSorted((one, other) => compare(one[language].term, other[language].term)).map(({ id }) => id),
      );
      // Whoever meets the word in the report meets it in the report's language.
      for (const { en } of terms) assert.ok(plain(html).includes(en.term), en.term);
      for (const {
        [language]: { means },
      } of terms)
        assert.ok(plain(html).includes(sentencesOf(means)[0]!), means);
    });

    test('it needs nothing from anywhere: no script, no address but its own style', () => {
      assert.ok(!/<(script|link|img)|url\(|@import/.test(html));
      const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
      const hash = createHash('sha256').update(style).digest('base64');
      assert.equal(
        policyIn(html),
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; ` +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      );
      assert.equal(html, easyReadOf(editionOf(language)));
    });
  });

test('a sentence ends where a new one begins, not inside a number or a name', () => {
  assert.deepEqual(sentencesOf('He said: “No.” She left. It was 1.5 km. Ŵyn is here? Yes!'), [
    'He said: “No.”',
    'She left.',
    'It was 1.5 km.',
    'Ŵyn is here?',
    'Yes!',
  ]);
});
