/**
 * What a mark is: a bookmark, a note, or a highlight of one of five kinds, on words that are found again. Everything
 * from outside is checked here.
 */
import { isPassageName, type PassageName } from '../../core/position/passages.js';

/**
 * The kinds of highlight; each has a colour, a line of its own under the words, and a name that the reader can change.
 */
export const highlightKinds = ['important', 'agree', 'question', 'later', 'other'] as const;
export type HighlightKind = (typeof highlightKinds)[number];
export const kinds = ['bookmark', 'note', ...highlightKinds] as const;
export type Kind = (typeof kinds)[number];
export const isHighlight = (kind: Kind): kind is HighlightKind => (highlightKinds as readonly string[]).includes(kind);

/** What a mark is on, in one passage: which letters of it, what they read, and what stands around them. */
export interface Quoted extends PassageName {
  start: number;
  end: number;
  words: string;
  before: string;
  after: string;
}

/**
 * `name` is a bookmark's; `heading` is that over the words when they were marked; `made` and `changed` are dates (ISO
 * 8601, UTC).
 */
export interface Mark {
  id: string;
  kind: Kind;
  name: string;
  note: string;
  heading: string;
  made: string;
  changed: string;
  places: Quoted[];
}

/** How long things may be, in letters, and how many passages one mark may be on. */
export const limits = {
  note: 5000,
  name: 200,
  heading: 500,
  words: 20_000,
  around: 40,
  begins: 60,
  id: 100,
  places: 400,
} as const;

/** What is wrong with something that should be a mark. */
export type Wrong = 'unreadable' | 'kind' | 'place' | 'long';

// Nothing that is not seen or heard, and nothing that turns the direction of what stands around it. Lines and tabs are
// kept.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const halfLetters = /\p{Surrogate}/gu;

/** @returns a text without what cannot be seen */
export const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(halfLetters, '');

/** @returns a text of one line, cut to a length */
export const cleanLine = (text: string, most: number): string => clean(text).replace(/\s+/g, ' ').trim().slice(0, most);

const isText = (given: unknown, most: number): given is string => typeof given === 'string' && given.length <= most;
const isNumber = (given: unknown): given is number =>
  Number.isInteger(given) && (given as number) >= 0 && (given as number) < 1e6;

function quotedFrom(given: unknown): Quoted | undefined {
  if (!isPassageName(given)) return undefined;
  const { id, index, begins, start, end, words, before, after } = given as Quoted;
  const fits =
    isText(id, limits.id) &&
    isText(begins, limits.begins) &&
    isText(words, limits.words) &&
    isText(before, limits.around) &&
    isText(after, limits.around);
  return fits && isNumber(index) && isNumber(start) && isNumber(end) && end > start && words.trim()
    ? {
        id: clean(id),
        index,
        begins: clean(begins),
        start,
        end,
        words: clean(words),
        before: clean(before),
        after: clean(after),
      }
    : undefined;
}

/** @returns a date as we write it, none later than now; nothing for what is no date */
function dateFrom(given: unknown, now: Date): string | undefined {
  const time = isText(given, 40) ? Date.parse(given) : NaN;
  return Number.isFinite(time) && Math.abs(time) < 8e15
    ? new Date(Math.min(time, now.getTime())).toISOString()
    : undefined;
}

/** @returns the words of a mark that the reader wrote, or what is wrong with them */
function writtenIn({
  name = '',
  note = '',
  heading = '',
}: Partial<Mark>): Pick<Mark, 'name' | 'note' | 'heading'> | Wrong {
  if ([name, note, heading].some(text => typeof text !== 'string')) return 'unreadable';
  if (note.length > limits.note || name.length > limits.name || heading.length > limits.heading) return 'long';
  return { name: cleanLine(name, limits.name), note: clean(note), heading: cleanLine(heading, limits.heading) };
}

/** @returns what a mark is on, or nothing where that is not told for each of its passages */
function placesFrom(given: unknown): Quoted[] | undefined {
  if (!Array.isArray(given) || !given.length || given.length > limits.places) return undefined;
  const places = given.map(quotedFrom).filter(place => place !== undefined);
  return places.length === given.length ? places : undefined;
}

/**
 * @param given anything
 * @param now no mark was changed later
 * @returns the mark that it is, made anew from what we know of it, or what is wrong
 */
export function markFrom(given: unknown, now = new Date()): Mark | Wrong {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'unreadable';
  const mark = given as Partial<Mark>,
    { id, kind } = mark,
    made = dateFrom(mark.made, now),
    changed = dateFrom(mark.changed, now);
  if (!isText(id, 64) || !/^[\w-]+$/.test(id) || !made || !changed) return 'unreadable';
  if (!kinds.includes(kind as Kind)) return 'kind';
  const written = writtenIn(mark),
    places = placesFrom(mark.places);
  if (typeof written === 'string') return written;
  return places ? { id, kind: kind!, ...written, made, changed, places } : 'place';
}

/** @returns a new id that no other mark has, on any device */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** @returns what is the same for two marks of one kind on the same words */
export const sameness = ({ kind, places }: Pick<Mark, 'kind' | 'places'>): string =>
  JSON.stringify([kind, ...places.map(({ id, index, start, end, words }) => [id, index, start, end, words])]);

/** @returns the marked words, or their beginning where a length is given */
export function wordsMarked({ places }: Pick<Mark, 'places'>, most = Infinity): string {
  const all = places.map(({ words }) => words.replace(/\s+/g, ' ').trim()).join(' ');
  return all.length > most
    ? `${all.slice(0, all.lastIndexOf(' ', most) > most / 2 ? all.lastIndexOf(' ', most) : most)} …`
    : all;
}
