/**
 * How choices are kept on the device and shown on the root of the page. The first paint and the controls use the same
 * code, so that two copies can never disagree.
 */
import type { Choices } from '../../../model/settings/catalogue.js';

export const storageKey = 'reader-settings';

/**
 * Marks the root of the page, each choice as a `data-` attribute and a custom property; the styles answer, and hold
 * every number within its bounds. Only names and values that cannot be anything but a word, a number or a colour are
 * written. A choice that goes beyond size and theme asks for the further styles: the page has a link to them that is
 * off. Before first paint the page waits for them, where the browser knows how to.
 * @param choices what is chosen
 * @returns the link to those styles, if they are only now on their way
 */
export function markRoot(choices: Choices, root: HTMLElement = document.documentElement): HTMLLinkElement | undefined {
  const more = document.querySelector<HTMLLinkElement>('#extra');
  let link;
  for (const [name, value] of Object.entries(choices)) {
    if (typeof value !== 'string' || !/^[a-z]+$/.test(name) || !/^#?[\w.-]+$/.test(value)) continue;
    root.dataset[name] = value;
    root.style.setProperty(`--my-${name}`, value);
    // Of the themes, first paint knows those that a device can ask for.
    if ((/size|theme/.test(name) && !/own|cream/.test(value)) || !more?.disabled) continue;
    more.disabled = false;
    link = more;
  }
  return link;
}

/** @returns what stands in storage, as it stands: unchecked, and nothing where it is empty, broken or refused */
export function storedChoices(): Choices {
  try {
    return JSON.parse(localStorage.getItem(storageKey)!) ?? {};
  } catch {
    return {};
  }
}
