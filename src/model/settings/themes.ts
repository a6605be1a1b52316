/**
 * The colours, in two tiers: a palette, and what each colour means in each theme. Styles, tiles and the contrast test
 * are made from this one table.
 */

/** What a colour is for. Numbers: 0 is the cover and the joins, 1 to 4 are the four lines of the report. */
export type Meaning =
  | 'page'
  | 'text'
  | 'quiet'
  | 'edge'
  | 'on'
  | 'rim'
  | `${'block' | 'line' | 'tint' | 'signal'}-${0 | 1 | 2 | 3 | 4}`;
export type Colours = Record<Meaning, string>;
type ThemeName = 'light' | 'dark' | 'cream' | 'contrast-light' | 'contrast-dark';
export interface Theme {
  scheme: 'light' | 'dark';
  colours: Colours;
}

const palette = {
  night: '#17213d',
  berry: '#85103f',
  teal: '#00504a',
  blue: '#2a3293',
  rust: '#783000',
  pink: '#ffa6c1',
  mint: '#84e3d0',
  sky: '#bcc6ff',
  amber: '#ffc681',
};
const { night, berry, teal, blue, rust, pink, mint, sky, amber } = palette;
type Five = [string, string, string, string, string];
const five = (kind: 'block' | 'line' | 'tint' | 'signal', colours: Five | string) =>
  Object.fromEntries(
    [0, 1, 2, 3, 4].map(index => [`${kind}-${index}`, typeof colours === 'string' ? colours : colours[index]]),
  ) as Partial<Colours>;
const deep: Five = [night, berry, teal, blue, rust];
const bright: Five = ['#fff', pink, mint, sky, amber];

/** `rim` is the edge of blocks: unseen on paper, drawn where colour alone would not part them. */
const theme = (
  scheme: Theme['scheme'],
  page: string,
  text: string,
  quiet: string,
  edge: string,
  on: string,
  rim: string,
  ...lists: Partial<Colours>[]
): Theme => ({ scheme, colours: Object.assign({ page, text, quiet, edge, on, rim }, ...lists) as Colours });

export const themes: Record<ThemeName, Theme> = {
  light: theme(
    'light',
    '#fdfbf8',
    '#1b2030',
    '#454b5c',
    '#6b7183',
    '#fff',
    '#0000',
    five('block', deep),
    five('line', deep),
    five('tint', ['#eceef5', '#fbe8ee', '#dff2ee', '#e8ebfc', '#fcebdb']),
    five('signal', bright),
  ),
  dark: theme(
    'dark',
    '#10151f',
    '#e6e8ee',
    '#bcc3d2',
    '#8d96aa',
    '#fff',
    '#0000',
    five('block', ['#1c2747', '#701038', '#00433e', '#272e7d', '#652a03']),
    five('line', ['#e6e8ee', pink, mint, sky, amber]),
    five('tint', ['#1b2333', '#2d1723', '#0d2829', '#1c2143', '#2f2014']),
    five('signal', bright),
  ),
  cream: theme(
    'light',
    '#fbf0d8',
    '#2a2013',
    '#4d4130',
    '#776748',
    '#fff',
    '#0000',
    five('block', deep),
    five('line', deep),
    five('tint', ['#f2e2bd', '#f6dfc8', '#e9e5c4', '#ebe1d0', '#f5e0b8']),
    five('signal', bright),
  ),
  'contrast-light': theme(
    'light',
    '#fff',
    '#000',
    '#000',
    '#000',
    '#fff',
    '#000',
    five('block', '#000'),
    five('line', '#000'),
    five('tint', '#fff'),
    five('signal', '#fff'),
  ),
  'contrast-dark': theme(
    'dark',
    '#000',
    '#ff0',
    '#ff0',
    '#ff0',
    '#ff0',
    '#ff0',
    five('block', '#000'),
    five('line', '#ff0'),
    five('tint', '#000'),
    five('signal', '#ff0'),
  ),
};

/** Every text and what it stands on. */
export const textPairs: readonly (readonly [Meaning, Meaning])[] = [
  ['text', 'page'],
  ['quiet', 'page'],
  ...([0, 1, 2, 3, 4] as const).flatMap(
    index =>
      [
        [`line-${index}`, 'page'],
        [`line-${index}`, `tint-${index}`],
        ['text', `tint-${index}`],
        ['on', `block-${index}`],
      ] as const,
  ),
];
/** Every drawing or edge that carries meaning, and what it stands on. */
export const drawnPairs: readonly (readonly [Meaning, Meaning])[] = [
  ['edge', 'page'],
  ...([0, 1, 2, 3, 4] as const).flatMap(
    index =>
      [
        [`signal-${index}`, `block-${index}`],
        [`line-${index}`, 'page'],
      ] as const,
  ),
];

const declarations = ({ scheme, colours }: Theme, base?: Theme) =>
  `color-scheme:${scheme};${Object.entries(colours)
    .filter(([meaning, colour]) => base?.colours[meaning as Meaning] !== colour)
    .map(([meaning, colour]) => `--${meaning}:${colour}`)
    .join(';')}`;

const { light, ...others } = themes;
const changes = (name: keyof typeof others) => declarations(others[name], light);
const chosen = (name: keyof typeof others) => `[data-theme=${name}]{${changes(name)}}`;

/**
 * @returns the style rules of the themes that a device can ask for. Light is the base; a theme says only what it
 * changes. With nothing chosen, the device decides.
 */
export function themeStyles(): string {
  const device = ':root:not([data-theme])';
  return [
    `:root{${declarations(light)}}`,
    ...(['dark', 'contrast-light', 'contrast-dark'] as const).map(chosen),
    `@media (prefers-color-scheme:dark){${device}{${changes('dark')}}}`,
    `@media (prefers-contrast:more){${device}{${changes('contrast-light')}}}`,
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){${device}{${changes('contrast-dark')}}}`,
  ].join('\n');
}

/** @returns the style rules of the theme that no device asks for: they come with the further styles */
export const laterThemeStyles = (): string => chosen('cream');

/** @returns the style rules by which each theme's tile in the panel wears its own theme */
export const tileStyles = (): string =>
  (Object.entries(themes) as [ThemeName, Theme][])
    .map(([name, { colours }]) => {
      const worn = (['page', 'text', 'edge', 'line-1', 'line-2', 'line-3', 'line-4'] as const)
        .map(meaning => `--${meaning}:${colours[meaning]}`)
        .join(';');
      return `label:has([value=${name}]){${worn}}`;
    })
    .join('\n');
