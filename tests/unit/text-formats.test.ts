/**
 * Plain text, Markdown and data: read back, each gives the report's words, and everything else says that it is ours.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from 'marked';
import { editionOf } from '../../src/build/edition.js';
import { dataOf } from '../../src/formats/data/data.js';
import { markdownTextOf, plain } from '../../src/formats/markdown/markdown.js';
import { piecesOf } from '../../src/formats/pieces.js';
import { textOf } from '../../src/formats/text/text.js';
import { underlined, wrap } from '../../src/formats/text/wrap.js';
import { words } from '../../src/model/report/words.js';
import { areAllWords } from '../support/published-words.js';

const editions = [editionOf('en'), editionOf('cy'), { ...editionOf('cy'), site: 'https://example.org/report/' }];

for (const edition of editions)
  describe(`plain text (${edition.reading.language}${edition.site && ', with its address'})`, () => {
    const text = textOf(edition),
      lines = text.split('\r\n'),
      { t } = edition.reading,
      ours = t('note.name');
    const contents = new RegExp(`^${t('contents.heading')}\\r\\n=+\\r\\n\\r\\n(?:.+\\r\\n)+`, 'm');

    test('every word of the report, once and in order, when what is ours is taken away', () => {
      const theirs = text
        .replace(contents, '')
        .replace(new RegExp(`\\[${ours}:[^\\]]*\\]`, 'g'), '')
        .replace(/^ *\[https:[^\]]*\]/gm, '')
        .replace(/^(=+|-+|~+)$/gm, '')
        .replace(/^- /gm, '');
      areAllWords(words(theirs));
    });

    test('no line is longer than 72 letters, none ends in a space, and nothing but ordinary spaces is in it', () => {
      assert.deepEqual(
        lines.filter(line => [...line].length > 72),
        [],
      );
      assert.deepEqual(
        lines.filter(line => line.endsWith(' ') || /[^\S ]/.test(line)),
        [],
      );
      assert.ok(text.endsWith('\r\n') && !/[^\r]\n/.test(text));
    });

    test('the contents name every heading and the line where it stands', () => {
      const list = contents.exec(text)![0].split('\r\n').slice(3).join('\n');
      const entries = [...list.matchAll(/^( *)(\S[^]*?),\s+\S+ (\d+)$/gm)].map(([, indent, heading, line]) => ({
        indent: indent!.length,
        heading: heading!.replaceAll(/\s+/g, ' '),
        line: Number(line),
      }));
      const headings = piecesOf(edition).filter(piece => piece.kind === 'heading');
      assert.deepEqual(
        entries.map(({ heading }) => heading),
        headings.map(piece => piece.words),
      );
      for (const [index, { line, indent, heading }] of entries.entries()) {
        assert.ok(heading.startsWith(lines[line - 1]!), `line ${line} is "${lines[line - 1]}"`);
        assert.equal(indent, (headings[index]!.level - 2) * 2);
      }
    });

    test('a heading is underlined as long as it is, and its sign tells its level', () => {
      for (const { words: heading, level } of piecesOf(edition).filter(piece => piece.kind === 'heading')) {
        const block = underlined(heading, { 2: '=', 3: '-', 4: '~' }[level]).join('\r\n');
        assert.ok(text.includes(`\r\n\r\n${block}\r\n\r\n`), block);
      }
    });

    test('voices stand apart: further in, with who speaks before them', () => {
      for (const { introduction, paragraphs, attribution } of piecesOf(edition).filter(
        piece => piece.kind === 'quotation',
      )) {
        const block = [
          ...(introduction ? [wrap(introduction).join('\r\n')] : []),
          ...paragraphs.map(each => wrap(each, '    ').join('\r\n')),
          ...(attribution ? [`        ${attribution}`] : []),
        ].join('\r\n\r\n');
        assert.ok(text.includes(`\r\n\r\n${block}\r\n\r\n`), block);
      }
    });

    test('an address that the words do not show is shown', () => {
      assert.ok(text.includes('@policeconduct\r\n  [https://x.com/policeconduct]'));
      assert.equal(text.split('www.policeconduct.gov.uk').length, 2);
      assert.equal(text.includes('https://example.org/report/cy/'), Boolean(edition.site));
    });
  });

test('a line ends between words, never inside a number or before the number of a line', () => {
  const numbers = 'Telephone numbers such as 0300 020 0096 and 18001 0207 166 3000 stay whole, 60,000 too';
  assert.deepEqual(wrap(`${'x'.repeat(60)} 0300 020 0096`), ['x'.repeat(60), '0300 020 0096']);
  assert.equal(wrap(numbers).join(' '), numbers);
  assert.deepEqual(wrap(`${'y'.repeat(100)} z`, '  ', '- '), [`- ${'y'.repeat(100)}`, '  z']);
  assert.deepEqual(wrap(`${'x'.repeat(68)} line\u00a012`), ['x'.repeat(68), 'line 12']);
});

const unescaped = (html: string) =>
  html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
  );
const withoutTags = (html: string) =>
  unescaped(html.replace(/<\/?(a|em|strong)\b[^>]*>/g, '').replace(/<[^>]+>/g, ' '));

for (const edition of editions)
  describe(`Markdown (${edition.reading.language}${edition.site && ', with its address'})`, () => {
    const html = marked.parse(markdownTextOf(edition), { async: false }),
      { t } = edition.reading;
    const contents = new RegExp(`<h2>${t('contents.heading')}</h2>\\s*<ul>[^]*?</ul>\\s*(?=<p>|<h2>)`);
    const blocks = (name: string) =>
      [...html.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'))].map(([, inside]) =>
        withoutTags(inside!).trim(),
      );

    test('every word of the report, once and in order, when what is ours is taken away', () => {
      areAllWords(
        words(
          withoutTags(
            html.replace(contents, '').replace(new RegExp(`<p><em>\\[${t('note.name')}:[^]*?</em></p>`, 'g'), ''),
          ),
        ),
      );
    });

    test('headings are headings, at their levels', () => {
      const found = [...html.matchAll(/<h([1-4])>(.*?)<\/h\1>/g)].map(([, level, inside]) => [
        Number(level),
        withoutTags(inside!),
      ]);
      const [title, ...headings] = piecesOf(edition).flatMap(piece =>
        piece.kind === 'heading' ? [[piece.level, piece.words]] : piece.kind === 'title' ? [[1, piece.title]] : [],
      );
      assert.deepEqual(found, [title, [2, t('contents.heading')], ...headings]);
    });

    test('voices are quotations, and nothing else is', () => {
      assert.deepEqual(
        blocks('blockquote').map(words),
        piecesOf(edition).flatMap(piece => (piece.kind === 'quotation' ? [words(piece.paragraphs.join(' '))] : [])),
      );
    });

    test('the contents lead to every heading, by the names that GitHub gives them', () => {
      const taken = new Map<string, number>();
      const slugs = [...html.matchAll(/<h[1-4]>(.*?)<\/h/g)].map(([, inside]) => {
        const slug = withoutTags(inside!)
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .replaceAll(' ', '-'),
          count = taken.get(slug) ?? 0;
        taken.set(slug, count + 1);
        return count ? `${slug}-${count}` : slug;
      });
      assert.deepEqual(
        [...contents.exec(html)![0].matchAll(/href="#([^"]+)"/g)].map(([, slug]) => decodeURIComponent(slug!)),
        slugs.slice(2),
      );
    });

    test('ways to reach the publisher are links', () => {
      for (const [address, shown] of [
        ['https://www.policeconduct.gov.uk', 'www.policeconduct.gov.uk'],
        ['https://x.com/policeconduct', '@policeconduct'],
        ['mailto:enquiries@policeconduct.gov.uk', 'enquiries@policeconduct.gov.uk'],
        ['tel:03000200096', '0300 020 0096'],
      ])
        assert.ok(html.includes(`<a href="${address}">${shown}</a>`), address);
    });
  });

test('signs that mean something to Markdown come out as they were published', () => {
  for (const text of [
    '# not a heading',
    '1. not a list',
    '12) nor this',
    '- nor this',
    '+ plus',
    '> not a voice',
    '*stars* and _lines_ and ~~waves~~',
    '[XXX] and [he](this)',
    '`code` & <b>tags</b> &amp; &#65; \\ back',
    '=== not a line',
    '--- nor this',
    'a | b',
    'https://example.org/a_b_c',
  ]) {
    const html = marked.parse(plain(text), { async: false }).trim();
    assert.match(html, /^<p>.*<\/p>$/s, text);
    assert.equal(withoutTags(html).trim(), text);
  }
});

for (const edition of editions)
  test(`the data hold every figure, whole, and tell what is ours (${edition.reading.language})`, () => {
    const data = JSON.parse(dataOf(edition)) as {
      about: Record<string, string>;
      groups: { figures: { id: string; statement: string; value?: number }[] }[];
      title: string;
    };
    const statistics = edition.report.parts
      .flatMap(part => part.sections.flatMap(section => section.stories.flatMap(story => story.blocks)))
      .filter(block => block.type === 'statistic');
    assert.ok(statistics.length > 10);
    assert.deepEqual(
      data.groups.flatMap(({ figures }) => figures),
      statistics.map(({ type: _, ...rest }) => rest),
    );
    assert.equal(data.about['language'], edition.reading.language);
    assert.equal(data.about['site'], edition.site || undefined);
  });
