/**
 * Folds the stories that have a content note: heading and note are shown, the text when it is asked for, or when
 * something in it is.
 */
import type { Translate } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import { keepLine } from '../../core/position/keep-line.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { lineOnScreen, topOf, type Anchor } from '../../core/position/line.js';

const root = document.documentElement;
/**
 * Whether the browser finds words in what is hidden so, and then asks that it be shown
 * (https://html.spec.whatwg.org/#the-hidden-attribute).
 */
const untilFound = 'onbeforematch' in document;

/** A story that can be folded, and the row with its buttons, which stands in its note. */
interface Fold {
  story: HTMLElement;
  row: HTMLElement;
  button: HTMLElement;
}

let folds: Fold[] = [],
  words: Translate;

const isFolded = ({ story }: Fold) => story.dataset['folded'] !== undefined;

function name(each: Fold): void {
  const folded = isFolded(each);
  each.button.textContent = words(folded ? 'fold.show' : 'fold.hide');
  each.button.setAttribute('aria-expanded', String(!folded));
}

/**
 * Folds a story, or unfolds it. The styles do it too where the browser has no way of its own; all of it keeps its place
 * in the page and in lists of passages.
 */
function fold(each: Fold, folded: boolean): void {
  const { story } = each;
  if (folded) story.dataset['folded'] = '';
  else delete story.dataset['folded'];
  for (const child of story.children) {
    const hide = folded && !child.matches('h4, .note');
    // Of a list that is hidden so, a screen reader would still hear that it is one, and empty.
    for (const [name, value] of [
      ['aria-hidden', 'true'],
      ...(untilFound ? [['hidden', 'until-found']] : []),
    ] as const) {
      if (hide) child.setAttribute(name!, value!);
      else child.removeAttribute(name!);
    }
  }
  name(each);
}

const foldAround = (node: Node) => folds.find(each => isFolded(each) && each.story.contains(node));

/**
 * Unfolds the story of a passage to which somebody goes. The jump put it where it would be on the screen; there it
 * stays.
 */
function comeTo(passage: HTMLElement): void {
  const around = foldAround(passage);
  if (!around || passage.closest('h4, .note')) return;
  const { top } = passage.getBoundingClientRect();
  fold(around, false);
  scrollBy({ top: passage.getBoundingClientRect().top - top, behavior: 'instant' });
  // What was folded could not take the focus. Beside the text, whoever steps from place to place stays with the button.
  const stays = root.hasAttribute('data-beside') && document.activeElement?.closest('.sheet');
  if (passage.hasAttribute('tabindex') && !stays) passage.focus({ preventScroll: true });
}

// A jump lets its goal take the focus, and the panel marks what it is about: by that it is known where somebody goes.
const goals = new MutationObserver(records => {
  for (const { target } of records)
    if ((target as HTMLElement).matches('[tabindex], [data-chosen]')) comeTo(target as HTMLElement);
});
// What comes into a folded story, such as a row that explains hard words, is folded with it.
const arrivals = new MutationObserver(records => {
  for (const target of new Set(records.map(({ target }) => target))) {
    const around = foldAround(target);
    if (around) fold(around, true);
  }
});
const found = ({ target }: Event) => {
  const around = foldAround(target as Node);
  if (around) fold(around, false);
};

function makeFolds(): Fold[] {
  return [...document.querySelectorAll('.run > section > .note')].map(note => {
    const story = note.parentElement!;
    const button = make('button', {
      type: 'button',
      onclick: () => {
        fold(each, !isFolded(each));
      },
    });
    const each: Fold = { story, button, row: make('p', { className: 'fold' }, button) };
    note.append(each.row);
    return each;
  });
}

function end(): void {
  goals.disconnect();
  arrivals.disconnect();
  document.removeEventListener('beforematch', found);
  for (const each of folds) {
    fold(each, false);
    each.row.remove();
  }
  folds = [];
}

function start(made: Fold[]): void {
  folds = made;
  for (const each of folds) fold(each, true);
  goals.observe(document.querySelector('main')!, { subtree: true, attributeFilter: ['tabindex', 'data-chosen'] });
  for (const { story } of folds) arrivals.observe(story, { childList: true });
  document.addEventListener('beforematch', found);
}

/** Names the button of each note: it hides all such stories, or shows them again. */
function nameButtons(): void {
  for (const button of document.querySelectorAll('.run .note > [value=hide]'))
    button.textContent = words(folds.length ? 'note.show' : 'note.hide');
}

/** @returns the first line of the note whose button was pressed, which stays in its place; else the line being read */
function lineToKeep(): Anchor | undefined {
  const name = document.activeElement?.matches('.note > [value=hide]') && document.activeElement.parentElement,
    shown = name && [...name.querySelectorAll('b, b *')].filter(each => each.getClientRects().length).pop(),
    node = shown && shown.firstChild;
  return node instanceof Text ? { node, offset: 0, top: topOf(node, 0) } : lineOnScreen();
}

/** Which wish is the newest: the words may come after it has changed. */
let turn = 0;

/**
 * Folds the stories that have a content note, or unfolds them all.
 * @throws what the browser throws when the words cannot be fetched: nothing is folded then
 */
export async function foldStories(wanted: boolean): Promise<void> {
  const mine = (turn += 1),
    t = await interfaceWords();
  if (mine !== turn) return;
  words = t;
  // Whoever came by a link to a passage was there before this script, and the passage could not take the focus yet.
  const goal = [...document.querySelectorAll<HTMLElement>('main [tabindex="-1"]')].find(
    passage => passage !== document.activeElement,
  );
  await keepLine(() => {
    // From now on this script says what is folded, and no longer the styles alone.
    root.classList.add('care');
    end();
    if (wanted) start(makeFolds());
    nameButtons();
    return undefined;
  }, lineToKeep);
  if (goal) comeTo(goal);
}

/** Names the buttons anew, in the language that was chosen since. */
export async function nameFolds(): Promise<void> {
  if (!root.classList.contains('care')) return;
  words = await interfaceWords();
  folds.forEach(name);
  nameButtons();
}
