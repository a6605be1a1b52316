/**
 * Settings that arrive by a link or a file are strangers: what is known is taken, the rest changes nothing, and nothing
 * of the reader's own is lost.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../locales/en.json';
import { typefaces } from '../../src/build/later-styles.js';
import { carriedIn, choicesIn, fileWith, linkWith } from '../../src/browser/features/settings/carry.js';
import { checked } from '../../src/browser/features/settings/choices.js';
import { checkedStyles, cleanName, withStyles } from '../../src/browser/features/settings/saved-styles.js';
import { presets } from '../../src/model/settings/presets.js';

const choices = { size: '150', theme: 'own', ink: '#000000', paper: '#ffff00', leading: '1.8' };

test('a link brings back what it took along', () => {
  const link = linkWith(choices, 'https://example.org/report/cy/#cardiff');
  assert.match(link, /^https:\/\/example\.org\/report\/cy\/#settings:size=150&/);
  assert.deepEqual(choicesIn(new URL(link).hash), choices);
});

test('a link brings it back though a program escaped its signs on the way', () => {
  const { hash } = new URL(linkWith(choices, 'https://example.org/report/'));
  for (const given of [
    hash.replace(':', '%3A'),
    hash.replaceAll('%', '%25'),
    `#${encodeURIComponent(hash.slice(1))}`,
    decodeURIComponent(hash),
  ]) {
    assert.deepEqual(choicesIn(given), choices, given);
  }
});

test('a hostile link brings nothing', () => {
  for (const fragment of [
    '',
    '#',
    '#cardiff',
    '#settings:',
    '#settings:size=9000',
    '#settings:theme=<script>alert(1)</script>',
    '#settings:theme=javascript:alert(1)',
    '#settings:__proto__=x&constructor=y',
    '#settings:ink=url(//evil.example)',
    '#settings:size=150%00',
    '#settings:' + 'size=1&'.repeat(100_000),
    '#settings:%',
    '#settings:size[]=150',
  ]) {
    assert.equal(choicesIn(fragment), undefined, fragment.slice(0, 60));
  }
});

test('of a mixed link only what is known is taken', () => {
  assert.deepEqual(choicesIn('#settings:size=150&theme=<b>&leading=99&evil=1'), { size: '150' });
});

test('a file brings back what it took along', () => {
  const looks = [
    { name: 'Night', choices: { theme: 'dark' } },
    { name: 'Golau’r haul', choices: { theme: 'contrast-light', size: '200' } },
  ];
  assert.deepEqual(carriedIn(fileWith({ choices, looks })), { choices, looks });
});

test('a file that is not ours, broken or hostile brings nothing', () => {
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '42',
    '{}',
    '{"kind":"other","choices":{"size":"150"}}',
    '{"kind":"reader-settings"}',
    '{"kind":"reader-settings","choices":null,"looks":7}',
    '{"kind":"reader-settings","choices":{"size":150}}',
    '{"kind":"reader-settings","choices":{"__proto__":{"size":"150"}}}',
    '{"kind":"reader-settings","looks":[{"name":"","choices":{"size":"150"}},{"name":"x","choices":{}},null,7]}',
    '[['.repeat(50_000),
  ]) {
    assert.equal(carriedIn(text), undefined, text.slice(0, 60));
  }
});

test('names of looks are one short line, without marks that turn text round', () => {
  assert.equal(cleanName('  A\n\tname\u202e with \u0000 marks  '), 'A name with marks');
  assert.equal(cleanName('x'.repeat(200)).length, 40);
  assert.deepEqual(
    checkedStyles([
      { name: 'A', choices: { size: '150' } },
      { name: ' A ', choices: { size: '200' } },
    ]),
    [{ name: 'A', choices: { size: '150' } }],
  );
  assert.equal(
    checkedStyles(Array.from({ length: 500 }, (_, index) => ({ name: `look ${index}`, choices: { size: '150' } })))
      .length,
    50,
  );
});

test('looks that arrive are added, and none of the reader’s own is lost', () => {
  const own = [{ name: 'Mine', choices: { size: '150' } }];
  assert.deepEqual(
    withStyles(own, [{ name: 'Theirs', choices: { size: '200' } }]).map(({ name }) => name),
    ['Mine', 'Theirs'],
  );
});

test('each ready-made look is made of ordinary values', () => {
  for (const [name, look] of Object.entries(presets)) assert.deepEqual(checked(look), look, name);
});

test('what a typeface costs is said truly, in kilobytes', () => {
  const size = (name: string) => Math.round(typefaces()[name]!.source.length / 1000);
  assert.equal(en['settings.typeface.atkinson.size'], `${size('atkinson')} KB`);
  assert.equal(
    en['settings.typeface.opendyslexic.size'],
    `${size('opendyslexic')} KB, bold ${size('opendyslexic-bold')} KB`,
  );
});
