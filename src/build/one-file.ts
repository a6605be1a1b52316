/** Makes the whole report one file, with everything inside, and adds it to the site. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bundle } from 'lightningcss';
import { build, type Plugin, type Rolldown } from 'vite';
import { firstStyles, rules } from './inline.js';
import { laterStyles, typefaces, type MadeFile } from './later-styles.js';
import { licenceOf, packageOf } from './licences.js';
import type * as Prerender from './prerender.js';

const source = resolve(import.meta.dirname, '..');
const folder = join(source, 'browser/entries/one-file');

/**
 * @param code a script, minified, before it has its words
 * @returns whether it may say a word: its key stands there whole, or as a beginning to which the script adds the rest
 */
export function saidBy(code: string): (key: string) => boolean {
  const found = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, text]) => text!))];
  const whole = found(/["'`]([\w.-]+)(?=["'`])/g),
    begun = found(/["'`]([\w.-]+\.)(?=["'`]|\$\{)/g);
  const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
  return key => whole.includes(stem(key)) || begun.some(beginning => key.startsWith(beginning));
}

/** Leaves out words that are never said: those that stand in the document, and those of what the file does not have. */
const fewerWords = (isSaid: (key: string) => boolean): Plugin => ({
  name: 'reader-fewer-words',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]locales[\\/](en|cy|[\w-]+\.(en|cy))\.json$/.test(id)) return undefined;
    return JSON.stringify(JSON.parse(code), (key, value: unknown) => (!key || isSaid(key) ? value : undefined));
  },
});

/** The styles of a notice stand in the document: there is nothing to fetch. */
const stylesInside: Plugin = {
  name: 'reader-styles-inside',
  resolveId: id => (id === 'virtual:notice-styles' ? `\0${id}` : undefined),
  load: id => (id === '\0virtual:notice-styles' ? "export default ''" : undefined),
};

async function scriptOf(entry: string, isSaid: (key: string) => boolean): Promise<Rolldown.OutputChunk> {
  const [made] = (await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    plugins: [fewerWords(isSaid), stylesInside],
    build: {
      write: false,
      target: ['chrome91', 'firefox90', 'safari15'],
      minify: true,
      lib: { entry: join(folder, entry), formats: ['iife'], name: 'reader' },
    },
  })) as Rolldown.RolldownOutput[];
  const [only, ...others] = made!.output;
  if (others.length)
    throw new Error(
      `The one file cannot be made: ${entry} became ${made!.output.length} files, and a file from a memory stick ` +
        'cannot fetch another.',
    );
  return only;
}

/**
 * @param entry a file in the folder of the one file
 * @returns the script with all that it ever asks for, minified, and written so that it can stand in a document; and the
 * modules in it
 */
async function wholeScript(entry: string): Promise<{ code: string; modules: string[] }> {
  const wordless = await scriptOf(entry, () => false);
  const { code, moduleIds } = await scriptOf(entry, saidBy(wordless.code));
  // These would end the script, or begin a comment that hides its end
  // (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
  return { code: code.trim().replace(/<(?=!--|\/?script)/gi, '\\x3c'), modules: moduleIds };
}

/**
 * @returns the styles beyond size and theme with the typefaces inside. OpenDyslexic would more than double the file; it
 * is not offered there
 */
function moreStyles(): string {
  let styles = laterStyles('more')
    .source.toString()
    .replace(/@font-face\{[^}]*OpenDyslexic[^}]*\}/g, '');
  for (const { fileName, source: face } of Object.values(typefaces()))
    styles = styles.replaceAll(basename(fileName), `data:font/woff2;base64,${Buffer.from(face).toString('base64')}`);
  return styles;
}

/**
 * The styles as they stand in the document: all at once. What marks the root (choices-on-root.ts) finds `#extra` there.
 */
const sheets = (): (readonly [attributes: string, styles: string])[] => [
  [
    '',
    firstStyles() +
      laterStyles('settings').source.toString() +
      laterStyles('notice').source.toString() +
      bundle({ filename: join(folder, 'one-file.css'), ...rules }).code.toString(),
  ],
  [' id=extra', moreStyles()],
  ['', laterStyles('guide').source.toString()],
  [' media=print', laterStyles('print').source.toString()],
];

/**
 * @returns the licences of what is inside, as a comment: the file goes about alone, and their terms ask that they come
 * along
 */
function licencesOf(modules: readonly string[]): string {
  const packages = new Set([
    ...modules.map(packageOf).filter(name => name !== undefined),
    '@fontsource-variable/atkinson-hyperlegible-next',
  ]);
  const names = new Map<string, string[]>();
  for (const licence of [...packages].sort().map(licenceOf)) {
    const [name, ...text] = licence.split('\n\n');
    names.set(text.join('\n\n'), [...(names.get(text.join('\n\n')) ?? []), name!]);
  }
  const licences = [...names].map(([text, those]) => `${those.join('\n')}\n\n${text}`).join('\n');
  // Two hyphens could end the comment.
  return `<!--\nInside this file:\n\n${licences.replace(/-{2,}/g, line => '='.repeat(line.length))}-->`;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @returns the policy of the one file: what stands in it, and nothing else. No request may leave it. */
export const oneFilePolicy = (scripts: readonly string[], styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/**
 * @returns the whole report as one HTML document, named for the report
 * @throws Error when the content cannot be built, or something would have to be fetched
 */
async function makeOneFile({ prerenderOneFile }: typeof Prerender): Promise<MadeFile> {
  const { head, body, fileName } = prerenderOneFile();
  const [first, main] = await Promise.all([wholeScript('first-paint.ts'), wholeScript('page.ts')]);
  const styles = sheets();
  const policy = oneFilePolicy(
    [first.code, main.code],
    styles.map(([, text]) => text),
  );
  const icon = encodeURIComponent(readFileSync(join(source, '../public/icon.svg'), 'utf8').trim());
  const told =
    `<meta charset=utf-8><meta http-equiv=Content-Security-Policy content="${policy}">${head}` +
    `<link rel=icon type="image/svg+xml" href="data:image/svg+xml,${icon}">`;
  const styled = styles.map(([attributes, text]) => `<style${attributes}>${text}</style>`).join('');
  const document = `<!doctype html>
<html lang=en>
<head>${told}${styled}<script>${first.code}</script></head>
<body>${body}<script>${main.code}</script></body>
</html>
${licencesOf([...first.modules, ...main.modules])}
`;
  return { fileName, source: document };
}

interface PrerenderingPlugin {
  api?: { prerenderer(): Promise<typeof Prerender> };
}

/** @returns a plugin that adds the one file to the site */
export function oneFile(): Plugin {
  let prerenderer: NonNullable<PrerenderingPlugin['api']>['prerenderer'],
    developing = false;
  let once: Promise<MadeFile> | undefined;
  const make = async () => makeOneFile(await prerenderer());
  const made = () => (developing ? make() : (once ??= make()));
  return {
    name: 'reader-one-file',
    // Offered beside the formats (formats.ts).
    api: { format: 'one-file', made: () => made() },
    configResolved({ plugins }) {
      prerenderer = (plugins.find(({ name }) => name === 'reader') as PrerenderingPlugin).api!.prerenderer;
    },
    configureServer({ middlewares }) {
      developing = true;
      middlewares.use((request, response, next) => {
        if (!/^\/files\/[\w-]+\.html$/.test(request.url ?? '')) return next();
        made().then(({ fileName, source }) => {
          // Another format may be a page too.
          if (request.url !== `/${fileName}`) return next();
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(source);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', ...(await made()) });
    },
  };
}
