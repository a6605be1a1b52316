/** The reader's choices: how they are kept, checked and shown. Both the first paint and the controls use this code, so that two copies can never disagree. */
import { catalogue, type Choices } from './catalogue.js';

const key = 'reader-settings';

/** @returns only what the catalogue allows; anything unknown becomes the usual */
export function checked(stored: unknown): Choices {
  const choices: Choices = {};
  if (typeof stored === 'object' && stored !== null) {
    for (const { name, options, usual } of catalogue) {
      const value = (stored as Record<string, unknown>)[name];
      if (value !== usual && (options as readonly unknown[]).includes(value)) choices[name] = value as string;
    }
  }
  return choices;
}

/** @returns the choices kept on this device; none where storage is empty, broken or refused */
export function keptChoices(): Choices {
  try {
    return checked(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return {};
  }
}

/** @returns whether this browser keeps the choices; storage may be refused or full (it can throw, not only be empty) */
export function keepChoices(choices: Choices): boolean {
  try {
    const chosen = checked(choices);
    if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Marks the root of the page; the styles answer. @param choices checked choices */
export function showChoices(choices: Choices, root: HTMLElement = document.documentElement): void {
  for (const { name } of catalogue) {
    const value = choices[name];
    if (value) root.dataset[name] = value;
    else root.removeAttribute(`data-${name}`);
  }
  root.style.setProperty('--size', choices.size ? `${Number(choices.size) / 100}` : '');
}
