/** The reader's choices, checked against what is offered: those that are kept, and those that come by link or file. */
import { write } from '../../core/storage/storage.js';
import { allows, catalogue, type Choices, type Offered } from '../../../model/settings/catalogue.js';
import { storageKey, storedChoices } from './choices-on-root.js';

let offered: readonly Offered[] = catalogue;

/** @returns the settings that are offered: the whole catalogue, unless `offerOnly` said otherwise */
export const offeredSettings = (): readonly Offered[] => offered;

/** Offers fewer settings, or fewer of their options. Called before anything asks for them. */
export const offerOnly = (settings: readonly Offered[]): void => {
  offered = settings;
};

/** @returns only what these settings allow; anything unknown, and anything that is the usual, is left out */
export function checked(given: unknown): Choices {
  const choices: Choices = {};
  if (typeof given === 'object' && given !== null) {
    for (const setting of offered) {
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
