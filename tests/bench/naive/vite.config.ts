/** The naive page's build: Vite and its usual plugin for reading offline, as their guides say. */
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

interface Content {
  parts: object[];
}

/** Brings the report several times, each copy with ids of its own. */
const longer: Plugin = {
  name: 'bench-longer',
  enforce: 'pre',
  load(id) {
    const times = Number(process.env['BENCH_TIMES'] ?? 1);
    if (times < 2 || !id.endsWith('/content/report.en.json')) return undefined;
    const content = JSON.parse(readFileSync(id, 'utf8')) as Content,
      parts = JSON.stringify(content.parts);
    const copyOf = (copy: number) =>
      JSON.parse(parts, (key, value: unknown) => (key === 'id' ? `${String(value)}-${copy}` : value)) as object[];
    for (let copy = 2; copy <= times; copy += 1) content.parts.push(...copyOf(copy));
    return JSON.stringify(content);
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [
    longer,
    VitePWA({
      registerType: 'prompt',
      manifest: { name: 'Impact Report 2023/24', short_name: 'Impact Report' },
      workbox: { maximumFileSizeToCacheInBytes: 1e9, globPatterns: ['**/*.{js,css,html}'] },
    }),
  ],
});
