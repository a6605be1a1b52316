/** Finds the nginx of this machine and serves the finished site with it, by the file that the build makes for nginx. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Programs of the system are often not where a shell looks for commands. */
const usualPlaces = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', ...(process.env['PATH'] ?? '').split(delimiter)].map(folder => join(folder, 'nginx'));

/**
 * @returns the path of nginx: what the variable NGINX names, or else the first of the usual places
 * @throws Error saying how to get it, when there is none
 */
function findNginx(): string {
  const named = process.env['NGINX'];
  const found = named ? [named].find(existsSync) : usualPlaces.find(existsSync);
  if (!found) {
    throw new Error(`${named ? `NGINX names ${named}, but nothing is there` : 'These tests need nginx, and none was found'}: `
      + 'please install it (on Debian and Ubuntu: apt-get install nginx-light), or set NGINX to the path of yours.');
  }
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export interface Nginx {
  origin: string;
  /** What nginx says of its configuration (`nginx -t`). */
  verdict: string;
  stop(): Promise<void>;
  /** Brings a stopped server back, on the same port. */
  start(): Promise<void>;
  /** Stops it and removes what it wrote. */
  close(): Promise<void>;
}

/**
 * @param published the folder of the site
 * @param included the text of the file to include in the server block
 * @returns the running server, in a folder and on a port of its own; the caller closes it
 * @throws Error when there is no nginx, or it refuses the file
 */
export async function serveByNginx(published: string, included: string): Promise<Nginx> {
  const nginx = findNginx();
  const folder = mkdtempSync(join(tmpdir(), 'reader-nginx-'));
  const port = await freePort();
  const { uid, username } = userInfo();
  writeFileSync(join(folder, 'reader.conf'), included);
  writeFileSync(join(folder, 'nginx.conf'), [
    // Started by root, nginx would become somebody who may not look into this folder.
    ...(uid === 0 ? [`user ${username};`] : []),
    'daemon off;', 'worker_processes 1;', `pid ${folder}/pid;`,
    // An address that is not there is no error here: tests ask for some.
    'error_log stderr crit;', 'events {}',
    'http {', '  access_log off;', ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `  ${name}_temp_path ${folder}/${name};`),
    '  server {', `    listen 127.0.0.1:${port};`, `    set $reader_folder "${published}";`, `    include ${folder}/reader.conf;`, '  }', '}', '',
  ].join('\n'));
  const call = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const { status, stderr: verdict } = spawnSync(nginx, [...call, '-t'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`nginx refuses its configuration:\n${verdict}`);

  const origin = `http://127.0.0.1:${port}`;
  let running: ReturnType<typeof spawn> | undefined;
  const start = async () => {
    running = spawn(nginx, call, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (let tries = 0; tries < 100; tries++) {
      if (await fetch(origin).then(() => true, () => false)) return;
      await new Promise(done => setTimeout(done, 50));
    }
    throw new Error('nginx did not answer within five seconds.');
  };
  const stop = async () => {
    const ended = running && once(running, 'exit');
    running?.kill('SIGTERM');
    running = undefined;
    await ended;
  };
  await start();
  return { origin, verdict, start, stop, async close() { await stop(); rmSync(folder, { recursive: true }); } };
}
