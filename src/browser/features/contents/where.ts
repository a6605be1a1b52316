/** Where the reader is: per cent, part, section and story, found without moving anything. */
import { isAtEnd } from '../../core/position/line.js';
import { edge } from '../../core/position/steps.js';
import { outline, shownPassages, trailTo, wordsIn, type Entry } from './outline.js';
import { perCentAt } from './progress.js';
import { nameIn, sentence, type ContentsWords } from './words.js';

/** `trail` is the part, the section and the story, as far as the place is in one. */
interface Where {
  perCent: number;
  trail: Entry[];
}

const near = (one: number, other: number) => Math.abs(one - other) < 4;
const topOf = (element: Element) => element.getBoundingClientRect().top;

/**
 * @returns the last entry to which somebody has just come, by a link or a step: it begins at the top of the screen,
 * where what is read may already be the next one's
 */
const cameTo = (entries: readonly Entry[], from: number): Entry | undefined =>
  entries
    .flatMap(entry => [entry, ...entry.inside, ...entry.inside.flatMap(({ inside }) => inside)])
    .filter(({ element, heading }) => near(topOf(element), from) || near(topOf(heading), from))
    .pop();

/** @returns where the reader is; the line being read is the one at a third of the screen */
export function whereNow(parts: readonly Entry[] = outline()): Where {
  const passages = shownPassages(),
    counts = passages.map(wordsIn),
    line = innerHeight / 3;
  if (scrollY < 1) return { perCent: 0, trail: [] };
  const come = cameTo(parts, edge());
  if (come)
    return { perCent: perCentAt(counts, passages.indexOf(come.heading), 0), trail: trailTo(come.heading, parts) };
  const passage = passages.filter(each => topOf(each) <= line).pop();
  const trail = trailTo(passage, parts);
  if (!passage || isAtEnd()) return { perCent: passage ? 100 : 0, trail };
  const { top, height } = passage.getBoundingClientRect();
  return { perCent: perCentAt(counts, passages.indexOf(passage), (line - top) / height), trail };
}

/** @returns in one sentence where that is */
export function whereSentence({ perCent, trail }: Where, t: ContentsWords): (Node | string)[] {
  const key = (['opening', 'part', 'section', 'story'] as const)[trail.length]!;
  return sentence(
    t,
    `where.${key}`,
    { value: perCent / 100 },
    Object.fromEntries(trail.map(({ level, heading }) => [level, nameIn(heading)])),
  );
}
