/**
 * Has each script of the built reader that is fetched later asked for by `fetchScript`
 * (src/browser/core/loading/fetch-script.ts), so that one that did not come once comes the next time, in older browsers
 * too.
 */
import type { Plugin } from 'vite';

export const fetchedScripts: Plugin = {
  name: 'reader-fetched-scripts',
  apply: 'build',
  // Defined in the first script, which runs before any other.
  renderChunk: code => code.replace(/\bimport\((["'`]\.\/[^"'`]+["'`])\)/g, 'fetchScript($1)'),
  generateBundle(_options, bundle) {
    const other = Object.values(bundle).find(file => file.type === 'chunk' && /\bimport\(["'`]/.test(file.code));
    if (other)
      this.error(
        `${other.fileName} has an import() that fetchScript would not ask for. Mend src/build/fetched-scripts.ts.`,
      );
  },
};
