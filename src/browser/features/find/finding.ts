/**
 * What the reader is looking for, what was found and where they are among it. It holds while the page is open, and is
 * kept nowhere.
 */
import { jumpTo } from '../../core/position/jump.js';
import { passagesIn } from '../../core/position/passages.js';
import { clearMarks, markInText } from './marks-in-text.js';
import { rangeOf, textOf, type PassageText } from './passage-text.js';
import { search, type Found, type Match } from './search.js';
import { WordIndex } from './word-index.js';

interface Indexed {
  index: WordIndex;
  passages: HTMLElement[];
  texts: PassageText[];
  headings: HTMLElement[];
}

const nothing: Found = { matches: [], meant: [] };

let indexed: Promise<Indexed> | undefined;
let known: Indexed | undefined;
let asked = '';
let found = nothing;
/** Whether there is more in what the reader's settings hide. */
let hidden = false;
let at = -1;

const nextTask = () => new Promise(done => setTimeout(done));

/**
 * @returns for each passage the heading under which it stands: that of its story, its section, its part, or the title;
 * for a heading itself
 */
function headingsOf(passages: readonly HTMLElement[]): HTMLElement[] {
  const first = new Map<Element, HTMLElement>();
  return passages.map(passage => {
    const around = passage.closest('[id]')!,
      isHeading = /^H/.test(passage.tagName);
    if (isHeading && !first.has(around)) first.set(around, passage);
    return isHeading ? passage : (first.get(around) ?? passage);
  });
}

async function readPage(): Promise<Indexed> {
  // The field is seen before the page is read.
  await nextTask();
  const passages = passagesIn(document.querySelector('main')!),
    texts = passages.map(textOf);
  const languageOf = (passage: HTMLElement) =>
    passage.closest<HTMLElement>('[lang]')?.lang.startsWith('cy') ? 'cy' : 'en';
  const index = await WordIndex.of(
    texts.map(({ text }, id) => ({ text, language: languageOf(passages[id]!) })),
    nextTask,
  );
  return { index, passages, texts, headings: headingsOf(passages) };
}

/**
 * Reads the page, if that has not been done, or once more where its elements were drawn anew since.
 * @returns a promise that everything can be found
 */
export async function getReady(): Promise<void> {
  if (known && !known.passages.every(passage => passage.isConnected))
    [indexed, known, found] = [undefined, undefined, nothing];
  known = await (indexed ??= readPage());
  // What runs for the first time runs slowly: better now than at the reader's first key.
  settings = undefined;
  await nextTask();
  for (const words of ['th', 'the']) search(known.index, words).matches.every(match => isShown(passageAt(match)));
}

export const query = (): string => asked;
export const matches = (): readonly Match[] => found.matches;
export const meant = (): Found['meant'] => found.meant;
export const isMoreHidden = (): boolean => hidden;
/** @returns which match the reader is at, counted from 0; less while they are at none */
export const matchIndex = (): number => at;
export const index = (): WordIndex | undefined => known?.index;
export const passageAt = (match: Match): HTMLElement => known!.passages[match.passage]!;
export const headingOf = (match: Match): HTMLElement => known!.headings[match.passage]!;
export const textAt = (match: Match): string => known!.texts[match.passage]!.text;

/** @returns whether the whole report is in English, as it is on a Welsh page that has no Welsh text yet */
export const isAllEnglish = (): boolean => Boolean(known?.index.passages.every(({ language }) => language === 'en'));

let settings: string | undefined,
  concealed = new Set<HTMLElement>();
/**
 * @returns whether the reader's settings show a passage; looked up anew only when they have changed, because it makes
 * the browser lay out the page
 */
function isShown(passage: HTMLElement): boolean {
  const now = JSON.stringify(document.documentElement.dataset);
  if (now !== settings) {
    settings = now;
    concealed = new Set(known?.passages.filter(each => !each.getClientRects().length));
  }
  return !concealed.has(passage);
}

/** Looks for words. Nothing is found until the page has been read. */
export function ask(words: string): void {
  if (words === asked && found !== nothing) return;
  asked = words;
  at = -1;
  [found, hidden] = [nothing, false];
  if (!known) return;
  const all = search(known.index, words);
  const shown = all.matches.filter(match => isShown(passageAt(match)));
  found = { ...all, matches: shown };
  hidden = shown.length < all.matches.length;
}

const rangesOf = (match: Match): Range[] =>
  match.hits
    .map(([start, end]) => rangeOf(known!.texts[match.passage]!, start, end))
    .filter(range => range !== undefined);

/** Marks in the text what was found. */
export function mark(): void {
  if (!found.matches.length) return clearMarks();
  markInText(found.matches.flatMap(rangesOf), at < 0 ? [] : rangesOf(found.matches[at]!));
}

/** Goes to a match: jumps there and marks it. */
export function goTo(match: number): void {
  const to = found.matches[match];
  if (!to) return;
  at = match;
  mark();
  jumpTo(passageAt(to), rangesOf(to)[0]);
}

/** @returns the match so many after the one where the reader is; from the last on to the first */
export const matchAfter = (steps: 1 | -1): number => {
  const { length } = found.matches;
  return at < 0 ? (steps > 0 ? 0 : length - 1) : (at + steps + length) % length;
};

/** Forgets what was looked for, and takes the marks away. */
export function forget(): void {
  [asked, found, hidden, at] = ['', nothing, false, -1];
  clearMarks();
}
