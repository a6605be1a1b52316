/**
 * Braille pages as files: BRF, which embossers and displays read, and PEF, which says in itself how large its pages
 * are.
 */
import { toAscii } from './cells.js';
import { height } from './pages.js';
import { width } from './wrap.js';

/** @returns a BRF file: North American ASCII braille, each page ended by a form feed */
export const brf = (pages: readonly string[][]): string =>
  pages.map(lines => lines.map(line => `${toAscii(line)}\r\n`).join('')).join('\f') + '\f';

/** What a PEF file says of itself, in the terms of Dublin Core. */
export interface About {
  title: string;
  creator: string;
  language: string;
  date: string;
  identifier: string;
  description: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * @returns a PEF file (Portable Embosser Format 2008-1, https://braillespecs.github.io/pef/pef-specification.html):
 * Unicode braille in XML
 */
export function pef(pages: readonly string[][], about: About): string {
  const meta = Object.entries({ format: 'application/x-pef+xml', ...about }).map(
    ([name, value]) => `<dc:${name}>${escaped(value)}</dc:${name}>`,
  );
  const body = pages.map(
    lines => `<page>\n${lines.map(line => (line ? `<row>${line}</row>` : '<row/>')).join('\n')}\n</page>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head>
<meta xmlns:dc="http://purl.org/dc/elements/1.1/">
${meta.join('\n')}
</meta>
</head>
<body>
<volume cols="${width}" rows="${height}" rowgap="0" duplex="true">
<section>
${body.join('\n')}
</section>
</volume>
</body>
</pef>
`;
}
