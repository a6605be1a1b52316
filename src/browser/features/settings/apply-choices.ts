/** Shows choices on the root of the page, and nothing beyond them. */
import type { Choices } from '../../../model/settings/catalogue.js';
import { markRoot } from './choices-on-root.js';

/**
 * Shows exactly these choices: what the root carried beyond them is taken away.
 * @returns a promise of the further styles, if they are only now on their way
 */
export function applyChoices(
  choices: Choices,
  root: HTMLElement = document.documentElement,
): Promise<unknown> | undefined {
  // Also what only looked like a choice: first paint shows what was kept before anything checks it.
  for (const property of [...root.style]) {
    const name = /^--my-(.+)$/.exec(property)?.[1];
    if (!name || Object.hasOwn(choices, name)) continue;
    root.removeAttribute(`data-${name}`);
    root.style.removeProperty(property);
  }
  const link = markRoot(choices, root);
  return (
    link &&
    new Promise(done => {
      link.onload = link.onerror = done;
    })
  );
}
