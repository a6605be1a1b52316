/** Has each script of the built reader that is fetched later asked for by `fetchScript` (panel/fetch-script.ts), so that one that did not come once comes the next time, in older browsers too. */
import type { Plugin } from 'vite';
import { imports } from '../panel/imports.js';

export const fetchedScripts: Plugin = {
  name: 'reader-fetched-scripts',
  apply: 'build',
  // Defined in the first script, which runs before any other.
  renderChunk: code => code.replace(/\bimport\((["'`]\.\/[^"'`]+["'`])\)/g, 'fetchScript($1)'),
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const seen = imports(file.code).map(name => `assets/${name.slice(2)}`);
      if ([...seen].sort().join() !== [...file.imports].sort().join()) this.error(`${file.fileName} imports ${file.imports.join(', ')}, of which fetchScript would see ${seen.join(', ') || 'none'}. Mend src/panel/imports.ts.`);
      if (/\bimport\(["'`]/.test(file.code)) this.error(`${file.fileName} has an import() that fetchScript would not ask for. Mend src/build/fetched-scripts.ts.`);
    }
  },
};
