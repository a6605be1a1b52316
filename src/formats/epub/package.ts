/** The package document: what is in the book, in which order, and what is true of it. */
import { createHash } from 'node:crypto';
import type { Edition } from '../format.js';
import { xml } from './xml.js';

/** A file of the book. Those with `place` are read in that order. */
export interface Item {
  id: string;
  file: string;
  type: string;
  properties?: string;
  isRead?: boolean;
}

/**
 * @returns a name for the book that stays the same when its text is corrected, so that a shelf keeps place and notes
 * (UUID version 8 of RFC 9562: ours, from a hash)
 */
function nameOf({ report: { series, period, title }, reading }: Edition): string {
  const hash = createHash('sha256')
    .update(['impact-report-reader', series, period, title, reading.language].join('\n'))
    .digest('hex');
  const [version, variant] = [`8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-${version}-${variant}-${hash.slice(20, 32)}`;
}

/**
 * What is true of the book (https://www.w3.org/TR/epub-a11y-11/,
 * https://www.w3.org/community/reports/a11y-discov-vocab/). It claims no conformance: that would take people who check
 * it, and nobody has.
 */
const properties: readonly [name: string, value: string][] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ...[
    'tableOfContents',
    'structuralNavigation',
    'readingOrder',
    'pageNavigation',
    'pageBreakMarkers',
    'alternativeText',
    'displayTransformability',
    'ARIA',
    'unlocked',
  ].map(value => ['accessibilityFeature', value] as [string, string]),
  ['accessibilityHazard', 'none'],
];

/**
 * @returns the package document. The pages are nobody's but ours, and that is said in the manner of EPUB 2, which every
 * reading system takes: as a `property` the word is newer than the EPUBCheck that Debian has
 * (https://www.w3.org/publishing/a11y/page-source-id/).
 */
export function packageOf(items: readonly Item[], edition: Edition): string {
  const {
      report,
      reading: { language, t },
      t: own,
      changed,
    } = edition,
    text = report.lang ?? report.language;
  const languages = [...new Set([text, language])];
  const attributes = `unique-identifier="name" xml:lang="${language}" prefix="schema: http://schema.org/"`;
  const files = items.map(({ id, file, type, properties }) => {
    const more = properties ? ` properties="${properties}"` : '';
    return `<item id="${id}" href="${file}" media-type="${type}"${more}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" ${attributes}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="name">${nameOf(edition)}</dc:identifier>
<dc:title id="title" xml:lang="${text}">${xml(`${report.title}: ${report.series} ${report.period}`)}</dc:title>
<dc:creator id="creator">${xml(own('epub.creator'))}</dc:creator>
<meta refines="#creator" property="role" scheme="marc:relators">aut</meta>
${languages.map(each => `<dc:language>${each}</dc:language>`).join('\n')}
<dc:source>${xml(own('epub.source'))}</dc:source>
<dc:description>${xml(t('page.description'))}</dc:description>
<meta property="dcterms:modified">${changed}T00:00:00Z</meta>
${properties.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`).join('\n')}
<meta property="schema:accessibilitySummary">${xml(own('epub.summary'))}</meta>
<meta name="pageBreakSource" content="none"/>
<meta name="cover" content="cover-picture"/>
</metadata>
<manifest>
${files.join('\n')}
</manifest>
<spine>
${items
  .filter(({ isRead }) => isRead)
  .map(({ id }) => `<itemref idref="${id}"/>`)
  .join('\n')}
</spine>
</package>
`;
}
