/** The naive page's build: Vite and its usual plugin for reading offline, as their guides say. */
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [VitePWA({ registerType: 'prompt', manifest: { name: 'Impact Report 2023/24', short_name: 'Impact Report' }, workbox: { globPatterns: ['**/*.{js,css,html}'] } })],
});
