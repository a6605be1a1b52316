/**
 * A client of the W3C's WebDriver protocol (https://www.w3.org/TR/webdriver2/), and WebKitGTK's driver behind it: no
 * more than the tests need.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { find } from '../tools.js';
import { startDisplay } from './display.js';

/** Asks the driver one thing of a session. @throws Error with what the driver says went wrong */
type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

export interface Session {
  ask: Ask;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

const client =
  (address: string): Ask =>
  async (method, path, body) => {
    const answer = await fetch(address + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error ?? answer.status}: ${value?.message ?? ''}`);
    return value;
  };

async function whenReady(ask: Ask, isGone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await ask('GET', '/status');
      return;
    } catch {
      await new Promise(done => setTimeout(done, 100));
    }
    if (isGone()) break;
  }
  throw new Error('WebKitWebDriver did not start.');
}

/**
 * @param options of WebKitGTK's MiniBrowser, which the driver starts
 * @param proxy where it asks for what is not on this machine, as host and port
 * @returns a session of a browser on a display of its own; the caller closes it
 * @throws Error when there is no driver, no display, or the browser does not start
 */
export async function startWebKit(options: string[] = [], proxy?: string): Promise<Session> {
  const command = find('webKitDriver'),
    display = await startDisplay(),
    port = await freePort();
  const driver = spawn(command, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11' },
  });
  let isGone = false;
  const ended = once(driver, 'exit').finally(() => {
    isGone = true;
  });
  const end = async () => {
    driver.kill();
    await ended;
    await display.close();
  };
  const ask = client(`http://127.0.0.1:${port}`);
  try {
    await whenReady(ask, () => isGone);
    const capabilities = {
      'webkitgtk:browserOptions': {
        args: [
          '--automation',
          ...options,
          ...(proxy === undefined ? [] : [`--proxy=http://${proxy}`, '--ignore-host=127.0.0.1']),
        ],
      },
      timeouts: { script: 30_000, pageLoad: 30_000 },
    };
    const { sessionId } = (await ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    const inSession: Ask = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    return {
      ask: inSession,
      async close() {
        await inSession('DELETE', '').catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
