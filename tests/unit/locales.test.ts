/**
 * English and Welsh readers are equals: every word of the interface is there in both, with the plural forms of each.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import careCy from '../../locales/care.cy.json';
import careEn from '../../locales/care.en.json';
import contentsCy from '../../locales/contents.cy.json';
import contentsEn from '../../locales/contents.en.json';
import cy from '../../locales/cy.json';
import deviceCy from '../../locales/device.cy.json';
import deviceEn from '../../locales/device.en.json';
import en from '../../locales/en.json';
import findCy from '../../locales/find.cy.json';
import findEn from '../../locales/find.en.json';
import figuresCy from '../../locales/figures.cy.json';
import figuresEn from '../../locales/figures.en.json';
import formatsCy from '../../locales/formats.cy.json';
import formatsEn from '../../locales/formats.en.json';
import marksCy from '../../locales/marks.cy.json';
import marksEn from '../../locales/marks.en.json';
import panelCy from '../../locales/panel.cy.json';
import panelEn from '../../locales/panel.en.json';
import passageCy from '../../locales/passage.cy.json';
import passageEn from '../../locales/passage.en.json';
import formatsPageCy from '../../locales/formats-page.cy.json';
import formatsPageEn from '../../locales/formats-page.en.json';
import helpPageCy from '../../locales/help-page.cy.json';
import helpPageEn from '../../locales/help-page.en.json';
import plainCy from '../../locales/plain.cy.json';
import plainEn from '../../locales/plain.en.json';
import shareCy from '../../locales/share.cy.json';
import shareEn from '../../locales/share.en.json';
import { deviceReading } from '../../src/pages/device/words.js';
import { translations } from '../../src/model/words/i18n.js';
import type { Key } from '../../src/model/words/translate.js';
import { stores } from '../../src/browser/core/storage/stores.js';

type Words = Record<string, string>;
/** The words of the interface, and those of the page about this device; the statement's have a test of their own. */
const pairs: { en: Words; cy: Words }[] = [
  { en, cy },
  { en: deviceEn, cy: deviceCy },
  { en: panelEn, cy: panelCy },
  { en: contentsEn, cy: contentsCy },
  { en: findEn, cy: findCy },
  { en: shareEn, cy: shareCy },
  { en: passageEn, cy: passageCy },
  { en: marksEn, cy: marksCy },
  { en: plainEn, cy: plainCy },
  { en: figuresEn, cy: figuresCy },
  { en: careEn, cy: careCy },
  { en: formatsEn, cy: formatsCy },
  { en: formatsPageEn, cy: formatsPageCy },
  { en: helpPageEn, cy: helpPageCy },
];
const languages = ['en', 'cy'] as const;
const categories = { en: ['one', 'other'], cy: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const stems = (words: Words) => new Set(Object.keys(words).map(stem));
/**
 * Names, which are the same in every language: a typeface's, and the picture's, which shows the report's own English
 * title.
 */
const names = ['settings.typeface.atkinson', 'page.sharingPicture'];
/**
 * Words that only the Welsh page and braille have: they tell where the Welsh report is, and why the braille is of two
 * kinds.
 */
const onlyWelsh = ['page.title', 'note.welsh', 'braille.notes-welsh'];

test('both languages have the same keys', () => {
  for (const { en, cy } of pairs)
    assert.deepEqual(
      [...stems(cy)].filter(key => !onlyWelsh.includes(key)),
      [...stems(en)],
    );
});

test('each plural has every form that its language has: two in English, six in Welsh', () => {
  for (const language of languages)
    for (const files of pairs) {
      const forms = categories[language],
        keys = Object.keys(files[language]);
      assert.deepEqual(
        new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted(),
        forms.toSorted(),
        `the browser's own rules for ${language}`,
      );
      for (const plural of new Set(keys.filter(key => key !== stem(key)).map(stem)))
        assert.deepEqual(
          keys.filter(key => stem(key) === plural),
          forms.map(form => `${plural}_${form}`),
        );
    }
});

test('Welsh counts in Welsh, for every form', () => {
  const t = translations('cy');
  assert.deepEqual(
    [0, 1, 2, 3, 6, 8].map(count => t('contents.minutes', { count })),
    [
      '0 munud o ddarllen',
      '1 funud o ddarllen',
      '2 funud o ddarllen',
      '3 munud o ddarllen',
      '6 munud o ddarllen',
      '8 munud o ddarllen',
    ],
  );
});

test('a sentence has the same places for values in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, place]) => place).toSorted();
  for (const { en, cy } of pairs)
    for (const [key, text] of Object.entries(en)) {
      // Where there is none of something, nothing need be counted.
      const forms =
        key === stem(key) ? [key] : Object.keys(cy).filter(each => stem(each) === stem(key) && !each.endsWith('_zero'));
      for (const form of forms) assert.deepEqual(places(cy[form]!), places(text), form);
    }
});

test('nothing is empty, and nothing that is a sentence was left in English', () => {
  for (const { en, cy } of pairs)
    for (const [key, text] of Object.entries(cy)) {
      assert.ok(text.trim(), key);
      if (!names.includes(key) && /\p{L}.* /u.test(text.replace(/\{\{.*?\}\}/g, '')))
        assert.notEqual(text, en[key], key);
    }
});

test('what the report and the page about this device both name has one name', () => {
  for (const [own, shared] of [
    [deviceEn, en],
    [deviceCy, cy],
  ] as const) {
    assert.equal(own.title, shared['foot.device']);
    for (const named of [
      own['leave.what'].includes(`“${shared['exit.link']}”`),
      own['state.broken_other'].includes(`“${own['do.check']}”`),
    ])
      assert.ok(named);
  }
});

test('every word of the page about this device has its place in it', () => {
  const source = resolve(import.meta.dirname, '../../src');
  const code = [
    join(source, 'build/prerender.ts'),
    ...['pages/device', 'browser/features/device'].flatMap(folder =>
      readdirSync(join(source, folder)).map(file => join(source, folder, file)),
    ),
  ]
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  // Two of its families of words are named by what they are about: the stores, and the places to install.
  const named = new Set([
    ...stores.map(({ name }) => `kept.${name}`),
    ...[...code.matchAll(/'(\w+)'/g)].map(([, where]) => `install.${where}`),
  ]);
  for (const key of stems(deviceEn)) assert.ok(named.has(key) || code.includes(`'${key}'`), key);
});

test('the page about this device counts files in Welsh, for every form', () => {
  const { t } = deviceReading('cy');
  assert.deepEqual(
    [0, 1, 2, 3, 6, 8].map(count => /: (.*?),/.exec(t('state.whole', { count, size: '' }))![1]),
    [0, 1, 2, 3, 6, 8].map(count => `${count} ffeil`),
  );
});

/**
 * What the interface no longer says, and what may look like it. docs/glossary.md has the words that stand in their
 * place.
 */
const gone: Record<'en' | 'cy', [gone: RegExp, but?: RegExp][]> = {
  en: [
    [/\boffline cop(y|ies)\b|\bone file\b/i],
    [/\berase|\btak(e|en) away\b/i],
    [/\bfetch|\bbring in\b/i],
    [/\bkept\b/i],
    [/\b(typeface|e-mail|help lines?|plain words|hard words?|hard stor(y|ies))\b/i],
    [/\bfold(s|ed|ing)?\b|\bunfold/i],
    [/\breaders?\b/i, /screen reader|e-reader|braille reader|Impact Report Reader|Immersive Reader/gi],
    [/\b(whoever|nobody|somebody)\b/i],
    [/\bstands?\b/i, /stands for/gi],
    [/\b(worn|wears?|patience)\b/i],
  ],
  cy: [
    [/\bar gadw\b|\bcopi all-lein\b|\byr un ffeil\b/i],
    [/\bdod â\b.*\bi mewn\b|\bgwasg(u|wch)\b/i],
    [/\b(golygon|edrychiadau|ffurfdeip|cofbin)\b/i],
    [/\bnodau\b|\bnod tudalen\b/i],
    [/\bgeiriau plaen\b|\bhawdd ei ddarllen\b/i],
    [/\bbysell llwybr\b/i],
    [/\bdarllenydd\b/i, /darllenydd (sgrin|braille)|Darllenydd yr Adroddiad Effaith|Darllenydd Ymdrochol/gi],
    [/\bpwy bynnag\b/i],
  ],
};

test('one thing has one name: the interface says none of the words that were given up', () => {
  const folder = resolve(import.meta.dirname, '../../locales');
  const found = languages.flatMap(language =>
    readdirSync(folder)
      .filter(file => file === `${language}.json` || file.endsWith(`.${language}.json`))
      .flatMap(file =>
        Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words).flatMap(([key, words]) =>
          gone[language]
            .filter(([word, but]) => word.test(but ? words.replace(but, '') : words))
            .map(([word]) => `${file}, ${key}: ${word.exec(words)?.[0]}`),
        ),
      ),
  );
  assert.deepEqual(found, []);
});

test('a percentage is written as the language writes it', () => {
  assert.equal(translations('cy')('settings.percent' satisfies Key, { value: 1.5 }), '150%');
});
