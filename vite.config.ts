/** How the reader is built and served: five pages, one worker, everything relative, so that it stands under any path. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { laterFiles } from './src/build/later-styles.js';
import { reader } from './src/build/reader-plugin.js';

const root = resolve(import.meta.dirname, 'src');
const statements = { statementEn: resolve(root, 'accessibility/index.html'), statementCy: resolve(root, 'cy/accessibility/index.html') };

export default defineConfig({
  root,
  base: './',
  publicDir: '../public',
  appType: 'mpa',
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome91', 'firefox90', 'safari15'],
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { en: resolve(root, 'index.html'), cy: resolve(root, 'cy/index.html'), missing: resolve(root, '404.html'), ...statements } },
  },
  plugins: [
    reader(),
    laterFiles(),
    VitePWA({
      strategies: 'injectManifest', srcDir: 'offline/worker', filename: 'sw.ts', injectRegister: false, manifest: false,
      injectManifest: {
        // A page is kept under the address that readers use, so that the one just read need not come twice.
        manifestTransforms: [entries => ({ manifest: entries.map(entry => ({ ...entry, url: entry.url.replace(/(^|\/)index\.html$/, '$1') || './' })) })],
        globPatterns: ['{,cy/}{,accessibility/}index.html', 'assets/*.{js,css}', '**/*.webmanifest', 'icon.svg'],
      },
    }),
  ],
});
