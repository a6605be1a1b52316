/**
 * Leads whoever comes back to where they stopped reading, with a way to the beginning. It is only offered to readers
 * who have chosen so, do something already, or were in the first part, through which everybody comes.
 */
import { ask, settle } from '../../core/notice/notice.js';
import { sheetOnBar } from '../../core/position/bar-room.js';
import { isFollowed } from '../../core/position/followed.js';
import { goToPosition, isSamePassage, type Position } from '../../core/position/held-position.js';
import { focusOn, notePosition, positionsBefore } from '../../core/position/jump.js';
import { layOutAll } from '../../core/position/keep-line.js';
import { findPassage } from '../../core/position/passages.js';
import { outline, shownPassages, trailTo, wordsIn } from './outline.js';
import { perCentAt } from './progress.js';
import { asText, contentsWords, nameIn, sentence } from './words.js';

/** @returns whether to go there at once: the reader wants that, has just come by a link, and has done nothing yet */
function isWanted(position: Position, passage: HTMLElement): boolean {
  const { activeElement, body, documentElement } = document,
    // Whoever went from there to the beginning, and then to another page, is not pulled back.
    [last] = positionsBefore().slice(-1);
  return (
    documentElement.dataset['return'] !== 'start' &&
    isFollowed() &&
    scrollY < 1 &&
    activeElement === body &&
    getSelection()?.isCollapsed !== false &&
    !document.querySelector(sheetOnBar) &&
    !(last && isSamePassage(last, position)) &&
    !document.querySelector('main > section')!.contains(passage)
  );
}

function goThere(position: Position, passage: HTMLElement): void {
  layOutAll();
  goToPosition(position);
  focusOn(passage);
}

/** @returns both questions as they are seen and said: which story, or what else it is, and how far through it is */
async function questions(passage: HTMLElement) {
  const t = await contentsWords(),
    passages = shownPassages(),
    { heading } = trailTo(passage, outline()).pop()!;
  const values = { value: perCentAt(passages.map(wordsIn), passages.indexOf(passage), 0) / 100 },
    names = { place: nameIn(heading) };
  const words = (key: 'offer' | 'said' | 'here' | 'hereSaid') => sentence(t, `kept.${key}`, values, names);
  return {
    offer: { take: words('offer'), close: t('kept.later'), said: asText(words('said')) },
    there: {
      about: words('here'),
      take: [t('kept.start')],
      close: t('back.hide'),
      said: asText(words('hereSaid')),
    },
  };
}

/** The way back leads to the position again, and what is looked at on the way does not take its place. */
function goToBeginning(): void {
  notePosition();
  scrollTo({ top: 0, behavior: 'instant' });
  focusOn(document.querySelector('h1')!);
}

/**
 * Goes to the position, or offers it, unless the reader came to another one. The notice goes away by itself once they
 * have moved on.
 * @param position of the visit before
 * @param answered is called when it was offered, and answered
 * @returns what is to be called whenever the reader has come to rest
 */
export function comeBack(position: Position, answered: () => void): () => void {
  const passage = findPassage(position),
    isElsewhere = location.hash || /[?&]passage=/.test(location.search) || scrollY > innerHeight / 2;
  if (!passage?.getClientRects().length || isElsewhere) return () => undefined;
  const isThere = isWanted(position, passage);
  // At once, before anybody has begun to look at the cover.
  if (isThere) goThere(position, passage);
  const from = scrollY,
    hasMovedOn = () => Math.abs(scrollY - from) >= innerHeight;
  let isGone = false;
  const tell = async () => {
    const { offer, there } = await questions(passage);
    const isTaken = await ask('place', { ...(isThere ? there : offer), isOver: () => isGone || hasMovedOn() });
    if (isThere && isTaken) goToBeginning();
    if (isThere) return;
    answered();
    if (isTaken) goThere(position, passage);
  };
  // Its words may not come without a connection: then nothing is asked.
  tell().catch(() => undefined);
  return () => {
    if (!hasMovedOn()) return;
    isGone = true;
    settle();
  };
}
