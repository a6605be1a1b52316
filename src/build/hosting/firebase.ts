/**
 * Firebase Hosting: firebase.json, beside the published folder (https://firebase.google.com/docs/hosting/full-config).
 * It shows 404.html by itself.
 */
import { everyAnswer, separateRules, type Headers } from './headers.js';
import type { Host } from './host.js';

const listed = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

export const firebase: Host = {
  name: 'Firebase Hosting',
  file: 'firebase.json',
  place: 'beside',
  write: facts =>
    `${JSON.stringify(
      {
        hosting: {
          public: facts.folder,
          ignore: ['firebase.json', '**/.*', '_headers', 'staticwebapp.config.json'],
          trailingSlash: true,
          headers: [
            { source: `${facts.base}**`, headers: listed(everyAnswer(facts)) },
            ...separateRules(facts).map(({ path, headers }) => ({
              source: path.replace(/\*$/, '**'),
              headers: listed(headers),
            })),
          ],
        },
      },
      null,
      2,
    )}\n`,
};
