/** Looks of the reader's own: choices with a name, kept on the device. */
import { read, write } from '../../core/storage/storage.js';
import type { Choices } from '../../../model/settings/catalogue.js';
import { checked } from './choices.js';

interface SavedStyle {
  name: string;
  choices: Choices;
}
export type SavedStyles = readonly SavedStyle[];

const key = 'reader-looks';
export const longestName = 40;
const most = 50;

/** @returns a name as it may be kept: one line, no longer than `longestName`, no marks that turn text round */
export const cleanName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName);

/** @returns only what is a look: a name of its own, and choices that the catalogue allows */
export function checkedStyles(given: unknown): SavedStyles {
  const looks = new Map<string, SavedStyle>();
  for (const each of Array.isArray(given) ? given.slice(0, most) : []) {
    const { name, choices } = (each ?? {}) as Partial<Record<keyof SavedStyle, unknown>>;
    const clean = typeof name === 'string' ? cleanName(name) : '';
    const allowed = checked(choices);
    if (clean && Object.keys(allowed).length && !looks.has(clean)) looks.set(clean, { name: clean, choices: allowed });
  }
  return [...looks.values()];
}

/** @returns the looks kept on this device, checked */
export function savedStyles(): SavedStyles {
  try {
    return checkedStyles(JSON.parse(read(key) ?? '[]'));
  } catch {
    return [];
  }
}

/** @returns whether this device keeps them */
export const saveStyles = (looks: SavedStyles): boolean => write(key, looks.length ? JSON.stringify(looks) : '');

/**
 * @returns the looks with these added; one of the same name is replaced. A file with many looks fills what room there
 * is, and pushes out none of the reader's own.
 */
export function withStyles(own: SavedStyles, added: SavedStyles): SavedStyles {
  const rest = own.filter(look => !added.some(({ name }) => name === look.name));
  return [...rest, ...added.slice(0, Math.max(1, most - rest.length))].slice(-most);
}
