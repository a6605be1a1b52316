/**
 * Object stores behind a CDN (S3, Google Cloud Storage, Azure Blob Storage): they have no file for this, so here is a
 * table of what to set where.
 */
import { contentTypeOf } from './content-types.js';
import { everyAnswer, exceptions, foldersWithDocuments, usual } from './headers.js';
import type { Host } from './host.js';

export const objectStore: Host = {
  name: 'an object store behind a CDN',
  file: 'object-store.json',
  place: 'beside',
  write(facts) {
    const { base, files } = facts;
    const endings = [...new Set(files.map(file => file.slice(file.lastIndexOf('.'))))].toSorted();
    return `${JSON.stringify(
      {
        cdn: {
          everyAnswer: everyAnswer(facts),
          redirects: Object.fromEntries(
            foldersWithDocuments(facts).map(folder => [base + folder, `${base}${folder}/`]),
          ),
          notFound: { page: `${base}404.html`, status: 404 },
        },
        objects: [{ path: '*', headers: usual }, ...exceptions],
        contentTypes: Object.fromEntries(endings.map(ending => [`*${ending}`, contentTypeOf(`a${ending}`)])),
      },
      null,
      2,
    )}\n`;
  },
};
