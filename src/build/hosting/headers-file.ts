/**
 * Netlify and Cloudflare Pages: both read a file called _headers (https://docs.netlify.com/manage/routing/headers/,
 * https://developers.cloudflare.com/pages/configuration/headers/).
 */
import { everyAnswer, separateRules, type Headers } from './headers.js';
import { origin, type Host } from './host.js';

const rule = (path: string, headers: Headers) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

export const headersFile: Host = {
  name: 'Netlify, Cloudflare Pages',
  file: '_headers',
  place: 'published',
  // Where two rules give the same header, Cloudflare sends both values in one line, so only one rule names it.
  write: facts =>
    [
      `# ${origin(facts)}`,
      rule(`${facts.base}*`, everyAnswer(facts)),
      ...separateRules(facts).map(({ path, headers }) => rule(path, headers)),
      '',
    ].join('\n'),
};
