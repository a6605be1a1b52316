/** A Welsh text is taken as soon as there is one, passage by passage; the rest stays English and says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/build/content.js';
import { notesFor } from '../../src/build/notes.js';
import { htmlOf } from '../../src/build/prerender.js';
import { reportPages } from '../../src/pages/elements/report-body.js';
import { translations } from '../../src/model/words/i18n.js';
import { inLanguage } from '../../src/model/report/language.js';
import type { Report } from '../../src/model/report/model.js';

const { report } = readContent();
const welsh = { language: 'cy', t: translations('cy') } as const;
/** The sentence that says so. */
const toldEnglish = welsh.t('note.welsh');
const passages = {
  cardiff: {
    heading: 'Allgymorth cymunedol yng Nghaerdydd',
    blocks: [{ type: 'paragraph' as const, id: 'cardiff-1', text: 'Geiriau Cymraeg.' }],
  },
};

test('without a Welsh text every passage is marked as English on the Welsh page, with a kind word to say so', () => {
  const page = htmlOf(reportPages(inLanguage(report), welsh, new Set()));
  assert.match(page, /<section id=foreword lang=en>/);
  assert.ok(page.includes(toldEnglish));
});

test('a passage that has a Welsh text is shown in it, and not marked as English', () => {
  const page = htmlOf(reportPages(inLanguage(report, { language: 'cy', passages }), welsh, new Set()));
  assert.match(page, /<section id=cardiff lang=cy><h4>Allgymorth cymunedol yng Nghaerdydd<\/h4><p>Geiriau Cymraeg\./);
  assert.match(page, /<section id=sistah-space><h4>Working with Sistah Space/);
  assert.match(page, /<a href=#cardiff>Allgymorth/);
  assert.match(page, /<a href=#sistah-space lang=en>/);
});

test('what we say of a way to reach the publisher stands there only where we have something to say', () => {
  const reading = { language: 'en', t: translations('en') } as const,
    lost = reading.t('note.contact-email');
  assert.ok(htmlOf(reportPages(report, reading, notesFor(report))).includes(lost));
  const other = JSON.parse(JSON.stringify(report).replaceAll('"contact-email"', '"how-to-reach-us-1"')) as Report;
  assert.ok(!htmlOf(reportPages(other, reading, notesFor(other))).includes(lost));
});

test('a Welsh opening takes the notice away', () => {
  const opening = { heading: 'Ein heffaith', blocks: report.opening };
  const page = htmlOf(
    reportPages(inLanguage(report, { language: 'cy', passages: { ...passages, opening } }), welsh, new Set()),
  );
  assert.match(page, /<h1>Ein heffaith/);
  assert.ok(!page.includes(toldEnglish));
});
