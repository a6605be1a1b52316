/** What many journeys do: open the reader, press what is called so, come to it by Tab, wait for the copy. */
import assert from 'node:assert/strict';
import { readContent } from '../../src/build/content.js';
import { repair } from '../../src/model/report/repairs.js';
import { words } from '../../src/model/report/words.js';
import { until, type Screen } from '../support/engines/engine.js';
import { wordsInPage } from '../support/readers.js';
import type { Visit } from './journey.js';

const content = readContent();
/** Every word of the report, in order. */
const published: readonly string[] = words(repair(content.source, content.repairs));

/** Opens a page of the reader, and waits until its script works. */
export async function openReader({ screen, site }: Visit, path = ''): Promise<void> {
  await screen.open(site.url + path);
  await until(screen, 'the controls work', () =>
    Boolean(document.querySelector('reader-settings:defined') ?? !document.querySelector('reader-settings')),
  );
  // Until then a script that jumps far does not land where it wants, because heights are not known.
  await until(
    screen,
    'all of the page is laid out',
    () => !document.querySelector('html.far report-section, [style*="content-visibility"]'),
  );
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

/**
 * Run inside a page: marks the first of the elements that is called so.
 * @returns whether it is there, nothing covers it, and it stands where it stood when it was last looked for
 */
const markToClick = (selector: string, name: string): boolean => {
  const isCalledSo = (each: HTMLElement) => each.textContent.trim().replace(/\s+/g, ' ') === name;
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    each => each.getClientRects().length && isCalledSo(each),
  );
  const before = document.querySelector('[data-to-click]'),
    { left = 0, top = 0 } = found?.getBoundingClientRect() ?? {},
    place = `${left} ${top}`;
  const stays = before === found && found?.dataset['toClick'] === place;
  before?.removeAttribute('data-to-click');
  found?.setAttribute('data-to-click', place);
  return Boolean(found) && stays;
};

/**
 * Run inside a page: presses an element, looked at and pressed in one task, so that nothing can move in between.
 * @throws Error where something covers it
 */
const pressInPage = (selector: string): void => {
  const element = document.querySelector<HTMLElement>(selector)!;
  const there = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2);
  };
  if (!element.contains(there())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (!element.contains(there())) throw new Error(`something covers “${element.textContent.trim()}”`);
  element.click();
};

/**
 * Presses the first element of those that a selector finds, that is called so, once it stands still and nothing covers
 * it.
 */
export async function clickOn(screen: Screen, selector: string, name: string): Promise<void> {
  await until(screen, `“${name}” is there, and does not move`, markToClick, selector, name);
  await screen.evaluate(pressInPage, '[data-to-click]');
}

/** The same with the mouse, for what a browser allows only to a hand: the clipboard, or a file to be saved. */
export async function clickByHand(screen: Screen, selector: string, name: string): Promise<void> {
  await until(screen, `“${name}” is there, and does not move`, markToClick, selector, name);
  await screen.click('[data-to-click]');
}

/** @returns what the element with the focus is called */
export const focused = (screen: Screen): Promise<string> =>
  screen.evaluate(() => document.activeElement!.textContent.trim().replace(/\s+/g, ' '));

/** Opens a view by its control in the bar, or by the menu. */
export async function openView(screen: Screen, name: string): Promise<void> {
  const isDrawn = (name: string) =>
    document.querySelector('.panel:not([hidden]) h2')?.textContent === name &&
    Boolean(document.querySelector('.view')?.textContent.trim());
  const isInBar = ['Contents', 'Find', 'More', 'Mwy'].includes(name);
  if (!isInBar && !(await screen.evaluate(isDrawn, 'More'))) await clickOn(screen, 'nav.bar > button', 'More');
  if (isInBar) await clickOn(screen, 'nav.bar > :is(a, button)', name);
  else await clickOn(screen, '.doors b', name);
  await until(screen, `the view “${name}” is drawn`, isDrawn, name);
}

/** Scrolls to an element, as a link to it does. */
export const readAt = (screen: Screen, selector: string): Promise<void> =>
  screen.evaluate(selector => {
    document.querySelector(selector)!.scrollIntoView();
  }, selector);

/** @returns whether a passage has the focus and stands in the upper half of the window */
export const whenAt = (screen: Screen, what: string, selector: string): Promise<void> =>
  until(
    screen,
    what,
    selector => {
      const { top } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: -1 };
      return top >= -1 && top < innerHeight / 2;
    },
    selector,
  );
