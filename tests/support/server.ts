/**
 * A small real web server for the finished site, so that tests meet the caching, compression and failures a reader
 * meets.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
};

/** One answered request: the path with its query, the status, the bytes of the body as sent, and its encoding. */
export interface Answered {
  path: string;
  status: number;
  bytes: number;
  encoding: 'br' | 'identity';
}

/** Called before the normal handling: answers (or delays, or breaks) the request itself, or calls `next`. */
export type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface Options {
  /** The path that the site lives under, with a slash at both ends. */
  base?: string;
  /** 0 takes any free port. */
  port?: number;
  handle?: Handle;
}

export interface Site {
  origin: string;
  /** The address of the site's first page: the origin and the base. */
  url: string;
  /** Every request in the order of arrival; one that was never answered keeps the status 0. */
  requests: Answered[];
  /** Lets the server vanish: no listener, no open connection. */
  stop(): Promise<void>;
  /** Brings a stopped server back, on the same port. */
  start(): Promise<void>;
  /** Ends the server; the same as `stop`, named for the end of a test. */
  close(): Promise<void>;
}

interface Found {
  path: string;
  version: string;
}

/** @returns the facts about what stands at `path`, or nothing, also where a file is asked for as if it were a folder */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const isFolder = (path: string) => factsOf(path)?.isDirectory() ?? false;

function findFile(path: string): Found | undefined {
  const facts = factsOf(path);
  return facts?.isFile()
    ? { path, version: `${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}` }
    : undefined;
}

/**
 * @returns the place in `folder` that a request path means, or nothing when it is malformed or leads out of the folder
 */
function placeOf(folder: string, path: string): string | undefined {
  try {
    const place = join(folder, decodeURIComponent(path));
    return place === folder || place.startsWith(folder + sep) ? place : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Compressed files by path and version, in this process; by what is in them, for the next. Quality 11 is slow: three
 * seconds for a site, in each file of tests.
 */
const compressed = new Map<string, Buffer>(),
  kept = resolve(import.meta.dirname, '../../node_modules/.cache/served');

function compress({ path, version }: Found): Buffer {
  const key = `${path} ${version}`;
  const known = compressed.get(key) ?? compressOnce(readFileSync(path));
  compressed.set(key, known);
  return known;
}

function compressOnce(source: Buffer): Buffer {
  const place = join(kept, createHash('sha256').update(source).digest('hex'));
  try {
    return readFileSync(place);
  } catch {
    /* It is the first time. */
  }
  const made = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  // Written beside its place: another process must not read half of it.
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${place}-${process.pid}`, made);
  renameSync(`${place}-${process.pid}`, place);
  return made;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Buffer = '',
): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  if (status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: Found,
  caching: string,
): void {
  const type = contentTypes[extname(file.path)] ?? 'application/octet-stream';
  const asBrotli = type.includes('charset') && /\bbr\b/.test(String(request.headers['accept-encoding']));
  const tag = `"${file.version}${asBrotli ? '-br' : ''}"`;
  const headers = { 'Cache-Control': caching, 'ETag': tag, 'Vary': 'Accept-Encoding' };
  if (status === 200 && request.headers['if-none-match'] === tag) return send(request, response, 304, headers);
  const described = {
    ...headers,
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    ...(asBrotli && { 'Content-Encoding': 'br' }),
  };
  return send(request, response, status, described, asBrotli ? compress(file) : readFileSync(file.path));
}

function answer(request: IncomingMessage, response: ServerResponse, folder: string, base: string): void {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(request, response, 405, plain, 'This site can only be read.');

  // Not resolved against a base: an address that begins with two strokes would name another host.
  const address = `http://site.invalid${request.url ?? '/'}`;
  if (!URL.canParse(address)) return send(request, response, 400, plain, 'This is no address of a page.');
  const { pathname } = new URL(address);
  const place = pathname.startsWith(base) ? placeOf(folder, pathname.slice(base.length)) : undefined;
  if (place && isFolder(place) && !pathname.endsWith('/'))
    return send(request, response, 301, { Location: `${pathname}/` });
  const file = place && findFile(isFolder(place) ? join(place, 'index.html') : place);
  if (file) {
    // The build names what stands in assets/ after its content; everything else is asked for again each time.
    const caching = pathname.startsWith(`${base}assets/`) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return sendFile(request, response, 200, file, caching);
  }
  const missing = findFile(join(folder, '404.html'));
  return missing
    ? sendFile(request, response, 404, missing, 'no-cache')
    : send(request, response, 404, plain, 'There is no such page.');
}

/** Enters a request in the log, and completes the entry when the answer ends, whoever gives it. */
function log(request: IncomingMessage, response: ServerResponse, requests: Answered[]): void {
  const row: Answered = { path: request.url ?? '/', status: 0, bytes: 0, encoding: 'identity' };
  requests.push(row);
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...given: unknown[]) => never;
    response[name] = (...given: unknown[]) => {
      const [body] = given;
      if (typeof body === 'string' || body instanceof Uint8Array) row.bytes += Buffer.byteLength(body);
      row.status = response.statusCode;
      if (response.getHeader('Content-Encoding') === 'br') row.encoding = 'br';
      return original(...given);
    };
  }
}

/**
 * @param folder the built site
 * @param options the base path, the port and what happens before the normal handling
 * @returns the running site; the caller closes it
 * @throws Error when the folder is not there, or the port is taken
 */
export async function serve(
  folder: string,
  { base = '/', port = 0, handle = (_request, _response, next) => next() }: Options = {},
): Promise<Site> {
  const root = resolve(folder);
  if (!isFolder(root)) throw new Error(`There is no folder ${root} to serve: has the site been built (npm run build)?`);
  const requests: Answered[] = [];
  const server = createServer((request, response) => {
    log(request, response, requests);
    handle(request, response, () => answer(request, response, root, base));
  });
  const start = async () => {
    if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening');
  };
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  await start();
  port = (server.address() as AddressInfo).port;
  const origin = `http://127.0.0.1:${port}`;
  return { origin, url: origin + base, requests, start, stop, close: stop };
}
