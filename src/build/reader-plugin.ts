/**
 * The road from templates to pages, the same while developing and building: fills each page's shell, with styles,
 * script and policy.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport, type Plugin, type ViteDevServer } from 'vite';
import type { FurtherPage } from '../model/pages.js';
import { firstScript, firstStyles } from './inline.js';
import { laterStyles, type MadeFile } from './later-styles.js';
import { policyFor } from './policy.js';
import { pageNamed } from './shells.js';
import { siteAddress } from './site.js';
import type * as Everything from './vite-entry.js';
import type * as Registry from './format-registry.js';
import type { Offer } from './make-formats.js';
import type * as Prerender from './prerender.js';

/** The styles of each page beside the report, after the report's own. */
const stylesOf = (page: FurtherPage | undefined) =>
  page === 'accessibility' ? (['further', 'statement'] as const) : page ? (['further'] as const) : [];

const [pagesEntry, formatsEntry, everything] = ['prerender.ts', 'format-registry.ts', 'vite-entry.ts'].map(file =>
  resolve(import.meta.dirname, file),
) as [string, string, string];

/** The plugin that makes the one file. */
interface MakingPlugin {
  api?: { made(): Promise<MadeFile> };
}
/** The plugin that makes the formats. */
interface OfferingPlugin {
  api?: { offer(): Promise<Offer> };
}

export function reader(): Plugin {
  let server: ViteDevServer | undefined;
  let once: Promise<typeof Everything> | undefined;
  let script: Promise<string> | undefined;
  let offer: () => Promise<Offer>, oneFile: () => Promise<MadeFile['source']>;
  // Imported once a build: the elements can be defined only once.
  const imported = () =>
    (once ??= runnerImport<typeof Everything>(everything, {
      root: resolve(import.meta.dirname, '..'),
      configFile: false,
    }).then(({ module }) => module));
  const prerenderer = async () =>
    server ? ((await server.ssrLoadModule(pagesEntry)) as typeof Prerender) : (await imported()).pages;
  // While developing, a format that cannot be loaded leaves the pages alone.
  const registry = async () =>
    server ? ((await server.ssrLoadModule(formatsEntry)) as typeof Registry) : (await imported()).formats;

  return {
    name: 'reader',
    api: { prerenderer, registry },
    // Without the plugin of the formats, as in tests of single elements, none is offered.
    configResolved({ plugins }) {
      offer =
        (plugins.find(({ name }) => name === 'reader-formats') as OfferingPlugin | undefined)?.api?.offer ??
        (() => Promise.resolve({ offered: [], missing: [] }));
      const making = plugins.find(({ name }) => name === 'reader-one-file') as MakingPlugin | undefined;
      oneFile = async () => (await making?.api?.made())?.source ?? '';
    },
    configureServer(running) {
      server = running;
      // Read as files, not imported: the server would not see them change.
      running.watcher.add(['content', 'locales'].map(folder => resolve(import.meta.dirname, '../..', folder)));
      // The manifests are made, not files; while developing they are made on request.
      running.middlewares.use((request, response, next) => {
        const manifest = /^\/(cy\/)?manifest\.webmanifest$/.exec(request.url ?? '');
        if (!manifest) return next();
        prerenderer().then(({ prerender }) => {
          response.setHeader('content-type', 'application/manifest+json');
          response.end(prerender(manifest[1] ? 'cy' : 'en').manifest);
        }, next);
      });
    },
    // As a static host does: an address that is not there gets the page that helps, with its status.
    configurePreviewServer:
      ({ middlewares, config }) =>
      () => {
        middlewares.use(({ url = '' }, response, next) => {
          const path = new URL(url, 'http://reader').pathname;
          if (path === '/' || path === '/cy/' || path.endsWith('.html')) return next();
          if (pageNamed(`${path}/index.html`)) return void response.writeHead(301, { location: `${path}/` }).end();
          response
            .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
            .end(readFileSync(resolve(config.root, config.build.outDir, '404.html')));
        });
      },
    // After Vite's own work on the shells, so that it finds nothing of ours to rewrite.
    transformIndexHtml: {
      order: 'post',
      async handler(shell, { path }) {
        const { prerender, prerenderFurther, prerenderMissing } = await prerenderer();
        const { language, further, isMissing: missing } = pageNamed(path)!;
        const root = new URL(siteAddress() ?? 'http://reader/').pathname;
        // The page for missing addresses may be shown at any depth.
        const up = missing ? root : '../'.repeat(path.split('/').length - 2);
        const page = missing
          ? prerenderMissing(root)
          : further === 'formats'
            ? prerenderFurther.formats(language, await offer())
            : further === 'device'
              ? prerenderFurther.device(language, await oneFile())
              : further
                ? prerenderFurther[further](language)
                : prerender(language);
        script ??= firstScript();
        const style = firstStyles(...stylesOf(further)),
          code = await script;
        const policy = server ? '' : `<meta http-equiv="Content-Security-Policy" content="${policyFor(code, style)}">`;
        const addressOf = (name: 'more' | 'print') => up + laterStyles(name).fileName;
        // Off until a choice asks for it (browser/features/settings/choices-on-root.ts).
        const more = `<link rel=stylesheet id=extra disabled blocking=render href=${addressOf('more')}>`,
          print = missing ? '' : `<link rel=stylesheet media=print href=${addressOf('print')}>`;
        return shell
          .replace(
            '<!--head-->',
            () =>
              `<meta charset="utf-8">${policy}${page.head}<style>${style}</style>` +
              `${more}<script>${code}</script>${print}`,
          )
          .replace('<!--body-->', () => page.body)
          .replace(' crossorigin', '');
      },
    },
    async generateBundle() {
      const { prerender } = await prerenderer();
      for (const [language, folder] of [
        ['en', ''],
        ['cy', 'cy/'],
      ] as const)
        this.emitFile({
          type: 'asset',
          fileName: `${folder}manifest.webmanifest`,
          source: prerender(language).manifest,
        });
    },
    handleHotUpdate({ file, server: { ws, moduleGraph }, modules }) {
      if (!/\/(content|locales|src)\//.test(file)) return;
      for (const module of modules) moduleGraph.invalidateModule(module);
      script = undefined;
      ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
