/**
 * How choices are kept on the device and shown on the root of the page. The first paint and the controls use the same
 * code, so that two copies can never disagree.
 */
import type { Choices } from '../../../model/settings/catalogue.js';

export const storageKey = 'reader-settings';

/**
 * Marks the root of the page, each choice as a `data-` attribute and a custom property; the styles answer, and hold
 * every number within its bounds. Only names and values that cannot be anything but a word, a number or a colour are
 * written.
 * @param choices what is chosen
 * @param moreStyles the address of the styles for all that goes beyond size and theme; linked when such a choice is
 * made
 * @returns the link to those styles, if it was made now
 */
export function markRoot(
  choices: Choices,
  moreStyles: string,
  root: HTMLElement = document.documentElement,
): HTMLLinkElement | undefined {
  let link;
  for (const [name, value] of Object.entries(choices)) {
    if (typeof value !== 'string' || !/^[a-z]+$/.test(name) || !/^#?[\w.-]+$/.test(value)) continue;
    root.dataset[name] = value;
    root.style.setProperty(`--my-${name}`, value);
    if (!/size|theme/.test(name) || value === 'own') link = linkStyles(moreStyles) ?? link;
  }
  return link;
}

/** Links the further styles once. Before first paint the page waits for it, where the browser knows how to. */
function linkStyles(address: string): HTMLLinkElement | undefined {
  if (document.getElementById('more')) return undefined;
  const link = document.createElement('link');
  link.id = 'more';
  link.rel = 'stylesheet';
  link.setAttribute('blocking', 'render');
  link.href = address;
  document.head.append(link);
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
