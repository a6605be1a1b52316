/** From mark to mark, in the order of the text. */
import { lineBeingRead } from '../../core/position/line.js';
import { passageOf, passagesIn } from '../../core/position/passages.js';
import { jumpTo } from '../../core/position/jump.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { allMarks, givenNames, loadMarks } from './kept.js';
import type { Mark } from './model.js';
import { inOrder, placesIn, rangeOf } from './text.js';
import { markName, marksWords } from './words.js';

/**
 * The mark that was gone to last, and where on the page that was: as long as the reader is still there, steps go on
 * from it.
 */
let last: { id: string; landed: number } | undefined;

/**
 * @returns whether there is a place in the text to go to
 * @param mark whose words are brought into view, with the focus on their passage
 */
export function goToMark(mark: Mark): boolean {
  const [place] = placesIn(mark);
  if (!place) return false;
  const whole = place.found.start === 0;
  jumpTo(place.passage, whole ? undefined : rangeOf(place));
  last = { id: mark.id, landed: scrollY };
  return true;
}

/** @returns the mark that the reader is still at */
const markNow = (marks: readonly Mark[]): Mark | undefined =>
  last && Math.abs(scrollY - last.landed) < 2 ? marks.find(({ id }) => id === last?.id) : undefined;

/** @returns where the line being read is, just before the beginning of its passage, in the order of the passages */
function orderNow(): number {
  const line = lineBeingRead(),
    passage = (document.activeElement && passageOf(document.activeElement)) ?? (line && passageOf(line.node));
  return (passage ? passagesIn(document.querySelector('main')!).indexOf(passage) : 0) - 1e-7;
}

/**
 * Goes to the mark after or before the place that is being read, and says which it is; at an end, says that.
 * @param pressed the button by which the reader asked
 */
export async function stepToMark(by: 1 | -1, pressed: Element): Promise<void> {
  const [t] = await Promise.all([marksWords(), loadMarks()]);
  const marks = inOrder(allMarks()).filter(mark => placesIn(mark).length),
    at = markNow(marks),
    now = orderNow();
  const orderOf = (mark: Mark) => placesIn(mark)[0]!.order;
  // Several marks may begin at the same letter: they come one after the other.
  const next = at
    ? marks[marks.indexOf(at) + by]
    : by > 0
      ? marks.find(mark => orderOf(mark) > now)
      : marks.filter(mark => orderOf(mark) < now).pop();
  if (!next) return answer(pressed, 'marks', t(!marks.length ? 'none' : by > 0 ? 'step.last' : 'step.first'), false);
  goToMark(next);
  void announce('marks', markName(next, t, givenNames()));
}
