/**
 * The accessibility statement says the same in both languages, and what it says of itself comes from the table and the
 * build.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import interfaceCy from '../../locales/cy.json';
import interfaceEn from '../../locales/en.json';
import cy from '../../locales/statement.cy.json';
import en from '../../locales/statement.en.json';
import { prerenderFurther } from '../../src/build/prerender.js';
import { criteria, criteriaWith, isFullyCompliant } from '../../src/pages/statement/criteria.js';

/** Only the Welsh statement has to say that parts of it are English. */
const onlyWelsh = ['table.english'];
const texts = { en, cy } as Record<'en' | 'cy', Record<string, string>>;

function builtAt(seconds: string | undefined, language: 'en' | 'cy'): string {
  const before = process.env['SOURCE_DATE_EPOCH'];
  try {
    if (seconds === undefined) delete process.env['SOURCE_DATE_EPOCH'];
    else process.env['SOURCE_DATE_EPOCH'] = seconds;
    return prerenderFurther.accessibility(language).body;
  } finally {
    if (before === undefined) delete process.env['SOURCE_DATE_EPOCH'];
    else process.env['SOURCE_DATE_EPOCH'] = before;
  }
}

test('both languages have the same keys, the same places for values, and nothing left in English', () => {
  assert.deepEqual(
    Object.keys(cy).filter(key => !onlyWelsh.includes(key)),
    Object.keys(en),
  );
  const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, place]) => place).toSorted();
  for (const [key, text] of Object.entries(texts.en)) {
    assert.ok(text.trim(), key);
    assert.deepEqual(places(texts.cy[key]!), places(text), key);
    assert.notEqual(texts.cy[key], text, key);
  }
});

test('what has a name on the other pages has the same name here', () => {
  for (const [ours, theirs] of [
    [en, interfaceEn],
    [cy, interfaceCy],
  ] as const) {
    assert.deepEqual(
      [ours.title, ours['pages.report'], ours['bar.name']],
      [theirs['foot.statement'], theirs['page.name'], theirs['bar.name']],
    );
  }
});

test('every word has its place in the page', () => {
  for (const language of ['en', 'cy'] as const) {
    const { head, body } = prerenderFurther.accessibility(language);
    const other = isFullyCompliant() ? 'status.partial' : 'status.full';
    const none = [...criteriaWith('A', 'not met'), ...criteriaWith('AA', 'not met')].length ? ['limits.none'] : [];
    for (const [key, text] of Object.entries(texts[language])) {
      const [start] = text.split('{{');
      if (key !== other && !none.includes(key)) assert.ok((head + body).includes(start!.trim()), `${language}: ${key}`);
    }
  }
});

test('the date is the day of the build, written as each language writes it', () => {
  assert.match(builtAt('1735689600', 'en'), /built on 1 January 2025, from/);
  assert.match(builtAt('1735689600', 'cy'), /ar 1 Ionawr 2025, o’r/);
  assert.match(builtAt(undefined, 'en'), new RegExp(`built on \\d+ \\w+ ${new Date().getUTCFullYear()}, from`));
  assert.throws(() => builtAt('yesterday', 'en'), /SOURCE_DATE_EPOCH is "yesterday", expected seconds/);
});

test('the status and the figures are those of the table', () => {
  const page = prerenderFurther.accessibility('en').body;
  assert.ok(page.includes(isFullyCompliant() ? en['status.full'] : en['status.partial']));
  assert.ok(!page.includes(isFullyCompliant() ? en['status.partial'] : en['status.full']));
  const count = (outcome: 'met' | 'not applicable' | 'not met') =>
    criteria.filter(each => each.level === 'AAA' && each.outcome === outcome).length;
  assert.ok(
    page.includes(
      `Level AAA: ${count('met')} met, ${count('not applicable')} not applicable, ${count('not met')} not met.`,
    ),
  );
});

test('nobody is said to run the website, and only ways that the report gives lead to its publisher', () => {
  const page = prerenderFurther.accessibility('en').body;
  assert.doesNotMatch(page, /run by|operated by|on behalf of/i);
  assert.deepEqual(
    [...page.matchAll(/href="?((?:mailto|tel|https?):[^">\s]+)/g)].map(([, address]) => address),
    // The first is the way out in the bar, which leads to nobody's report on purpose.
    [
      'https://www.bbc.co.uk/weather',
      'mailto:enquiries@policeconduct.gov.uk',
      'tel:03000200096',
      'tel:1800102071663000',
      'https://www.equalityadvisoryservice.com/',
    ],
  );
});
