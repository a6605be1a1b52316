/**
 * The two pieces that come inside the document, because first paint needs them: the styles and the script that shows
 * saved choices.
 */
import { join, resolve } from 'node:path';
import { Features, bundle, transform } from 'lightningcss';
import { build } from 'vite';
import { themeStyles } from '../model/settings/themes.js';

/**
 * The oldest browsers that get the whole design (2021); older ones get the phone's. Also keeps min-width in place of
 * newer range syntax.
 */
export const rules = {
  minify: true,
  targets: { chrome: 90 << 16, firefox: 90 << 16, safari: (14 << 16) | (1 << 8) },
  // Written by hand where they are needed; otherwise they double the size.
  exclude:
    Features.LogicalProperties |
    Features.VendorPrefixes |
    Features.DirSelector |
    Features.LangSelectorList |
    Features.LightDark |
    Features.FontFamilySystemUi,
};

const source = resolve(import.meta.dirname, '..');

/** @returns the styles of first paint, minified. @param further the style sheets that only this page needs */
export function firstStyles(...further: ('further' | 'statement')[]): string {
  const themes = transform({ filename: 'themes.css', code: Buffer.from(themeStyles()), ...rules }).code.toString();
  const sheets = ['page', ...further].map(name =>
    bundle({ filename: join(source, `pages/styles/${name}.css`), ...rules }).code.toString(),
  );
  // Spaces that Lightning CSS leaves where a value holds a variable; none of them stands in a string.
  return (sheets.join('') + themes).replaceAll(', ', ',').replace(/ ([*/]) (?!")/g, '$1');
}

/** @returns the script of first paint, minified: the very code that the controls use */
export async function firstScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    build: {
      write: false,
      target: 'es2020',
      minify: true,
      lib: { entry: join(source, 'browser/entries/first-paint.ts'), formats: ['iife'], name: 'first' },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as unknown as { output: { code: string }[] }[];
  return output!.output[0]!.code.trim();
}
