/**
 * Prints one story alone, as the reader sees it: in the chosen size and typeface, with the title of the report above
 * it. A part of the view "This passage".
 */
import { make } from '../../core/dom/make.js';
import type { Part } from './parts.js';
import { passageWords } from './words.js';

const only = 'data-print',
  around = 'data-print-around';

/** Leaves nothing on paper but this piece, until the browser has printed. */
function printOnly(piece: Element): void {
  const cover = document.querySelector('h1');
  const marked: Element[] = [];
  const mark = (element: Element, name: string) => {
    element.setAttribute(name, '');
    marked.push(element);
  };
  for (const wanted of cover ? [cover, piece] : [piece]) {
    mark(wanted, only);
    for (let parent = wanted.parentElement; parent; parent = parent === document.body ? null : parent.parentElement)
      mark(parent, around);
  }
  addEventListener(
    'afterprint',
    () => {
      for (const element of marked) {
        element.removeAttribute(only);
        element.removeAttribute(around);
      }
    },
    { once: true },
  );
  print();
}

/**
 * A passage outside every story has nothing to print alone: all of the report is printed by the browser's own Print.
 */
export const showPrinting: Part = ({ passages }, container) => {
  const story = passages[0]!.closest('.run > section');
  let ended = false;
  if (story)
    void passageWords().then(t => {
      if (!ended)
        container.append(
          make(
            'p',
            {},
            make('button', { type: 'button', textContent: t('print.story'), onclick: () => printOnly(story) }),
          ),
        );
    });
  return () => {
    ended = true;
  };
};
