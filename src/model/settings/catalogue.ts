/**
 * The one table of settings. Controls, the check of what is stored, links and files, and the tests are drawn from it: a
 * new setting is a new row.
 */
import type { Key } from '../words/translate.js';

/**
 * Where in the panel a setting stands. The groups `size` and `theme` are in the page from the start; the others come
 * when the panel is first opened.
 */
export type Group = 'size' | 'theme' | 'text' | 'colour' | 'where' | 'shown';

interface Row {
  /**
   * Its name in storage, in the root's `data-` attribute and custom property, and in the locale keys `settings.NAME`.
   */
  readonly name: string;
  readonly group: Group;
  /**
   * The value that stands when nothing was chosen. It is not written to the root, so that the device's own wish, or the
   * design, shows.
   */
  readonly usual: string;
}
/** One of a few: radio buttons. */
export interface Choice extends Row {
  readonly kind: 'choice';
  readonly options: readonly string[];
  /** Options that have to be fetched, so that their names say the size; and the key of a sentence below the control. */
  readonly fetched?: readonly string[];
  readonly note?: Key;
}
/** A measure: a slider, and buttons for one step. */
export interface Measure extends Row {
  readonly kind: 'measure';
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: 'percent' | 'times' | 'em' | 'characters';
}
/** A colour of the reader's own, as #rrggbb. */
export interface Colour extends Row {
  readonly kind: 'colour';
}
export type Setting = Choice | Measure | Colour;

export const catalogue = [
  // Text size in per cent of the browser's own (WCAG 1.4.4 asks for 200).
  { kind: 'measure', name: 'size', group: 'size', least: 70, most: 400, step: 5, unit: 'percent', usual: '100' },
  // `device` follows prefers-color-scheme and prefers-contrast; `own` takes the three colours below.
  {
    kind: 'choice',
    name: 'theme',
    group: 'theme',
    options: ['device', 'light', 'dark', 'cream', 'contrast-light', 'contrast-dark', 'own'],
    usual: 'device',
  },
  {
    kind: 'choice',
    name: 'typeface',
    group: 'text',
    options: ['usual', 'sans', 'serif', 'atkinson', 'opendyslexic'],
    fetched: ['atkinson', 'opendyslexic'],
    usual: 'usual',
  },
  { kind: 'choice', name: 'weight', group: 'text', options: ['usual', 'medium', 'bold'], usual: 'usual' },
  { kind: 'measure', name: 'leading', group: 'text', least: 1.2, most: 3, step: 0.1, unit: 'times', usual: '1.6' },
  { kind: 'measure', name: 'tracking', group: 'text', least: 0, most: 0.5, step: 0.02, unit: 'em', usual: '0' },
  { kind: 'measure', name: 'wordspace', group: 'text', least: 0, most: 1, step: 0.05, unit: 'em', usual: '0' },
  { kind: 'measure', name: 'paragraph', group: 'text', least: 0.5, most: 4, step: 0.25, unit: 'em', usual: '1.25' },
  { kind: 'measure', name: 'measure', group: 'text', least: 20, most: 80, step: 2, unit: 'characters', usual: '58' },
  { kind: 'choice', name: 'plain', group: 'text', options: ['off', 'on'], usual: 'off' },
  { kind: 'colour', name: 'ink', group: 'colour', usual: '#1b2030' },
  { kind: 'colour', name: 'paper', group: 'colour', usual: '#fdfbf8' },
  { kind: 'colour', name: 'link', group: 'colour', usual: '#2a3293' },
  { kind: 'measure', name: 'dim', group: 'colour', least: 0, most: 70, step: 5, unit: 'percent', usual: '0' },
  { kind: 'choice', name: 'guide', group: 'where', options: ['off', 'ruler', 'line', 'window'], usual: 'off' },
  // To where one stopped reading, or to the beginning (src/browser/features/contents/kept-position.ts).
  { kind: 'choice', name: 'return', group: 'where', options: ['place', 'start'], usual: 'place' },
  // Where a window is wide enough for both (page.css).
  { kind: 'choice', name: 'contents', group: 'shown', options: ['beside', 'page'], usual: 'beside' },
  { kind: 'choice', name: 'drawings', group: 'shown', options: ['shown', 'hidden'], usual: 'shown' },
  { kind: 'choice', name: 'quotations', group: 'shown', options: ['shown', 'hidden'], usual: 'shown' },
  { kind: 'choice', name: 'stories', group: 'shown', options: ['shown', 'hidden'], usual: 'shown' },
  // Folded: of a story with a content note, the text comes when it is asked for
  // (src/browser/features/sensitive-content/fold.ts).
  { kind: 'choice', name: 'hard', group: 'shown', options: ['shown', 'folded'], usual: 'shown' },
  { kind: 'choice', name: 'terms', group: 'shown', options: ['bare', 'explained'], usual: 'bare' },
] as const satisfies readonly Setting[];

export type SettingName = (typeof catalogue)[number]['name'];
/** A row of the table, as it is or cut down to what there is where it is offered. */
export type Offered = Setting & { readonly name: SettingName };
export type Choices = Partial<Record<SettingName, string>>;

/** The sizes that have a tile of their own; the slider has those between. */
export const sizeTiles = ['70', '85', '100', '125', '150', '200', '300', '400'] as const;

/** @returns the row of a setting @throws Error when there is none of that name */
export function settingNamed(name: string): Setting {
  const found = catalogue.find(setting => setting.name === name);
  if (!found) throw new Error(`There is no setting "${name}".`);
  return found;
}

/** @returns whether a setting may have a value: one of its options, a step between its ends, or a colour */
export function allows(setting: Setting, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  switch (setting.kind) {
    case 'choice':
      return setting.options.includes(value);
    case 'colour':
      return /^#[0-9a-f]{6}$/.test(value);
    case 'measure': {
      const number = Number(value),
        steps = (number - setting.least) / setting.step;
      return (
        /^\d{1,3}(\.\d{1,2})?$/.test(value) &&
        number >= setting.least &&
        number <= setting.most &&
        Math.abs(steps - Math.round(steps)) < 1e-6
      );
    }
  }
}
