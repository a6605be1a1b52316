/**
 * Which scripts there are, and which of them reading needs. Each file costs a request, a rule in the files for hosts,
 * and its name in what asks for it.
 */
import { resolve } from 'node:path';
import type { Plugin, Rollup } from 'vite';
import { languages } from '../model/words/translate.js';

const browser = resolve(import.meta.dirname, '../browser');

/** @param files in src/browser, without their ending */
const isAt = (files: readonly string[]) => (id: string) => files.some(file => id === `${browser}/${file}.ts`);

/** The words of all views of the panel, in one file for each language. */
const words = languages.map(language => ({
  name: `words-${language}`,
  test: new RegExp(`/locales/(?:care|contents|figures|find|marks|panel|passage|plain|share)\\.${language}\\.json$`),
}));

/** Small pieces that several views share. */
const shared = isAt([
  'core/dom/highlight',
  'core/position/original-words',
  ...['sensitive-content', 'figures', 'find', 'marks', 'passage', 'plain-english', 'share'].map(
    feature => `features/${feature}/words`,
  ),
  'features/contents/beside',
  'features/find/passage-text',
  'features/passage/chosen-passage',
  'features/passage/in-view',
  'features/passage/print-part',
]);

/** Each file brings along all that it imports. What two groups import comes with the one that stands first. */
export const groups = [
  { name: 'reader', test: isAt(['entries/page']) },
  ...words,
  { name: 'idle', test: isAt(['entries/idle', 'core/dom/save-file', 'core/dom/styles', 'core/loading/words-of']) },
  { name: 'notice', test: isAt(['core/notice/notice']) },
  { name: 'where', test: isAt(['in-column', 'follow', 'where', 'say-where'].map(file => `features/contents/${file}`)) },
  // With what the compiler adds to classes.
  { name: 'shared', test: (id: string) => shared(id) || /@oxc-project|virtual:highlights-styles/.test(id) },
  { name: 'views', test: isAt(['entries/views']) },
];

/** What reading needs is fetched before the copy is called complete; these features are part of it, all others help. */
const forReading =
  /\/src\/(?:model|browser\/(?:core|entries|features\/(?:offline|quick-exit|reading-guide|settings)))\//;

/** @param script a built one @returns whether reading needs it, where the page or its idle script asks for it */
export const isForReading = ({ name, facadeModuleId, moduleIds }: Rollup.OutputChunk): boolean =>
  name !== 'views' && (facadeModuleId ? forReading.test(facadeModuleId) : moduleIds.some(id => forReading.test(id)));

/**
 * Leaves out of the scripts what no reader needs: what Vite wraps around each fetched part to wait for its style sheets
 * (ours have none, each part asks for its own), and Workbox's code for browsers that cannot run this page at all.
 */
export const lean: Plugin = {
  name: 'reader-lean',
  config: () => ({
    resolve: {
      alias: {
        'workbox-window': resolve(
          import.meta.dirname,
          '../../node_modules/workbox-window/build/workbox-window.prod.mjs',
        ),
      },
    },
  }),
  configResolved({ plugins }) {
    // Vite has no setting for it. Should it ever call the plugin otherwise, the budget of the first script will be
    // broken.
    const wrapping = plugins.find(({ name }) => name === 'native:import-analysis-build');
    if (wrapping) wrapping.applyToEnvironment = () => false;
  },
  generateBundle(_options, bundle) {
    const styled = Object.values(bundle).find(file => file.type === 'chunk' && file.viteMetadata?.importedCss.size);
    if (styled)
      this.error(
        `${styled.fileName} imports a style sheet, for which it would not wait. Add the sheet to later-styles.ts, ` +
          'and let the part ask for it.',
      );
  },
};
