/** WebKitGTK as a browser of Web Test Runner: a window for each test file, in one session. */
import type { BrowserLauncher } from '@web/test-runner';
import { find } from '../tools.js';
import { startWebKit, type Session } from './webdriver.js';

/**
 * @returns the launcher; it starts the browser with the first file
 * @throws Error saying what to install, where the driver or the display is missing
 */
export function webKitLauncher(): BrowserLauncher {
  find('webKitDriver');
  find('display');
  const windows = new Map<string, string>();
  let started: Promise<{ session: Session; home: string }> | undefined;
  const start = async () => {
    const session = await startWebKit();
    return { session, home: (await session.ask('GET', '/window')) as string };
  };
  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      const { ask } = (await (started ??= start())).session;
      const { handle } = (await ask('POST', '/window/new', { type: 'window' })) as { handle: string };
      windows.set(id, handle);
      await ask('POST', '/window', { handle });
      await ask('POST', '/url', { url });
    },
    isActive: id => windows.has(id),
    getBrowserUrl: () => undefined,
    startDebugSession: () => Promise.reject(new Error('Nobody sees this window. Debug in another engine.')),
    async stopSession(id) {
      const handle = windows.get(id);
      if (started && handle !== undefined) {
        const {
          session: { ask },
          home,
        } = await started;
        await ask('POST', '/window', { handle });
        await ask('DELETE', '/window');
        // What is asked of a window that is gone fails.
        await ask('POST', '/window', { handle: home });
      }
      windows.delete(id);
      return {};
    },
    async stop() {
      await (await started)?.session.close();
    },
  };
}
