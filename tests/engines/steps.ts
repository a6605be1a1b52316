/** What many journeys do: open the reader, press what is called so, come to it by Tab, wait for the copy. */
import assert from 'node:assert/strict';
import { readContent } from '../../src/build/content.js';
import { repair } from '../../src/report/repairs.js';
import { words } from '../../src/report/words.js';
import { inTheWay, until, type Screen } from '../support/engines/engine.js';
import { wordsInPage } from '../support/readers.js';
import type { Visit } from './journey.js';

const content = readContent();
/** Every word of the report, in order. */
const published: readonly string[] = words(repair(content.source, content.repairs));

/** Opens a page of the reader, and waits until its script works. */
export async function openReader({ screen, site }: Visit, path = ''): Promise<void> {
  await screen.open(site.url + path);
  await until(screen, 'the controls work', () => Boolean(document.querySelector('reader-settings:defined') ?? !document.querySelector('reader-settings')));
}

/** Asserts that every word of the report stands in the page, in order. */
export async function assertWhole(screen: Screen): Promise<void> {
  const found = await screen.evaluate(wordsInPage);
  assert.equal(found.length, published.length);
  assert.deepEqual(found, published);
}

/** Waits until the page says that the report is saved, and then until what comes after it is there too. */
export async function whenKept(screen: Screen): Promise<void> {
  await until(screen, 'the page says that the report is saved', () => Boolean(document.querySelector('.saved.now')));
  await until(screen, 'all of the copy is there', () => Number(localStorage.getItem('reader-copy')) > 0);
}

declare global { interface Window { pressedBeside?: boolean } }

/** Run inside a page: marks the first of the elements that is called so. @returns whether it is there, and stays in its place since it was last looked for */
const markToClick = (selector: string, name: string): boolean => {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(each => each.getClientRects().length && each.textContent.trim().replace(/\s+/g, ' ') === name);
  const before = document.querySelector('[data-to-click]'), { left = 0, top = 0 } = found?.getBoundingClientRect() ?? {}, place = `${left} ${top}`;
  const stays = Boolean(found) && before === found && found?.dataset['toClick'] === place;
  before?.removeAttribute('data-to-click');
  found?.setAttribute('data-to-click', place);
  window.pressedBeside = true;
  found?.addEventListener('click', () => { delete window.pressedBeside; }, { once: true });
  return stays;
};

/** Clicks the first element of those that a selector finds, that is called so. Where the page moved under the hand, or drew the element anew just then, it is clicked again, as anybody would. */
export async function clickOn(screen: Screen, selector: string, name: string, tries = 10): Promise<void> {
  await until(screen, `“${name}” is there, and does not move`, markToClick, selector, name);
  const fault = await screen.click('[data-to-click]').then(() => undefined, (error: unknown) => error);
  // A page that is being replaced was hit, and so was what is gone from it.
  const beside = fault ?? await inTheWay(screen, 5000, () => !window.pressedBeside);
  if (beside === undefined) return;
  if (!tries) throw fault instanceof Error ? fault : new Error(`“${name}” cannot be clicked`);
  await clickOn(screen, selector, name, tries - 1);
}

/** @returns what the element with the focus is called */
export const focused = (screen: Screen): Promise<string> => screen.evaluate(() => document.activeElement!.textContent.trim().replace(/\s+/g, ' '));

/** Opens the panel by its link in the bar, and one of its views by its button. What was pressed beside its aim, because the page moved, is pressed again. */
export async function openView(screen: Screen, name: string, tries = 3): Promise<void> {
  const isOpen = () => Boolean(document.querySelector('reader-panel:not([hidden])'));
  if (!await screen.evaluate(isOpen)) await clickOn(screen, 'nav.bar > a', 'Contents');
  await until(screen, 'the panel opens', isOpen);
  if (name !== 'Contents') await clickOn(screen, '.views button', name);
  const drawn = (name: string) => document.querySelector('.views [aria-pressed=true]')?.textContent === name && Boolean(document.querySelector('.view')?.textContent.trim());
  const reason = await inTheWay(screen, tries ? 6000 : 25_000, drawn, name);
  if (reason === undefined) return;
  if (!tries) throw new Error(`the view “${name}” is not drawn (${reason})`);
  if (!await screen.evaluate(drawn, name)) await openView(screen, name, tries - 1);
}

/** Scrolls to an element, as a link to it does. */
export const readAt = (screen: Screen, selector: string): Promise<void> => screen.evaluate(selector => { document.querySelector(selector)!.scrollIntoView(); }, selector);

/** @returns whether a passage has the focus and stands in the upper half of the window */
export const whenAt = (screen: Screen, what: string, selector: string): Promise<void> => until(screen, what, selector => {
  const { top } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: -1 };
  return top >= -1 && top < innerHeight / 2;
}, selector);
