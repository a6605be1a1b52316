/** Caddy: a whole Caddyfile. Address and folder come from the environment. */
import { compressible, contentTypeOf, mediaTypes } from './content-types.js';
import { everyAnswer, exceptions, usual, type Headers } from './headers.js';
import { origin, type Host } from './host.js';

const lines = (headers: Headers, by: string) =>
  Object.entries(headers)
    .map(([name, value]) => `${by}${name} "${value}"`)
    .join('\n');

export const caddy: Host = {
  name: 'Caddy',
  file: 'Caddyfile',
  place: 'beside',
  write(facts) {
    const { base } = facts;
    const named = exceptions.map(
      ({ path, headers }, at) => `\t\t\t@exception${at} {
\t\t\t\tpath /${path}
\t\t\t\tfile
\t\t\t}
\t\t\theader @exception${at} {
${lines(headers, '\t\t\t\t')}
\t\t\t}`,
    );
    return `# ${origin(facts)}
# Start it with:
#
#   READER_ADDRESS=example.org READER_FOLDER=/var/www/reader caddy run --config Caddyfile

(reader-headers) {
	header {
${lines({ ...everyAnswer(facts), ...usual }, '\t\t')}
	}
}

{$READER_ADDRESS:http://localhost:8080} {
	root * {$READER_FOLDER:/var/www/reader}
	encode {
		zstd
		gzip
		match {
${compressible.map(type => `\t\t\theader Content-Type ${type}*`).join('\n')}
		}
	}
${base === '/' ? '' : `	redir ${base.slice(0, -1)} ${base} 301\n`}
	handle_path ${base}* {
		# In this order: without route, Caddy would let what is for all files win.
		route {
			import reader-headers
${named.join('\n')}
${Object.keys(mediaTypes)
  .map(
    (ending, at) =>
      `\t\t\t@type${at} {\n\t\t\t\tpath *${ending}\n\t\t\t\tfile\n\t\t\t}\n\t\t\theader @type${at} Content-Type ` +
      `"${contentTypeOf(`a${ending}`)}"`,
  )
  .join('\n')}
			file_server
		}
	}
${base === '/' ? '' : '\thandle {\n\t\terror 404\n\t}\n'}
	handle_errors {
		import reader-headers
		@missing expression {http.error.status_code} == 404
		handle @missing {
			rewrite * /404.html
			file_server
		}
	}
}
`;
  },
};
