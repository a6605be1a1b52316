/** An e-book: EPUB 3.3 (https://www.w3.org/TR/epub-33/), with what EPUB Accessibility 1.1 asks for. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { dayIn } from '../../model/words/day.js';
import type { Edition, Format } from '../format.js';
import { piecesOf } from '../pieces.js';
import { chapterOf } from './chapter.js';
import { chaptersOf, wordsOnPage } from './chapters.js';
import { coverPicture } from './cover.js';
import { navigationOf } from './navigation.js';
import { packageOf, type Item } from './package.js';
import { styles } from './styles.js';
import { documentOf, xml } from './xml.js';

const xhtml = 'application/xhtml+xml';
const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
  '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>' +
  '</rootfiles></container>\n';

function coverPage({ report, reading: { language }, t }: Edition): string {
  const alt = xml(t('epub.cover', { title: report.title })),
    inside = `<p class="cover"><img role="doc-cover" src="cover.png" alt="${alt}"/></p>`;
  return documentOf({ lang: language, title: t('epub.coverName'), body: ' epub:type="cover" data-ours=""', inside });
}

/** @returns our own page at the end: what is ours, what the pages are, how far the book is accessible */
function aboutPage({ reading: { language, t }, t: own, changed, site }: Edition): string {
  const words = [
    own('epub.ours'),
    own('epub.pagesAre', { words: wordsOnPage }),
    own('epub.summary'),
    own('file.changed', { date: dayIn(language, changed) }),
  ].map(each => `<p>${xml(each)}</p>`);
  const address = site && (language === 'en' ? site : `${site}cy/`),
    link = address ? `<p>${xml(own('file.site', { site: '' }))}<a href="${xml(address)}">${xml(address)}</a></p>` : '';
  const title = own('epub.aboutBook'),
    note = `<div class="note"><p><b>${xml(t('note.name'))}</b></p>${words.join('')}${link}</div>`;
  return documentOf({
    lang: language,
    title,
    body: ' epub:type="backmatter" data-ours=""',
    inside: `<h1>${xml(title)}</h1>${note}`,
  });
}

/** @returns the book: https://www.w3.org/TR/epub-33/#sec-ocf asks that the file `mimetype` comes first, uncompressed */
export async function epubOf(edition: Edition): Promise<Uint8Array> {
  const chapters = chaptersOf(piecesOf(edition));
  const parts: (Item & { source: string | Uint8Array })[] = [
    { id: 'cover', file: 'cover.xhtml', type: xhtml, source: coverPage(edition), isRead: true },
    {
      id: 'nav',
      file: 'nav.xhtml',
      type: xhtml,
      properties: 'nav',
      source: navigationOf(chapters, edition),
      isRead: true,
    },
    ...chapters.map(chapter => {
      const source = chapterOf(chapter, edition);
      return {
        id: chapter.id,
        file: chapter.file,
        type: xhtml,
        source,
        isRead: true,
        ...(source.includes('<svg') && { properties: 'svg' }),
      };
    }),
    { id: 'about', file: 'about.xhtml', type: xhtml, source: aboutPage(edition), isRead: true },
    { id: 'style', file: 'style.css', type: 'text/css', source: styles() },
    {
      id: 'cover-picture',
      file: 'cover.png',
      type: 'image/png',
      properties: 'cover-image',
      source: await coverPicture(edition.report),
    },
  ];
  const bytes = (source: string | Uint8Array) => (typeof source === 'string' ? strToU8(source) : source);
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'EPUB/package.opf': strToU8(packageOf(parts, edition)),
    ...Object.fromEntries(parts.map(({ file, source }) => [`EPUB/${file}`, bytes(source)])),
  };
  // Archives keep local time, so a local date makes the same bytes in every time zone.
  const [year, month, day] = edition.changed.split('-').map(Number);
  return zipSync(files, { level: 9, mtime: new Date(year!, month! - 1, day) });
}

export const format: Format = {
  name: 'epub',
  type: 'application/epub+zip',
  languages: ['en', 'cy'],
  make: async edition => [{ ending: '.epub', source: await epubOf(edition), name: 'epub.name' }],
};
