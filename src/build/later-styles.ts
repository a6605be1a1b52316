/**
 * The files that first paint does not need: style sheets and typefaces, each named by what is in it, made while
 * building and served while developing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { bundle, transform } from 'lightningcss';
import type { Plugin } from 'vite';
import { laterThemeStyles, tileStyles } from '../model/settings/themes.js';
import { languages, type Language } from '../model/words/translate.js';
import { readContent, reportIn } from './content.js';
import { titleOf } from './head.js';
import { rules } from './inline.js';

const folder = resolve(import.meta.dirname, '../pages/styles');
const packages = createRequire(import.meta.url);

export interface MadeFile {
  fileName: string;
  source: string | Buffer;
}
const made = (name: string, ending: string, source: string | Buffer): MadeFile => ({
  fileName: `assets/${name}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.${ending}`,
  source,
});

/**
 * The typefaces that a reader may choose, from kept packages (SIL Open Font Licence): Latin, and the further letters
 * that Welsh needs.
 */
const typefaceFiles: Record<string, string> = {
  'atkinson':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'atkinson-ext':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'opendyslexic': '@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2',
  'opendyslexic-bold': '@fontsource/opendyslexic/files/opendyslexic-latin-700-normal.woff2',
};

/** @returns every typeface file by its name in the styles (`font:NAME`) */
export const typefaces = (): Record<string, MadeFile> =>
  Object.fromEntries(
    Object.entries(typefaceFiles).map(([name, path]) => [
      name,
      made(name, 'woff2', readFileSync(packages.resolve(path))),
    ]),
  );

const sheets = ['settings', 'print', 'more', 'guide', 'notice', 'panel', 'highlights', 'changes'] as const;
type LaterStyles = (typeof sheets)[number];

/**
 * @returns the minified file of a style sheet. `settings` also dresses each theme's tile in its theme; `more` has the
 * theme that first paint does not know, and names the typefaces' files
 */
export function laterStyles(name: LaterStyles): MadeFile {
  const themes = { settings: tileStyles, more: laterThemeStyles } as Partial<Record<LaterStyles, () => string>>;
  const code = Buffer.from(themes[name]?.() ?? '');
  let source = bundle({ filename: join(folder, `${name}.css`), ...rules }).code.toString();
  source += transform({ filename: `${name}.css`, code, ...rules }).code.toString();
  if (name === 'more') {
    const files = typefaces();
    source = source.replace(/font:([\w-]+)/g, (_, face: string) => basename(files[face]!.fileName));
  }
  if (name === 'print') source += languages.map(runningTitle).join('');
  return made(name, 'css', source);
}

/**
 * @returns the report's title for the upper margin of each printed page but the first, which says it larger, and the
 * number of the page for the lower (https://www.w3.org/TR/css-page-3/#margin-boxes); where a browser has no such boxes,
 * its own are printed
 */
function runningTitle(language: Language): string {
  const title = JSON.stringify(titleOf(reportIn(language, readContent()))),
    page = `@page report-${language}`,
    font = 'font:9pt system-ui,sans-serif';
  return (
    `:root:lang(${language}):has(report-section) body{page:report-${language}}` +
    `${page}{@top-left{content:${title};${font}}@bottom-right{content:counter(page)" / "counter(pages);${font}}}` +
    `${page}:first{@top-left{content:none}}`
  );
}

const moduleName = /^virtual:(settings|guide|notice|panel|highlights|changes)-styles$/;

/**
 * @returns a plugin that makes these files part of the site, and gives scripts the addresses of the sheets as
 * `virtual:NAME-styles`
 */
export function laterFiles(): Plugin {
  let developing = false;
  const all = (): MadeFile[] => [...sheets.map(laterStyles), ...Object.values(typefaces())];
  return {
    name: 'reader-later-files',
    configureServer({ middlewares }) {
      developing = true;
      middlewares.use((request, response, next) => {
        // While developing, a page may still ask for a sheet by the name that it had before the last change.
        const [, sheet] =
          /^\/assets\/(settings|print|more|guide|notice|panel|highlights|changes)-\w+\.css$/.exec(request.url ?? '') ??
          [];
        const file = sheet
          ? laterStyles(sheet as LaterStyles)
          : all().find(({ fileName }) => `/${fileName}` === request.url);
        if (!file) return next();
        response.setHeader('content-type', sheet ? 'text/css' : 'font/woff2');
        response.end(file.source);
      });
    },
    resolveId: id => (moduleName.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, name] = moduleName.exec(id.replace('\0', '')) ?? [];
      if (!name) return;
      const { fileName } = laterStyles(name as LaterStyles);
      // In the built site scripts stand in the same folder as the styles.
      const beside = JSON.stringify(`./${basename(fileName)}`);
      const address = `new URL(/* @vite-ignore */ ${beside}, import.meta.url).href`;
      return `export default ${developing ? JSON.stringify(`/${fileName}`) : address}`;
    },
    generateBundle() {
      for (const file of all()) this.emitFile({ type: 'asset', ...file });
    },
  };
}
