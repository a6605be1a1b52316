/** The places that were found, as a list under the headings where they stand. */
import { make } from '../../core/dom/make.js';
import type { FindWords } from './find-words.js';
import { headingOf, passageAt, places, position, textAt } from './finding.js';
import type { Place } from './search.js';
import { piecesOf } from './sentences.js';

/** Places that stand under one heading of the report. `numbers` are their numbers among all that was found. */
interface Group {
  heading: HTMLElement;
  numbers: number[];
}

/** @returns all that was found, by heading, in order */
export function groupsOf(found: readonly Place[]): Group[] {
  const groups: Group[] = [];
  for (const [number, place] of found.entries()) {
    const heading = headingOf(place),
      last = groups[groups.length - 1];
    if (last?.heading === heading) last.numbers.push(number);
    else groups.push({ heading, numbers: [number] });
  }
  return groups;
}

const languageOf = (element: Element) => element.closest<HTMLElement>('[lang]')!.lang;

function placeButton(number: number, t: FindWords, go: (number: number) => void): HTMLButtonElement {
  const place = places()[number]!,
    isHere = number === position();
  const words = make(
    'span',
    { lang: languageOf(passageAt(place)) },
    ...piecesOf(textAt(place), place.sentence, place.hits).map(({ words, found }) =>
      found ? make('mark', { textContent: words }) : words,
    ),
  );
  const button = make(
    'button',
    { type: 'button', className: 'place', onclick: () => go(number) },
    ...(isHere ? [make('b', { textContent: t('here') }), ' '] : []),
    words,
  );
  if (isHere) button.setAttribute('aria-current', 'true');
  return button;
}

/**
 * @param go is called with the number of the place that the reader presses
 * @param most how many places are drawn
 * @returns the list
 */
export function resultList(
  groups: readonly Group[],
  most: number,
  t: FindWords,
  go: (number: number) => void,
): HTMLElement[] {
  return groups
    .filter(({ numbers }) => numbers[0]! < most)
    .map(({ heading, numbers }) => {
      const list = make(
        'ul',
        {},
        ...numbers.filter(number => number < most).map(number => make('li', {}, placeButton(number, t, go))),
      );
      list.setAttribute('role', 'list');
      return make(
        'section',
        {},
        make('h3', { textContent: heading.textContent.trim(), lang: languageOf(heading) }),
        list,
      );
    });
}
