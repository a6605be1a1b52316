/** How the reader is built and served: three pages, one worker, everything relative, so that it stands under any path. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { reader } from './src/build/reader-plugin.js';

const root = resolve(import.meta.dirname, 'src');

export default defineConfig({
  root,
  base: './',
  publicDir: '../public',
  appType: 'mpa',
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2020',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { en: resolve(root, 'index.html'), cy: resolve(root, 'cy/index.html'), missing: resolve(root, '404.html') } },
  },
  plugins: [
    reader(),
    VitePWA({
      strategies: 'injectManifest', srcDir: 'offline/worker', filename: 'sw.ts', injectRegister: false, manifest: false,
      injectManifest: { globPatterns: ['index.html', 'cy/index.html', 'assets/*', '**/*.webmanifest', 'icon.svg'] },
    }),
  ],
});
