/**
 * What comes in the one script that every page asks for. Each further file would cost its name in every page, and a
 * request.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Of our folders, what runs as soon as a page is readable; everything else is fetched when it is asked for. */
const ours =
  /\/src\/(browser\/(entries\/page|core\/(language|announcements\/|position\/(bar-room|held-place|jump|keep-line|line|passages|same-place)|panel\/ask|loading\/(fetch-|when-idle)|storage\/(storage|root))|features\/(quick-exit\/|(reading-guide|plain-english|sensitive-content)\/watch|offline\/(reader-copy|ask-worker|install)\b|settings\/(apply-choices|choices|choices-on-root|watch-choice|parts|reader-settings|start|store)\.))|model\/(words\/translate|copy-condition|settings\/(catalogue|value-name))\b)/;
/** With the one package that the offline copy needs at once. */
const firstChunk = { name: 'reader', test: (id: string) => ours.test(id) || id.includes('workbox-window') };

/**
 * The words of all views of the panel, in one file for each language: some hosts take only so many rules, and each file
 * needs one.
 */
const words = ['en', 'cy'].map(language => ({
  name: `words-${language}`,
  test: new RegExp(`/locales/(care|contents|figures|find|marks|panel|passage|plain|share)\\.${language}\\.json$`),
}));

/**
 * Small pieces that several views share, and what the compiler adds to classes; each alone would cost a request and a
 * rule. The idle ones are asked for in every visit, as soon as the browser is idle.
 */
const idle = {
  name: 'idle',
  test: /\/src\/(browser\/(entries\/idle|core\/(dom\/(make|save-file|styles)|storage\/marks-name|loading\/words-of|position\/steps)|features\/(contents\/(words|outline|progress|where|say-where|kept-place)|shortcuts\/(shortcuts|kept-keys|doing|combinations|catalogue)))|model\/words\/words-from)\.ts$/,
};
const shared = {
  name: 'shared',
  test: /@oxc-project|\/src\/browser\/(core\/(dom\/highlight|position\/original-words)|features\/((sensitive-content|figures|find|marks|passage|plain-english|share)\/words|passage\/(chosen-passage|in-view|print-part)|find\/passage-text|contents\/beside))\.ts$/,
};
/**
 * The panel, in one file: what is asked for only when another file has come costs a reader with a slow connection the
 * way there and back.
 */
const views = { name: 'views', test: /\/src\/browser\/(entries\/views|core\/panel\/(panel|dock))\.ts$/ };

/** What a first visit has no need of, until there is something to say. */
const notices = { name: 'notice', test: /\/src\/browser\/core\/notice\/(notice|sheets)\.ts$/ };

export const groups = [firstChunk, ...words, idle, shared, views, notices];

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
        `${styled.fileName} imports a style sheet, for which it would not wait. Add the sheet to later-styles.ts, and let the part ask for it.`,
      );
  },
};
