/** nginx: a file to include in a server block. */
import { compressible, mediaTypes } from './content-types.js';
import { everyAnswer, exceptions, usual, type Headers } from './headers.js';
import { origin, type Host, type SiteFacts } from './host.js';

const headerLines = (headers: Headers) =>
  Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`);
const indented = (lines: string[], by: string) => lines.map(line => (line ? by + line : line)).join('\n');

/** nginx forgets a level's headers where the next level adds its own, so each place has all of them. */
const place = (facts: SiteFacts, path: string, headers: Headers): string => {
  const address = facts.base + path.replace(/\*$/, '');
  return (
    `location ${path.endsWith('*') ? '^~' : '='} ${address} ` +
    `{\n${indented(headerLines({ ...everyAnswer(facts), ...usual, ...headers }), '  ')}\n}`
  );
};

const texts = [...new Set(Object.values(mediaTypes))].filter(type => type.startsWith('text/'));

/** nginx compresses HTML without being told, and warns when told. */
const compressed = compressible.filter(type => type !== 'text/html').join(' ');

export const nginx: Host = {
  name: 'nginx',
  file: 'nginx.conf',
  place: 'beside',
  write(facts) {
    const { base } = facts;
    const inside = [
      'alias $reader_folder/;',
      'index index.html;',
      '# A folder without its slash leads to the folder, whatever stands between the reader and this server.',
      'absolute_redirect off;',
      `error_page 404 ${base}404.html;`,
      `error_page 403 =404 ${base}404.html;`,
      '',
      `types {\n${indented(
        Object.entries(mediaTypes).map(([ending, type]) => `${type} ${ending.slice(1)};`),
        '  ',
      )}\n}`,
      'charset utf-8;',
      `charset_types ${texts.filter(type => type !== 'text/html').join(' ')};`,
      '',
      'gzip on;',
      'gzip_vary on;',
      'gzip_proxied any;',
      'gzip_comp_level 6;',
      'gzip_min_length 512;',
      `gzip_types ${compressed};`,
      '# Smaller still, where nginx has the Brotli module (on Debian: libnginx-mod-http-brotli-filter):',
      `# brotli on; brotli_types ${compressed};`,
      '',
      ...headerLines({ ...everyAnswer(facts), ...usual }),
      '',
      ...exceptions.map(({ path, headers }) => place(facts, path, headers)),
    ];
    return `# ${origin(facts)}
# Include it in a server block, after saying where the published folder stands:
#
#   server {
#     listen 443 ssl;
#     server_name example.org;
#     set $reader_folder /var/www/reader;
#     include /etc/nginx/reader.conf;
#   }
${base === '/' ? '' : `\nlocation = ${base.slice(0, -1)} {\n  absolute_redirect off;\n  return 301 ${base};\n}\n`}
location ^~ ${base} {
${indented(
  inside.flatMap(lines => lines.split('\n')),
  '  ',
)}
}
`;
  },
};
