/**
 * The view "In plain English": what is being read, told in our own short words, and what its hard words mean. It
 * follows the reader where it stands beside the text.
 */
import { followReader } from '../contents/beside.js';
import { trailTo } from '../contents/outline.js';
import { whereNow } from '../contents/where.js';
import { nameIn } from '../contents/words.js';
import { make, makeButton } from '../../core/dom/make.js';
import type { Panel, View } from '../../core/panel/view.js';
import { chosenFrom } from '../passage/chosen-passage.js';
import { bringIntoView } from '../passage/in-view.js';
import { goTo, jumpTo, notePosition } from '../../core/position/jump.js';
import { choose, current, whenChanged } from '../settings/store.js';
import { announce, interfaceWords } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { termsUnder } from './found.js';
import {
  EnclosingSummaries,
  drawSummary,
  kindOf,
  partsWithSummaries,
  summaries,
  summaryAt,
  type Summarised,
} from './summaries.js';
import { allWords, wordList } from './word-list.js';
import { plainWords, type PlainWords } from './words.js';

/** @returns the place that a view was asked for: a node, a range, or the id of what stands there */
const nodeOf = (about: unknown): Node | undefined =>
  about instanceof Range
    ? about.startContainer
    : about instanceof Node
      ? about
      : typeof about === 'string'
        ? (document.getElementById(about) ?? undefined)
        : undefined;

/** The setting, where its use shows. */
function switchFor(t: PlainWords): { element: HTMLElement; end: () => void } {
  const box = make('input', { type: 'checkbox' });
  const look = () => {
    box.checked = current().terms === 'explained';
  };
  box.onchange = () => choose('terms', box.checked ? 'explained' : 'bare');
  look();
  return { element: make('label', {}, box, t('explain')), end: whenChanged(look) };
}

/** What is shown of one summary; it may be another while the view is open. */
function pages(all: readonly Summarised[], t: PlainWords, whose: string) {
  const around = new EnclosingSummaries(all, t),
    frame = make('div', { className: 'note' }),
    ours = make('b', { textContent: whose }),
    hard = make('div', { className: 'words-here' });
  let shown: Summarised | undefined;
  return {
    frame,
    hard,
    get shown() {
      return shown;
    },
    show(told: Summarised | undefined): void {
      if (!told || told === shown) return;
      shown = told;
      frame.replaceChildren(ours, ...around.of(told), ...drawSummary(told));
      const found = termsUnder(told.element);
      hard.replaceChildren(
        ...(found.length ? [make('h3', { textContent: t(`words.${kindOf(told)}`) }), wordList(found)] : []),
      );
    },
  };
}

/**
 * The way from summary to summary. The text comes along where it is seen, without the focus; the first of several steps
 * notes where the reader was.
 */
function steps(
  all: readonly Summarised[],
  t: PlainWords,
  shown: ReturnType<typeof pages>,
  panel: Panel,
  box: Element | null,
) {
  let landed: number | undefined;
  const step = (by: 1 | -1, pressed: Element) => {
    const next = all[all.indexOf(shown.shown!) + by];
    if (!next) return void answer(pressed, 'plain', t(by < 0 ? 'first' : 'last'), false);
    shown.show(next);
    if (scrollY !== landed) notePosition();
    bringIntoView(chosenFrom([next.heading]), box);
    landed = scrollY;
    void announce('plain', `${nameIn(next.heading).text}. ${next.summary}`);
  };
  const read = () => {
    const { heading } = shown.shown!;
    if (scrollY === landed) goTo(heading);
    else jumpTo(heading);
    if (!panel.beside) panel.close();
  };
  const way = make(
    'div',
    { className: 'steps' },
    makeButton(t('step.back'), pressed => step(-1, pressed)),
    makeButton(t('step.on'), pressed => step(1, pressed)),
  );
  way.setAttribute('role', 'group');
  way.setAttribute('aria-label', t('steps'));
  return { way, read: make('p', {}, makeButton(t('read'), read)) };
}

export const showPlain: View = async (container, panel, about) => {
  const parts = partsWithSummaries(),
    node = nodeOf(about),
    trail = node ? trailTo(node, parts) : whereNow(parts).trail;
  const [t, shared] = await Promise.all([plainWords(), interfaceWords()]);
  const all = summaries(parts),
    shown = pages(all, t, shared('note.name')),
    setting = switchFor(t);
  const { way, read } = steps(all, t, shown, panel, container.closest('.panel'));
  shown.show(summaryAt(all, trail));
  // Next to the address of the page in its own language.
  const page = make('p', {}, make('a', { href: 'plain/', textContent: t('page') }));
  container.append(
    make('div', { className: 'plain-view' }, way, shown.frame, read, shown.hard, setting.element, allWords(t), page),
  );
  const here = () => summaryAt(all, whereNow(parts).trail);
  let known = here();
  way.addEventListener('click', () => {
    known = here();
  });
  const leave = followReader(panel, () => {
    const now = here();
    // What somebody is in does not change under their hands.
    if (now === known || [shown.frame, shown.hard].some(each => each.contains(document.activeElement))) return;
    known = now;
    shown.show(now);
  });
  return () => {
    leave();
    setting.end();
  };
};
