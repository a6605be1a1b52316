/** The summaries in the order of the report: where each belongs, and how it is shown. */
import { outline, trails, type Entry } from '../contents/outline.js';
import { nameIn, sentence } from '../contents/words.js';
import { make } from '../../core/dom/make.js';
import { pageLanguage } from '../../core/language.js';
import { summaryOf } from '../../../model/explanations.js';
import type { PlainWords } from './words.js';

/**
 * A summary and what it is about. `trail` leads there from its part on; it is empty for the opening, before the first
 * part.
 */
export interface Summarised {
  id: string;
  trail: readonly Entry[];
  element: Element;
  heading: HTMLElement;
  summary: string;
}

const isGroup = ({ parentElement }: Element) => parentElement?.className === 'groups';

/** The figures stand in groups. The contents do not name them, but each has a summary. */
const withGroups = (entry: Entry): Entry => ({
  ...entry,
  inside: [
    ...entry.inside.map(withGroups),
    ...[...entry.element.querySelectorAll<HTMLElement>(':scope > .groups > section')].map(element => ({
      id: element.id,
      level: 'story' as const,
      element,
      heading: element.querySelector<HTMLElement>('h4')!,
      inside: [],
    })),
  ],
});

/** @returns the parts with all in them that has a summary */
export const partsWithSummaries = (): Entry[] => outline().map(withGroups);

/** @returns what a summary is of, as its words are named */
export const kindOf = ({ trail, element }: Summarised): 'opening' | 'part' | 'section' | 'story' | 'group' =>
  isGroup(element) ? 'group' : (trail.at(-1)?.level ?? 'opening');

/** @returns the summaries of the opening, and of all parts, sections and stories that are shown, in order */
export function summaries(parts: readonly Entry[]): Summarised[] {
  const opening = {
    id: 'opening',
    trail: [],
    element: document.querySelector('main .opening')!,
    heading: document.querySelector<HTMLElement>('main h1')!,
  };
  const others = trails(parts).map(trail => {
    const { id, element, heading } = trail.at(-1)!;
    return { id, trail, element, heading };
  });
  return [opening, ...others].flatMap(place => {
    const summary = summaryOf(place.id, pageLanguage());
    return summary ? [{ ...place, summary }] : [];
  });
}

/** @returns the summary of the last place on a trail that has one */
export const summaryAt = (all: readonly Summarised[], trail: readonly Entry[]): Summarised | undefined =>
  all.filter(({ id }) => trail.some(entry => entry.id === id)).pop() ?? all[0];

/** What is around a place, folded: its part and its section. They stay as open as the reader left them. */
export class EnclosingSummaries {
  readonly #made = new Map<string, HTMLElement>();
  readonly #all: readonly Summarised[];
  readonly #t: PlainWords;

  constructor(all: readonly Summarised[], t: PlainWords) {
    [this.#all, this.#t] = [all, t];
  }

  of({ id, trail }: Summarised): HTMLElement[] {
    return trail
      .filter(entry => entry.id !== id)
      .flatMap(entry => {
        const told = this.#all.find(each => each.id === entry.id);
        return told ? [this.#fold(entry, told)] : [];
      });
  }

  #fold({ level, heading }: Entry, { id, summary }: Summarised): HTMLElement {
    const name = sentence(this.#t, level === 'part' ? 'around.part' : 'around.section', {}, { place: nameIn(heading) });
    const fold =
      this.#made.get(id) ??
      make(
        'details',
        { className: 'part' },
        make('summary', {}, make('span', {}, ...name)),
        make('p', { textContent: summary }),
      );
    this.#made.set(id, fold);
    return fold;
  }
}

/** @returns a summary under the heading that it is about */
export function drawSummary({ heading, summary }: Summarised): HTMLElement[] {
  const { text, lang } = nameIn(heading),
    name = make('h3', { textContent: text });
  if (lang !== pageLanguage()) name.lang = lang;
  return [name, make('p', { textContent: summary })];
}
