/**
 * Azure Static Web Apps: staticwebapp.config.json in the published folder
 * (https://learn.microsoft.com/azure/static-web-apps/configuration).
 */
import { contentTypeOf, mediaTypes, unusual } from './content-types.js';
import { everyAnswer, exceptions, usual } from './headers.js';
import type { Host } from './host.js';

/** What Azure does not know, and text, which it would send without saying how it is encoded. */
const named = Object.entries(mediaTypes)
  .filter(([ending, type]) => type.startsWith('text/') || unusual.includes(ending))
  .map(([ending]) => ending);

export const azure: Host = {
  name: 'Azure Static Web Apps',
  file: 'staticwebapp.config.json',
  place: 'published',
  // A route's header stands in place of the global one of the same name.
  write: facts =>
    `${JSON.stringify(
      {
        trailingSlash: 'always',
        routes: exceptions.map(({ path, headers }) => ({ route: facts.base + path, headers })),
        responseOverrides: { 404: { rewrite: `${facts.base}404.html` } },
        globalHeaders: { ...everyAnswer(facts), ...usual },
        mimeTypes: Object.fromEntries(named.map(ending => [ending, contentTypeOf(`a${ending}`)])),
      },
      null,
      2,
    )}\n`,
};
