/**
 * Finds marked words again, also where the text around them, or they themselves, were corrected. Plain data: it knows
 * nothing of a page.
 */
import type { PassageName } from '../../core/position/passages.js';
import { limits, type Quoted } from './model.js';

/** A passage as it reads now. */
export interface PassageText extends PassageName {
  text: string;
}

/** Where marked words are now: which passage, which letters of it, and whether they read as they did. */
export interface Found {
  passage: number;
  start: number;
  end: number;
  as: 'before' | 'corrected';
}

/** Fewer letters than this stand in many places, and are looked for only in the passage where they were. */
const telling = 8;
/** Of a passage whose words were corrected, so many must still be there. */
const alike = 0.5;

/** @returns the mark's place in a passage @param start @param end letters of it */
export const quote = ({ id, index, begins, text }: PassageText, start: number, end: number): Quoted => ({
  id,
  index,
  begins,
  start,
  end,
  words: text.slice(start, end),
  before: text.slice(Math.max(0, start - limits.around), start),
  after: text.slice(end, end + limits.around),
});

/** How many letters two texts share from where they touch. */
function shared(one: string, other: string): number {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters += 1;
  return letters;
}
const turned = (text: string) => [...text].reverse().join('');

/** How well what stands around a place fits what stood there; of equals the nearer one is better. */
function agreement({ text }: PassageText, at: number, { words, before, after, start }: Quoted): number {
  const around =
    shared(turned(text.slice(Math.max(0, at - before.length), at)), turned(before)) +
    shared(text.slice(at + words.length), after);
  return around - Math.abs(at - start) / 1e6;
}

/** @returns where exactly these words stand in these passages, as well as it fits; nothing where they do not */
function exactly(passages: readonly PassageText[], among: readonly number[], place: Quoted): Found | undefined {
  let best: Found | undefined,
    fits = -Infinity;
  for (const passage of among) {
    const each = passages[passage]!;
    for (let at = each.text.indexOf(place.words); at >= 0; at = each.text.indexOf(place.words, at + 1)) {
      const how = agreement(each, at, place) + (each.id === place.id ? 1 : 0);
      if (how > fits) [best, fits] = [{ passage, start: at, end: at + place.words.length, as: 'before' }, how];
    }
  }
  return best;
}

// Short words stand in every passage.
const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu));

/** @returns which share of the words that were known of a place a passage still has */
function likeness({ text }: PassageText, { begins, before, words, after }: Quoted): number {
  const known = wordsIn(`${begins} ${before}${words}${after}`),
    now = wordsIn(text);
  return known.size ? [...known].filter(word => now.has(word)).length / known.size : 0;
}

/** @returns the passage that goes by the name: the one that begins so where it was, or else the first that begins so */
function named(passages: readonly PassageText[], { id, index, begins }: PassageName): number {
  const exact = passages.findIndex(each => each.id === id && each.index === index && each.begins === begins);
  if (exact >= 0) return exact;
  const near = passages.findIndex(each => each.id === id && each.begins === begins);
  return near >= 0 ? near : passages.findIndex(each => each.begins === begins);
}

/** @returns a passage whole, as the place of words that were corrected */
const whole = (passages: readonly PassageText[], passage: number): Found => ({
  passage,
  start: 0,
  end: passages[passage]!.text.length,
  as: 'corrected',
});

/**
 * Looks for the words where they were; then for exactly these words elsewhere in the passage, then in the report; then
 * for the passage itself, by its beginning or by most of its words.
 * @returns where they are now; nothing where they are no longer in the text
 */
export function findQuoted(passages: readonly PassageText[], place: Quoted): Found | undefined {
  const passage = named(passages, place);
  if (passage >= 0) {
    if (passages[passage]!.text.slice(place.start, place.end) === place.words)
      return { passage, start: place.start, end: place.end, as: 'before' };
    const within = exactly(passages, [passage], place);
    if (within) return within;
  }
  const all = [...passages.keys()],
    around = all.filter(each => passages[each]!.id === place.id);
  const elsewhere = exactly(passages, place.words.trim().length < telling ? around : all, place);
  if (elsewhere) return elsewhere;
  if (passage >= 0) return whole(passages, passage);
  const like = around
    .map(each => ({ each, share: likeness(passages[each]!, place) }))
    .sort((one, other) => other.share - one.share)[0];
  return like && like.share >= alike ? whole(passages, like.each) : undefined;
}
