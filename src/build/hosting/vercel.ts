/**
 * Vercel: vercel.json, at the root of what is deployed (https://vercel.com/docs/project-configuration). It shows
 * 404.html by itself.
 */
import { everyAnswer, separateRules, type Headers } from './headers.js';
import type { Host } from './host.js';

const listed = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** Paths are patterns there, in which these signs mean something. */
const pattern = (path: string) => path.replace(/[()+:?{}\\]/g, '\\$&').replace(/\*$/, '(.*)');

export const vercel: Host = {
  name: 'Vercel',
  file: 'vercel.json',
  place: 'beside',
  write: facts =>
    `${JSON.stringify(
      {
        $schema: 'https://openapi.vercel.sh/vercel.json',
        trailingSlash: true,
        headers: [
          { source: pattern(`${facts.base}*`), headers: listed(everyAnswer(facts)) },
          ...separateRules(facts).map(({ path, headers }) => ({ source: pattern(path), headers: listed(headers) })),
        ],
      },
      null,
      2,
    )}\n`,
};
