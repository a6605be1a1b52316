/**
 * Gives the report's figures to the panel as data, and to everybody as a table in a file (CSV). Both come from the
 * content itself.
 */
import Papa from 'papaparse';
import type { Plugin } from 'vite';
import { figureGroups, type FigureGroup } from '../model/figure-groups.js';
import { readContent, reportIn } from './content.js';
import type { MadeFile } from './later-styles.js';
import type * as Prerender from './prerender.js';

const columns = ['id', 'part', 'section', 'story', 'statement', 'figure', 'value', 'unit', 'approximate'] as const;

/**
 * @param groups every figure of the report, in order
 * @returns a table after RFC 4180, with a mark at its beginning by which Excel knows UTF-8. A text that a spreadsheet
 * would take for a formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). What a
 * figure lacks is empty.
 */
export function csvOf(groups: readonly FigureGroup[]): string {
  const rows = groups.flatMap(({ heading, around, figures }) =>
    figures.map(({ id, statement, figure, value, unit, approximate }) => {
      const [part = '', section = '', story = ''] = [...around, heading].map(({ text }) => text);
      return [
        id,
        part,
        section,
        story,
        statement,
        figure,
        value,
        unit,
        approximate === undefined ? undefined : approximate ? 'yes' : 'no',
      ];
    }),
  );
  return `\ufeff${Papa.unparse({ fields: [...columns], data: rows }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

const moduleName = /^virtual:figures-(en|cy)$/;
interface PrerenderingPlugin {
  api?: { prerenderer(): Promise<typeof Prerender> };
}

/**
 * @returns a plugin that adds the file of the figures to the site, and gives scripts the figures as
 * `virtual:figures-LANGUAGE`
 */
export function figures(): Plugin {
  let prerenderer: NonNullable<PrerenderingPlugin['api']>['prerenderer'];
  const make = async (): Promise<MadeFile> => ({
    // Named after the report, as its one file is.
    fileName: (await prerenderer()).prerenderOneFile().fileName.replace(/\.html$/, '-figures.csv'),
    source: csvOf(figureGroups(reportIn('en', readContent()))),
  });
  return {
    name: 'reader-figures',
    // Offered beside the formats (formats.ts).
    api: { format: 'csv', made: () => make() },
    configResolved({ plugins }) {
      prerenderer = (plugins.find(({ name }) => name === 'reader') as PrerenderingPlugin).api!.prerenderer;
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!/^\/files\/[\w-]+\.csv$/.test(request.url ?? '')) return next();
        make().then(({ source }) => {
          response.setHeader('content-type', 'text/csv; charset=utf-8');
          response.end(source);
        }, next);
      });
    },
    resolveId: id => (moduleName.test(id) ? `\0${id}` : undefined),
    async load(id) {
      const [, language] = moduleName.exec(id.replace('\0', '')) ?? [];
      if (!language) return undefined;
      const { fileName, source } = await make();
      return (
        `export const groups = ${JSON.stringify(figureGroups(reportIn(language, readContent())))}, address = ` +
        `${JSON.stringify(fileName)}, bytes = ${Buffer.byteLength(source)};`
      );
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', ...(await make()) });
    },
  };
}
