/** `npm start` serves the built site to this machine alone, and says how to let a phone in. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { createLogger, preview } from 'vite';
import { builtFolder } from '../support/site.js';

const root = resolve(import.meta.dirname, '../..');

/** @returns the address that the server listens on, and what it tells whoever started it */
async function started(options: { host?: boolean }): Promise<{ address: string; told: string }> {
  const told: string[] = [],
    customLogger = {
      ...createLogger('info'),
      info: (line: string) => {
        told.push(line);
      },
    };
  const server = await preview({
    configFile: resolve(root, 'vite.config.ts'),
    customLogger,
    build: { outDir: builtFolder },
    preview: { port: 0, ...options },
  });
  server.printUrls();
  const { address } = server.httpServer.address() as AddressInfo;
  await server.close();
  return { address, told: told.join('\n') };
}

test('the site is served to this machine alone, and a line says how to let a phone in', async () => {
  const { address, told } = await started({});
  assert.equal(address, '127.0.0.1');
  assert.match(told, /npm start -- --host/);
});

test('with --host it is served to the network, and nobody is told again how', async () => {
  const { address, told } = await started({ host: true });
  assert.match(address, /^(::|0\.0\.0\.0)$/);
  assert.doesNotMatch(told, /-- --host/);
});
