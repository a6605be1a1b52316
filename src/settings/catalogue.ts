/** The one table of settings. Controls, the check of what is stored, the first paint and the tests are drawn from it: a new setting is a new row. */
export interface Setting {
  /** Its name in storage, in the root's `data-` attribute and in the locale keys `settings.NAME`. */
  readonly name: string;
  /** Every allowed value, in the order shown. */
  readonly options: readonly string[];
  /** The value that stands when nothing was chosen. It is not written to the root, so that the device's own wish shows. */
  readonly usual: string;
}

export const catalogue = [
  /** Text size in per cent of the browser's own (WCAG 1.4.4 asks for 200). */
  { name: 'size', options: ['70', '85', '100', '125', '150', '200', '300', '400'], usual: '100' },
  /** Colour theme; `device` follows prefers-color-scheme and prefers-contrast. */
  { name: 'theme', options: ['device', 'light', 'dark', 'cream', 'contrast-light', 'contrast-dark'], usual: 'device' },
] as const satisfies readonly Setting[];

export type SettingName = (typeof catalogue)[number]['name'];
export type Choices = Partial<Record<SettingName, string>>;
