/** The matches that were found, as a list under the headings where they stand. */
import { make } from '../../core/dom/make.js';
import type { FindWords } from './find-words.js';
import { headingOf, passageAt, matches, matchIndex, textAt } from './finding.js';
import type { Match } from './search.js';
import { piecesOf } from './sentences.js';

/** Places that stand under one heading of the report. `numbers` are their numbers among all that was found. */
interface Group {
  heading: HTMLElement;
  numbers: number[];
}

/** @returns all that was found, by heading, in order */
export function groupsOf(found: readonly Match[]): Group[] {
  const groups: Group[] = [];
  for (const [number, match] of found.entries()) {
    const heading = headingOf(match),
      last = groups[groups.length - 1];
    if (last?.heading === heading) last.numbers.push(number);
    else groups.push({ heading, numbers: [number] });
  }
  return groups;
}

const languageOf = (element: Element) => element.closest<HTMLElement>('[lang]')!.lang;

function matchButton(number: number, t: FindWords, go: (number: number) => void): HTMLButtonElement {
  const match = matches()[number]!,
    isHere = number === matchIndex();
  const words = make(
    'span',
    { lang: languageOf(passageAt(match)) },
    ...piecesOf(textAt(match), match.sentence, match.hits).map(({ words, found }) =>
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
 * @param go is called with the number of the match that the reader presses
 * @param most how many matches are drawn
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
        ...numbers.filter(number => number < most).map(number => make('li', {}, matchButton(number, t, go))),
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
