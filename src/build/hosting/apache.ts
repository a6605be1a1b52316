/**
 * Apache: an .htaccess in the published folder. It needs AllowOverride FileInfo and Indexes, and the modules dir, mime,
 * headers, filter and deflate.
 */
import { compressible, mediaTypes } from './content-types.js';
import { everyAnswer, exceptions, usual, type Headers } from './headers.js';
import { origin, type Host } from './host.js';

const lines = (headers: Headers, action: string) =>
  Object.entries(headers)
    .map(([name, value]) => `  Header ${action} ${name} "${value}"`)
    .join('\n');
const literal = (path: string) => path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** @returns the headers of what is not as usual, for a place under the site's own path */
const exception =
  (base: string) =>
  ({ path, headers }: (typeof exceptions)[number]): string =>
    `  <If "%{REQUEST_URI} =~ m#^${literal(base + path.replace(/\*$/, ''))}${path.endsWith('*') ? '' : '$'}#">\n` +
    `${lines(headers, 'set').replace(/^/gm, '  ')}\n  </If>`;

export const apache: Host = {
  name: 'Apache',
  file: '.htaccess',
  place: 'published',
  write(facts) {
    const { base } = facts;
    const shrinking = compressible.join(' ');
    return `# ${origin(facts)}

DirectoryIndex index.html
ErrorDocument 403 ${base}404.html
ErrorDocument 404 ${base}404.html

<IfModule mod_mime.c>
${Object.entries(mediaTypes)
  .map(([ending, type]) => `  AddType ${type} ${ending}`)
  .join('\n')}
  AddCharset utf-8 ${Object.entries(mediaTypes)
    .filter(([, type]) => type.startsWith('text/'))
    .map(([ending]) => ending)
    .join(' ')}
</IfModule>

<IfModule mod_headers.c>
${lines(everyAnswer(facts), 'always set')}
  # Not "always": a failure is not kept as long as the file that is missing would be.
${lines(usual, 'set')}
${exceptions.map(exception(base)).join('\n')}
  # Compressing adds to a file's tag, and a browser that asks with such a tag would get the file again.
  RequestHeader edit* If-None-Match "-(gzip|br)\\"" "\\""
</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE ${shrinking}
  </IfModule>
  <IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE ${shrinking}
  </IfModule>
</IfModule>
`;
  },
};
