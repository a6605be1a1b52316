/**
 * A script of the tests that runs in a page before everything else, in every engine: the server writes it into the page
 * it sends, and nowhere else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage } from 'node:http';
import type { Handle } from '../server.js';

declare global {
  interface Window {
    faults: string[];
  }
}

/** Collects, in the page, whatever goes wrong in it: errors, and what its policy refuses. */
function collectFaults(): void {
  window.faults = [];
  addEventListener(
    'error',
    event => {
      window.faults.push(`error: ${event.message || (event.target as Element | null)?.outerHTML}`);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => {
    window.faults.push(`rejected: ${String(reason)}`);
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    window.faults.push(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
}

const address = '/first-script-of-the-tests.js';

/** What a person opens, and not what the worker fetches for the copy, which must be as it was built. */
const isOpened = ({ headers }: IncomingMessage) => headers['sec-fetch-dest'] === 'document';

/**
 * @param folder the site
 * @returns a handler that adds the script to every page of the report that is opened; it stands after the policy, which
 * allows it like any file of the site
 */
export const withFirstScript =
  (folder: string): Handle =>
  (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(body);
    if (pathname === address) send('text/javascript', `const __name = each => each; (${collectFaults})();`);
    else if (/^\/(cy\/)?$/.test(pathname) && isOpened(request))
      send(
        'text/html',
        readFileSync(join(folder, pathname, 'index.html'), 'utf8').replace(
          '<title>',
          `<script src="${address}"></script><title>`,
        ),
      );
    else next();
  };
