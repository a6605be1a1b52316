/** Says, where the finished site is served for this machine alone, how to let a phone in. */
import type { Plugin } from 'vite';

export const phoneLine: Plugin = {
  name: 'reader-phone-line',
  configurePreviewServer(server) {
    const printUrls = server.printUrls.bind(server);
    server.printUrls = () => {
      printUrls();
      // Vite's own hint names an option of its own command, and nobody here has typed that.
      if (!server.resolvedUrls?.network.length) {
        server.config.logger.info(
          '  ➜  For this machine alone; to let a phone in the same network in: npm start -- --host',
        );
      }
    };
  },
};
