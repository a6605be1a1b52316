/** The reader's choices, checked against the catalogue: what is kept, and what comes by link or file. */
import { write } from '../../core/storage/storage.js';
import { allows, catalogue, type Choices } from '../../../model/settings/catalogue.js';
import { storageKey, storedChoices } from './choices-on-root.js';

/** @returns only what the catalogue allows; anything unknown, and anything that is the usual, is left out */
export function checked(given: unknown): Choices {
  const choices: Choices = {};
  if (typeof given === 'object' && given !== null) {
    for (const setting of catalogue) {
      const value = Object.hasOwn(given, setting.name) ? (given as Record<string, unknown>)[setting.name] : undefined;
      if (value !== setting.usual && allows(setting, value)) choices[setting.name] = value;
    }
  }
  return choices;
}

/** @returns the choices kept on this device, checked */
export const keptChoices = (): Choices => checked(storedChoices());

/** @returns whether this device keeps the choices */
export function keepChoices(choices: Choices): boolean {
  const chosen = checked(choices);
  return write(storageKey, Object.keys(chosen).length ? JSON.stringify(chosen) : '');
}
