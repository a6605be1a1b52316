/** Ways in which a server misbehaves, and what a reader then sees. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { reportWords } from './readers.js';
import type { Handle } from './server.js';
import { builtFolder } from './site.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const fileOf = (path: string) => readFileSync(join(builtFolder, path.endsWith('/') ? `${path}index.html` : path));
const typeOf = (path: string) =>
  path.endsWith('/')
    ? 'text/html'
    : path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.css')
        ? 'text/css'
        : 'application/octet-stream';
const pathOf = ({ url }: IncomingMessage) => new URL(url ?? '/', 'http://site.invalid').pathname;

/**
 * Sends so many bytes of the file, promises all of it, and hangs up when they have been read: a browser throws away
 * what it had no time for. A negative number is counted from the end.
 */
export const cutAt =
  (bytes: number): Answer =>
  (request, response) => {
    const file = fileOf(pathOf(request));
    response.writeHead(200, {
      'Content-Type': `${typeOf(pathOf(request))}; charset=utf-8`,
      'Content-Length': file.length,
      'Cache-Control': 'no-cache',
    });
    response.write(file.subarray(0, bytes < 0 ? file.length + bytes : bytes), () =>
      setTimeout(() => request.socket.destroy(), 1000),
    );
  };
export const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code, { 'Content-Type': 'text/html' }).end(`<h1>${code}</h1>`);
  };
/** A page of somebody else's in the place of everything, as the sign-in of a hotel's network does. */
export const somebodyElses: Answer = (_, response) => {
  response
    .writeHead(200, { 'Content-Type': 'text/html' })
    .end('<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>');
};
export const silence: Answer = () => undefined;
export const hangUp: Answer = request => {
  request.socket.destroy();
};
export const script =
  (text: string): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' }).end(text);
  };

/** @returns a handler that answers so wherever a path matches, and leaves the rest to the server */
export const where =
  (path: RegExp, answer: Answer): Handle =>
  (request, response, next) =>
    path.test(pathOf(request)) ? answer(request, response) : next();

/** What a reader sees of the report. */
export interface Seen {
  words: string[];
  saved: boolean;
  size: string | undefined;
}

/**
 * @returns what is seen, once the page has had time to work. A browser may load a page anew that was cut off; then what
 * came of that is seen.
 */
export async function seenOn(page: Page, tries = 3): Promise<Seen> {
  try {
    const words = (await page.$('main')) ? await reportWords(page) : [];
    return {
      words,
      ...(await page.evaluate(() => ({
        saved: !!document.querySelector('.saved.now'),
        size: document.documentElement?.dataset['size'],
      }))),
    };
  } catch (error) {
    if (!tries) throw error;
    await new Promise(done => setTimeout(done, 500));
    return seenOn(page, tries - 1);
  }
}
