/** Looks of the reader's own: choices with a name, kept on the device. */
import type { Choices } from './catalogue.js';
import { checked } from './choices.js';

export interface Look { name: string; choices: Choices }
export type Looks = readonly Look[];

const key = 'reader-looks';
export const longestName = 40;
const most = 50;

/** @returns a name as it may be kept: one line, no longer than `longestName`, no marks that turn text round */
export const cleanName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, longestName);

/** @returns only what is a look: a name of its own, and choices that the catalogue allows */
export function checkedLooks(given: unknown): Looks {
  const looks = new Map<string, Look>();
  for (const each of Array.isArray(given) ? given.slice(0, most) : []) {
    const { name, choices } = (each ?? {}) as Partial<Record<keyof Look, unknown>>;
    const clean = typeof name === 'string' ? cleanName(name) : '';
    const allowed = checked(choices);
    if (clean && Object.keys(allowed).length && !looks.has(clean)) looks.set(clean, { name: clean, choices: allowed });
  }
  return [...looks.values()];
}

/** @returns the looks kept on this device, checked */
export function keptLooks(): Looks {
  try { return checkedLooks(JSON.parse(localStorage.getItem(key) ?? '[]')); } catch { return []; }
}

/** @returns whether this browser kept them */
export function keepLooks(looks: Looks): boolean {
  try {
    if (looks.length) localStorage.setItem(key, JSON.stringify(looks));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** @returns the looks with these added; one of the same name is replaced, and none of the reader's own is lost */
export const withLooks = (own: Looks, added: Looks): Looks => [...own.filter(look => !added.some(({ name }) => name === look.name)), ...added].slice(-most);
