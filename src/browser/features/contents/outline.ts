/** The parts, sections and stories of the report that stands in the page, with the words that each holds. */
import { passagesIn } from '../../core/position/passages.js';
import { words } from '../../../model/report/words.js';

/** A part, a section or a story. */
export interface Entry {
  id: string;
  level: 'part' | 'section' | 'story';
  element: HTMLElement;
  heading: HTMLElement;
  inside: Entry[];
}

const levels = {
  part: ['h2', 'section', ':scope > report-section'],
  section: ['h3', 'story', ':scope > .run > section'],
  story: ['h4', 'story', ':scope > :not(*)'],
} as const;

function entry(element: HTMLElement, level: Entry['level']): Entry {
  const [heading, below, within] = levels[level];
  return {
    id: element.id,
    level,
    element,
    heading: element.querySelector<HTMLElement>(heading)!,
    inside: entries(element, within, below),
  };
}

/** What the reader has hidden has no entry. */
const entries = (around: ParentNode, within: string, level: Entry['level']): Entry[] =>
  [...around.querySelectorAll<HTMLElement>(within)]
    .filter(element => element.getClientRects().length)
    .map(element => entry(element, level));

/** @returns the parts, with what is in them */
export const outline = (): Entry[] => entries(document.querySelector('main')!, ':scope > section[id]', 'part');

/** @returns the trail to every entry, in the order of the text: from its part on */
export const trails = (entries: readonly Entry[], before: Entry[] = []): Entry[][] =>
  entries.flatMap(entry => [[...before, entry], ...trails(entry.inside, [...before, entry])]);

const counted = new WeakMap<Element, number>();
/** @returns how many words a passage has; the report's words do not change while it is read */
export function wordsIn(passage: Element): number {
  const known = counted.get(passage) ?? words(passage.textContent).length;
  counted.set(passage, known);
  return known;
}

/** @returns how many of the report's words stand in an element */
export const wordsOf = (element: ParentNode): number =>
  passagesIn(element).reduce((all, passage) => all + wordsIn(passage), 0);

/** @returns the passages that are shown, in order */
export const shownPassages = (): HTMLElement[] =>
  passagesIn(document.querySelector('main')!).filter(passage => passage.getClientRects().length);

/** @returns the part, the section and the story around a passage, as far as it is in one */
export function trailTo(passage: Node | undefined, parts: readonly Entry[]): Entry[] {
  const around = passage && parts.find(({ element }) => element.contains(passage));
  return around ? [around, ...trailTo(passage, around.inside)] : [];
}
