/** What the worker answers: the copy first, and never a damaged file of it. */
import { fileAt, mendWith, wholeFile } from './copy.js';

declare const self: ServiceWorkerGlobalScope;

/** @returns what comes first: the answer of the server, or an error after so many milliseconds of silence */
const within = (milliseconds: number, answer: Promise<Response>): Promise<Response> =>
  Promise.race([
    answer,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('The server did not answer.')), milliseconds)),
  ]);

/**
 * @returns an answer that leads to the report in the language of an address. A redirect, because the page's own
 * addresses are relative.
 */
function toReport(address: string): Response {
  const { scope } = self.registration;
  return Response.redirect(/^cy(\/|$)/.test(address.slice(scope.length)) ? `${scope}cy/` : scope);
}

const damagedWords =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<meta name="color-scheme" content="light dark"><title>Saved copy damaged · Copi wedi’i ddifrodi</title>\n' +
  '<h1>The saved copy of the report is damaged</h1>' +
  '<p>It is not shown, because words might be missing. To repair it, connect to the internet and open this page ' +
  'again. Your settings are safe.</p>\n' +
  '<div lang="cy"><h1>Mae’r copi o’r adroddiad ar y ddyfais hon wedi’i ddifrodi</h1>' +
  '<p>Nid yw’n cael ei ddangos, rhag ofn bod geiriau ar goll. I’w drwsio, cysylltwch â’r rhyngrwyd ac agorwch y ' +
  'dudalen hon eto. Mae eich gosodiadau’n ddiogel.</p></div>';

/**
 * The last resort: the words of the report are damaged on this device, and the server cannot be reached. A part shown
 * as the whole would be worse.
 */
const damagedPage = (): Response =>
  new Response(damagedWords, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  });

/**
 * @returns what is shown for a page that is not whole: of the report, the other language, because the words of the
 * publisher stand in both; for any other page, the report
 */
async function instead(url: string): Promise<Response> {
  const { scope } = self.registration;
  const pages = [scope, `${scope}cy/`];
  if (!pages.includes(url)) return toReport(url);
  const [other] = pages.filter(page => page !== url);
  return (await wholeFile(fileAt(other!)!)) ? Response.redirect(other!) : damagedPage();
}

/** @returns a file of the copy; where it is missing or damaged, what the server gives, which also mends the copy */
export async function fromCopy(request: Request): Promise<Response> {
  const file = fileAt(request.url)!;
  const kept = await wholeFile(file);
  if (kept) return kept;
  try {
    const fresh = await within(10_000, fetch(request));
    await mendWith(file, fresh.clone());
    return fresh;
  } catch {
    if (request.mode !== 'navigate') return Response.error();
    return instead(file.url);
  }
}

/**
 * @returns the report in another format: the server's, or without a connection what the reader kept of it
 * (src/browser/core/storage/kept-files.ts)
 */
export async function fromKept(request: Request): Promise<Response> {
  const cacheName = `reader-files-${self.registration.scope}`;
  try {
    return await fetch(request);
  } catch (error) {
    // Asked for by its name: opening a cache that is not there would make one.
    const kept = await caches.match(request.url, { cacheName });
    if (kept) return kept;
    throw error;
  }
}

/**
 * @returns the server's answer for an address that is not in the copy; a page that does not come within a second is
 * answered by the report
 */
export async function fromServer(request: Request): Promise<Response> {
  const isFile = /\.\w+$/.test(new URL(request.url).pathname);
  try {
    return await (isFile ? fetch(request) : within(800, fetch(request)));
  } catch (error) {
    // A file that was asked for is not the report: the browser says that it could not be had.
    if (isFile) throw error;
    return toReport(request.url);
  }
}
