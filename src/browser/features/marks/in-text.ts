/**
 * Draws the marks in the text: a line and a colour under the words (CSS Custom Highlight API), and after each marked
 * passage one small button that says which marks it has. No letter of the report is touched.
 */
import { endHighlight, highlight } from '../../core/dom/highlight.js';
import { make } from '../../core/dom/make.js';
import { panelStyles } from '../../core/panel/panel.js';
import { withPositionHeld } from '../../core/position/held-position.js';
import { pageLanguage } from '../../core/language.js';
import { allMarks, areShown, givenNames, loadMarks, whenChanged } from './kept.js';
import { isHighlight, kinds, sameness, type Kind, type Mark } from './model.js';
import { closeNote, openNote } from './note-in-text.js';
import { inOrder, placesIn, rangeOf } from './text.js';
import { markName, marksWords, type MarksWords } from './words.js';

/** How many marks are looked for at a time, so that the page never waits for the rest. */
const atATime = 50;
/** Of so many marks a passage's button says what they are. */
const told = 3;

const signs = new Map<HTMLElement, HTMLButtonElement>();
/** Which drawing is the newest; an older one stops. */
let turn = 0;

const pause = () =>
  new Promise<void>(done => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 500 });
    else setTimeout(done, 20);
  });

/**
 * Whether the words of a mark are drawn, not only its passage's button: a highlight always; a note where it is on less
 * than its passage, and no highlight is on the same words.
 */
const isDrawn = (mark: Mark, range: Range, passage: HTMLElement, highlighted: ReadonlySet<string>) =>
  isHighlight(mark.kind) ||
  (mark.kind === 'note' && range.toString().trim() !== passage.textContent.trim() && !highlighted.has(placeOf(mark)));
const placeOf = ({ places }: Mark) => sameness({ kind: 'note', places });

/** What is to be drawn: the marks of each passage, and the words of each kind. */
interface Drawing {
  passages: Map<HTMLElement, Mark[]>;
  ranges: Map<Kind, Range[]>;
}

/** @returns what is to be drawn; nothing where something newer is */
async function whatToDraw(mine: number): Promise<Drawing | undefined> {
  const passages = new Map<HTMLElement, Mark[]>(),
    ranges = new Map<Kind, Range[]>(),
    marks = areShown() ? allMarks() : [];
  const highlighted = new Set(marks.filter(({ kind }) => isHighlight(kind)).map(placeOf));
  for (let from = 0; from < marks.length; from += atATime) {
    for (const mark of marks.slice(from, from + atATime))
      for (const place of placesIn(mark)) {
        const range = rangeOf(place),
          there = passages.get(place.passage) ?? [];
        if (!there.includes(mark)) passages.set(place.passage, [...there, mark]);
        if (range && isDrawn(mark, range, place.passage, highlighted))
          ranges.set(mark.kind, [...(ranges.get(mark.kind) ?? []), range]);
      }
    if (from + atATime < marks.length) await pause();
    if (mine !== turn) return undefined;
  }
  return { passages, ranges };
}

function drawWords(ranges: Drawing['ranges']): void {
  for (const kind of kinds) {
    const words = ranges.get(kind);
    if (words) highlight(`mark-${kind}`, words);
    else endHighlight(`mark-${kind}`);
  }
}

/** What the sign of a passage shows: a note before a bookmark before a highlight. */
const shownKind = (marks: readonly Mark[]): Kind =>
  marks.some(({ note }) => note) ? 'note' : marks.some(({ kind }) => kind === 'bookmark') ? 'bookmark' : marks[0]!.kind;

function drawSign(passage: HTMLElement, marks: readonly Mark[], t: MarksWords): void {
  let sign = signs.get(passage);
  if (!sign) {
    sign = make('button', { type: 'button', className: 'my-sign' });
    sign.dataset['ours'] = '';
    const button = sign;
    button.onclick = () => openNote(passage, button, t);
    signs.set(passage, sign);
  }
  const ordered = inOrder(marks),
    names = ordered.slice(0, told).map(mark => markName(mark, t, givenNames()));
  const more = marks.length > told ? [t('sign.more', { count: marks.length - told })] : [];
  sign.setAttribute('aria-label', t('sign.name', { list: [...names, ...more].join('; ') }));
  sign.dataset['kind'] = shownKind(ordered);
  sign.lang = pageLanguage();
  if (marks.length > 1) sign.dataset['count'] = String(marks.length);
  else delete sign.dataset['count'];
  if (!sign.isConnected) passage.append(sign);
}

async function draw(t: MarksWords): Promise<void> {
  const drawing = await whatToDraw((turn += 1));
  if (!drawing) return;
  drawWords(drawing.ranges);
  withPositionHeld(() => {
    for (const [passage, sign] of signs)
      if (!drawing.passages.has(passage)) {
        closeNote(passage);
        sign.remove();
        signs.delete(passage);
      }
    for (const [passage, marks] of drawing.passages) drawSign(passage, marks, t);
  });
}

let started: Promise<void> | undefined;

/** Draws the reader's marks, once they are read, and again whenever they change. */
export const showMarksInText = (): Promise<void> =>
  (started ??= (async () => {
    if (!document.querySelector('report-section')) return;
    const [t] = await Promise.all([marksWords(), loadMarks(), panelStyles()]);
    whenChanged(() => void draw(t));
    await draw(t);
  })().catch((error: unknown) => {
    // What did not come may come the next time.
    started = undefined;
    throw error;
  }));
