/**
 * The report as VitePress shows it: the default theme as it comes, with its own search and with the usual plugin for
 * reading offline.
 */
import { withPwa } from '@vite-pwa/vitepress';
import { defineConfig } from 'vitepress';

export default withPwa(defineConfig({
  lang: 'en-GB',
  title: 'Impact Report 2023/24',
  description: 'The police watchdog’s Impact Report 2023/24.',
  themeConfig: { search: { provider: 'local' }, outline: 'deep' },
  pwa: {
    registerType: 'prompt', manifest: { name: 'Impact Report 2023/24', short_name: 'Impact Report' },
    // Of the typeface only what the report needs.
    workbox: { globPatterns: ['**/*.{js,css,html}', '**/inter-{roman,italic}-latin.*.woff2'] },
  },
}));
