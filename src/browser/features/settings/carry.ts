/**
 * Settings on their way to another device, by a link or a small file. What arrives is a stranger until it is checked.
 */
import { type Choices } from '../../../model/settings/catalogue.js';
import { checked } from './choices.js';
import { checkedStyles, type SavedStyles } from './saved-styles.js';

/** How a fragment with settings begins. A fragment never leaves the device with a request. */
const fragmentStart = '#settings:';

/** @returns an address that carries the choices @param address of the page, without a fragment */
export const linkWith = (choices: Choices, address: string): string =>
  address.split('#')[0] +
  fragmentStart +
  Object.entries(choices)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** @returns a fragment without its escapes: a program that it passed through may have escaped its signs once more */
function withoutEscapes(fragment: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(fragment));
  } catch {
    return '';
  }
}

/** @returns the choices that a fragment carries, checked; undefined when it carries none that we know */
export function choicesIn(given: string): Choices | undefined {
  const fragment = withoutEscapes(given);
  if (!fragment.startsWith(fragmentStart)) return undefined;
  const found = checked(Object.fromEntries(new URLSearchParams(fragment.slice(fragmentStart.length))));
  return Object.keys(found).length ? found : undefined;
}

/** What a settings file holds: the choices, and the looks that have a name. */
interface Carried {
  choices: Choices;
  looks: SavedStyles;
}

/** The largest file that is read at all, in bytes: a hundred looks are far less. */
export const largestFile = 100_000;

/** @returns the text of a settings file */
export const fileWith = ({ choices, looks }: Carried): string =>
  JSON.stringify({ kind: 'reader-settings', version: 1, choices, looks }, null, 2);

/** @returns what a settings file holds, checked; undefined when it is not one, or holds nothing that we know */
export function carriedIn(text: string): Carried | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== 'reader-settings')
    return undefined;
  const carried = {
    choices: checked('choices' in data ? data.choices : undefined),
    looks: checkedStyles('looks' in data ? data.looks : undefined),
  };
  return Object.keys(carried.choices).length || carried.looks.length ? carried : undefined;
}
