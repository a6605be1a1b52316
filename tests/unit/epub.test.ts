/**
 * The e-book, opened and read: the report's words, ways through it, languages, and nothing that it says of itself
 * without being so.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8 } from 'fflate';
import { editionOf } from '../../src/build/edition.js';
import { chaptersOf, wordsOnPage } from '../../src/formats/epub/chapters.js';
import { coverDrawing } from '../../src/formats/epub/cover.js';
import { epubOf } from '../../src/formats/epub/epub.js';
import { lineColours, styles } from '../../src/formats/epub/styles.js';
import { piecesOf, publishedIn, type Piece } from '../../src/formats/pieces.js';
import { words } from '../../src/model/report/words.js';
import { contrast } from '../../src/model/settings/contrast.js';
import { all, languageOf, openBook, reportTextOf } from '../support/e-book.js';
import { areAllWords } from '../support/published-words.js';
import { inSweep } from '../support/sweep.js';

const editions = [editionOf('en'), { ...editionOf('cy'), site: 'https://example.org/report/' }];
const made = await Promise.all(editions.map(epubOf));

for (const [index, edition] of editions.entries())
  describe(`the e-book in "${edition.reading.language}"`, () => {
    const bytes = made[index]!,
      { files, opf, documents } = openBook(bytes),
      { language, t } = edition.reading;
    const documentAt = (file: string) => documents.find(each => each.file === file)!.document;
    const nav = documentAt('nav.xhtml'),
      navOf = (type: string) => all(nav, 'nav').find(each => each.getAttribute('epub:type') === type)!;
    const linksOf = (type: string) =>
      all(navOf(type), 'a').map(link => ({ words: link.textContent!, to: link.getAttribute('href')! }));
    const reading = documents.filter(({ file }) => !['cover.xhtml', 'nav.xhtml', 'about.xhtml'].includes(file));
    const meta = (property: string) =>
      all(opf, 'meta')
        .filter(each => each.getAttribute('property') === property)
        .map(each => each.textContent);

    test('every word of the report, once and in order, when what is ours is taken away', () => {
      areAllWords(words(documents.map(({ document }) => reportTextOf(document)).join(' ')));
    });

    test('the same input makes the same bytes, in every time zone', async () => {
      const zone = process.env['TZ'];
      try {
        for (const other of inSweep(['Pacific/Auckland', 'America/Los_Angeles'], ['Pacific/Auckland'])) {
          process.env['TZ'] = other;
          assert.ok(Buffer.from(bytes).equals(Buffer.from(await epubOf(edition))), other);
        }
      } finally {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      }
    });

    test('its kind stands at its beginning, uncompressed, where systems look for it', () => {
      assert.equal(strFromU8(bytes.slice(30, 58)), 'mimetypeapplication/epub+zip');
    });

    test('the contents name every heading in order and lead to it, nested as the report is', () => {
      const wanted = piecesOf(edition).flatMap(piece =>
        piece.kind === 'heading' ? [piece.words] : piece.kind === 'title' ? [piece.title] : [],
      );
      const links = linksOf('toc');
      assert.deepEqual(
        links.map(({ words }) => words),
        [...wanted, edition.t('epub.aboutBook')],
      );
      for (const { words, to } of links.slice(0, -1)) {
        const [file, id] = to.split('#') as [string, string];
        const target = all(documentAt(file), '*').find(each => each.getAttribute('id') === id);
        assert.equal(target?.textContent, words);
        const depth = (element: { parentNode: unknown; tagName?: string } | null): number =>
          element ? depth(element.parentNode as typeof element) + Number(element.tagName === 'ol') : 0;
        if (id !== 'title')
          assert.equal(
            target!.tagName,
            `h${depth(all(navOf('toc'), 'a').find(link => link.getAttribute('href') === to)!)}`,
            words,
          );
      }
    });

    test('headings step down one level at a time in every document', () => {
      for (const { file, document } of documents.slice(1)) {
        const levels = all(document, '*')
          .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
          .map(({ tagName }) => Number(tagName[1]));
        assert.equal(levels[0], 1, file);
        for (const [place, level] of levels.entries()) assert.ok(level <= (levels[place - 1] ?? 1) + 1, file);
      }
    });

    test('pages are numbered in order, each a step of about as many words as promised, none below a heading', () => {
      const links = linksOf('page-list'),
        pages = reading.flatMap(({ file, document }) =>
          all(document, 'div')
            .filter(each => each.getAttribute('role') === 'doc-pagebreak')
            .map(each => `${file}#${each.getAttribute('id')}`),
        );
      assert.deepEqual(
        links.map(({ words }) => Number(words)),
        pages.map((_, place) => place + 1),
      );
      assert.deepEqual(
        links.map(({ to }) => to),
        pages,
      );
      const lengths: number[] = [];
      for (const { piece, page } of chaptersOf(piecesOf(edition)).flatMap(chapter => chapter.placed)) {
        if (page) lengths.push(0);
        lengths[lengths.length - 1]! += publishedIn(piece).flatMap(words).length;
      }
      assert.equal(lengths.length, pages.length);
      for (const length of lengths.slice(0, -1))
        assert.ok(length >= wordsOnPage && length < wordsOnPage * 2, String(length));
      assert.match(documentAt('about.xhtml').documentElement!.textContent!, new RegExp(String(wordsOnPage)));
    });

    test('every language is named: the text’s, ours where it is another', () => {
      for (const { file, document } of documents)
        for (const element of all(document, '*'))
          assert.equal(element.getAttribute('lang'), element.getAttribute('xml:lang'), file);
      for (const { document } of reading) {
        assert.equal(document.documentElement!.getAttribute('lang'), 'en');
        for (const ours of all(document, '*').filter(
          each => each.hasAttribute('data-ours') || each.getAttribute('role') === 'doc-pagebreak',
        ))
          assert.equal(languageOf(ours), language);
      }
      assert.equal(nav.documentElement!.getAttribute('lang'), language);
      for (const link of all(navOf('toc'), 'a').slice(0, -1)) assert.equal(languageOf(link), 'en');
      assert.deepEqual(
        all(opf, 'dc:language').map(each => each.textContent),
        [...new Set(['en', language])],
      );
    });

    /** @returns the boxes of a class, in the order of reading */
    const boxes = (name: string) =>
      reading.flatMap(({ document }) => all(document, 'div').filter(each => each.getAttribute('class') === name));

    test('what somebody says is a quotation with who speaks before it', () => {
      const voices = piecesOf(edition).filter(piece => piece.kind === 'quotation'),
        found = boxes('voice');
      assert.deepEqual(
        found.map(each => words(reportTextOf(each))),
        voices.map(({ introduction = '', paragraphs, attribution = '' }) =>
          words([introduction, ...paragraphs, attribution].join(' ')),
        ),
      );
      for (const [place, { introduction, paragraphs }] of voices.entries()) {
        assert.deepEqual(
          all(all(found[place]!, 'blockquote')[0]!, 'p').map(each => each.textContent),
          paragraphs,
        );
        if (introduction) assert.equal(all(found[place]!, 'p')[0]!.textContent, introduction);
      }
    });

    test('a note of ours says that it is ours', () => {
      const notes = boxes('note');
      for (const note of notes) assert.equal(all(note, 'b')[0]!.textContent, t('note.name'));
      const spoken = notes.map(note => all(note, 'p')[1]!.textContent);
      assert.deepEqual(
        spoken.filter(each => each !== t('note.drawings')),
        piecesOf(edition).flatMap(piece => (piece.kind === 'note' ? [piece.words] : [])),
      );
      assert.equal(spoken.filter(each => each === t('note.drawings')).length, 1);
    });

    test('every block has an id of its own, to which recorded speech could point', () => {
      for (const { file, document } of reading) {
        const ids = all(document, '*')
          .map(each => each.getAttribute('id'))
          .filter(Boolean);
        assert.deepEqual(ids, [...new Set(ids)], file);
        const blocks = all(document, '*').filter(
          ({ tagName, parentNode }) =>
            /^(h[1-6]|p|li)$/.test(tagName) &&
            !['li', 'div'].includes((parentNode as { tagName?: string }).tagName ?? ''),
        );
        for (const block of blocks)
          if (words(reportTextOf(block)).length && !['by', 'series'].includes(block.getAttribute('class') ?? ''))
            assert.ok(block.getAttribute('id'), block.textContent!.slice(0, 60));
      }
    });

    /** How many dots a figure is drawn with, and what one stands for. */
    const dotsNamed: Record<string, [dots: number, scale: number]> = {
      'figures-individuals-2': [139, 1],
      'figures-communities-1': [240, 1],
      'figures-communities-2': [25, 1],
      'figures-accountability-1': [35, 10],
      'figures-accountability-2': [316, 10],
    };
    test('pictures and drawings say in words what they show, as the book claims', () => {
      assert.ok(meta('schema:accessibilityFeature').includes('alternativeText'));
      const statistics = piecesOf(edition).flatMap(piece => (piece.kind === 'figures' ? piece.statistics : []));
      const drawings = reading.flatMap(({ document }) => all(document, 'svg'));
      assert.ok(drawings.length > 8);
      for (const drawing of drawings) {
        const [title] = all(drawing, 'title'),
          item = drawing.parentNode!.parentNode as unknown as Parameters<typeof all>[0] & {
            getAttribute(name: string): string;
          };
        assert.equal(drawing.getAttribute('aria-labelledby'), title!.getAttribute('id'));
        const dots = dotsNamed[item.getAttribute('id')!],
          { value } = statistics.find(({ id }) => id === item.getAttribute('id'))!;
        assert.ok(title!.textContent!.includes((dots?.[0] ?? value!).toLocaleString(language)), title!.textContent!);
        const says = all(item, 'p')[1]?.textContent;
        assert.equal(says, dots && t('note.scale', { scale: dots[1]! }));
      }
      for (const image of documents.flatMap(({ document }) => all(document, 'img')))
        assert.ok(image.getAttribute('alt')!.includes(edition.report.title));
    });

    test('the metadata say what it is, claim nothing that nobody has checked, and name no day of the build', () => {
      assert.deepEqual(meta('dcterms:modified'), [`${edition.changed}T00:00:00Z`]);
      assert.deepEqual(meta('schema:accessModeSufficient'), ['textual']);
      assert.deepEqual(meta('schema:accessibilitySummary'), [edition.t('epub.summary')]);
      for (const property of ['dcterms:conformsTo', 'a11y:certifiedBy']) assert.deepEqual(meta(property), []);
      assert.equal(all(opf, 'dc:title')[0]!.textContent, 'Our impact on people and policing: Impact Report 2023/24');
    });

    test('the cover is a picture of its size', () => {
      const cover = Buffer.from(files['EPUB/cover.png']!);
      assert.equal(cover.toString('latin1', 1, 4), 'PNG');
      assert.deepEqual([cover.readUInt32BE(16), cover.readUInt32BE(20)], [1200, 1800]);
    });

    test('where the reader stands on the web is linked where it is known, and nothing is fetched from anywhere', () => {
      const about = all(documentAt('about.xhtml'), 'a').map(each => each.getAttribute('href'));
      assert.deepEqual(about, edition.site ? ['https://example.org/report/cy/'] : []);
      for (const { document } of documents)
        for (const element of all(document, '*')) assert.ok(!/^https?:/.test(element.getAttribute('src') ?? ''));
    });
  });

/** @returns a paragraph of so many words */
const paragraph = (id: string, count: number): Piece => ({
  kind: 'paragraph',
  lang: 'en',
  id,
  runs: [{ text: 'word '.repeat(count).trim() }],
});

test('no page begins below a heading or a note: they belong to what they stand above', () => {
  const heading: Piece = { kind: 'heading', lang: 'en', level: 3, id: 'h', words: 'Heading' },
    note: Piece = { kind: 'note', lang: 'en', words: 'ours' };
  const pagesOf = (...pieces: Piece[]) =>
    chaptersOf([{ kind: 'title', lang: 'en', title: 'T', series: 'S', period: 'P' }, ...pieces])[0]!.placed.map(
      ({ page }) => page,
    );
  assert.deepEqual(pagesOf(paragraph('a', wordsOnPage), heading, note, paragraph('b', 1)), [
    1,
    undefined,
    2,
    undefined,
    undefined,
  ]);
  assert.deepEqual(pagesOf(paragraph('a', wordsOnPage - 4), heading, paragraph('b', 3), paragraph('c', 1)), [
    1,
    undefined,
    undefined,
    undefined,
    2,
  ]);
});

test('a book keeps its name when its text is corrected, and each language has its own', async () => {
  const nameOf = (bytes: Uint8Array) => all(openBook(bytes).opf, 'dc:identifier')[0]!.textContent;
  const [english] = editions as [(typeof editions)[0]],
    corrected = structuredClone(english!.report);
  corrected.parts[0]!.heading = 'Before all';
  assert.equal(nameOf(await epubOf({ ...english!, report: corrected, changed: '2027-01-31' })), nameOf(made[0]!));
  assert.notEqual(nameOf(made[0]!), nameOf(made[1]!));
  assert.match(nameOf(made[0]!)!, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('typeface, size and colour of the text are the reader’s own', () => {
  const css = styles().replace(/\/\*.*?\*\//gs, '');
  assert.deepEqual(css.match(/(?<![-\w])(color|background(-color)?)\s*:/g), null);
  assert.deepEqual(css.match(/\d(px|pt|cm|rem)\b/g), null);
  assert.deepEqual([...new Set(css.match(/font-family:[^;]+/g))], ['font-family: serif']);
  assert.ok(!/font-family|font-size/.test(/body \{[^}]*\}/g.exec(css)![0]));
  assert.ok(!/text-align: justify|!important/.test(css));
});

test('lines are seen on white, cream, grey and black', () => {
  for (const colour of lineColours)
    for (const ground of ['#ffffff', '#fbf0d8', '#f4ecd8', '#121212', '#000000'])
      assert.ok(contrast(colour, ground) >= 3, `${colour} on ${ground}: ${contrast(colour, ground).toFixed(2)}`);
});

test('a title that is longer, or Welsh, still fits the cover; one that never could is cut there', () => {
  const { report } = editions[0]!;
  assert.match(
    coverDrawing({ ...report, title: 'Ein heffaith ar bobl a phlismona ŵŷ yng Nghymru, ac ar bawb sydd â chŵyn' }),
    /^<svg/,
  );
  // Whatever a title is, the cover can be made, and nothing of it lies outside.
  for (const title of inSweep(['x'.repeat(200), 'x'.repeat(3000), 'word '.repeat(400).trim()], ['x'.repeat(200)])) {
    const letters = [...coverDrawing({ ...report, title }).matchAll(/translate\(([\d.]+) ([\d.]+)\) scale/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    assert.ok(letters.length > 100 && letters.every(([x, y]) => x < 1200 && y < 1800), title.slice(0, 20));
  }
});
