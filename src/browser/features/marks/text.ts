/** The report as plain passages, and the marks' places in it. */
import { deliveredWords, type Delivered } from '../../core/position/original-words.js';
import { letterAt, letterOf, passagesIn, type PassageName } from '../../core/position/passages.js';
import { isAsDelivered, pageLanguage } from '../../core/language.js';
import { asDelivered, partIn } from '../passage/chosen-passage.js';
import type { Chosen } from '../passage/parts.js';
import { findQuoted, quote, type Found, type PassageText } from './anchor.js';
import { newId, type Kind, type Mark, type Quoted } from './model.js';

interface Text {
  elements: HTMLElement[];
  passages: PassageText[];
  delivered: Delivered;
}

let known: Text | undefined;

/** The passages with their names, as `nameOf` gives them, but counted once for all. */
function named(delivered: Delivered): Text {
  const elements = [...delivered.keys()],
    counted = new Map<Element, Map<HTMLElement, number>>();
  const passages = elements.map(element => {
    const owner = element.closest('[id]')!;
    if (!counted.has(owner)) counted.set(owner, new Map(passagesIn(owner).map((each, index) => [each, index])));
    const text = delivered.get(element)!;
    return { id: owner.id, index: counted.get(owner)!.get(element) ?? 0, begins: text.trim().slice(0, 60), text };
  });
  return { elements, passages, delivered };
}

/** Reads the report, once: its words do not change while the page is open. Until then there is no mark in it. */
export async function readReport(): Promise<void> {
  known ??= named(await deliveredWords());
}

const report = (): Text => known ?? { elements: [], passages: [], delivered: new Map() };

const places = new WeakMap<Quoted, Found | false>();
function foundOf(place: Quoted): Found | undefined {
  if (!places.has(place)) places.set(place, findQuoted(report().passages, place) ?? false);
  return places.get(place) || undefined;
}

/** A place of a mark in the page. */
interface InPage {
  passage: HTMLElement;
  order: number;
  found: Found;
}

/** @returns where a mark's words are now, in order; nothing where none of them is in the text any more */
export const placesIn = ({ places }: Mark): InPage[] =>
  places.flatMap(place => {
    const found = foundOf(place);
    return found
      ? [{ passage: report().elements[found.passage]!, order: found.passage + found.start / 1e6, found }]
      : [];
  });

/** @returns whether two marks share a letter of the text */
export const overlap = (one: Mark, other: Mark): boolean =>
  placesIn(one).some(({ passage, found: { start, end } }) =>
    placesIn(other).some(({ passage: same, found }) => same === passage && found.start < end && start < found.end),
  );

/**
 * @returns the passage on which a mark begins, by the name that it has now; by that of old where it is no longer in the
 * text
 */
export function passageNameOf({ places }: Mark): PassageName {
  const found = places.map(foundOf).find(each => each !== undefined);
  return found ? report().passages[found.passage]! : places[0]!;
}

/**
 * @returns the language of the marked words, as the page marks it; that of the report where they are not in it any more
 */
export function languageOf(mark: Mark): string {
  const passage = placesIn(mark)[0]?.passage ?? document.querySelector('main .opening > *');
  // What the root says may be a translator's, and the marked words are not.
  return passage?.closest<HTMLElement>(':not(:root)[lang]')?.lang ?? pageLanguage();
}

function whole(passage: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(passage);
  return range;
}

/** @returns the letters of a place as a range, in a translated page its passage; nothing where they are not there */
export function rangeOf({ passage, found }: InPage): Range | undefined {
  if (!isAsDelivered()) return whole(passage);
  const [start, end] = [letterAt(passage, found.start), letterAt(passage, found.end)];
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/**
 * @returns the marks in the order of the text; those that are no longer in it last, in the order in which they were
 * made
 */
export function inOrder(marks: readonly Mark[]): Mark[] {
  const order = new Map(marks.map(mark => [mark, placesIn(mark)[0]?.order ?? Infinity]));
  const by = (mark: Mark) => order.get(mark)!;
  return [...marks].sort((one, other) =>
    by(one) === by(other) ? one.made.localeCompare(other.made) : by(one) - by(other),
  );
}

/** @returns where what was chosen is: a place for each passage */
const quotedFrom = ({ passages, range }: Chosen): Quoted[] =>
  passages.flatMap(passage => {
    const text = report().passages[report().elements.indexOf(passage)],
      part = range && partIn(passage, range);
    if (!text) return [];
    if (!part) return text.text ? [quote(text, 0, text.text.length)] : [];
    const start = letterOf(passage, part.startContainer, part.startOffset),
      end = Math.min(letterOf(passage, part.endContainer, part.endOffset), text.text.length);
    return end > start ? [quote(text, start, end)] : [];
  });

/** @returns a new mark on what was chosen */
export function markOn(chosen: Chosen, kind: Kind, name = ''): Mark {
  const now = new Date().toISOString(),
    meant = asDelivered(chosen, report().delivered);
  return {
    id: newId(),
    kind,
    name,
    note: '',
    heading: meant.heading,
    made: now,
    changed: now,
    places: quotedFrom(meant),
  };
}
