/**
 * How the reader is built and served: eleven pages, one worker, everything relative, so that it stands under any path.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { copyEntries, rememberFolder } from './src/build/copy-entries.js';
import { fetchedScripts } from './src/build/fetched-scripts.js';
import { figures } from './src/build/figures.js';
import { groups, lean } from './src/build/script-groups.js';
import { formats } from './src/build/formats.js';
import { hosting } from './src/build/hosting.js';
import { laterFiles } from './src/build/later-styles.js';
import { licences } from './src/build/licences.js';
import { oneFile } from './src/build/one-file.js';
import { phoneLine } from './src/build/phone-line.js';
import { reader } from './src/build/reader-plugin.js';
import { documents, pagePattern, shells } from './src/build/shells.js';

const root = resolve(import.meta.dirname, 'src');

export default defineConfig({
  root,
  base: './',
  publicDir: '../public',
  appType: 'mpa',
  server: { fs: { allow: ['..'] } },
  // Not to the whole network, unless whoever starts it says so by --host.
  preview: { host: '127.0.0.1' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome91', 'firefox90', 'safari15'],
    modulePreload: false,
    rolldownOptions: { input: documents, output: { codeSplitting: { groups } } },
  },
  plugins: [
    shells,
    lean,
    fetchedScripts,
    reader(),
    laterFiles(),
    oneFile(),
    figures(),
    formats(),
    licences(),
    rememberFolder,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'worker',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        manifestTransforms: [copyEntries],
        globPatterns: [pagePattern, 'assets/*.{js,css}', '**/*.webmanifest', 'icon.svg', 'files/*.csv'],
      },
    }),
    hosting(),
    phoneLine,
  ],
});
